package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.syntax.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Elements that a kernel reads and stores: it does not check indices, so that each has to be inside of
 * its array for every value of the loops around it.
 */
final class KernelAccess {
  /** The values of a loop variable: from {@code low} up to, and without, {@code high}. */
  record Range(Affine low, Affine high) {}

  private final ArrayFacts facts;
  private final RunTimeGuards guards;
  private final Set<String> bound;
  private final Map<String, Range> ranges = new LinkedHashMap<>();

  KernelAccess(ArrayFacts facts, RunTimeGuards guards, Set<String> bound) {
    this.facts = facts;
    this.guards = guards;
    this.bound = bound;
  }

  /** Loops are entered from the outside in, and stay known: their variables are bound once. */
  void enter(String variable, Range range) {
    facts.count(variable, range.low());
    ranges.put(variable, range);
  }

  /** The array of an element, checked for its number of axes, its type and its bounds. */
  KernelValue element(Expression.Subscript subscript) {
    ArrayElement element = ArrayElement.of(subscript, facts, bound);
    String array = element.array();
    ArrayFact fact = element.fact();
    List<Expression> indices = element.indices();
    requireAxes(subscript, array, fact, indices.size());
    for (int axis = 0; axis < indices.size(); axis++) {
      requireInside(array, fact, axis, indices.get(axis));
    }
    return switch (fact.element()) {
      case FLOAT64 -> KernelValue.of(KernelValue.Kind.ELEMENT);
      case INT64 -> KernelValue.of(KernelValue.Kind.INTEGER);
      case BOOL -> KernelValue.of(KernelValue.Kind.TRUTH);
      case OTHER -> throw new NotVectorizable("`" + array + "` has elements of an unusual type");
      case UNKNOWN -> {
        guards.require(array + ".dtype == \"float64\"");
        yield KernelValue.of(KernelValue.Kind.ELEMENT);
      }
    };
  }

  private void requireAxes(
      Expression.Subscript subscript, String array, ArrayFact fact, int indices) {
    Optional<Integer> dimensions = fact.dimensions();
    if (dimensions.isEmpty()) {
      guards.require(array + ".ndim == " + indices);
    } else if (dimensions.get() != indices) {
      throw new NotVectorizable(
          "`" + facts.text(subscript) + "` is not one element of `" + array + "`");
    }
  }

  private void requireInside(String array, ArrayFact fact, int axis, Expression index) {
    Affine form =
        facts
            .integer(index)
            .filter(f -> f.names().stream().allMatch(n -> ranges.containsKey(n) || isFixed(n)))
            .orElseThrow(
                () ->
                    new NotVectorizable(
                        "the index `"
                            + facts.text(index)
                            + "` is not made of loop variables and fixed numbers, so that a kernel"
                            + " could read outside of the array"));
    Affine least = extreme(form, false);
    Affine length = facts.length(array, fact, axis);
    if (!facts.isNotNegative(least) && !facts.holds(least)) {
      throw new NotVectorizable(
          "the index `" + facts.text(index) + "` may be negative, and so count from the end");
    }
    Affine most = extreme(form, true);
    Affine rest = length.minus(most).plus(-1);
    if (rest.isConstant() && rest.constant() < 0) {
      throw new NotVectorizable("the loop reads past the end of `" + array + "`");
    }
    guards.requireAtMost(most.plus(1), length);
  }

  private boolean isFixed(String name) {
    return bound.stream().noneMatch(b -> name.matches(".*\\b" + b + "\\b.*"));
  }

  /** The least or the greatest value of the form, from the innermost loop outwards. */
  private Affine extreme(Affine form, boolean greatest) {
    List<String> inward = new ArrayList<>(ranges.keySet());
    Affine value = form;
    for (int i = inward.size() - 1; i >= 0; i--) {
      String variable = inward.get(i);
      long factor = value.coefficient(variable);
      if (factor != 0) {
        Range range = ranges.get(variable);
        Affine end = (factor > 0) == greatest ? range.high().plus(-1) : range.low();
        value = value.without(variable).plus(end.times(factor));
      }
    }
    return value;
  }
}
