package dev.parallelize.syntax.grammar;

/** Escape sequences of string and bytes literals: section 2.4.1.1 of the language reference. */
final class TextDecoder {
  private static final int HEXADECIMAL = 16;
  private static final int OCTAL = 8;
  private static final int BYTE = 0xFF;

  private final String text;
  private final boolean bytes;
  private final StringBuilder out = new StringBuilder();

  private TextDecoder(String text, boolean bytes) {
    this.text = text;
    this.bytes = bytes;
  }

  /** The value of the characters between a literal's quotes. */
  static String decode(String text, int from, int to, boolean raw, boolean bytes) {
    boolean plain = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= 128 && bytes) {
        throw new Rejection(
            i,
            "bytes can only contain ASCII literal characters",
            "write the character as \\x escapes, or encode a string");
      }
      plain &= c != '\r' && (raw || c != '\\');
    }
    if (plain) {
      return text.substring(from, to);
    }
    TextDecoder decoder = new TextDecoder(text, bytes);
    decoder.run(from, to, raw);
    return decoder.out.toString();
  }

  private void run(int from, int to, boolean raw) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c == '\r') {
        // the source's line ends are one character in a value
        out.append('\n');
        i += i + 1 < to && text.charAt(i + 1) == '\n' ? 2 : 1;
      } else if (c == '\\' && !raw && i + 1 < to) {
        i = escape(i, to);
      } else {
        out.append(c);
        i++;
      }
    }
  }

  private int escape(int backslash, int to) {
    int next = backslash + 2;
    char c = text.charAt(backslash + 1);
    switch (c) {
      case '\n' -> {}
      case '\r' -> {
        return next < to && text.charAt(next) == '\n' ? next + 1 : next;
      }
      case '\\', '\'', '"' -> out.append(c);
      case 'a' -> out.append('\u0007');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'v' -> out.append('\u000b');
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return octal(backslash + 1, to);
      }
      case 'x' -> {
        return hexadecimal(backslash, to, 2, "\\xXX");
      }
      default -> {
        return bytes ? unknown(backslash + 1) : wide(backslash, to, c);
      }
    }
    return next;
  }

  private int wide(int backslash, int to, char c) {
    return switch (c) {
      case 'u' -> hexadecimal(backslash, to, 4, "\\uXXXX");
      case 'U' -> hexadecimal(backslash, to, 8, "\\UXXXXXXXX");
      case 'N' -> named(backslash, to);
      default -> unknown(backslash + 1);
    };
  }

  /** An unknown escape stands for itself; CPython only warns. */
  private int unknown(int character) {
    out.append('\\');
    return character;
  }

  private int octal(int from, int to) {
    int value = 0;
    int i = from;
    while (i < to && i < from + 3 && text.charAt(i) >= '0' && text.charAt(i) <= '7') {
      value = value * OCTAL + (text.charAt(i) - '0');
      i++;
    }
    out.append((char) (bytes ? value & BYTE : value));
    return i;
  }

  private int hexadecimal(int backslash, int to, int digits, String form) {
    int from = backslash + 2;
    long value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit =
          i < to && text.charAt(i) < 128 ? Character.digit(text.charAt(i), HEXADECIMAL) : -1;
      if (digit < 0) {
        throw truncated(backslash, form);
      }
      value = value * HEXADECIMAL + digit;
    }
    if (value > Character.MAX_CODE_POINT) {
      throw new Rejection(
          backslash,
          "(unicode error) 'unicodeescape' codec can't decode bytes: illegal Unicode character",
          "code points end at 10FFFF");
    }
    if (bytes) {
      out.append((char) value);
    } else {
      out.appendCodePoint((int) value);
    }
    return from + digits;
  }

  private Rejection truncated(int offset, String form) {
    return bytes
        ? new Rejection(
            offset, "(value error) invalid \\x escape", "write two hexadecimal digits after \\x")
        : new Rejection(
            offset,
            "(unicode error) 'unicodeescape' codec can't decode bytes: truncated "
                + form
                + " escape",
            "write all digits, double the backslash, or use a raw string");
  }

  private int named(int backslash, int to) {
    int open = backslash + 2;
    int close = open < to && text.charAt(open) == '{' ? text.indexOf('}', open) : -1;
    if (close < 0 || close >= to || close == open + 1) {
      throw new Rejection(
          backslash,
          "(unicode error) 'unicodeescape' codec can't decode bytes: malformed \\N character escape",
          "write \\N{NAME}, double the backslash, or use a raw string");
    }
    int codePoint = CharacterNames.lookUp(text.substring(open + 1, close));
    if (codePoint < 0) {
      throw new Rejection(
          backslash,
          "(unicode error) 'unicodeescape' codec can't decode bytes: unknown Unicode character name",
          "look the character's name up with unicodedata.name()");
    }
    out.appendCodePoint(codePoint);
    return close + 1;
  }
}
