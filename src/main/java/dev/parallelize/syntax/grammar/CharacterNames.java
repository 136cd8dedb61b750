package dev.parallelize.syntax.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that {@code \N{…}} takes: those of the Unicode character database up to version 16 with
 * its aliases, and the names of ideographs, hieroglyphs and Hangul syllables, which follow rules (The
 * Unicode Standard, 4.8). Which version of Python knows which name is not told apart.
 */
final class CharacterNames {
  private static final int HEXADECIMAL = 16;
  private static final Pattern IDEOGRAPH = Pattern.compile("CJK UNIFIED IDEOGRAPH-([0-9A-F]{4,5})");
  private static final Pattern HIEROGLYPH = Pattern.compile("EGYPTIAN HIEROGLYPH-([0-9A-F]{5})");
  private static final String SYLLABLE = "HANGUL SYLLABLE ";
  private static final int FIRST_HIEROGLYPH = 0x13460;
  private static final int LAST_HIEROGLYPH = 0x143FA;
  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final List<String> INITIALS =
      List.of(
          "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T",
          "P", "H");
  private static final List<String> MEDIALS =
      List.of(
          "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO",
          "WE", "WI", "YU", "EU", "YI", "I");
  private static final List<String> FINALS =
      List.of(
          "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH",
          "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H");

  /** Read when the first name that is no official one is looked up. */
  private static final class Further {
    private static final Map<String, Integer> BY_NAME = read();

    private static Map<String, Integer> read() {
      Map<String, Integer> names = new HashMap<>();
      try (InputStream file =
              Objects.requireNonNull(
                  CharacterNames.class.getResourceAsStream("further-names.txt"));
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
        lines
            .lines()
            .filter(line -> !line.startsWith("#"))
            .forEach(
                line -> {
                  int space = line.indexOf(' ');
                  int code = Integer.parseInt(line.substring(0, space), HEXADECIMAL);
                  names.put(line.substring(space + 1), code);
                });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return names;
    }
  }

  private CharacterNames() {}

  /** The code point of that name, or -1. */
  static int lookUp(String name) {
    Matcher ideograph = IDEOGRAPH.matcher(name);
    if (ideograph.matches()) {
      int code = Integer.parseInt(ideograph.group(1), HEXADECIMAL);
      return isUnified(code) ? code : Further.BY_NAME.getOrDefault(name, -1);
    } else if (name.startsWith(SYLLABLE)) {
      return syllable(name.substring(SYLLABLE.length()));
    }
    String upper = name.toUpperCase(Locale.ROOT);
    Matcher hieroglyph = HIEROGLYPH.matcher(upper);
    if (hieroglyph.matches()) {
      int code = Integer.parseInt(hieroglyph.group(1), HEXADECIMAL);
      return FIRST_HIEROGLYPH <= code && code <= LAST_HIEROGLYPH ? code : -1;
    }
    int official = official(upper);
    return official >= 0 ? official : Further.BY_NAME.getOrDefault(upper, -1);
  }

  /** Java also makes names of its own, of a block and a number, and names control characters. */
  private static int official(String upper) {
    int code;
    try {
      code = Character.codePointOf(upper);
    } catch (IllegalArgumentException e) {
      return -1;
    }
    String number = Integer.toHexString(code).toUpperCase(Locale.ROOT);
    boolean made = upper.endsWith(" " + number) || upper.endsWith("TANGUT IDEOGRAPH-" + number);
    boolean control = Character.getType(code) == Character.CONTROL;
    return made || control ? -1 : code;
  }

  private static boolean isUnified(int code) {
    boolean late = (0x31350 <= code && code <= 0x323AF) || (0x2EBF0 <= code && code <= 0x2EE5D);
    return late
        || (Character.isValidCodePoint(code)
            && Character.isIdeographic(code)
            && Character.getType(code) == Character.OTHER_LETTER
            && Character.UnicodeScript.of(code) == Character.UnicodeScript.HAN
            && !String.valueOf(Character.UnicodeBlock.of(code)).contains("COMPATIBILITY"));
  }

  /** The longest initial, then the longest medial, then the final that is left. */
  private static int syllable(String name) {
    int initial = longest(INITIALS, name, 0);
    int afterInitial = INITIALS.get(initial).length();
    int medial = longest(MEDIALS, name, afterInitial);
    if (medial < 0) {
      return -1;
    }
    int last = FINALS.indexOf(name.substring(afterInitial + MEDIALS.get(medial).length()));
    return last < 0
        ? -1
        : FIRST_SYLLABLE + (initial * MEDIALS.size() + medial) * FINALS.size() + last;
  }

  private static int longest(List<String> parts, String name, int from) {
    int best = -1;
    for (int i = 0; i < parts.size(); i++) {
      boolean longer = best < 0 || parts.get(i).length() > parts.get(best).length();
      if (longer && name.startsWith(parts.get(i), from)) {
        best = i;
      }
    }
    return best;
  }
}
