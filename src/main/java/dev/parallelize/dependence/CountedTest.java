package dev.parallelize.dependence;

import dev.parallelize.syntax.BooleanOperator;
import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The test of a {@code while} loop that compares a counter: {@code i < len(xs) and not found}.
 *
 * @param name the counter
 * @param bound what it is compared with
 * @param inclusive whether the body still runs where they are equal
 * @param down whether the counter has to come down to the bound
 * @param others what else has to hold for another round
 */
record CountedTest(
    Expression.Name name,
    Expression bound,
    boolean inclusive,
    boolean down,
    List<Expression> others) {
  CountedTest {
    others = List.copyOf(others);
  }

  /** The parts of the test; empty where its first part, or the one behind plain flags, compares no variable. */
  static Optional<CountedTest> of(Expression test) {
    List<Expression> parts =
        test instanceof Expression.BoolOp all && all.operator() == BooleanOperator.AND
            ? all.values()
            : List.of(test);
    List<Expression> others = new ArrayList<>(parts);
    for (Expression part : parts) {
      Optional<CountedTest> found = compared(part);
      if (found.isPresent()) {
        others.remove(part);
        CountedTest t = found.get();
        return Optional.of(new CountedTest(t.name, t.bound, t.inclusive, t.down, others));
      } else if (!isFlag(part)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  String counter() {
    return name.id();
  }

  /** It does nothing and cannot fail, so that it may be asked later than it was. */
  private static boolean isFlag(Expression part) {
    return part instanceof Expression.Name
        || part instanceof Expression.UnaryOp not
            && not.operator() == UnaryOperator.NOT
            && not.operand() instanceof Expression.Name;
  }

  private static Optional<CountedTest> compared(Expression part) {
    if (!(part instanceof Expression.Compare compare) || compare.operators().size() != 1) {
      return Optional.empty();
    }
    Expression left = compare.left();
    Expression right = compare.comparators().get(0);
    Comparator sign = compare.operators().get(0);
    return named(left, right, sign).or(() -> mirrored(sign).flatMap(s -> named(right, left, s)));
  }

  private static Optional<CountedTest> named(Expression name, Expression bound, Comparator sign) {
    boolean up = sign == Comparator.LT || sign == Comparator.LT_E;
    boolean down = sign == Comparator.GT || sign == Comparator.GT_E;
    boolean inclusive = sign == Comparator.LT_E || sign == Comparator.GT_E;
    return name instanceof Expression.Name counter && (up || down)
        ? Optional.of(new CountedTest(counter, bound, inclusive, down, List.of()))
        : Optional.empty();
  }

  private static Optional<Comparator> mirrored(Comparator sign) {
    return switch (sign) {
      case LT -> Optional.of(Comparator.GT);
      case LT_E -> Optional.of(Comparator.GT_E);
      case GT -> Optional.of(Comparator.LT);
      case GT_E -> Optional.of(Comparator.LT_E);
      case EQ, NOT_EQ, IS, IS_NOT, IN, NOT_IN -> Optional.empty();
    };
  }
}
