package dev.parallelize.rewrite;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.Optional;

/** What the test of an {@code if} computes before anything else, so that it can be computed in front of it. */
final class TestedFirst {
  private TestedFirst() {}

  /**
   * The part of the test that is the expression, or a call whose only argument it is; empty where something else comes
   * first, or it may not be needed at all.
   */
  static Optional<Expression> of(Layout layout, Statement statement, Node node) {
    boolean first =
        statement instanceof Statement.If
            && layout.source().text().startsWith("if", statement.start());
    return first ? first(((Statement.If) statement).test(), node) : Optional.empty();
  }

  private static Optional<Expression> first(Expression test, Node node) {
    if (test == node && !(node instanceof Expression.GeneratorExp)) {
      return Optional.of(test);
    } else if (test instanceof Expression.Call call) {
      boolean taken =
          call.function() instanceof Expression.Name
              && call.keywords().isEmpty()
              && call.arguments().size() == 1
              && call.arguments().get(0) == node;
      return taken ? Optional.of(call) : Optional.empty();
    } else if (test instanceof Expression.UnaryOp not) {
      return first(not.operand(), node);
    } else if (test instanceof Expression.BoolOp several) {
      return first(several.values().get(0), node);
    } else if (test instanceof Expression.BinOp sum) {
      return first(sum.left(), node);
    }
    return test instanceof Expression.Compare compare
        ? first(compare.left(), node)
        : Optional.empty();
  }
}
