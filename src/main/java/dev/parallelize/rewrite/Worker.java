package dev.parallelize.rewrite;

import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What each worker runs.
 *
 * @param callable the expression that is handed to the executor: {@code score}, {@code
 *     partial(score, rate=rate)}
 * @param definition the text of a new function, when one was outlined
 * @param items text of the iterables whose items it takes; empty means the loop's own
 * @param arguments target names that make up its arguments; empty means the item as it is
 * @param results names that its result is unpacked into by the remainder, one for the result as it is
 * @param host the method in front of which the definition stands, as a method; empty for the module
 */
record Worker(
    String callable,
    Optional<String> definition,
    List<String> items,
    List<String> arguments,
    List<String> results,
    Optional<Statement> host) {
  Worker {
    items = List.copyOf(items);
    arguments = List.copyOf(arguments);
    results = List.copyOf(results);
  }
}
