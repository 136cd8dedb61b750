package dev.parallelize.syntax.grammar;

/** What may stand in a name: section 2.3 of the language reference. */
final class Identifiers {
  private static final boolean[] ASCII_PART = new boolean[128];

  static {
    for (char c = 0; c < 128; c++) {
      ASCII_PART[c] =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
  }

  private Identifiers() {}

  static boolean isAsciiPart(char c) {
    return c < 128 && ASCII_PART[c];
  }

  /** True for what CPython's tokenizer takes for part of a word before it looks closer. */
  static boolean isAsciiPartOrOther(char c) {
    return c >= 128 || ASCII_PART[c];
  }

  /** The offset after the word; rejects one with characters that stand in no name of Python 3.{@code minor}. */
  static int end(char[] text, int start, int minor) {
    int p = start;
    while (isAsciiPartOrOther(text[p])) {
      p++;
    }
    verify(text, start, p, minor);
    return p;
  }

  /** Rejects a word whose characters are no identifier's. */
  private static void verify(char[] text, int start, int end, int minor) {
    int p = start;
    while (p < end) {
      int c = Character.codePointAt(text, p, end);
      boolean good = p == start ? isStart(c, minor) : isPart(c, minor);
      if (!good) {
        String shown = Character.isISOControl(c) ? "" : " '" + Character.toString(c) + "'";
        throw new Rejection(
            p,
            isPrintable(c)
                ? String.format("invalid character%s (U+%04X)", shown, c)
                : String.format("invalid non-printable character U+%04X", c),
            "only letters, digits and underscores can stand in a name; delete the character, "
                + "or put it in a string");
      }
      p += Character.charCount(c);
    }
  }

  static boolean isStart(int c, int minor) {
    return c < 128
        ? ASCII_PART[c] && !(c >= '0' && c <= '9')
        : UnicodeRanges.START.contains(c, minor);
  }

  static boolean isPart(int c, int minor) {
    return c < 128 ? ASCII_PART[c] : UnicodeRanges.PART.contains(c, minor);
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
