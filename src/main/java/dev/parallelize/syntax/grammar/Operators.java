package dev.parallelize.syntax.grammar;

import java.util.Arrays;
import java.util.List;

/** The operators and delimiters that need no look at what surrounds them. */
final class Operators {
  private record Spelling(String text, int type) {}

  private static final List<Spelling> SPELLINGS =
      List.of(
          new Spelling("**=", PythonGrammar.AUGMENTED),
          new Spelling("//=", PythonGrammar.AUGMENTED),
          new Spelling(">>=", PythonGrammar.AUGMENTED),
          new Spelling("<<=", PythonGrammar.AUGMENTED),
          new Spelling("...", PythonGrammar.ELLIPSIS),
          new Spelling("+=", PythonGrammar.AUGMENTED),
          new Spelling("-=", PythonGrammar.AUGMENTED),
          new Spelling("*=", PythonGrammar.AUGMENTED),
          new Spelling("/=", PythonGrammar.AUGMENTED),
          new Spelling("%=", PythonGrammar.AUGMENTED),
          new Spelling("@=", PythonGrammar.AUGMENTED),
          new Spelling("&=", PythonGrammar.AUGMENTED),
          new Spelling("|=", PythonGrammar.AUGMENTED),
          new Spelling("^=", PythonGrammar.AUGMENTED),
          new Spelling("**", PythonGrammar.DOUBLE_STAR),
          new Spelling("//", PythonGrammar.DOUBLE_SLASH),
          new Spelling(">>", PythonGrammar.RIGHT_SHIFT),
          new Spelling("<<", PythonGrammar.LEFT_SHIFT),
          new Spelling("==", PythonGrammar.EQUAL_EQUAL),
          new Spelling("!=", PythonGrammar.NOT_EQUAL),
          new Spelling("<=", PythonGrammar.LESS_EQUAL),
          new Spelling(">=", PythonGrammar.GREATER_EQUAL),
          new Spelling("->", PythonGrammar.ARROW),
          new Spelling("+", PythonGrammar.PLUS),
          new Spelling("-", PythonGrammar.MINUS),
          new Spelling("*", PythonGrammar.STAR),
          new Spelling("/", PythonGrammar.SLASH),
          new Spelling("%", PythonGrammar.PERCENT),
          new Spelling("@", PythonGrammar.AT),
          new Spelling("&", PythonGrammar.AMPERSAND),
          new Spelling("|", PythonGrammar.BAR),
          new Spelling("^", PythonGrammar.CARET),
          new Spelling("~", PythonGrammar.TILDE),
          new Spelling("<", PythonGrammar.LESS),
          new Spelling(">", PythonGrammar.GREATER),
          new Spelling("=", PythonGrammar.EQUAL),
          new Spelling(".", PythonGrammar.DOT),
          new Spelling(",", PythonGrammar.COMMA),
          new Spelling(";", PythonGrammar.SEMICOLON));

  /** The spellings that start with a character, longest first. */
  private static final Spelling[][] BY_FIRST = new Spelling[128][];

  static {
    Arrays.fill(BY_FIRST, new Spelling[0]);
    for (Spelling spelling : SPELLINGS) {
      char first = spelling.text().charAt(0);
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
      String s = spelling.text();
      if ((s.length() < 2 || text[p + 1] == s.charAt(1))
          && (s.length() < 3 || text[p + 2] == s.charAt(2))) {
        return (long) spelling.type() << 8 | s.length();
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
