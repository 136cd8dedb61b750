package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a NumPy array.
 *
 * @param dimensions how many axes it has; absent when not known
 * @param shape lengths of its axes, empty where the axes are not known
 */
record ArrayFact(Optional<Integer> dimensions, List<Optional<Affine>> shape, Element element) {
  /** The element types that arithmetic with Python numbers keeps under every version of NumPy. */
  enum Element {
    FLOAT64,
    INT64,
    BOOL,
    /** Named in the program, and none of those above. */
    OTHER,
    UNKNOWN;

    boolean isKnown() {
      return this != OTHER && this != UNKNOWN;
    }
  }

  static final ArrayFact ANY = of(Optional.empty(), Element.UNKNOWN);

  ArrayFact {
    shape = List.copyOf(shape);
  }

  static ArrayFact of(Optional<Integer> dimensions, Element element) {
    return new ArrayFact(dimensions, List.of(), element);
  }

  static ArrayFact shaped(List<Optional<Affine>> shape, Element element) {
    return new ArrayFact(Optional.of(shape.size()), shape, element);
  }

  ArrayFact withElement(Element other) {
    return new ArrayFact(dimensions, shape, other);
  }

  ArrayFact withoutShape() {
    return of(dimensions, element);
  }

  /** What holds of an array that is one of the two. */
  ArrayFact join(ArrayFact other) {
    Optional<Integer> common = dimensions.equals(other.dimensions) ? dimensions : Optional.empty();
    Element one = element == other.element ? element : Element.UNKNOWN;
    return shape.equals(other.shape) ? new ArrayFact(common, shape, one) : of(common, one);
  }
}
