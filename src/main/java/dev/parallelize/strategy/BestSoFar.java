package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.BooleanOperator;
import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement that replaces the best value so far by one that is strictly better.
 *
 * @param value what is compared, in each iteration
 * @param kept what it is compared with
 * @param most whether larger is better
 * @param assigned what variables become where the value is better
 * @param conditions what has to hold besides
 * @param index the variable that holds where the best value stands, if that is what is kept
 */
record BestSoFar(
    Expression value,
    Expression kept,
    boolean most,
    Map<String, Expression> assigned,
    List<Expression> conditions,
    Optional<String> index) {
  BestSoFar {
    assigned = new LinkedHashMap<>(assigned);
    conditions = List.copyOf(conditions);
  }

  /** The variable that holds the best value. */
  String name() {
    return ((Expression.Name) kept).id();
  }

  /** Reads {@code if}, {@code max} and {@code min}, and a choice; empty for anything else. */
  static Optional<BestSoFar> of(Program program, Statement statement) {
    if (statement instanceof Statement.If choice && choice.orElse().isEmpty()) {
      Map<String, Expression> assigned = new LinkedHashMap<>();
      boolean plain = choice.body().stream().allMatch(s -> collect(s, assigned));
      return plain ? tested(choice.test(), assigned) : Optional.empty();
    }
    if (statement instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Name best) {
      return assign.value() instanceof Expression.Call call
          ? called(program, best, call)
          : chosen(best, assign.value());
    }
    return Optional.empty();
  }

  private static boolean collect(Statement statement, Map<String, Expression> assigned) {
    if (!(statement instanceof Statement.Assign assign) || assign.targets().size() != 1) {
      return false;
    }
    Expression target = assign.targets().get(0);
    if (target instanceof Expression.Name name) {
      return assigned.put(name.id(), assign.value()) == null;
    }
    List<Expression> names = target instanceof Expression.TupleDisplay t ? t.elements() : List.of();
    List<Expression> values =
        assign.value() instanceof Expression.TupleDisplay v ? v.elements() : List.of();
    boolean matched = !names.isEmpty() && names.size() == values.size();
    for (int i = 0; i < names.size() && matched; i++) {
      matched =
          names.get(i) instanceof Expression.Name name
              && assigned.put(name.id(), values.get(i)) == null;
    }
    return matched;
  }

  /** The comparison alone, or as one of several conditions. */
  private static Optional<BestSoFar> tested(Expression test, Map<String, Expression> assigned) {
    List<Expression> parts =
        test instanceof Expression.BoolOp op && op.operator() == BooleanOperator.AND
            ? op.values()
            : List.of(test);
    for (Expression part : parts) {
      Optional<BestSoFar> best =
          part instanceof Expression.Compare compare
              ? compared(compare, assigned)
              : Optional.empty();
      if (best.isPresent()) {
        List<Expression> others = parts.stream().filter(p -> p != part).toList();
        return best.map(
            b -> new BestSoFar(b.value(), b.kept(), b.most(), b.assigned(), others, b.index()));
      }
    }
    return Optional.empty();
  }

  private static Optional<BestSoFar> compared(
      Expression.Compare test, Map<String, Expression> assigned) {
    if (test.operators().size() != 1) {
      return Optional.empty();
    }
    Comparator operator = test.operators().get(0);
    if (operator != Comparator.GT && operator != Comparator.LT) {
      return Optional.empty();
    }
    boolean greater = operator == Comparator.GT;
    Expression left = test.left();
    Expression right = test.comparators().get(0);
    Optional<BestSoFar> last = keeping(left, right, greater, assigned);
    return last.isPresent() ? last : keeping(right, left, !greater, assigned);
  }

  private static Optional<BestSoFar> keeping(
      Expression value, Expression kept, boolean most, Map<String, Expression> assigned) {
    if (kept instanceof Expression.Name name && assigned.containsKey(name.id())) {
      return Optional.of(new BestSoFar(value, kept, most, assigned, List.of(), Optional.empty()));
    }
    if (kept instanceof Expression.Subscript element
        && element.slice() instanceof Expression.Name index
        && assigned.containsKey(index.id())) {
      return Optional.of(
          new BestSoFar(value, kept, most, assigned, List.of(), Optional.of(index.id())));
    }
    return Optional.empty();
  }

  /** {@code best = max(best, value)}: the first argument stays where none is larger. */
  private static Optional<BestSoFar> called(
      Program program, Expression.Name best, Expression.Call call) {
    boolean most = LoopNest.calls(program, call, "max");
    if (!most && !LoopNest.calls(program, call, "min")
        || call.arguments().size() != 2
        || !(call.arguments().get(0) instanceof Expression.Name first)
        || !first.id().equals(best.id())) {
      return Optional.empty();
    }
    Expression value = call.arguments().get(1);
    return Optional.of(
        new BestSoFar(value, first, most, Map.of(best.id(), value), List.of(), Optional.empty()));
  }

  /** {@code best = value if value > best else best}. */
  private static Optional<BestSoFar> chosen(Expression.Name best, Expression value) {
    boolean stays =
        value instanceof Expression.IfExp choice
            && choice.orElse() instanceof Expression.Name other
            && other.id().equals(best.id());
    return stays && ((Expression.IfExp) value).test() instanceof Expression.Compare test
        ? compared(test, Map.of(best.id(), ((Expression.IfExp) value).body()))
        : Optional.empty();
  }
}
