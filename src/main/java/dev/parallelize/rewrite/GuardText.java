package dev.parallelize.rewrite;

import dev.parallelize.dependence.Fission;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.BooleanOperator;
import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.UnaryOperator;
import java.util.List;
import java.util.Map;

/** Conditions under which something is computed, as people write them: no {@code not (not ready)}. */
final class GuardText {
  private static final Map<Comparator, Comparator> OPPOSITES =
      Map.of(
          Comparator.IN, Comparator.NOT_IN,
          Comparator.NOT_IN, Comparator.IN,
          Comparator.IS, Comparator.IS_NOT,
          Comparator.IS_NOT, Comparator.IS);

  private static final Map<Comparator, String> SPELLED =
      Map.of(
          Comparator.IN, " in ",
          Comparator.NOT_IN, " not in ",
          Comparator.IS, " is ",
          Comparator.IS_NOT, " is not ");

  private final PythonSource source;

  GuardText(PythonSource source) {
    this.source = source;
  }

  /** All of them together. */
  String of(List<Fission.Guard> guards) {
    boolean several = guards.size() > 1;
    return String.join(" and ", guards.stream().map(g -> one(g, several)).toList());
  }

  private String one(Fission.Guard guard, boolean inside) {
    Expression test = guard.test();
    if (guard.whenTrue()) {
      return plain(test, inside);
    } else if (test instanceof Expression.UnaryOp no && no.operator() == UnaryOperator.NOT) {
      return plain(no.operand(), inside);
    } else if (test instanceof Expression.Compare compare
        && compare.operators().size() == 1
        && OPPOSITES.containsKey(compare.operators().get(0))) {
      Comparator opposite = OPPOSITES.get(compare.operators().get(0));
      return text(compare.left()) + SPELLED.get(opposite) + text(compare.comparators().get(0));
    }
    boolean bare =
        test instanceof Expression.Name
            || test instanceof Expression.Attribute
            || test instanceof Expression.Call
            || test instanceof Expression.Subscript;
    return bare || isWrapped(test) ? "not " + text(test) : "not (" + text(test) + ")";
  }

  private String plain(Expression test, boolean inside) {
    boolean loose =
        test instanceof Expression.IfExp
            || test instanceof Expression.Lambda
            || test instanceof Expression.NamedExpr
            || test instanceof Expression.BoolOp op && op.operator() == BooleanOperator.OR;
    return inside && loose && !isWrapped(test) ? "(" + text(test) + ")" : text(test);
  }

  /** With the parentheses of its own that the text has around it. */
  private String text(Expression e) {
    String text = onOneLine(source.text(e.span()));
    return isWrapped(e) ? "(" + text + ")" : text;
  }

  /** Where that changes no text and loses no comment. */
  private static String onOneLine(String text) {
    boolean plain = text.chars().noneMatch(c -> c == '#' || c == '"' || c == '\'' || c == '\\');
    return plain ? String.join(" ", text.split("\\s+")) : text;
  }

  private boolean isWrapped(Expression e) {
    boolean open =
        e instanceof Expression.BoolOp
            || e instanceof Expression.Compare
            || e instanceof Expression.IfExp
            || e instanceof Expression.Lambda
            || e instanceof Expression.NamedExpr;
    return open && isParenthesized(e);
  }

  private boolean isParenthesized(Expression e) {
    String before = source.text().substring(0, e.start()).stripTrailing();
    String after = source.text().substring(e.end()).stripLeading();
    return before.endsWith("(") && after.startsWith(")");
  }
}
