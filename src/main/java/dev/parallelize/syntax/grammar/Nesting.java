package dev.parallelize.syntax.grammar;

import java.util.Arrays;

/**
 * What the lexer is inside of: open brackets, and f-strings with their fields and format
 * specifications. One stack holds both, so that a closer meets what it must close.
 */
final class Nesting {
  /** What one level of nesting is. */
  enum Level {
    BRACKET,
    /** The braces of a replacement field. */
    FIELD,
    /** The text of an f-string. */
    LITERAL,
    /** The format specification of a field. */
    SPECIFICATION
  }

  private static final int START_SIZE = 8;

  private Level[] levels = new Level[START_SIZE];

  /** The opening bracket, or the quote of the f-string. */
  private char[] openers = new char[START_SIZE];

  private int[] offsets = new int[START_SIZE];

  /** Lambdas at this level whose colon has not come; one more entry for the level outside all. */
  private int[] lambdas = new int[START_SIZE + 1];

  private FormattedText[] texts = new FormattedText[START_SIZE];

  private int depth;
  private int brackets;
  private int strings;

  int depth() {
    return depth;
  }

  /** How many brackets are open, those of replacement fields included. */
  int brackets() {
    return brackets;
  }

  int strings() {
    return strings;
  }

  boolean isEmpty() {
    return depth == 0;
  }

  boolean inside(Level level) {
    return depth > 0 && levels[depth - 1] == level;
  }

  boolean inText() {
    return depth > 0
        && (levels[depth - 1] == Level.LITERAL || levels[depth - 1] == Level.SPECIFICATION);
  }

  char opener() {
    return depth == 0 ? 0 : openers[depth - 1];
  }

  int offset() {
    return offsets[depth - 1];
  }

  /** The f-string that the innermost level belongs to. */
  FormattedText text() {
    return texts[depth - 1];
  }

  void push(Level level, char opener, int offset, FormattedText text) {
    if (depth == levels.length) {
      grow();
    }
    levels[depth] = level;
    openers[depth] = opener;
    offsets[depth] = offset;
    texts[depth] = text;
    depth++;
    lambdas[depth] = 0;
    if (level == Level.BRACKET || level == Level.FIELD) {
      brackets++;
    } else if (level == Level.LITERAL) {
      strings++;
    }
  }

  void pop() {
    depth--;
    Level level = levels[depth];
    if (level == Level.BRACKET || level == Level.FIELD) {
      brackets--;
    } else if (level == Level.LITERAL) {
      strings--;
    }
  }

  void openLambda() {
    lambdas[depth]++;
  }

  /** Takes a colon for the innermost pending lambda; false if none is pending at this level. */
  boolean closeLambda() {
    if (lambdas[depth] == 0) {
      return false;
    }
    lambdas[depth]--;
    return true;
  }

  void endLogicalLine() {
    lambdas[0] = 0;
  }

  /** How many replacement fields of the same f-string are open around this place. */
  int fieldsOf(FormattedText text) {
    int fields = 0;
    for (int i = depth - 1; i >= 0 && texts[i] == text; i--) {
      fields += levels[i] == Level.FIELD ? 1 : 0;
    }
    return fields;
  }

  private void grow() {
    int size = depth * 2;
    levels = Arrays.copyOf(levels, size);
    openers = Arrays.copyOf(openers, size);
    offsets = Arrays.copyOf(offsets, size);
    lambdas = Arrays.copyOf(lambdas, size + 1);
    texts = Arrays.copyOf(texts, size);
  }
}
