package dev.parallelize.verification;

/** Text of a program as it may stand in an answer: one line, no control characters, not too long. */
final class Printable {
  private Printable() {}

  static String oneLine(String text, int limit) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length() && line.length() < limit; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n' || c == '\r' || c == '\t') {
        line.append(' ');
      } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || lone(c)) {
        line.append(String.format("\\u%04x", c));
      } else {
        line.appendCodePoint(c);
      }
    }
    String shown = line.toString().strip();
    return line.length() >= limit ? shown + "…" : shown;
  }

  private static boolean lone(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
