package dev.parallelize.syntax;

import dev.parallelize.source.Span;

/** One token of the text, hidden ones (comments, white space, line joins) included. */
public record Token(Kind kind, int start, int end) {
  /** What a token is, as far as users of the tree need to know. */
  public enum Kind {
    NAME,
    KEYWORD,
    NUMBER,
    STRING,
    FSTRING_START,
    FSTRING_MIDDLE,
    FSTRING_END,
    OPERATOR,
    NEWLINE,
    INDENT,
    DEDENT,
    COMMENT,
    WHITESPACE,
    BLANK_LINE_END,
    LINE_JOIN,
    END
  }

  public Span span() {
    return new Span(start, end);
  }
}
