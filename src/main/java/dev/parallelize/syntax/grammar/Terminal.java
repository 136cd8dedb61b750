package dev.parallelize.syntax.grammar;

/**
 * A token that the parser sees, and at the same time its own leaf in the tree: one object a token
 * instead of two.
 */
final class Terminal implements Tree, StandIns.TerminalNode {
  static final Terminal NOWHERE = new Terminal(0, 0, 0, 0, 0);

  /** The grammar's token type; the lexer changes it when later tokens decide what it is. */
  int type;

  final int start;

  /** The first offset after the token. */
  final int end;

  final int index;

  /**
   * What the lexer found out in passing: the hash code of a name's letters; for a string, what {@link
   * Strings#detail(int)} packs.
   */
  final int detail;

  Terminal(int type, int start, int end, int index, int detail) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.index = index;
    this.detail = detail;
  }

  @Override
  public String toString() {
    return type + "@" + start + ".." + end;
  }
}
