package dev.parallelize.syntax.grammar;

/** Finds the end of a string that is no f-string. */
final class Strings {
  private final char[] text;
  private final int length;
  private boolean plain;
  private boolean triple;

  Strings(char[] text, int length) {
    this.text = text;
    this.length = length;
  }

  /**
   * What the builder needs of the string read last: the width of its prefix, whether it is triple, and
   * whether its value is just the text between its quotes, all of it ASCII.
   */
  int detail(int prefix) {
    return prefix << 2 | (triple ? 2 : 0) | (plain ? 1 : 0);
  }

  static int prefixOf(int detail) {
    return detail >> 2;
  }

  static int quotesOf(int detail) {
    return (detail & 2) == 0 ? 1 : 3;
  }

  static boolean isPlain(int detail) {
    return (detail & 1) != 0;
  }

  static boolean isTriple(char[] text, int quote) {
    return text[quote + 1] == text[quote] && text[quote + 2] == text[quote];
  }

  /** The offset after the string that starts at {@code start}, its first quote at {@code quote}. */
  int end(int start, int quote) {
    plain = true;
    triple = isTriple(text, quote);
    return triple ? endOfTriple(start, quote, text[quote]) : endOfSingle(start, quote, text[quote]);
  }

  private int endOfSingle(int start, int quote, char mark) {
    int p = quote + 1;
    while (true) {
      char c = text[p];
      if (c == mark) {
        return p + 1;
      }
      if (c == '\\') {
        plain = false;
        p = afterEscape(text, p);
      } else if (c == '\n' || c == '\r' || c == 0) {
        checkNul(text, length, p);
        throw new Rejection(
            start,
            "unterminated string literal" + detected(text, p),
            "close the string with " + mark);
      } else {
        plain &= c < 128;
        p++;
      }
    }
  }

  private int endOfTriple(int start, int quote, char mark) {
    int p = quote + 3;
    while (true) {
      char c = text[p];
      if (c == mark && text[p + 1] == mark && text[p + 2] == mark) {
        return p + 3;
      }
      if (c == '\\') {
        plain = false;
        p = afterEscape(text, p);
      } else if (c == 0) {
        checkNul(text, length, p);
        throw new Rejection(
            start,
            "unterminated triple-quoted string literal" + detected(text, lastLine(text, p)),
            "close the string with " + String.valueOf(mark).repeat(3));
      } else {
        plain &= c < 128 && c != '\r';
        p++;
      }
    }
  }

  /** A backslash takes the next character with it, whatever that is, but not the end of the text. */
  static int afterEscape(char[] text, int p) {
    if (text[p + 1] == 0) {
      return p + 1;
    }
    return text[p + 1] == '\r' && text[p + 2] == '\n' ? p + 3 : p + 2;
  }

  /** CPython adds the line where it noticed. */
  static String detected(char[] text, int p) {
    int line = 1;
    for (int i = 0; i < p; i++) {
      line += text[i] == '\n' || text[i] == '\r' && text[i + 1] != '\n' ? 1 : 0;
    }
    return " (detected at line " + line + ")";
  }

  /** A line end at the end of the text starts no line. */
  static int lastLine(char[] text, int end) {
    return end > 0 && (text[end - 1] == '\n' || text[end - 1] == '\r') ? end - 1 : end;
  }

  static void checkNul(char[] text, int length, int p) {
    if (text[p] == 0 && p < length) {
      throw new Rejection(
          p, "source code cannot contain null bytes", "delete the character, or write \\0");
    }
  }
}
