package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.List;
import java.util.Optional;

/**
 * Takes a sum that a loop collects in an element of a list of lists into a variable, so that the loop
 * touches the list no more (scalar replacement, Carr and Kennedy, 1994):
 *
 * <pre>
 * c = [[0] * n for _ in range(n)]         c = [[0] * n for _ in range(n)]
 * for i in range(n):                      for i in range(n):
 *     for j in range(n):                      for j in range(n):
 *         for k in range(n):                      total = 0
 *             c[i][j] += a[i][k] * b[k][j]        for k in range(n):
 *                                                     total += a[i][k] * b[k][j]
 *                                                 c[i][j] = total
 * </pre>
 *
 * <p>It is allowed where the list is made right before, with one literal in all its places, each place
 * is visited once, nothing else in the loops names the list, and nobody can see the list after an
 * exception.
 */
public final class ScalarReplacement {
  private static final String RULE = "scalar-replacement";

  private ScalarReplacement() {}

  /** The replacements inside a loop; empty when there is nothing to replace. */
  public static Optional<Distribution> of(Program program, Candidate outer) {
    if (!(outer.node() instanceof Statement.For rows)
        || rows.isAsync()
        || Distribution.isGuarded(program, rows)) {
      return Optional.empty();
    }
    Optional<String> row = counter(program, rows);
    for (Statement s : rows.body()) {
      if (row.isEmpty() || !(s instanceof Statement.For columns) || columns.isAsync()) {
        continue;
      }
      Optional<String> column = counter(program, columns);
      for (Statement inner : columns.body()) {
        if (column.isPresent()
            && !column.equals(row)
            && inner instanceof Statement.For sum
            && isSum(program, sum)
            && isPlace(slot(sum), row.get(), column.get())) {
          Optional<String> literal = literal(program, outer, rows, slot(sum));
          if (literal.isPresent()) {
            return Optional.of(
                new Distribution(
                    replace(program, sum, literal.get()),
                    List.of(program.line(sum)),
                    "what the loop adds up is kept in a variable"));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The variable of a loop over a range, which takes each value once. */
  private static Optional<String> counter(Program program, Statement.For loop) {
    return loop.iterable() instanceof Expression.Call call
            && call.function() instanceof Expression.Name name
            && name.id().equals("range")
            && program.scopes().around(name).owner(name.id()).isEmpty()
            && call.arguments().size() <= 2
            && loop.target() instanceof Expression.Name target
        ? Optional.of(target.id())
        : Optional.empty();
  }

  /** A loop that does nothing but add to one place. */
  private static boolean isSum(Program program, Statement.For loop) {
    return loop.body().size() == 1
        && loop.body().get(0) instanceof Statement.AugAssign update
        && update.target() instanceof Expression.Subscript
        && loop.orElse().isEmpty()
        && !loop.isAsync()
        && program.line(update) > program.line(loop.iterable().end());
  }

  private static Expression.Subscript slot(Statement.For sum) {
    return (Expression.Subscript) ((Statement.AugAssign) sum.body().get(0)).target();
  }

  private static boolean isPlace(Expression.Subscript slot, String row, String column) {
    return slot.slice() instanceof Expression.Name j
        && j.id().equals(column)
        && slot.value() instanceof Expression.Subscript line
        && line.slice() instanceof Expression.Name i
        && i.id().equals(row)
        && line.value() instanceof Expression.Name;
  }

  /** What all places of the list hold before the loops. */
  private static Optional<String> literal(
      Program program, Candidate outer, Statement.For rows, Expression.Subscript slot) {
    String list = ((Expression.Name) ((Expression.Subscript) slot.value()).value()).id();
    List<Statement> block = outer.block();
    int at = block.indexOf(rows);
    for (int i = at - 1; i >= 0; i--) {
      Statement before = block.get(i);
      if (before instanceof Statement.Assign assign
          && assign.targets().size() == 1
          && assign.targets().get(0) instanceof Expression.Name name
          && name.id().equals(list)) {
        return mentions(rows, list) == 1
            ? constant(assign.value()).map(c -> program.tree().source().text(c.span()))
            : Optional.empty();
      }
      if (mentions(before, list) > 0) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static int mentions(Node node, String name) {
    int[] count = {0};
    Walk.each(node, n -> count[0] += n instanceof Expression.Name e && e.id().equals(name) ? 1 : 0);
    return count[0];
  }

  /** The constant in {@code [[0] * n for _ in rows]} and {@code [[0 for _ in a] for _ in b]}. */
  private static Optional<Expression.Constant> constant(Expression made) {
    if (!(made instanceof Expression.ListComp rows)) {
      return Optional.empty();
    }
    if (rows.element() instanceof Expression.BinOp times
        && times.operator() == Operator.MULT
        && times.left() instanceof Expression.ListDisplay list
        && list.elements().size() == 1
        && list.elements().get(0) instanceof Expression.Constant c) {
      return Optional.of(c);
    }
    return rows.element() instanceof Expression.ListComp line
            && line.element() instanceof Expression.Constant c
        ? Optional.of(c)
        : Optional.empty();
  }

  private static List<Edit> replace(Program program, Statement.For loop, String literal) {
    PythonSource source = program.tree().source();
    Expression.Subscript target = slot(loop);
    String slot = source.text(target.span());
    String name = Distribution.fresh(Distribution.identifiers(program), "total", "value");
    int start = source.lineStart(program.line(loop));
    String indent = source.text().substring(start, loop.start());
    int line = source.line(Math.max(loop.start(), loop.end() - 1));
    int end = source.lineEnd(line);
    String newline = source.lineSeparator();
    return List.of(
        new Edit(new Span(start, start), indent + name + " = " + literal + newline, RULE),
        new Edit(target.span(), name, RULE),
        new Edit(new Span(end, end), newline + indent + slot + " = " + name, RULE));
  }
}
