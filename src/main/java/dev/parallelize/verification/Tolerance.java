package dev.parallelize.verification;

/**
 * How far two floating-point values may lie apart and still count as equal, as in {@code math.isclose}.
 *
 * @param relative share of the larger magnitude
 * @param absolute distance near zero
 */
public record Tolerance(double relative, double absolute) {
  /** What is used when nothing is asked for: last-bit noise passes, a lost addend does not. */
  public static final Tolerance USUAL = new Tolerance(1e-9, 0);

  /** Every bit counts. */
  public static final Tolerance EXACT = new Tolerance(0, 0);

  public Tolerance {
    if (!(relative >= 0) || !(absolute >= 0)) {
      throw new IllegalArgumentException(
          "tolerances are not negative: " + relative + ", " + absolute);
    }
  }

  boolean accepts(double a, double b) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Double.isNaN(a) && Double.isNaN(b);
    }
    if (a == b) {
      return true;
    }
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return false;
    }
    double distance = Math.abs(a - b);
    return distance <= relative * Math.max(Math.abs(a), Math.abs(b)) || distance <= absolute;
  }
}
