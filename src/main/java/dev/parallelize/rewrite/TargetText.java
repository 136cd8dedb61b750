package dev.parallelize.rewrite;

import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.Expression;

/** How a loop's target is written where it is one item among others, or a value. */
final class TargetText {
  private TargetText() {}

  /** {@code item}, {@code (i, item)}, {@code ((a, b), c)}. */
  static String single(PythonSource source, Expression target) {
    String text = source.text(target.span());
    return isBare(target) ? "(" + text + ")" : text;
  }

  /** Whether it is a tuple without parentheses of its own: it begins where its first element does. */
  static boolean isBare(Expression target) {
    return target instanceof Expression.TupleDisplay tuple
        && !tuple.elements().isEmpty()
        && tuple.elements().get(0).start() == tuple.start();
  }
}
