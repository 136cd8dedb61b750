package dev.parallelize.syntax.grammar;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that {@code \N{…}} takes: those of the Unicode character database. */
final class CharacterNames {
  private static final int HEXADECIMAL = 16;
  private static final Pattern BY_NUMBER =
      Pattern.compile("(CJK (?:UNIFIED|COMPATIBILITY) IDEOGRAPH|TANGUT IDEOGRAPH)-([0-9A-F]{4,6})");

  private CharacterNames() {}

  /** The code point of that name, or -1. */
  static int lookUp(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    Matcher matcher = BY_NUMBER.matcher(upper);
    if (matcher.matches()) {
      return Integer.parseInt(matcher.group(2), HEXADECIMAL);
    }
    try {
      return Character.codePointOf(upper);
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }
}
