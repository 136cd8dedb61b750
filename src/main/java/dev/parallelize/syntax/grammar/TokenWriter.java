package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Token;

/**
 * Collects the tokens, and decides in passing what one token of lookahead could not: which comma or
 * semicolon is the last before a closer, and where {@code match}, {@code case} and {@code type} are
 * keywords. With that the grammar is LL(1).
 */
final class TokenWriter {
  private static final boolean[] ENDS_A_LIST = new boolean[PythonGrammar.ERROR + 1];

  static {
    int[] types = {
      PythonGrammar.RIGHT_PAREN,
      PythonGrammar.RIGHT_BRACKET,
      PythonGrammar.RIGHT_BRACE,
      PythonGrammar.NEWLINE,
      PythonGrammar.EQUAL,
      PythonGrammar.IN,
      PythonGrammar.IF,
      PythonGrammar.AUGMENTED,
      PythonGrammar.BANG,
      PythonGrammar.SEMICOLON
    };
    for (int type : types) {
      ENDS_A_LIST[type] = true;
    }
  }

  private final char[] text;
  private final Nesting nesting;
  private final Terminals terminals;
  private final TokenTable tokens;

  /** One entry a block: whether a match line opened it. */
  private final boolean[] matchBlocks = new boolean[Indentation.DEEPEST + 2];

  private int block;
  private boolean matchOpens;
  private Terminal last = new Terminal(PythonGrammar.NEWLINE, 0, 0, -1, 0);
  private Terminal beforeLast = last;

  /** Index of the first token of the logical line, -1 before it has come. */
  private int lineStart = -1;

  TokenWriter(char[] text, int length, Nesting nesting) {
    this.text = text;
    this.nesting = nesting;
    this.terminals = new Terminals(Math.max(16, length / 4));
    this.tokens = new TokenTable(Math.max(16, length / 3), length);
  }

  Terminals terminals() {
    return terminals;
  }

  TokenTable tokens() {
    return tokens;
  }

  Terminal last() {
    return last;
  }

  void hidden(Token.Kind kind, int start) {
    tokens.add(kind, start);
  }

  void visible(int type, Token.Kind kind, int start, int end) {
    if (last.type == PythonGrammar.COMMA && ENDS_A_LIST[type]) {
      last.type = PythonGrammar.TRAILING_COMMA;
    }
    add(type, kind, start, end, 0);
  }

  void string(int start, int end, int detail) {
    add(PythonGrammar.STRING, Token.Kind.STRING, start, end, detail);
  }

  void name(int start, int end, int hash) {
    if (last.type == PythonGrammar.NAME && spells(last, "type") && startsStatement(beforeLast)) {
      last.type = PythonGrammar.TYPE;
    }
    boolean isCase =
        lineStart < 0 && matchBlocks[block] && nesting.isEmpty() && spells("case", start, end);
    if (isCase) {
      add(PythonGrammar.CASE, Token.Kind.KEYWORD, start, end, 0);
    } else {
      add(PythonGrammar.NAME, Token.Kind.NAME, start, end, hash);
    }
  }

  /**
   * A comma before a colon ends a list, save between the brackets of a subscript, where the colon
   * starts a slice of its own, unless the colon is that of a lambda.
   */
  void colon(int start) {
    boolean ofLambda = !nesting.inside(Nesting.Level.FIELD) && nesting.closeLambda();
    if (last.type == PythonGrammar.COMMA && (ofLambda || nesting.opener() != '[')) {
      last.type = PythonGrammar.TRAILING_COMMA;
    }
    add(PythonGrammar.COLON, Token.Kind.OPERATOR, start, start + 1, 0);
  }

  void newline(int start, int end) {
    if (last.type == PythonGrammar.SEMICOLON) {
      last.type = PythonGrammar.LAST_SEMICOLON;
    }
    decideMatch();
    visible(PythonGrammar.NEWLINE, Token.Kind.NEWLINE, start, end);
    lineStart = -1;
    nesting.endLogicalLine();
  }

  void end(int offset) {
    tokens.add(Token.Kind.END, offset);
    tokens.trim();
    terminals.add(PythonGrammar.EOF, offset, offset, 0);
  }

  void indent(int offset) {
    block++;
    matchBlocks[block] = matchOpens;
    matchOpens = false;
    structural(PythonGrammar.INDENT, Token.Kind.INDENT, offset);
  }

  void dedent(int offset) {
    block--;
    structural(PythonGrammar.DEDENT, Token.Kind.DEDENT, offset);
  }

  /** A match statement is a line that starts with the word, ends in a colon, and has a subject. */
  private void decideMatch() {
    matchOpens = false;
    if (lineStart >= 0
        && last.type == PythonGrammar.COLON
        && last.index > lineStart + 1
        && terminals.get(lineStart).type == PythonGrammar.NAME
        && spells(terminals.get(lineStart), "match")) {
      terminals.get(lineStart).type = PythonGrammar.MATCH;
      matchOpens = true;
    }
  }

  private void structural(int type, Token.Kind kind, int offset) {
    add(type, kind, offset, offset, 0);
    lineStart = -1;
  }

  private void add(int type, Token.Kind kind, int start, int end, int detail) {
    if (type == PythonGrammar.LAMBDA) {
      nesting.openLambda();
    }
    tokens.add(kind, start);
    beforeLast = last;
    last = terminals.add(type, start, end, detail);
    if (lineStart < 0) {
      lineStart = last.index;
    }
  }

  private static boolean startsStatement(Terminal before) {
    return switch (before.type) {
      case PythonGrammar.NEWLINE,
          PythonGrammar.INDENT,
          PythonGrammar.DEDENT,
          PythonGrammar.SEMICOLON,
          PythonGrammar.COLON ->
          true;
      default -> false;
    };
  }

  private boolean spells(Terminal terminal, String word) {
    return spells(word, terminal.start, terminal.end);
  }

  private boolean spells(String word, int start, int end) {
    if (end - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
