package dev.parallelize.syntax.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The characters beyond ASCII that may start or continue a name. They are data, since the tables of
 * a JDK are those of another version of Unicode than Python's, and each Python has its own.
 */
final class UnicodeRanges {
  private static final int HEXADECIMAL = 16;

  static final UnicodeRanges START = read("identifier-start.txt");
  static final UnicodeRanges PART = read("identifier-part.txt");

  /**
   * A row of the table.
   *
   * @param end the first code point after the range
   * @param since the minor version of the first Python that knows it, 0 for all
   */
  private record Range(int start, int end, int since) {
    static Range of(String row) {
      String[] fields = row.split("[- ]");
      boolean several = row.indexOf('-') > 0;
      int start = Integer.parseInt(fields[0], HEXADECIMAL);
      int last = several ? Integer.parseInt(fields[1], HEXADECIMAL) : start;
      int since = row.indexOf(' ') > 0 ? Integer.parseInt(fields[fields.length - 1]) : 0;
      return new Range(start, last + 1, since);
    }
  }

  /** In ascending order; the first code points once more, for the search. */
  private final List<Range> ranges;

  private final int[] starts;

  private UnicodeRanges(List<Range> ranges) {
    this.ranges = ranges;
    this.starts = ranges.stream().mapToInt(Range::start).toArray();
  }

  /** Whether the table of Python 3.{@code minor} has the code point. */
  boolean contains(int codePoint, int minor) {
    int found = Arrays.binarySearch(starts, codePoint);
    int at = found >= 0 ? found : -found - 2;
    return at >= 0 && codePoint < ranges.get(at).end() && minor >= ranges.get(at).since();
  }

  private static UnicodeRanges read(String name) {
    return new UnicodeRanges(rows(name).stream().map(Range::of).toList());
  }

  /** The lines of a table without its comments. */
  static List<String> rows(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(UnicodeRanges.class.getResourceAsStream(name), name),
                StandardCharsets.US_ASCII))) {
      Stream<String> lines = reader.lines();
      return lines.filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
