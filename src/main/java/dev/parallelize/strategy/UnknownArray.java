package dev.parallelize.strategy;

/** Leaves the attempt to vectorize a loop because a variable is not known to hold a NumPy array. */
final class UnknownArray extends NotVectorizable {
  private static final long serialVersionUID = 1;

  private final String array;

  UnknownArray(String array, String reason) {
    super(reason);
    this.array = array;
  }

  String array() {
    return array;
  }
}
