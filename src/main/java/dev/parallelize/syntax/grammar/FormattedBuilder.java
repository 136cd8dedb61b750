package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** f-strings and t-strings: section 2.4.3 of the language reference, PEP 701 and PEP 750. */
final class FormattedBuilder {
  private static final int NO_CONVERSION = -1;

  private final Building building;
  private final ExpressionBuilder expressions;

  FormattedBuilder(Building building, ExpressionBuilder expressions) {
    this.building = building;
    this.expressions = expressions;
  }

  /** Adds constants and fields of one string; true if it is a template. */
  boolean pieces(Branch formatted, List<Expression> pieces) {
    Terminal opening = formatted.terminal(0);
    String prefix = building.text(opening);
    boolean raw = prefix.indexOf('r') >= 0 || prefix.indexOf('R') >= 0;
    boolean template = prefix.indexOf('t') >= 0 || prefix.indexOf('T') >= 0;
    if (template) {
      building.requires(14, "t-strings", opening.start);
    }
    for (int i = 1; i < formatted.size() - 1; i++) {
      if (formatted.child(i) instanceof Terminal middle) {
        literal(middle, raw, pieces);
      } else {
        field(formatted.branch(i), raw, template, pieces);
      }
    }
    return template;
  }

  /** Literal text, in which a doubled brace is one. */
  private void literal(Terminal middle, boolean raw, List<Expression> pieces) {
    String text = building.text;
    StringBuilder value = new StringBuilder();
    int from = middle.start;
    int i = from;
    while (i < middle.end) {
      char c = text.charAt(i);
      if (c == '{' || c == '}') {
        value.append(TextDecoder.decode(text, from, i + 1, raw, false));
        i += 2;
        from = i;
      } else {
        i = c == '\\' && !raw ? afterEscape(text, i, middle.end) : i + 1;
      }
    }
    value.append(TextDecoder.decode(text, from, middle.end, raw, false));
    if (value.length() > 0) {
      pieces.add(constant(middle.start, middle.end, value.toString()));
    }
  }

  private static int afterEscape(String text, int backslash, int end) {
    if (text.startsWith("N{", backslash + 1)) {
      int close = text.indexOf('}', backslash);
      return close < 0 ? end : close + 1;
    }
    char next = backslash + 1 < end ? text.charAt(backslash + 1) : 0;
    return next == '{' || next == '}' ? backslash + 1 : backslash + 2;
  }

  private static Expression constant(int start, int end, String value) {
    return new Expression.Constant(start, end, new Literal.Text(value), false);
  }

  private void field(Branch field, boolean raw, boolean template, List<Expression> pieces) {
    Expression value = expressions.value(field.child(1));
    int i = 2;
    boolean debug = field.type(i) == PythonGrammar.EQUAL;
    i += debug ? 1 : 0;
    int conversion = NO_CONVERSION;
    int textEnd = field.startOf(i);
    if (field.type(i) == PythonGrammar.BANG) {
      conversion = conversion(field.terminal(i), field.terminal(i + 1), field.startOf(i + 2));
      i += 2;
    }
    Optional<Expression> specification = Optional.empty();
    if (field.type(i) == PythonGrammar.COLON) {
      specification = Optional.of(specification(field, i, raw));
    }
    if (debug) {
      pieces.add(
          constant(field.startOffset() + 1, textEnd, source(field.startOffset() + 1, textEnd)));
      if (conversion == NO_CONVERSION && specification.isEmpty()) {
        conversion = 'r';
      }
    }
    int start = field.startOffset();
    int end = field.endOffset();
    if (template) {
      int codeEnd = debug ? field.startOf(2) : textEnd;
      String code = source(start + 1, codeEnd).stripTrailing();
      pieces.add(new Expression.Interpolation(start, end, value, code, conversion, specification));
    } else {
      pieces.add(new Expression.FormattedValue(start, end, value, conversion, specification));
    }
  }

  private int conversion(Terminal bang, Terminal name, int after) {
    String letter = building.text(name);
    if (name.start != bang.end) {
      throw new Rejection(
          name.start,
          "f-string: conversion type must come right after the exclamation mark",
          "delete the space after '!'");
    }
    if (!letter.equals("s") && !letter.equals("r") && !letter.equals("a")) {
      throw new Rejection(
          name.start,
          "f-string: invalid conversion character '" + letter + "': expected 's', 'r', or 'a'",
          "write !s, !r or !a");
    }
    if (after != name.end && !building.version.atLeast(12)) {
      throw new Rejection(
          name.end, "f-string: expecting '}'", "delete the space after the conversion");
    }
    return letter.charAt(0);
  }

  private Expression specification(Branch field, int colon, boolean raw) {
    List<Expression> pieces = new ArrayList<>(2);
    for (int i = colon + 1; i < field.size() - 1; i++) {
      if (field.child(i) instanceof Terminal middle) {
        String value = TextDecoder.decode(building.text, middle.start, middle.end, raw, false);
        pieces.add(constant(middle.start, middle.end, value));
      } else {
        field(field.branch(i), raw, false, pieces);
      }
    }
    return LiteralBuilder.join(field.startOf(colon), field.endOf(field.size() - 2), pieces, false);
  }

  /** What {@code f'{x = }'} shows: the source without comments. */
  private String source(int start, int end) {
    String text = building.text.substring(start, end).replace("\r\n", "\n").replace('\r', '\n');
    if (text.indexOf('#') < 0) {
      return text;
    }
    return building.version.atLeast(14) ? withoutComments(text) : text.replaceAll("#[^\n]*", "");
  }

  /** Up to Python 3.13, what followed a number sign inside of a string was lost, too. */
  private static String withoutComments(String text) {
    StringBuilder kept = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        kept.append(c);
        c = text.charAt(++i);
      } else if (c == '"' || c == '\'') {
        quote = quote == c ? 0 : quote == 0 ? c : quote;
      } else if (c == '#' && quote == 0) {
        int end = text.indexOf('\n', i);
        i = (end < 0 ? text.length() : end) - 1;
        continue;
      }
      kept.append(c);
    }
    return kept.toString();
  }
}
