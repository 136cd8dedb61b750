package dev.parallelize.strategy;

import dev.parallelize.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code a[i, j]}, or {@code a[i][j]}, of an array that stays the same.
 *
 * @param array the variable that holds the array
 * @param indices one for each axis that is asked for, the outermost first
 */
record ArrayElement(String array, ArrayFact fact, List<Expression> indices) {
  ArrayElement {
    indices = List.copyOf(indices);
  }

  /**
   * Reads one; throws {@link NotVectorizable} for what is no variable, or not known to be an array.
   *
   * @param bound names that the loop gives other values
   */
  static ArrayElement of(Expression.Subscript subscript, ArrayFacts facts, Set<String> bound) {
    Expression base = base(subscript);
    if (!(base instanceof Expression.Name array) || bound.contains(array.id())) {
      throw new NotVectorizable("`" + facts.text(base) + "` is no variable that stays the same");
    }
    ArrayFact fact =
        facts
            .of(array)
            .orElseThrow(
                () ->
                    new UnknownArray(
                        array.id(), "`" + array.id() + "` is not known to be a NumPy array"));
    return new ArrayElement(array.id(), fact, indices(subscript));
  }

  /** {@code a} of {@code a[i][j]}. */
  static Expression base(Expression.Subscript subscript) {
    Expression base = subscript;
    while (base instanceof Expression.Subscript level) {
      base = level.value();
    }
    return base;
  }

  /** {@code i} and {@code j} of {@code a[i, j]} and of {@code a[i][j]}. */
  static List<Expression> indices(Expression.Subscript subscript) {
    List<Expression> indices = new ArrayList<>();
    Expression base = subscript;
    while (base instanceof Expression.Subscript level) {
      indices.addAll(
          0,
          level.slice() instanceof Expression.TupleDisplay tuple
              ? tuple.elements()
              : List.of(level.slice()));
      base = level.value();
    }
    return indices;
  }
}
