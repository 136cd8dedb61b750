package dev.parallelize.syntax.grammar;

/** The letters before a string's quote: section 2.4.1 of the language reference. */
final class Prefixes {
  private Prefixes() {}

  /** True if the letters are one of r, u, b, f, t, or r with one of b, f and t, in any case. */
  static boolean isPrefix(char[] text, int start, int end) {
    return switch (end - start) {
      case 1 -> "rubft".indexOf(lower(text[start])) >= 0;
      case 2 ->
          lower(text[start]) == 'r' && "bft".indexOf(lower(text[start + 1])) >= 0
              || lower(text[start + 1]) == 'r' && "bft".indexOf(lower(text[start])) >= 0;
      default -> false;
    };
  }

  static boolean has(char[] text, int start, int end, char letter) {
    for (int i = start; i < end; i++) {
      if (lower(text[i]) == letter) {
        return true;
      }
    }
    return false;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
