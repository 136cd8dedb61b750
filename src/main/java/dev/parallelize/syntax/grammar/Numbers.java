package dev.parallelize.syntax.grammar;

/** Finds the end of a number, by section 2.4.4 to 2.4.7 of the language reference. */
final class Numbers {
  private Numbers() {}

  /** The offset after the number that starts at a digit, or at a dot before a digit. */
  static int end(char[] text, int start) {
    int p = start;
    if (text[p] == '0') {
      switch (text[p + 1]) {
        case 'x', 'X':
          return prefixed(text, start, 16, "hexadecimal");
        case 'o', 'O':
          return prefixed(text, start, 8, "octal");
        case 'b', 'B':
          return prefixed(text, start, 2, "binary");
        default:
          return zero(text, start);
      }
    }
    if (text[p] != '.') {
      p = digits(text, p);
    }
    return fraction(text, start, p);
  }

  private static int prefixed(char[] text, int start, int radix, String name) {
    int p = start + 2;
    do {
      if (text[p] == '_') {
        p++;
      }
      if (Character.digit(asciiOnly(text[p]), radix) < 0) {
        if (isDigit(text[p])) {
          throw invalid(p, "invalid digit '" + text[p] + "' in " + name + " literal");
        }
        throw invalid(p - 1, "invalid " + name + " literal");
      }
      while (Character.digit(asciiOnly(text[p]), radix) >= 0) {
        p++;
      }
    } while (text[p] == '_');
    if (isDigit(text[p])) {
      throw invalid(p, "invalid digit '" + text[p] + "' in " + name + " literal");
    }
    verifyEnd(text, p, name);
    return p;
  }

  /** Zeros may be repeated; another digit after them must become a float or imaginary number. */
  private static int zero(char[] text, int start) {
    int p = start;
    while (text[p] == '0' || (text[p] == '_' && text[p + 1] == '0')) {
      p++;
    }
    int zeros = p;
    if (text[p] == '_' && !isDigit(text[p + 1])) {
      throw invalid(p, "invalid decimal literal");
    }
    boolean nonzero = isDigit(text[p]) || text[p] == '_';
    if (nonzero) {
      p = digits(text, text[p] == '_' ? p + 1 : p);
    }
    char next = text[p];
    boolean real = next == '.' || next == 'e' || next == 'E' || next == 'j' || next == 'J';
    if (nonzero && !real) {
      throw new Rejection(
          start,
          "leading zeros in decimal integer literals are not permitted; "
              + "use an 0o prefix for octal integers",
          "write " + new String(text, zeros, p - zeros).replaceFirst("^_", ""));
    }
    return fraction(text, start, p);
  }

  private static int fraction(char[] text, int start, int afterInteger) {
    int p = afterInteger;
    String name = "decimal";
    if (text[p] == '.') {
      p++;
      if (isDigit(text[p])) {
        p = digits(text, p);
      }
    }
    if (text[p] == 'e' || text[p] == 'E') {
      int exponent = p + 1;
      if (text[exponent] == '+' || text[exponent] == '-') {
        exponent++;
        if (!isDigit(text[exponent])) {
          throw invalid(exponent - 1, "invalid decimal literal");
        }
        p = digits(text, exponent);
      } else if (isDigit(text[exponent])) {
        p = digits(text, exponent);
      } else {
        verifyEnd(text, p, name);
        return p;
      }
    }
    if (text[p] == 'j' || text[p] == 'J') {
      p++;
      name = "imaginary";
    }
    verifyEnd(text, p, name);
    return p;
  }

  private static int digits(char[] text, int from) {
    int p = from;
    while (true) {
      while (isDigit(text[p])) {
        p++;
      }
      if (text[p] != '_') {
        return p;
      }
      p++;
      if (!isDigit(text[p])) {
        throw invalid(p - 1, "invalid decimal literal");
      }
    }
  }

  /** A number may touch a keyword, as in {@code 1if x else y}, but no other word. */
  private static void verifyEnd(char[] text, int p, String name) {
    char c = text[p];
    boolean keyword =
        switch (c) {
          case 'a' -> starts(text, p, "and");
          case 'e' -> starts(text, p, "else");
          case 'f' -> starts(text, p, "for");
          case 'i' -> text[p + 1] == 'f' || text[p + 1] == 'n' || text[p + 1] == 's';
          case 'n' -> starts(text, p, "not");
          case 'o' -> starts(text, p, "or");
          default -> false;
        };
    if (!keyword && Identifiers.isAsciiPartOrOther(c)) {
      throw invalid(p - 1, "invalid " + name + " literal");
    }
  }

  private static boolean starts(char[] text, int p, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (text[p + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Rejection invalid(int offset, String message) {
    return new Rejection(
        offset, message, "separate the number from what follows, or correct its digits");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Character.digit knows the digits of all scripts, numbers only those of ASCII. */
  private static char asciiOnly(char c) {
    return c < 128 ? c : 0;
  }
}
