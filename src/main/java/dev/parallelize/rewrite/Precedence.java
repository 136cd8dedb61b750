package dev.parallelize.rewrite;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;

/** Where an expression that starts with {@code await} needs brackets (section 6.17 of the language reference). */
final class Precedence {
  private Precedence() {}

  /**
   * Whether what is around the expression binds closer than {@code await}.
   *
   * @param parent what the expression is a part of
   */
  static boolean isTight(Node parent, Expression whole) {
    return parent instanceof Expression.Attribute
        || (parent instanceof Expression.Subscript s && s.value() == whole)
        || (parent instanceof Expression.Call c && c.function() == whole)
        || (parent instanceof Expression.BinOp b && b.operator() == Operator.POW);
  }
}
