package dev.parallelize.dependence;

import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Computes numbers where they are used that stand between two loops, so that the loops hold nothing but each other (loop
 * sinking, Wolfe, 1996) and {@link FlatNest} can take them together:
 *
 * <pre>
 * for i in range(rows):                   for i in range(rows):
 *     rate = 0.1 * i                          for j in range(columns):
 *     for j in range(columns):                    rate = 0.1 * i
 *         table[i, j] = simulate(rate, j)         table[i, j] = simulate(rate, j)
 * </pre>
 *
 * <p>It is allowed where computing them cannot fail, and nothing but the inner loop's body looks at them.
 */
public final class SunkValues {
  private static final String RULE = "sunk-values";
  private static final Set<Operator> NEVER_FAIL = Set.of(Operator.ADD, Operator.SUB, Operator.MULT);

  private final Program program;
  private final Candidate outer;
  private final Statement.For loop;
  private final PythonSource source;

  private SunkValues(Program program, Candidate outer, Statement.For loop) {
    this.program = program;
    this.outer = outer;
    this.loop = loop;
    this.source = program.tree().source();
  }

  /** The change of the loop's text; empty where something else stands between the loops. */
  public static Optional<Distribution> of(Program program, Candidate outer) {
    boolean plain =
        outer.node() instanceof Statement.For loop
            && !loop.isAsync()
            && loop.orElse().isEmpty()
            && loop.body().size() > 1
            && outer.scope() == outer.frame()
            && outer.scope().kind() != Scope.Kind.CLASS
            && !program.writesNamesByText();
    return plain
        ? new SunkValues(program, outer, (Statement.For) outer.node()).change()
        : Optional.empty();
  }

  private Optional<Distribution> change() {
    List<Statement> values = loop.body().subList(0, loop.body().size() - 1);
    if (!(loop.body().get(values.size()) instanceof Statement.For inner)
        || inner.isAsync()
        || !inner.orElse().isEmpty()
        || !values.stream().allMatch(v -> isSunk(v, inner))
        || !isAlone(inner.body().get(0), inner)) {
      return Optional.empty();
    }
    Statement first = inner.body().get(0);
    int at = source.lineStart(source.line(inner.iterable().end()) + 1);
    String indent = source.text().substring(source.lineStart(program.line(first)), first.start());
    StringBuilder moved = new StringBuilder();
    List<Edit> edits = new ArrayList<>();
    for (Statement value : values) {
      edits.add(new Edit(line(value), "", RULE));
      moved.append(indent).append(source.text(value.span())).append(source.lineSeparator());
    }
    edits.add(new Edit(new Span(at, at), moved.toString(), RULE));
    return Optional.of(
        new Distribution(
            edits,
            List.of(program.line(loop)),
            "numbers are computed in the inner loop, where they are used"));
  }

  private boolean isSunk(Statement value, Statement.For inner) {
    if (!(value instanceof Statement.Assign assign)
        || assign.targets().size() != 1
        || !(assign.targets().get(0) instanceof Expression.Name name)
        || !isNumber(assign.value())) {
      return false;
    }
    BodyNames names =
        BodyNames.of(
            program, outer.scope(), Set.copyOf(Iterations.names(inner.target())), inner.body());
    Set<String> used = names.uses(assign.value()).keySet();
    List<String> targets = Iterations.names(inner.target());
    boolean once =
        program.mentions(name.id()).stream()
                .filter(n -> loop.span().contains(n.span()))
                .filter(n -> n.context() != dev.parallelize.syntax.Context.LOAD)
                .count()
            == 1;
    return once
        && isAlone(value, loop)
        && !Mentions.of(inner.iterable(), name.id())
        && used.stream().noneMatch(u -> targets.contains(u) || names.bound().contains(u))
        && outer.scope().owner(name.id()).filter(o -> o == outer.frame()).isPresent()
        && isSeenHereOnly(name.id());
  }

  private boolean isSeenHereOnly(String name) {
    return !new ReadAfter(program, outer.frame(), loop, name).holds()
        && program.mentions(name).stream()
            .map(n -> program.scopes().around(n))
            .filter(s -> s.owner(name).filter(o -> o == outer.frame()).isPresent())
            .allMatch(s -> program.frameOf(s) == outer.frame());
  }

  /** Sums and products of numbers, which cannot fail. */
  private boolean isNumber(Expression e) {
    if (e instanceof Expression.BinOp op) {
      return NEVER_FAIL.contains(op.operator()) && isNumber(op.left()) && isNumber(op.right());
    }
    Type type = program.type(e);
    return (e instanceof Expression.Constant || e instanceof Expression.Name)
        && (type.isInteger() || type.equals(Type.FLOAT));
  }

  private boolean isAlone(Statement s, Statement.For around) {
    int line = program.line(s);
    return source.line(s.end()) == line
        && source.text().substring(source.lineStart(line), s.start()).isBlank()
        && source.text().substring(s.end(), source.lineEnd(line)).isBlank()
        && line > source.line(around.iterable().end());
  }

  private Span line(Statement s) {
    int line = program.line(s);
    return new Span(source.lineStart(line), source.lineStart(line + 1));
  }
}
