package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Characters to tokens: section 2 of the language reference. It stops at the first thing that is no
 * token; the parser then says whether something before it is wrong already.
 */
public final class Lexer {
  /** As many open brackets and f-strings as CPython reads. */
  private static final int DEEPEST_BRACKETS = 200;

  private static final int DEEPEST_STRINGS = 149;
  private static final int TAB = 8;

  private final char[] text;
  private final int length;
  private final int minor;
  private final boolean oldStrings;
  private final Nesting nesting = new Nesting();
  private final Indentation indentation = new Indentation();
  private final TokenWriter out;
  private final Strings strings;
  private final FormattedStrings formatted;
  private int position;
  private @Nullable Rejection problem;

  private Lexer(String source, int minor) {
    length = source.length();
    // characters past the end are NUL, which no scan goes over
    text = new char[length + 4];
    source.getChars(0, length, text, 0);
    this.minor = minor;
    oldStrings = minor < 12;
    out = new TokenWriter(text, length, nesting);
    strings = new Strings(text, length);
    formatted = new FormattedStrings(text, length, nesting, out, strings, minor);
  }

  /** Reads the whole text; {@code minor} is that of the Python version. */
  public static Lexed read(String source, int minor) {
    Lexer lexer = new Lexer(source, minor);
    try {
      lexer.lines();
    } catch (Rejection rejection) {
      lexer.problem = rejection;
      lexer.out.visible(PythonGrammar.ERROR, Kind.OPERATOR, lexer.position, lexer.position);
    }
    lexer.out.end(lexer.length);
    return new Lexed(lexer.out.terminals(), lexer.out.tokens(), lexer.problem);
  }

  private void lines() {
    boolean lineStart = true;
    while (true) {
      if (nesting.inText()) {
        position = formatted.text(position);
        continue;
      }
      if (lineStart) {
        lineStart = false;
        indentation();
      }
      char c = text[position];
      if (c == ' ' || c == '\t' || c == '\f') {
        whitespace();
      } else if (c == '\n' || c == '\r') {
        lineStart = lineEnd();
      } else if (c == '#') {
        comment();
      } else if (c == '\\') {
        lineJoin();
      } else if (c == 0 && position >= length) {
        end();
        return;
      } else {
        token(c);
      }
    }
  }

  /** Measures a line's indentation and opens or closes blocks; blank lines do neither. */
  private void indentation() {
    int start = position;
    int column = 0;
    int alternative = 0;
    int joined = 0;
    int p = position;
    while (true) {
      char c = text[p];
      if (c == ' ') {
        column++;
        alternative++;
      } else if (c == '\t') {
        column = (column / TAB + 1) * TAB;
        alternative++;
      } else if (c == '\f') {
        column = 0;
        alternative = 0;
      } else if (c == '\\') {
        // the first part of a split indentation is the one that counts
        joined = joined == 0 ? column : joined;
        if (p > position) {
          out.hidden(Kind.WHITESPACE, position);
        }
        position = p;
        lineJoin();
        p = position;
        continue;
      } else {
        break;
      }
      p++;
    }
    if (p > position) {
      out.hidden(Kind.WHITESPACE, position);
      position = p;
    }
    char c = text[p];
    boolean blank = c == '#' || c == '\n' || c == '\r' || p >= length;
    if (blank) {
      return;
    }
    if (joined != 0) {
      column = joined;
      alternative = joined;
    }
    if (indentation.opens(column, alternative, start)) {
      out.indent(p);
    } else {
      for (int i = indentation.closes(column, alternative, start); i > 0; i--) {
        out.dedent(p);
      }
    }
  }

  private void whitespace() {
    int start = position;
    int p = position + 1;
    while (text[p] == ' ' || text[p] == '\t' || text[p] == '\f') {
      p++;
    }
    out.hidden(Kind.WHITESPACE, start);
    position = p;
  }

  /** True when the next character starts a logical line. */
  private boolean lineEnd() {
    int end = afterLineEnd(position);
    int start = position;
    position = end;
    if (!nesting.isEmpty()) {
      out.hidden(Kind.BLANK_LINE_END, start);
      return false;
    }
    if (!inStatement()) {
      out.hidden(Kind.BLANK_LINE_END, start);
    } else {
      out.newline(start, end);
    }
    return true;
  }

  private boolean inStatement() {
    return switch (out.last().type) {
      case PythonGrammar.NEWLINE, PythonGrammar.INDENT, PythonGrammar.DEDENT -> false;
      default -> true;
    };
  }

  private void comment() {
    if (oldStrings && nesting.strings() > 0) {
      throw new Rejection(
          position,
          "f-string expression part cannot include '#'",
          "compute the value before the string, or target Python 3.12");
    }
    int p = position + 1;
    while (text[p] != '\n' && text[p] != '\r' && (text[p] != 0 || p < length)) {
      checkNul(p);
      p++;
    }
    out.hidden(Kind.COMMENT, position);
    position = p;
  }

  private void checkNul(int p) {
    if (text[p] == 0) {
      throw new Rejection(
          p,
          "source code cannot contain null bytes",
          "delete the character, or write \\0 in a string");
    }
  }

  private void lineJoin() {
    int end = position + 1;
    if (oldStrings && nesting.strings() > 0) {
      throw formatted.backslash(position);
    }
    if (text[end] != '\n' && text[end] != '\r') {
      if (end >= length) {
        throw new Rejection(
            position + 1, "unexpected EOF while parsing", "delete the last backslash");
      }
      throw new Rejection(
          end,
          "unexpected character after line continuation character",
          "delete what follows the backslash, or the backslash");
    }
    end = afterLineEnd(end);
    if (end >= length) {
      throw new Rejection(
          position + 1, "unexpected EOF while parsing", "delete the last backslash");
    }
    out.hidden(Kind.LINE_JOIN, position);
    position = end;
  }

