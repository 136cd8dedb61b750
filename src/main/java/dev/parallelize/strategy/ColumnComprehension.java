package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes {@code [f(x) for x in frame["x"]]}, which becomes a column or a list, as an operation on whole columns. */
final class ColumnComprehension {
  private final Program program;
  private final Candidate candidate;
  private final RowLoop rows;
  private final Expression.ListComp list;

  private ColumnComprehension(
      Program program, Candidate candidate, RowLoop rows, Expression.ListComp list) {
    this.program = program;
    this.candidate = candidate;
    this.rows = rows;
    this.list = list;
  }

  /** The rewrite; empty for other comprehensions. Throws {@link NotVectorizable} with the reason. */
  static Optional<RowVectorization.Result> of(Program program, Candidate candidate) {
    if (!(candidate.node() instanceof Expression.ListComp list) || list.generators().size() != 1) {
      return Optional.empty();
    }
    Comprehension clause = list.generators().get(0);
    Optional<RowLoop> rows = RowLoop.values(program, clause.target(), clause.iterable());
    if (clause.isAsync() || rows.isEmpty()) {
      return Optional.empty();
    }
    if (!(candidate.statement() instanceof Statement.Assign assign)
        || assign.value() != list
        || assign.targets().size() != 1) {
      throw new NotVectorizable("the list is not all that is assigned");
    }
    RunTimeGuards.requireNotGuarded(
        n -> program.tree().source().text(n.span()), candidate.frame().node(), assign);
    ColumnComprehension written = new ColumnComprehension(program, candidate, rows.get(), list);
    return Optional.of(SupposedColumns.tried(s -> written.result(assign, s)));
  }

  private RowVectorization.Result result(Statement.Assign assign, SupposedColumns supposed) {
    FrameColumns.Table table =
        supposed.in(RowVectorization.table(program, candidate.frame(), rows.table()));
    RowExpressions expressions =
        new RowExpressions(program, e -> rows.value(table, e), Set.of(rows.row()), supposed);
    RowValue value = expressions.render(list.element()).real();
    Optional<String> picked = Optional.empty();
    for (Expression condition : list.generators().get(0).conditions()) {
      String test = expressions.condition(condition).code();
      picked = picked.isPresent() ? refused() : Optional.of(test);
    }
    boolean known =
        switch (value.cell()) {
          case INT, FLOAT, BOOL, TEXT, NUMBER -> true;
          case READ, DATE, UNKNOWN -> false;
        };
    if (!value.varies() || !known) {
      throw UnknownColumn.among("the comprehension gives no value of each row", value);
    }
    boolean column = isColumn(assign.targets().get(0));
    if (column && picked.isPresent()) {
      refused();
    }
    String target = program.tree().source().text(assign.targets().get(0).span()) + " = ";
    int at = program.tree().source().position(assign.start()).column() - 1;
    String pick = picked.map(p -> "[" + p + "]").orElse("");
    String after = column ? "" : ".tolist()";
    List<String> lines =
        value.choice().isPresent() && pick.isEmpty()
            ? SelectLayout.statement(target, value.choice().get(), after, at)
            : List.of(
                target
                    + (after.isEmpty() ? value.code() : RowDates.narrow(value.operand()) + pick)
                    + after);
    String empty =
        "Where `"
            + rows.table().id()
            + "` has no rows, the new column gets the type of its values.";
    return RowVectorization.result(
        assign.span(), lines, rows.table().id(), supposed, column ? List.of(empty) : List.of());
  }

  private static Optional<String> refused() {
    throw new NotVectorizable("the comprehension leaves values out in more than one way");
  }

  /** A column of the same frame; a variable gets a list. */
  private boolean isColumn(Expression target) {
    boolean column =
        target instanceof Expression.Subscript s
            && s.value() instanceof Expression.Name table
            && table.id().equals(rows.table().id())
            && GroupLoop.text(s.slice()).isPresent();
    if (!column && !(target instanceof Expression.Name)) {
      throw new NotVectorizable("the list becomes neither a variable nor a column of the frame");
    }
    return column;
  }
}
