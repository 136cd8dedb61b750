package dev.parallelize.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Visits trees without recursion: a sum of 100,000 terms is a tree of that depth, and must not
 * exhaust the stack.
 */
public final class Walk {
  private Walk() {}

  /** Visits the node and everything below it, parents before children, in the order of the text. */
  public static void each(Node root, Consumer<Node> visitor) {
    where(
        root,
        node -> {
          visitor.accept(node);
          return true;
        });
  }

  /** Like {@link #each}, but goes below a node only if the visitor answers true for it. */
  public static void where(Node root, Predicate<Node> visitor) {
    Deque<Node> pending = new ArrayDeque<>();
    pending.push(root);
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      if (visitor.test(node)) {
        List<Node> children = Children.of(node);
        for (int i = children.size() - 1; i >= 0; i--) {
          pending.push(children.get(i));
        }
      }
    }
  }
}
