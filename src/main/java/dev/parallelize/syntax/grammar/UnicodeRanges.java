package dev.parallelize.syntax.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The characters beyond ASCII that may start or continue a name. They are data, since the tables of
 * a JDK are those of another version of Unicode than Python's.
 */
final class UnicodeRanges {
  private static final int HEXADECIMAL = 16;

  static final UnicodeRanges START = read("identifier-start.txt");
  static final UnicodeRanges PART = read("identifier-part.txt");

  /** First code points of the ranges, and in the same order the first code points after them. */
  private final int[] starts;

  private final int[] ends;

  private UnicodeRanges(int[] starts, int[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  boolean contains(int codePoint) {
    int found = Arrays.binarySearch(starts, codePoint);
    int range = found >= 0 ? found : -found - 2;
    return range >= 0 && codePoint < ends[range];
  }

  private static UnicodeRanges read(String name) {
    List<int[]> ranges = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(UnicodeRanges.class.getResourceAsStream(name), name),
                StandardCharsets.US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          String[] bounds = line.split("-");
          int first = Integer.parseInt(bounds[0], HEXADECIMAL);
          ranges.add(
              new int[] {first, Integer.parseInt(bounds[bounds.length - 1], HEXADECIMAL) + 1});
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return new UnicodeRanges(
        ranges.stream().mapToInt(range -> range[0]).toArray(),
        ranges.stream().mapToInt(range -> range[1]).toArray());
  }
}