  private int afterLineEnd(int p) {
    return text[p] == '\r' && text[p + 1] == '\n' ? p + 2 : p + 1;
  }

  private void end() {
    if (!nesting.isEmpty()) {
      if (nesting.strings() > 0) {
        throw formatted.unclosedField();
      }
      throw new Rejection(
          nesting.offset(),
          "'" + nesting.opener() + "' was never closed",
          "add the matching bracket");
    }
    if (inStatement()) {
      out.newline(length, length);
    }
    for (int i = indentation.closes(0, 0, length); i > 0; i--) {
      out.dedent(length);
    }
  }

  private void token(char c) {
    if (isDigit(c) || c == '.' && isDigit(text[position + 1])) {
      int end = Numbers.end(text, position);
      out.visible(PythonGrammar.NUMBER, Kind.NUMBER, position, end);
      position = end;
    } else if (c == '"' || c == '\'') {
      string(position);
    } else if (Identifiers.isAsciiPartOrOther(c)) {
      word();
    } else {
      operator(c);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void word() {
    int start = position;
    int p = start;
    int hash = 0;
    while (Identifiers.isAsciiPart(text[p])) {
      hash = hash * Names.FACTOR + text[p++];
    }
    if (text[p] >= 128) {
      p = Identifiers.end(text, start, minor);
      hash = Names.hash(text, start, p);
    }
    if ((text[p] == '"' || text[p] == '\'') && Prefixes.isPrefix(text, start, p)) {
      if (Prefixes.has(text, start, p, 'f') || Prefixes.has(text, start, p, 't')) {
        openFormatted(start, p);
      } else {
        string(p);
      }
      return;
    }
    position = p;
    int type = Keywords.typeOf(text, start, p);
    if (type == PythonGrammar.NAME) {
      out.name(start, p, hash);
    } else {
      out.visible(type, Kind.KEYWORD, start, p);
    }
  }

  private void openFormatted(int start, int quote) {
    if (nesting.strings() >= DEEPEST_STRINGS) {
      throw new Rejection(
          start, "too many nested f-strings", "give the inner strings names of their own");
    }
    position = formatted.open(start, quote);
  }

  private void string(int quote) {
    int end = strings.end(position, quote);
    if (oldStrings && nesting.strings() > 0) {
      formatted.checkBackslash(quote, end);
    }
    out.string(position, end, strings.detail(quote - position));
    position = end;
  }

  private void operator(char c) {
    if (nesting.inside(Nesting.Level.FIELD) && fieldEnds(c)) {
      return;
    }
    switch (c) {
      case '(' -> open(PythonGrammar.LEFT_PAREN, c);
      case '[' -> open(PythonGrammar.LEFT_BRACKET, c);
      case '{' -> open(PythonGrammar.LEFT_BRACE, c);
      case ')' -> close(PythonGrammar.RIGHT_PAREN, c, '(');
      case ']' -> close(PythonGrammar.RIGHT_BRACKET, c, '[');
      case '}' -> close(PythonGrammar.RIGHT_BRACE, c, '{');
      case ':' -> {
        if (text[position + 1] == '=') {
          simple(PythonGrammar.COLON_EQUAL, 2);
        } else {
          out.colon(position);
          position++;
        }
      }
      default -> {
        long found = Operators.at(text, position);
        if (found == 0) {
          checkNul(position);
          throw unknown(c);
        }
        simple(Operators.type(found), Operators.length(found));
      }
    }
  }

  private Rejection unknown(char c) {
    return c == '$' || c == '?' || c == '!' || c == '`'
        ? new Rejection(position, "invalid syntax", "'" + c + "' is no operator of Python")
        : new Rejection(
            position,
            String.format("invalid non-printable character U+%04X", (int) c),
            "delete the character");
  }

  /** The three characters that end the expression of a replacement field. */
  private boolean fieldEnds(char c) {
    if (c == ':') {
      out.colon(position);
      nesting.push(Nesting.Level.SPECIFICATION, c, position, nesting.text());
      position++;
      return true;
    }
    if (c == '!' && text[position + 1] != '=') {
      simple(PythonGrammar.BANG, 1);
      return true;
    }
    return false;
  }

  private void simple(int type, int width) {
    out.visible(type, Kind.OPERATOR, position, position + width);
    position += width;
  }

  private void open(int type, char opener) {
    if (nesting.brackets() >= DEEPEST_BRACKETS) {
      throw new Rejection(
          position, "too many nested parentheses", "give inner expressions names of their own");
    }
    int start = position;
    simple(type, 1);
    nesting.push(Nesting.Level.BRACKET, opener, start, FormattedText.NONE);
  }

  private void close(int type, char closer, char opener) {
    if (nesting.isEmpty()) {
      throw new Rejection(
          position, "unmatched '" + closer + "'", "delete it, or open the bracket before it");
    }
    if (nesting.opener() != opener) {
      String open = nesting.inside(Nesting.Level.FIELD) ? "{" : String.valueOf(nesting.opener());
      throw new Rejection(
          position,
          "closing parenthesis '" + closer + "' does not match opening parenthesis '" + open + "'",
          "close '" + open + "' first");
    }
    boolean field = nesting.inside(Nesting.Level.FIELD);
    if (field) {
      formatted.checkEnd(position);
    }
    simple(type, 1);
    nesting.pop();
  }
}
