package dev.parallelize.strategy;

import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands around each node of a piece of code. */
final class Surroundings {
  private final Map<Node, Node> parents = new IdentityHashMap<>();

  Surroundings(List<? extends Node> roots) {
    roots.forEach(
        root -> Walk.each(root, n -> Children.of(n).forEach(child -> parents.put(child, n))));
  }

  Optional<Node> parent(Node node) {
    return Optional.ofNullable(parents.get(node));
  }

  /**
   * Whether {@code await} may stand at the node once the code around it is a coroutine. It may not in
   * a lambda, a nested function or a generator, whose code runs apart.
   */
  boolean mayAwait(Node node) {
    Node inner = node;
    Optional<Node> outer = parent(node);
    while (outer.isPresent()) {
      Node around = outer.get();
      boolean apart =
          around instanceof Expression.Lambda
              || around instanceof Statement.FunctionDef
              || around instanceof Statement.ClassDef
              || (around instanceof Expression.GeneratorExp g && inner != g.generators().get(0));
      if (apart) {
        return false;
      }
      inner = around;
      outer = parent(around);
    }
    return true;
  }
}
