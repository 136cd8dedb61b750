package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Set;

/** Writes {@code frame["x"] = frame.apply(f, axis=1)} as an operation on whole columns. */
final class RowApplication {
  private RowApplication() {}

  /** Throws {@link NotVectorizable} with the reason. */
  static RowVectorization.Result of(Program program, Candidate candidate, Expression.Call call) {
    if (!(candidate.statement() instanceof Statement.Assign assign)
        || assign.value() != call
        || assign.targets().size() != 1
        || !(assign.targets().get(0) instanceof Expression.Subscript target)
        || !(target.slice() instanceof Expression.Constant key)
        || !(key.value() instanceof Literal.Text)
        || !(target.value() instanceof Expression.Name stored)
        || !(((Expression.Attribute) call.function()).value() instanceof Expression.Name table)
        || !stored.id().equals(table.id())) {
      throw new NotVectorizable("what is applied does not become a column of the same frame");
    }
    if (call.arguments().size() != 1 || call.keywords().size() != 1) {
      throw new NotVectorizable("the function takes more than the row");
    }
    RowFunction function =
        RowFunction.of(program, call.arguments().get(0))
            .filter(f -> f.parameters().size() == 1)
            .orElseThrow(() -> new NotVectorizable("it is no function of a row in this file"));
    function.requireSameNames(program.scopes().around(table));
    RunTimeGuards.requireNotGuarded(
        n -> program.tree().source().text(n.span()), candidate.frame().node(), assign);
    return SupposedColumns.tried(
        supposed -> of(program, candidate, function, assign, target, table, supposed));
  }

  private static RowVectorization.Result of(
      Program program,
      Candidate candidate,
      RowFunction function,
      Statement.Assign assign,
      Expression.Subscript target,
      Expression.Name table,
      SupposedColumns supposed) {
    FrameColumns.Table frame =
        supposed.in(RowVectorization.table(program, candidate.frame(), table));
    RowLoop rows =
        new RowLoop(program, table, RowLoop.Kind.SERIES, function.parameters().get(0), "");
    RowExpressions expressions =
        new RowExpressions(
            program, e -> rows.value(frame, e), Set.copyOf(function.own()), supposed);
    RowValue value = function.value(expressions).real();
    boolean known =
        value.cell() != FrameColumns.Cell.UNKNOWN && value.cell() != FrameColumns.Cell.READ;
    if (!value.varies() || !known) {
      throw UnknownColumn.among("the function gives no value of each row", value);
    }
    RowVectorization.requireOwnType(rows, value);
    String before = program.tree().source().text(target.span()) + " = ";
    int column = program.tree().source().position(assign.start()).column() - 1;
    List<String> lines =
        value
            .choice()
            .map(c -> SelectLayout.statement(before, c, "", column))
            .orElseGet(() -> List.of(before + value.code()));
    return RowVectorization.result(
        assign.span(),
        lines,
        table.id(),
        supposed,
        List.of("Where `" + table.id() + "` has no rows, `apply` gives a frame and not a column."));
  }
}
