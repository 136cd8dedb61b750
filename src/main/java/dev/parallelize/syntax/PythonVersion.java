package dev.parallelize.syntax;

import java.util.Optional;

/**
 * A minor version of Python 3, from 3.9 to 3.14.
 *
 * @param freeThreaded true for the builds without a global interpreter lock (3.13t, 3.14t)
 */
public record PythonVersion(int minor, boolean freeThreaded) implements Comparable<PythonVersion> {
  public static final PythonVersion DEFAULT = new PythonVersion(11, false);
  public static final PythonVersion LATEST = new PythonVersion(14, false);
  private static final int OLDEST = 9;
  private static final int FIRST_FREE_THREADED = 13;

  /** Reads {@code "3.9"} to {@code "3.14"}, {@code "3.13t"} and {@code "3.14t"}. */
  public static Optional<PythonVersion> parse(String text) {
    for (int minor = OLDEST; minor <= LATEST.minor(); minor++) {
      if (text.equals("3." + minor)) {
        return Optional.of(new PythonVersion(minor, false));
      }
      if (minor >= FIRST_FREE_THREADED && text.equals("3." + minor + "t")) {
        return Optional.of(new PythonVersion(minor, true));
      }
    }
    return Optional.empty();
  }

  public boolean atLeast(int wanted) {
    return minor >= wanted;
  }

  @Override
  public int compareTo(PythonVersion other) {
    return Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return "3." + minor + (freeThreaded ? "t" : "");
  }
}
