package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.PythonVersion;

/** What all builders of one file share: its text, its names, its tokens and the target version. */
final class Building {
  /** Bounds the recursion of the builders; CPython gives up at about 6,000 nested operators. */
  private static final int DEEPEST = 6_000;

  final String text;
  final Names names;
  final Terminals terminals;
  final PythonVersion version;
  private final int depthLimit;
  private int depth;

  /** As the parser, the builders give up at {@code depthLimit} when they run on a small stack. */
  Building(String text, Terminals terminals, PythonVersion version, int depthLimit) {
    this.depthLimit = depthLimit;
    this.text = text;
    this.names = new Names(text);
    this.terminals = terminals;
    this.version = version;
  }

  String name(Terminal terminal) {
    return names.at(terminal.start, terminal.end, terminal.detail);
  }

  String text(Terminal terminal) {
    return text.substring(terminal.start, terminal.end);
  }

  /** The end of the last token of a branch that is more than layout. */
  int endOfCode(Branch branch) {
    int index = branch.stop.index;
    while (index > 0 && isLayout(terminals.get(index).type)) {
      index--;
    }
    return terminals.get(index).end;
  }

  void requires(int minor, String feature, int offset) {
    if (!version.atLeast(minor)) {
      throw new Rejection(
          offset,
          feature + " need Python 3." + minor + " or later",
          "the target is Python " + version + "; raise targetPython or write it the older way");
    }
  }

  void enter(int offset) {
    if (++depth > depthLimit) {
      throw FlatParser.TooDeep.INSTANCE;
    }
    if (depth > DEEPEST) {
      throw new Rejection(
          offset,
          "too many nested operators - the expression is too deep to read",
          "give inner expressions names of their own");
    }
  }

  void leave() {
    depth--;
  }

  static Rejection invalid(int offset, String hint) {
    return new Rejection(offset, "invalid syntax", hint);
  }

  private static boolean isLayout(int type) {
    return type == PythonGrammar.NEWLINE
        || type == PythonGrammar.INDENT
        || type == PythonGrammar.DEDENT
        || type == PythonGrammar.EOF;
  }
}
