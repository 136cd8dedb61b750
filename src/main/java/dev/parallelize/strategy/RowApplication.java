package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes {@code frame["x"] = frame.apply(f, axis=1)} and {@code frame["x"] = frame["y"].map(f)} as operations on whole
 * columns.
 */
final class RowApplication {
  private final Program program;
  private final Candidate candidate;
  private final Expression.Subscript target;
  private final Expression.Name table;
  private final Optional<Expression.Constant> column;
  private final RowFunction function;
  private final Set<String> taken = new HashSet<>();

  /**
   * @param column the column that the function is given the values of; empty where it is given rows
   */
  private RowApplication(
      Program program,
      Candidate candidate,
      Expression.Subscript target,
      Expression.Name table,
      Optional<Expression.Constant> column,
      RowFunction function) {
    this.program = program;
    this.candidate = candidate;
    this.target = target;
    this.table = table;
    this.column = column;
    this.function = function;
  }

  /** Throws {@link NotVectorizable} with the reason. */
  static RowVectorization.Result of(Program program, Candidate candidate, Expression.Call call) {
    Expression applied = ((Expression.Attribute) call.function()).value();
    Optional<Expression.Constant> column =
        applied instanceof Expression.Subscript s && s.slice() instanceof Expression.Constant c
            ? Optional.of(c)
            : Optional.empty();
    Expression whole = column.isPresent() ? ((Expression.Subscript) applied).value() : applied;
    if (!(candidate.statement() instanceof Statement.Assign assign)
        || assign.value() != call
        || assign.targets().size() != 1
        || !(assign.targets().get(0) instanceof Expression.Subscript target)
        || !(target.slice() instanceof Expression.Constant key)
        || !(key.value() instanceof Literal.Text)
        || !(target.value() instanceof Expression.Name stored)
        || !(whole instanceof Expression.Name table)
        || !stored.id().equals(table.id())) {
      throw new NotVectorizable("what is applied does not become a column of the same frame");
    }
    if (call.arguments().size() != 1 || call.keywords().size() != (column.isPresent() ? 0 : 1)) {
      throw new NotVectorizable("the function takes more than the row");
    }
    RowFunction function =
        RowFunction.of(program, call.arguments().get(0))
            .filter(f -> f.parameters().size() == 1)
            .orElseThrow(() -> new NotVectorizable("it is no function of a row in this file"));
    function.requireSameNames(program.scopes().around(table));
    RunTimeGuards.requireNotGuarded(
        n -> program.tree().source().text(n.span()), candidate.frame().node(), assign);
    RowApplication application =
        new RowApplication(program, candidate, target, table, column, function);
    return SupposedColumns.tried(application::written);
  }

  private RowVectorization.Result written(SupposedColumns supposed) {
    taken.clear();
    FrameColumns.Table frame =
        supposed.in(RowVectorization.table(program, candidate.frame(), table));
    String parameter = function.parameters().get(0);
    RowLoop rows =
        new RowLoop(
            program,
            table,
            column.isPresent() ? RowLoop.Kind.VALUES : RowLoop.Kind.SERIES,
            parameter,
            column.map(c -> program.tree().source().text(c.span())).orElse(""));
    RowExpressions expressions =
        new RowExpressions(
            program, e -> rows.value(frame, e), Set.copyOf(function.own()), supposed);
    RowValue value = function.value(expressions).real();
    boolean known =
        value.cell() != FrameColumns.Cell.UNKNOWN
            && value.cell() != FrameColumns.Cell.READ
            && value.cell() != FrameColumns.Cell.DATE;
    if (!value.varies() || !known) {
      throw UnknownColumn.among("the function gives no value of each row", value);
    }
    RowVectorization.requireOwnType(rows, value);
    Statement assign = candidate.statement();
    String before = program.tree().source().text(target.span()) + " = ";
    int at = program.tree().source().position(assign.start()).column() - 1;
    List<String> lines =
        value
            .choice()
            .map(c -> SelectLayout.statement(before, c, "", at))
            .orElseGet(() -> List.of(before + value.code()));
    for (String code : expressions.named()) {
      lines = named(code, lines);
    }
    String empty =
        column.isPresent()
            ? "the new column gets the type of its values; the loop left it that of the old one."
            : "`apply` gives a frame and not a column.";
    return RowVectorization.result(
        assign.span(),
        lines,
        table.id(),
        supposed,
        List.of("Where `" + table.id() + "` has no rows, " + empty));
  }

  /** With a variable for what would be computed several times, if the text of it is a whole operand wherever it stands. */
  private List<String> named(String code, List<String> lines) {
    Pattern whole = Pattern.compile("(?<![\\w.])" + Pattern.quote(code));
    long uses = lines.stream().mapToLong(l -> whole.matcher(l).results().count()).sum();
    if (uses < 2 || !code.endsWith(")") || !Postfix.is(code)) {
      return lines;
    }
    String name = fresh();
    List<String> all = new ArrayList<>(List.of(name + " = " + code));
    lines.forEach(l -> all.add(whole.matcher(l).replaceAll(name)));
    return all;
  }

  private String fresh() {
    String wanted = function.parameters().get(0);
    String name = column.isPresent() ? wanted + "s" : "values";
    String text = program.tree().source().text();
    for (int n = 2; text.matches("(?s).*\\b" + name + "\\b.*") || taken.contains(name); n++) {
      name = (column.isPresent() ? wanted + "s" : "values") + "_" + n;
    }
    taken.add(name);
    return name;
  }
}
