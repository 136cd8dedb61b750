package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import java.util.ArrayList;
import java.util.List;

/** Numbers and strings; adjacent strings become one. */
final class LiteralBuilder {
  private final Building building;
  private final FormattedBuilder formatted;

  LiteralBuilder(Building building, ExpressionBuilder expressions) {
    this.building = building;
    this.formatted = new FormattedBuilder(building, expressions);
  }

  Expression number(Terminal terminal) {
    return new Expression.Constant(
        terminal.start,
        terminal.end,
        NumberDecoder.decode(terminal.start, building.text(terminal)),
        false);
  }

  /** A string literal that stands alone. */
  Expression string(Terminal terminal) {
    String text = building.text;
    int prefix = Strings.prefixOf(terminal.detail);
    int quotes = Strings.quotesOf(terminal.detail);
    int from = terminal.start + prefix + quotes;
    int to = terminal.end - quotes;
    boolean bytes = hasPrefix(terminal, prefix, 'b');
    String value =
        Strings.isPlain(terminal.detail)
            ? text.substring(from, to)
            : TextDecoder.decode(text, from, to, hasPrefix(terminal, prefix, 'r'), bytes);
    return new Expression.Constant(
        terminal.start,
        terminal.end,
        bytes ? new Literal.Bytes(value) : new Literal.Text(value),
        prefix == 1 && text.charAt(terminal.start) == 'u');
  }

  /** An f-string or t-string that stands alone. */
  Expression string(Branch branch) {
    List<Expression> pieces = new ArrayList<>();
    boolean template = formatted.pieces(branch, pieces);
    return join(branch.startOffset(), branch.endOffset(), pieces, template);
  }

  /** Adjacent literals: children {@code from} to {@code to} of a row. */
  Expression strings(Branch row, int from, int to) {
    if (to == from + 1) {
      return row.child(from) instanceof Terminal terminal
          ? string(terminal)
          : string(row.branch(from));
    }
    Concatenation kinds = new Concatenation();
    List<Expression> pieces = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (row.child(i) instanceof Terminal terminal) {
        Expression.Constant piece = (Expression.Constant) string(terminal);
        kinds.add(piece.value() instanceof Literal.Bytes ? 'b' : 's', piece.start());
        pieces.add(piece);
      } else {
        boolean template = formatted.pieces(row.branch(i), pieces);
        kinds.add(template ? 't' : 'f', row.startOf(i));
      }
    }
    int start = row.startOf(from);
    int end = row.endOf(to - 1);
    return kinds.formatted
        ? join(start, end, pieces, kinds.template)
        : constant(start, end, pieces);
  }

  /** Which kinds of literals stand side by side; not all may. */
  private static final class Concatenation {
    private boolean bytes;
    private boolean text;
    private boolean formatted;
    private boolean template;

    void add(char kind, int offset) {
      bytes |= kind == 'b';
      template |= kind == 't';
      formatted |= kind == 'f' || kind == 't';
      text |= kind == 's' || kind == 'f';
      if (template && (bytes || text)) {
        throw new Rejection(
            offset,
            "cannot mix t-string literals with string or bytes literals",
            "make all of them t-strings");
      }
      if (bytes && text) {
        throw new Rejection(
            offset,
            "cannot mix bytes and nonbytes literals",
            "give all of them the prefix b, or none");
      }
    }
  }

  static Expression join(int start, int end, List<Expression> pieces, boolean template) {
    List<Expression> values = folded(pieces);
    return template
        ? new Expression.TemplateStr(start, end, values)
        : new Expression.JoinedStr(start, end, values);
  }

  /** Neighbouring constants become one; empty ones vanish. */
  private static List<Expression> folded(List<Expression> pieces) {
    List<Expression> values = new ArrayList<>(pieces.size());
    int i = 0;
    while (i < pieces.size()) {
      int from = i++;
      Expression piece = pieces.get(from);
      if (piece instanceof Expression.Constant) {
        while (i < pieces.size() && pieces.get(i) instanceof Expression.Constant) {
          i++;
        }
        Expression.Constant constant =
            constant(piece.start(), pieces.get(i - 1).end(), pieces.subList(from, i));
        if (!((Literal.Text) constant.value()).value().isEmpty()) {
          values.add(constant);
        }
      } else {
        values.add(piece);
      }
    }
    return List.copyOf(values);
  }

  private static Expression.Constant constant(int start, int end, List<Expression> pieces) {
    Expression.Constant first = (Expression.Constant) pieces.get(0);
    if (pieces.size() == 1) {
      return first;
    }
    StringBuilder value = new StringBuilder();
    for (Expression piece : pieces) {
      value.append(text(((Expression.Constant) piece).value()));
    }
    Literal whole =
        first.value() instanceof Literal.Bytes
            ? new Literal.Bytes(value.toString())
            : new Literal.Text(value.toString());
    return new Expression.Constant(start, end, whole, first.unicodePrefix());
  }

  private static String text(Literal literal) {
    return literal instanceof Literal.Bytes bytes
        ? bytes.value()
        : ((Literal.Text) literal).value();
  }

  private boolean hasPrefix(Terminal terminal, int width, char letter) {
    for (int i = terminal.start; i < terminal.start + width; i++) {
      if ((building.text.charAt(i) | 0x20) == letter) {
        return true;
      }
    }
    return false;
  }
}
