package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Token.Kind;

/**
 * The inside of f-strings and t-strings as tokens: literal text, and the braces of fields. PEP 701
 * made them part of the grammar in Python 3.12; for older versions its predecessors' limits hold.
 */
final class FormattedStrings {
  private static final int DEEPEST_FIELDS = 3;
  private static final int DEEPEST_OLD_FIELDS = 2;

  private final char[] text;
  private final int length;
  private final Nesting nesting;
  private final TokenWriter out;
  private final Strings strings;
  private final boolean old;
  private final int minor;

  FormattedStrings(
      char[] text, int length, Nesting nesting, TokenWriter out, Strings strings, int minor) {
    this.text = text;
    this.length = length;
    this.nesting = nesting;
    this.out = out;
    this.strings = strings;
    this.old = minor < 12;
    this.minor = minor;
  }

  /** Reads prefix and quotes; answers the offset after them. */
  int open(int start, int quote) {
    boolean triple = Strings.isTriple(text, quote);
    int end = -1;
    if (old) {
      end = strings.end(start, quote);
      if (nesting.strings() > 0) {
        checkBackslash(quote, end);
      }
    }
    FormattedText opened =
        new FormattedText(
            start,
            text[quote],
            triple,
            Prefixes.has(text, start, quote, 'r'),
            Prefixes.has(text, start, quote, 't'),
            end);
    int after = quote + (triple ? 3 : 1);
    out.visible(PythonGrammar.FSTRING_START, Kind.FSTRING_START, start, after);
    nesting.push(Nesting.Level.LITERAL, text[quote], start, opened);
    return after;
  }

  /** Reads literal text up to the next field or the end of the string. */
  int text(int from) {
    FormattedText string = nesting.text();
    boolean specification = nesting.inside(Nesting.Level.SPECIFICATION);
    int p = from;
    while (true) {
      char c = text[p];
      if (c == string.quote() && closes(string, p)) {
        return close(string, specification, from, p);
      }
      switch (c) {
        case '\n', '\r' -> {
          if (!string.triple()) {
            return lineEnd(string, specification, from, p);
          }
          p++;
        }
        case 0 -> {
          Strings.checkNul(text, length, p);
          throw specification ? unclosedField() : unterminated(string, Strings.lastLine(text, p));
        }
        case '{' -> {
          if (text[p + 1] != '{' || specification) {
            return openField(string, from, p);
          }
          p += 2;
        }
        case '}' -> {
          if (specification) {
            middle(from, p);
            nesting.pop();
            return p;
          }
          if (text[p + 1] != '}') {
            throw new Rejection(
                p, string.noun() + ": single '}' is not allowed", "write '}}' for a literal brace");
          }
          p += 2;
        }
        case '\\' -> p = afterBackslash(string, p);
        default -> p++;
      }
    }
  }

  private boolean closes(FormattedText string, int p) {
    if (string.old()) {
      return p == string.end() - (string.triple() ? 3 : 1);
    }
    return !string.triple() || (text[p + 1] == text[p] && text[p + 2] == text[p]);
  }

  private int close(FormattedText string, boolean specification, int from, int p) {
    if (specification) {
      throw unclosedField();
    }
    middle(from, p);
    int end = p + (string.triple() ? 3 : 1);
    nesting.pop();
    out.visible(PythonGrammar.FSTRING_END, Kind.FSTRING_END, p, end);
    return end;
  }

  /** Up to Python 3.13 a line end closes the specification of a single-quoted string. */
  private int lineEnd(FormattedText string, boolean specification, int from, int p) {
    if (!specification || string.old()) {
      throw unterminated(string, p);
    } else if (minor >= 14) {
      String noun = string.noun();
      throw new Rejection(
          p,
          noun + ": newlines are not allowed in format specifiers for single quoted " + noun + "s",
          "end the field on this line, or use three quotes");
    }
    middle(from, p);
    nesting.pop();
    return p;
  }

  private int openField(FormattedText string, int from, int p) {
    middle(from, p);
    int deepest = string.old() ? DEEPEST_OLD_FIELDS : DEEPEST_FIELDS;
    if (nesting.fieldsOf(string) >= deepest) {
      throw new Rejection(
          p,
          string.noun() + ": expressions nested too deeply",
          "format the inner value before the string");
    }
    out.visible(PythonGrammar.LEFT_BRACE, Kind.OPERATOR, p, p + 1);
    nesting.push(Nesting.Level.FIELD, '{', p, string);
    return p + 1;
  }

  /** A backslash never hides a brace, and the braces of {@code \N{…}} are no field's. */
  private int afterBackslash(FormattedText string, int p) {
    char next = text[p + 1];
    if (next == '{' || next == '}') {
      return p + 1;
    }
    if (!string.raw() && next == 'N' && text[p + 2] == '{') {
      int q = p + 3;
      while (isNameOfCharacter(text[q])) {
        q++;
      }
      return text[q] == '}' ? q + 1 : q;
    }
    return Strings.afterEscape(text, p);
  }

  private static boolean isNameOfCharacter(char c) {
    return c != '}' && c != '{' && c != '\'' && c != '"' && c != '\n' && c != '\r' && c != 0
        && c != '\\';
  }

  private void middle(int from, int to) {
    if (to > from) {
      out.visible(PythonGrammar.FSTRING_MIDDLE, Kind.FSTRING_MIDDLE, from, to);
    }
  }

  /** Before Python 3.12 a field had to close before the quote that ends the string. */
  void checkEnd(int closingBrace) {
    FormattedText string = nesting.text();
    if (string.old() && closingBrace >= string.end() - (string.triple() ? 3 : 1)) {
      throw unclosedField();
    }
  }

  void checkBackslash(int start, int end) {
    for (int i = start; i < end; i++) {
      if (text[i] == '\\') {
        throw backslash(i);
      }
    }
  }

  Rejection backslash(int offset) {
    return new Rejection(
        offset,
        "f-string expression part cannot include a backslash",
        "compute the value before the string, or target Python 3.12");
  }

  Rejection unclosedField() {
    return new Rejection(
        nesting.offset(), "f-string: expecting '}'", "close the replacement field with '}'");
  }

  private Rejection unterminated(FormattedText string, int p) {
    return new Rejection(
        string.start(),
        "unterminated "
            + (string.triple() ? "triple-quoted " : "")
            + string.noun()
            + " literal"
            + Strings.detected(text, p),
        "close the string with " + String.valueOf(string.quote()).repeat(string.triple() ? 3 : 1));
  }
}
