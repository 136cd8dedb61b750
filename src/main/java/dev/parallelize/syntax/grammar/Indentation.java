package dev.parallelize.syntax.grammar;

/**
 * The open blocks' indentation, measured twice: with tabs to multiples of eight and with tabs as one
 * column. Where the two disagree the text depends on the width of a tab, and is rejected.
 */
final class Indentation {
  /** As many nested blocks as CPython reads. */
  static final int DEEPEST = 99;

  private final int[] columns = new int[DEEPEST + 2];
  private final int[] alternatives = new int[DEEPEST + 2];
  private int depth;

  int depth() {
    return depth;
  }

  /** True when the line opens a block. */
  boolean opens(int column, int alternative, int offset) {
    if (column == columns[depth]) {
      consistent(alternative == alternatives[depth], offset);
      return false;
    }
    if (column < columns[depth]) {
      return false;
    }
    consistent(alternative > alternatives[depth], offset);
    if (depth >= DEEPEST) {
      throw new Rejection(
          offset,
          "too many levels of indentation",
          "move the innermost blocks into functions of their own");
    }
    depth++;
    columns[depth] = column;
    alternatives[depth] = alternative;
    return true;
  }

  /** Closes blocks down to the column and says how many. */
  int closes(int column, int alternative, int offset) {
    int closed = 0;
    while (depth > 0 && column < columns[depth]) {
      depth--;
      closed++;
    }
    if (column != columns[depth]) {
      throw new Rejection(
          offset,
          "unindent does not match any outer indentation level",
          "indent this line exactly like an earlier line of the block it belongs to");
    }
    consistent(alternative == alternatives[depth], offset);
    return closed;
  }

  private static void consistent(boolean agree, int offset) {
    if (!agree) {
      throw new Rejection(
          offset,
          "inconsistent use of tabs and spaces in indentation",
          "indent with spaces alone or with tabs alone");
    }
  }
}
