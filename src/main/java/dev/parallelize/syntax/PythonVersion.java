package dev.parallelize.syntax;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A minor version of Python 3, from 3.9 to 3.14.
 *
 * @param freeThreaded true for the builds without a global interpreter lock (3.13t, 3.14t)
 */
public record PythonVersion(int minor, boolean freeThreaded) implements Comparable<PythonVersion> {
  public static final PythonVersion DEFAULT = new PythonVersion(11, false);
  public static final PythonVersion LATEST = new PythonVersion(14, false);
  private static final Pattern FORM = Pattern.compile("3\\.(9|1[0-4])(t?)");

  /** Reads {@code "3.9"} to {@code "3.14"}, {@code "3.13t"} and {@code "3.14t"}. */
  public static Optional<PythonVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int minor = Integer.parseInt(matcher.group(1));
    boolean freeThreaded = !matcher.group(2).isEmpty();
    return freeThreaded && minor < 13
        ? Optional.empty()
        : Optional.of(new PythonVersion(minor, freeThreaded));
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
