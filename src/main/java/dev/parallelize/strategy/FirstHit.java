package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A loop that looks for the first elements for which a condition holds, and then does something once:
 * the condition as one array, and what comes then at the first place where it holds.
 */
final class FirstHit {
  private final ArrayLoop loop;
  private final ArrayLoop.Body body;
  private final Statement.If choice;
  private final List<Statement> then;

  private FirstHit(ArrayLoop loop, ArrayLoop.Body body, Statement.If choice, List<Statement> then) {
    this.loop = loop;
    this.body = body;
    this.choice = choice;
    this.then = then;
  }

  /** Empty if it is no such loop; throws {@link NotVectorizable} where arrays would do otherwise. */
  static Optional<Vectorization.Result> of(Program program, Scope frame, Statement.For loop) {
    Optional<ArrayLoop.Body> body = ArrayLoop.Body.of(loop);
    if (body.isEmpty()
        || !(body.get().last() instanceof Statement.If choice)
        || !choice.orElse().isEmpty()) {
      return Optional.empty();
    }
    Statement last = choice.body().get(choice.body().size() - 1);
    boolean leaves = last instanceof Statement.Return || last instanceof Statement.Raise;
    boolean single = loop.body().contains(choice);
    List<Statement> then = choice.body();
    if (last instanceof Statement.Break && single) {
      then = then.subList(0, then.size() - 1);
    } else if (!leaves && !isFlag(loop, choice)) {
      return Optional.empty();
    }
    if (then.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FirstHit(ArrayLoop.of(program, frame, loop), body.get(), choice, then).write());
  }

  /** Setting variables to constants that the loop does not read, which may as well happen once. */
  private static boolean isFlag(Statement.For loop, Statement.If choice) {
    Set<String> set = new HashSet<>();
    boolean constant =
        choice.body().stream()
            .allMatch(
                s ->
                    s instanceof Statement.Assign a
                        && a.value() instanceof Expression.Constant c
                        && !(c.value() instanceof Literal.Text)
                        && a.targets().stream()
                            .allMatch(t -> t instanceof Expression.Name n && set.add(n.id())));
    return constant && loads(loop).stream().noneMatch(set::contains);
  }

  private static Set<String> loads(Statement statement) {
    Set<String> names = new HashSet<>();
    Walk.each(
        statement,
        n -> {
          if (n instanceof Expression.Name name && name.context() != Context.STORE) {
            names.add(name.id());
          }
        });
    return names;
  }

  private Vectorization.Result write() {
    Set<String> results = new HashSet<>();
    then.forEach(s -> results.addAll(stored(s)));
    results.removeAll(stored(loop.loop(), choice));
    loop.requireNoneLiveOut(results);
    // Elements after the hit are looked at, too.
    loop.rendering().speculate(true);
    Set<String> locals = new HashSet<>();
    body.locals().forEach(l -> locals.addAll(LoopNest.names(l.targets().get(0))));
    loop.define(body.locals());
    ArrayRendering.Text condition = loop.rendering().condition(choice.test());
    loop.requireElements(choice.test(), condition);
    Set<String> used = new HashSet<>();
    then.forEach(s -> used.addAll(loads(s)));
    used.retainAll(loop.nest().bound());
    OnePosition position = new OnePosition(loop, locals);
    used.removeAll(results);
    if (used.isEmpty()) {
      anywhere(condition, position);
    } else {
      first(condition, position, used);
    }
    return loop.result();
  }

  private void anywhere(ArrayRendering.Text condition, OnePosition position) {
    loop.lines().add("if " + VectorizePlan.NUMPY + ".any(" + condition.code() + "):");
    loop.lines().addAll(indented(once(position)));
  }

  private void first(ArrayRendering.Text condition, OnePosition position, Set<String> used) {
    String hits = loop.fresh("hits");
    loop.lines().add(hits + " = " + condition.code());
    loop.lines().add("if " + hits + ".any():");
    loop.lines().addAll(indented(position.found(hits + ".argmax()", used)));
    loop.lines().addAll(indented(once(position)));
  }

  private List<String> once(OnePosition position) {
    List<String> lines = new ArrayList<>();
    then.forEach(s -> lines.addAll(position.lines(s)));
    return lines.isEmpty() ? List.of("pass") : lines;
  }

  private static List<String> indented(List<String> lines) {
    return lines.stream().map(l -> VectorizePlan.INDENT + l).toList();
  }

  private static Set<String> stored(Statement statement) {
    Set<String> names = new HashSet<>();
    Walk.each(
        statement,
        n -> {
          if (n instanceof Expression.Name name && name.context() != Context.LOAD) {
            names.add(name.id());
          }
        });
    return names;
  }

  /** What the loop binds apart from a part of it. */
  private static Set<String> stored(Statement.For loop, Statement part) {
    Set<String> names = new HashSet<>();
    Walk.each(
        loop,
        n -> {
          boolean inside = part.start() <= n.start() && n.end() <= part.end();
          if (n instanceof Expression.Name name && name.context() != Context.LOAD && !inside) {
            names.add(name.id());
          }
        });
    return names;
  }
}
