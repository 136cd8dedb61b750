package dev.parallelize.dependence;

import java.util.OptionalLong;

/** What the subscript tests say of a loop: whether its iterations may run in any order. */
public sealed interface AffineResult {
  /** Proved: no element that one iteration writes is read or written by another one. */
  record Independent() implements AffineResult {}

  /**
   * The only thing that iterations share is a value that each combines with its own.
   *
   * @param operator the operator's symbol, as {@code +}; or {@code min}, {@code max}
   * @param target the variable or array, as written
   */
  record Reduction(String operator, String target, int line) implements AffineResult {}

  /**
   * Iterations need each other's results, or may.
   *
   * @param variable the array or variable, as written
   * @param line the later access: the read of a flow dependence, the write of the others
   * @param otherLine the earlier access
   * @param distance how many iterations lie between the two, where that is always the same
   */
  record Dependent(Kind kind, String variable, int line, int otherLine, OptionalLong distance)
      implements AffineResult {}

  /** Independent unless the two names (or rows of the one) are the same memory. */
  record MayAlias(String first, String second, int line) implements AffineResult {}

  /** The tests do not apply, for the reason given. */
  record Unknown(String reason, int line) implements AffineResult {}

  /** Which access comes first. */
  enum Kind {
    /** Written, then read. */
    FLOW,
    /** Read, then written. */
    ANTI,
    /** Written twice. */
    OUTPUT
  }
}
