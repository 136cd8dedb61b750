package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import java.util.Map;
import java.util.Optional;

/**
 * What a loop makes of each group's aggregate, as far as pandas makes the same of all of them.
 *
 * @param after what follows the aggregate of all groups in the text
 * @param python whether it is a number of Python's; else one of NumPy's, or what the column holds
 */
record GroupValue(GroupAggregate aggregate, FrameColumns.Cell cell, String after, boolean python) {

  /**
   * @param aggregates the expressions that are aggregates
   * @param cells what they give
   */
  static Optional<GroupValue> of(
      Program program,
      Map<Expression, GroupAggregate> aggregates,
      Map<GroupAggregate, FrameColumns.Cell> cells,
      Expression e) {
    Optional<GroupAggregate> aggregate = Optional.ofNullable(aggregates.get(e));
    if (aggregate.isPresent()) {
      GroupAggregate a = aggregate.get();
      return Optional.of(new GroupValue(a, cells.get(a), "", a.kind().python()));
    }
    if (!(e instanceof Expression.Call call)
        || !(call.function() instanceof Expression.Name function)
        || program.scopes().around(function).owner(function.id()).isPresent()
        || call.arguments().isEmpty()
        || !call.keywords().isEmpty()) {
      return Optional.empty();
    }
    Optional<GroupValue> inner = of(program, aggregates, cells, call.arguments().get(0));
    boolean alone = call.arguments().size() == 1;
    return switch (function.id()) {
      case "int" ->
          inner.filter(v -> alone && v.cell == FrameColumns.Cell.INT).map(GroupValue::own);
      case "float" ->
          inner.filter(v -> alone && v.cell == FrameColumns.Cell.FLOAT).map(GroupValue::own);
      case "round" -> inner.filter(v -> isDigits(call)).flatMap(v -> v.rounded(program, call));
      default -> Optional.empty();
    };
  }

  private GroupValue own() {
    return new GroupValue(aggregate, cell, after, true);
  }

  private static boolean isDigits(Expression.Call call) {
    return call.arguments().size() == 2
        && call.arguments().get(1) instanceof Expression.Constant digits
        && digits.value() instanceof Literal.IntegerNumber n
        && n.value().bitLength() < 5;
  }

  /** NumPy's floats are rounded alike one by one and all at once; Python rounds otherwise. */
  private Optional<GroupValue> rounded(Program program, Expression.Call call) {
    boolean floats = cell == FrameColumns.Cell.FLOAT && !python;
    String digits = program.tree().source().text(call.arguments().get(1).span());
    return floats
        ? Optional.of(new GroupValue(aggregate, cell, after + ".round(" + digits + ")", false))
        : Optional.empty();
  }

  /** The values of all groups. */
  String all(GroupLoop loop, String groups) {
    return aggregate.all(loop, groups) + after;
  }
}
