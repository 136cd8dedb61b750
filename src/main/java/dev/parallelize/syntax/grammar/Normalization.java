package dev.parallelize.syntax.grammar;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The form of a name that the tree carries: NFKC, as section 2.3 of the language reference has it.
 *
 * <p>The JDK at hand may know fewer characters than Python, so those of later versions of Unicode are
 * replaced by what they stand for first. What is left are names in which several combining characters
 * of such a version meet: they keep their order.
 */
final class Normalization {
  private static final int HEXADECIMAL = 16;

  /** Loaded when the first name with other than ASCII characters comes. */
  private static final class Later {
    private static final Map<Integer, Integer> REPLACEMENTS = new HashMap<>();

    static {
      for (String row : UnicodeRanges.rows("compatibility.txt")) {
        int space = row.indexOf(' ');
        REPLACEMENTS.put(
            Integer.parseInt(row, 0, space, HEXADECIMAL),
            Integer.parseInt(row, space + 1, row.length(), HEXADECIMAL));
      }
    }
  }

  private Normalization() {}

  static String of(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 128) {
        return Normalizer.normalize(replaced(name), Normalizer.Form.NFKC);
      }
    }
    return name;
  }

  private static String replaced(String name) {
    StringBuilder replaced = new StringBuilder();
    name.codePoints().forEach(c -> replaced.appendCodePoint(Later.REPLACEMENTS.getOrDefault(c, c)));
    return replaced.toString();
  }
}
