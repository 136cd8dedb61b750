package dev.parallelize.strategy;

/**
 * What is known of a number inside a kernel.
 *
 * @param bits for whole numbers of Python: how many bits it may take, at most; they may not exceed
 *     what a kernel computes with
 */
record KernelValue(Kind kind, int bits) {
  /** Whose arithmetic the loop uses; a kernel must give the same. */
  enum Kind {
    /** A whole number of Python, of any size; in a kernel it has 64 bits. */
    WHOLE,
    /** An element of an array of 64-bit integers, which wrap around in both. */
    INTEGER,
    /** A float of Python, which raises where it is divided by zero. */
    FLOAT,
    /** A float of NumPy, which becomes infinite there. */
    ELEMENT,
    /** True or false. */
    TRUTH
  }

  /** Bits that whole numbers may take in a kernel, without the sign. */
  static final int MOST_BITS = 62;

  /** No loop in Python comes to count further. */
  static final int COUNTER_BITS = 31;

  static final KernelValue COUNTER = whole(COUNTER_BITS);

  static KernelValue whole(int bits) {
    return new KernelValue(Kind.WHOLE, bits);
  }

  static KernelValue of(Kind kind) {
    return new KernelValue(kind, 0);
  }

  boolean isFloat() {
    return kind == Kind.FLOAT || kind == Kind.ELEMENT;
  }

  boolean isNumber() {
    return kind != Kind.TRUTH;
  }

  /** A name that is one or the other; a kernel gives it one type. */
  KernelValue join(KernelValue other) {
    if (kind == other.kind) {
      return new KernelValue(kind, Math.max(bits, other.bits));
    }
    boolean truth = kind == Kind.TRUTH || other.kind == Kind.TRUTH;
    boolean wraps = kind == Kind.INTEGER || other.kind == Kind.INTEGER;
    if (truth || (wraps && (isFloat() || other.isFloat()))) {
      throw new NotVectorizable("a variable of the loop holds values of several types");
    }
    if (wraps) {
      return of(Kind.INTEGER);
    }
    boolean python = kind == Kind.FLOAT || other.kind == Kind.FLOAT;
    return of(python ? Kind.FLOAT : Kind.ELEMENT);
  }
}
