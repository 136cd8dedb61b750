package dev.parallelize.dependence;

import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements of a loop's body that count: one that each round comes to, and others right in front of a {@code continue}
 * that would leave that one out.
 *
 * @param main where the one that rounds come to stands in the body
 * @param all every one of them
 * @param step how far each of them counts
 */
record Counting(List<Statement> body, int main, List<Statement> all, Expression step) {
  Counting {
    body = List.copyOf(body);
    all = List.copyOf(all);
  }

  /** The counting of a body; empty where some way through it counts twice, or not at all, or in other steps. */
  static Optional<Counting> of(List<Statement> body, String counter, boolean down) {
    Search search = new Search(counter, down);
    int main = -1;
    for (int i = 0; i < body.size() && main < 0; i++) {
      if (search.step(body.get(i)).isPresent()) {
        main = i;
      }
    }
    if (main < 0 || !search.isEven(body.subList(0, main))) {
      return Optional.empty();
    }
    Expression step = search.step(body.get(main)).orElseThrow();
    search.found.add(body.get(main));
    boolean only = stores(body, counter) == search.found.size();
    boolean same = search.found.stream().allMatch(s -> isSame(search.step(s).orElseThrow(), step));
    return only && same
        ? Optional.of(new Counting(body, main, search.found, step))
        : Optional.empty();
  }

  /** Whether nothing comes after it in a round. */
  boolean isLast() {
    return main == body.size() - 1;
  }

  List<Statement> after() {
    return body.subList(main + 1, body.size());
  }

  private static boolean isSame(Expression one, Expression other) {
    if (one instanceof Expression.Constant a && other instanceof Expression.Constant b) {
      return a.value().equals(b.value());
    }
    return one instanceof Expression.Name a
        && other instanceof Expression.Name b
        && a.id().equals(b.id());
  }

  private static long stores(List<Statement> body, String counter) {
    long[] found = {0};
    body.forEach(
        s ->
            Walk.each(
                s,
                n -> {
                  boolean store =
                      n instanceof Expression.Name name
                          && name.id().equals(counter)
                          && name.context() != Context.LOAD;
                  found[0] += store ? 1 : 0;
                }));
    return found[0];
  }

  private record Search(String counter, boolean down, List<Statement> found) {
    Search(String counter, boolean down) {
      this(counter, down, new ArrayList<>());
    }

    /** {@code i += step}, {@code i = i + step}. */
    Optional<Expression> step(Statement statement) {
      Operator wanted = down ? Operator.SUB : Operator.ADD;
      if (statement instanceof Statement.AugAssign sum
          && isCounter(sum.target())
          && sum.operator() == wanted) {
        return Optional.of(sum.value());
      }
      return statement instanceof Statement.Assign assign
              && assign.targets().size() == 1
              && isCounter(assign.targets().get(0))
              && assign.value() instanceof Expression.BinOp sum
              && isCounter(sum.left())
              && sum.operator() == wanted
          ? Optional.of(sum.right())
          : Optional.empty();
    }

    private boolean isCounter(Expression e) {
      return e instanceof Expression.Name name && name.id().equals(counter);
    }

    /** Whether each {@code continue} of the loop around has counted just before, and nothing else counts. */
    boolean isEven(List<Statement> block) {
      for (int i = 0; i < block.size(); i++) {
        Statement statement = block.get(i);
        boolean counts = step(statement).isPresent();
        boolean leaves = i + 1 < block.size() && block.get(i + 1) instanceof Statement.Continue;
        if (counts != leaves
            || statement instanceof Statement.Continue && i == 0
            || !isEvenInside(statement)) {
          return false;
        }
        if (counts) {
          found.add(statement);
        }
      }
      return true;
    }

    private boolean isEvenInside(Statement statement) {
      if (statement instanceof Statement.If branch) {
        return isEven(branch.body()) && isEven(branch.orElse());
      } else if (statement instanceof Statement.With with) {
        return isEven(with.body());
      } else if (statement instanceof Statement.Try attempt && attempt.finalBody().isEmpty()) {
        return isEven(attempt.body())
            && isEven(attempt.orElse())
            && attempt.handlers().stream().allMatch(h -> isEven(h.body()));
      }
      return !goesOn(statement);
    }

    /** Whether a {@code continue} of the loop around stands anywhere inside. */
    private static boolean goesOn(Statement statement) {
      boolean[] found = {false};
      if (!(statement instanceof Statement.Continue)) {
        Walk.where(
            statement,
            n -> {
              found[0] |= n instanceof Statement.Continue;
              orElse(n).forEach(s -> found[0] |= goesOn(s) || s instanceof Statement.Continue);
              return !(n instanceof Statement.For) && !(n instanceof Statement.While);
            });
      }
      return found[0];
    }

    private static List<Statement> orElse(Node loop) {
      if (loop instanceof Statement.For each) {
        return each.orElse();
      }
      return loop instanceof Statement.While each ? each.orElse() : List.of();
    }
  }
}
