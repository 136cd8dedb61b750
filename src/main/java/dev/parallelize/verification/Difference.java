package dev.parallelize.verification;

/**
 * One thing that came out unequal.
 *
 * @param path what it is and where inside the value: {@code stdout line 3}, {@code globals.totals['a'][2]}
 * @param original what the original had, shortened
 * @param transformed what the transformed program had, shortened
 * @param run under which circumstances
 */
public record Difference(String path, String original, String transformed, String run) {
  private static final int SHOWN = 240;

  public Difference {
    original = Printable.oneLine(original, SHOWN);
    transformed = Printable.oneLine(transformed, SHOWN);
    path = Printable.oneLine(path, SHOWN);
  }

  Difference in(String circumstances) {
    return new Difference(path, original, transformed, circumstances);
  }

  /** As a sentence of evidence. */
  String sentence() {
    return path
        + ": "
        + original
        + " became "
        + transformed
        + (run.isEmpty() ? "" : " (" + run + ")");
  }
}
