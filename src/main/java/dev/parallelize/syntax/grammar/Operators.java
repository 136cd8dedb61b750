package dev.parallelize.syntax.grammar;

import java.util.Arrays;
import java.util.List;

/** The operators and delimiters that need no look at what surrounds them. */
final class Operators {
  /** An operator with its second and third character, 0 where there is none. */
  private record Spelling(char first, char second, char third, int width, int type) {
    static Spelling of(String text, int type) {
      char second = text.length() > 1 ? text.charAt(1) : 0;
      char third = text.length() > 2 ? text.charAt(2) : 0;
      return new Spelling(text.charAt(0), second, third, text.length(), type);
    }
  }

  private static final List<Spelling> SPELLINGS =
      List.of(
          Spelling.of("**=", PythonGrammar.AUGMENTED),
          Spelling.of("//=", PythonGrammar.AUGMENTED),
          Spelling.of(">>=", PythonGrammar.AUGMENTED),
          Spelling.of("<<=", PythonGrammar.AUGMENTED),
          Spelling.of("...", PythonGrammar.ELLIPSIS),
          Spelling.of("+=", PythonGrammar.AUGMENTED),
          Spelling.of("-=", PythonGrammar.AUGMENTED),
          Spelling.of("*=", PythonGrammar.AUGMENTED),
          Spelling.of("/=", PythonGrammar.AUGMENTED),
          Spelling.of("%=", PythonGrammar.AUGMENTED),
          Spelling.of("@=", PythonGrammar.AUGMENTED),
          Spelling.of("&=", PythonGrammar.AUGMENTED),
          Spelling.of("|=", PythonGrammar.AUGMENTED),
          Spelling.of("^=", PythonGrammar.AUGMENTED),
          Spelling.of("**", PythonGrammar.DOUBLE_STAR),
          Spelling.of("//", PythonGrammar.DOUBLE_SLASH),
          Spelling.of(">>", PythonGrammar.RIGHT_SHIFT),
          Spelling.of("<<", PythonGrammar.LEFT_SHIFT),
          Spelling.of("==", PythonGrammar.EQUAL_EQUAL),
          Spelling.of("!=", PythonGrammar.NOT_EQUAL),
          Spelling.of("<=", PythonGrammar.LESS_EQUAL),
          Spelling.of(">=", PythonGrammar.GREATER_EQUAL),
          Spelling.of("->", PythonGrammar.ARROW),
          Spelling.of("+", PythonGrammar.PLUS),
          Spelling.of("-", PythonGrammar.MINUS),
          Spelling.of("*", PythonGrammar.STAR),
          Spelling.of("/", PythonGrammar.SLASH),
          Spelling.of("%", PythonGrammar.PERCENT),
          Spelling.of("@", PythonGrammar.AT),
          Spelling.of("&", PythonGrammar.AMPERSAND),
          Spelling.of("|", PythonGrammar.BAR),
          Spelling.of("^", PythonGrammar.CARET),
          Spelling.of("~", PythonGrammar.TILDE),
          Spelling.of("<", PythonGrammar.LESS),
          Spelling.of(">", PythonGrammar.GREATER),
          Spelling.of("=", PythonGrammar.EQUAL),
          Spelling.of(".", PythonGrammar.DOT),
          Spelling.of(",", PythonGrammar.COMMA),
          Spelling.of(";", PythonGrammar.SEMICOLON));

  /** The spellings that start with a character, longest first. */
  private static final Spelling[][] BY_FIRST = new Spelling[128][];

  static {
    Arrays.fill(BY_FIRST, new Spelling[0]);
    for (Spelling spelling : SPELLINGS) {
      char first = spelling.first;
      Spelling[] before = BY_FIRST[first];
      BY_FIRST[first] = Arrays.copyOf(before, before.length + 1);
      BY_FIRST[first][before.length] = spelling;
    }
  }

  private Operators() {}

  /** Type and length of the longest operator at that place, packed; 0 if there is none. */
  static long at(char[] text, int p) {
    if (text[p] >= 128) {
      return 0;
    }
    for (Spelling spelling : BY_FIRST[text[p]]) {
      if ((spelling.second == 0 || text[p + 1] == spelling.second)
          && (spelling.third == 0 || text[p + 2] == spelling.third)) {
        return (long) spelling.type << 8 | spelling.width;
      }
    }
    return 0;
  }

  static int type(long found) {
    return (int) (found >> 8);
  }

  static int length(long found) {
    return (int) (found & 0xFF);
  }
}
