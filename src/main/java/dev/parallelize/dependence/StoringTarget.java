package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Walk;
import java.util.List;
import java.util.Optional;

/**
 * A loop target that writes into an object, as in {@code for i, row[i] in pairs}: each item changes what
 * the next ones, the iterable and later code see, so it is no name of the iteration's own.
 */
final class StoringTarget {
  private StoringTarget() {}

  static Optional<Obstruction> in(Program program, Expression target) {
    Node[] store = new Node[1];
    Walk.each(
        target,
        n -> {
          if (n instanceof Expression.Subscript || n instanceof Expression.Attribute) {
            store[0] = n;
          }
        });
    return Optional.ofNullable(store[0])
        .map(
            n ->
                new Obstruction(
                    Obstruction.Kind.SHARED_MUTATION,
                    program.tree().source().text(n.span()),
                    n.start(),
                    List.of(),
                    Optional.empty()));
  }
}
