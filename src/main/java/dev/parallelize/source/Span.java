package dev.parallelize.source;

/**
 * A half-open range of a source text.
 *
 * @param start first UTF-16 offset inside the range
 * @param end first UTF-16 offset after the range, at least {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** True when the two share at least one character. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
