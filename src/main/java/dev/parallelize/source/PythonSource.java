package dev.parallelize.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of a Python file with its line table, and what is needed to write it back byte for byte.
 *
 * <p>Offsets are UTF-16 offsets into {@link #text()}. Lines end at {@code \n}, {@code \r\n} and a
 * lone {@code \r}, as in section 2.1.2 of the Python language reference.
 */
public final class PythonSource {
  private final String text;
  private final Charset encoding;
  private final boolean byteOrderMark;
  private final int[] lineStarts;

  private PythonSource(String text, Charset encoding, boolean byteOrderMark) {
    this.text = text;
    this.encoding = encoding;
    this.byteOrderMark = byteOrderMark;
    this.lineStarts = lineStarts(text);
  }

  /** A program given as text; it would be written as UTF-8 without a byte order mark. */
  public static PythonSource of(String text) {
    return new PythonSource(text, StandardCharsets.UTF_8, false);
  }

  /** A program read from bytes; {@code text} excludes the byte order mark. */
  public static PythonSource of(String text, Charset encoding, boolean byteOrderMark) {
    return new PythonSource(text, encoding, byteOrderMark);
  }

  public String text() {
    return text;
  }

  public Charset encoding() {
    return encoding;
  }

  public boolean byteOrderMark() {
    return byteOrderMark;
  }

  /** The same encoding and byte order mark around another text. */
  public PythonSource withText(String other) {
    return new PythonSource(other, encoding, byteOrderMark);
  }

  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  public int lineCount() {
    return lineStarts.length;
  }

  /** The 1-based line that holds the offset. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The offset of the first character of a 1-based line. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** The offset after the last character of a 1-based line, its line end excluded. */
  public int lineEnd(int line) {
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > lineStarts[line - 1] && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  public String lineText(int line) {
    return text.substring(lineStart(line), lineEnd(line));
  }

  public Position position(int offset) {
    int line = line(offset);
    return new Position(line, text.codePointCount(lineStart(line), offset) + 1);
  }

  /** The line end this file uses: that of its first line, or {@code \n}. */
  public String lineSeparator() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return "\n";
      }
      if (c == '\r') {
        return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "\r\n" : "\r";
      }
    }
    return "\n";
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static int[] lineStarts(String text) {
    boolean returns = text.indexOf('\r') >= 0;
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    for (int end = lineEnd(text, 0, returns); end >= 0; end = lineEnd(text, end + 1, returns)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = end + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /** The last character of the next line end, or -1; most texts have no carriage returns. */
  private static int lineEnd(String text, int from, boolean returns) {
    if (!returns) {
      return text.indexOf('\n', from);
    }
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        return i;
      }
    }
    return -1;
  }
}
