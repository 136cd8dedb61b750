package dev.parallelize.dependence;

import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import java.util.List;
import java.util.Optional;

/**
 * A comprehension that keeps some of its items as they are, {@code [x for x in xs if test(x)]}, or counts them, {@code
 * sum(1 for x in xs if test(x))}.
 */
public final class SelectedItems {
  private SelectedItems() {}

  /** The test that tells which items are kept; empty for any other comprehension. */
  public static Optional<Expression> test(Node node) {
    List<Comprehension> clauses = Comprehension.of(node);
    boolean kept =
        clauses.size() == 1
            && clauses.get(0).conditions().size() == 1
            && clauses.get(0).target() instanceof Expression.Name target
            && element(node)
                .filter(e -> isItem(e, target) || e instanceof Expression.Constant)
                .isPresent();
    return kept ? Optional.of(clauses.get(0).conditions().get(0)) : Optional.empty();
  }

  private static boolean isItem(Expression element, Expression.Name target) {
    return element instanceof Expression.Name name && name.id().equals(target.id());
  }

  private static Optional<Expression> element(Node node) {
    if (node instanceof Expression.ListComp c) {
      return Optional.of(c.element());
    } else if (node instanceof Expression.SetComp c) {
      return Optional.of(c.element());
    }
    return node instanceof Expression.GeneratorExp c ? Optional.of(c.element()) : Optional.empty();
  }
}
