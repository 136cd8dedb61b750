package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.Optional;

/**
 * Whether code of the same function goes on after an exception has left a loop: a handler, a {@code
 * finally} block or the end of a {@code with} block. It sees which item the loop was at and what earlier
 * items have left behind, so both have to be what they were.
 */
final class Watched {
  private Watched() {}

  static boolean isWatched(Program program, Scope frame, Node loop) {
    Optional<Node> around = Optional.of(frame.node());
    boolean watched = false;
    while (around.isPresent()) {
      Node node = around.get();
      watched |= node instanceof Statement.Try attempt && isIn(attempt, loop);
      watched |= node instanceof Statement.With with && mayGoOn(program, with);
      around =
          Children.of(node).stream()
              .filter(c -> c != loop && c.span().contains(loop.span()))
              .map(Node.class::cast)
              .findFirst();
    }
    return watched;
  }

  private static boolean isIn(Statement.Try attempt, Node loop) {
    return attempt.body().stream().anyMatch(s -> s.span().contains(loop.span()))
        || !attempt.finalBody().isEmpty();
  }

  /** Files, locks and the like let exceptions pass, and see nothing of variables. */
  private static boolean mayGoOn(Program program, Statement.With with) {
    return with.items().stream()
        .anyMatch(
            item -> {
              Type type = program.type(item.context());
              boolean named =
                  item.context() instanceof Expression.Call call
                      && program.value(call.function()).roots().stream()
                          .anyMatch(
                              r ->
                                  r instanceof Root.LibraryObject o
                                      && o.name().startsWith("contextlib."));
              return named || program.library().type(type.name()).isEmpty();
            });
  }
}
