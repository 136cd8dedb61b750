package dev.parallelize.syntax.grammar;

import java.util.Map;

/** The reserved words, looked up by their characters without making a string. */
final class Keywords {
  private static final Map<String, Integer> TYPES =
      Map.ofEntries(
          Map.entry("False", PythonGrammar.FALSE),
          Map.entry("None", PythonGrammar.NONE),
          Map.entry("True", PythonGrammar.TRUE),
          Map.entry("and", PythonGrammar.AND),
          Map.entry("as", PythonGrammar.AS),
          Map.entry("assert", PythonGrammar.ASSERT),
          Map.entry("async", PythonGrammar.ASYNC),
          Map.entry("await", PythonGrammar.AWAIT),
          Map.entry("break", PythonGrammar.BREAK),
          Map.entry("class", PythonGrammar.CLASS),
          Map.entry("continue", PythonGrammar.CONTINUE),
          Map.entry("def", PythonGrammar.DEF),
          Map.entry("del", PythonGrammar.DEL),
          Map.entry("elif", PythonGrammar.ELIF),
          Map.entry("else", PythonGrammar.ELSE),
          Map.entry("except", PythonGrammar.EXCEPT),
          Map.entry("finally", PythonGrammar.FINALLY),
          Map.entry("for", PythonGrammar.FOR),
          Map.entry("from", PythonGrammar.FROM),
          Map.entry("global", PythonGrammar.GLOBAL),
          Map.entry("if", PythonGrammar.IF),
          Map.entry("import", PythonGrammar.IMPORT),
          Map.entry("in", PythonGrammar.IN),
          Map.entry("is", PythonGrammar.IS),
          Map.entry("lambda", PythonGrammar.LAMBDA),
          Map.entry("nonlocal", PythonGrammar.NONLOCAL),
          Map.entry("not", PythonGrammar.NOT),
          Map.entry("or", PythonGrammar.OR),
          Map.entry("pass", PythonGrammar.PASS),
          Map.entry("raise", PythonGrammar.RAISE),
          Map.entry("return", PythonGrammar.RETURN),
          Map.entry("try", PythonGrammar.TRY),
          Map.entry("while", PythonGrammar.WHILE),
          Map.entry("with", PythonGrammar.WITH),
          Map.entry("yield", PythonGrammar.YIELD));

  private static final int LONGEST = 8;
  private static final int SLOTS = 1024;
  private static final char[][] WORDS = new char[SLOTS][];
  private static final int[] TYPE_OF_SLOT = new int[SLOTS];

  static {
    for (Map.Entry<String, Integer> keyword : TYPES.entrySet()) {
      char[] letters = keyword.getKey().toCharArray();
      int slot = slot(letters, 0, letters.length);
      while (WORDS[slot] != null) {
        slot = (slot + 1) & (SLOTS - 1);
      }
      WORDS[slot] = letters;
      TYPE_OF_SLOT[slot] = keyword.getValue();
    }
  }

  private Keywords() {}

  /** The token type of the word at that place: a keyword's, or NAME. */
  static int typeOf(char[] text, int start, int end) {
    int length = end - start;
    if (length < 2 || length > LONGEST) {
      return PythonGrammar.NAME;
    }
    int slot = slot(text, start, end);
    for (char[] word = WORDS[slot]; word != null; word = WORDS[slot]) {
      if (matches(word, text, start, length)) {
        return TYPE_OF_SLOT[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return PythonGrammar.NAME;
  }

  static boolean isKeyword(String word) {
    return TYPES.containsKey(word);
  }

  private static boolean matches(char[] word, char[] text, int start, int length) {
    if (word.length != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word[i] != text[start + i]) {
        return false;
      }
    }
    return true;
  }

  private static int slot(char[] text, int start, int end) {
    int hash = text[start] * 31 + text[start + 1];
    return (hash * 31 + text[end - 1] * 7 + (end - start)) & (SLOTS - 1);
  }
}
