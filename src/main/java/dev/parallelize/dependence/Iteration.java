package dev.parallelize.dependence;

import dev.parallelize.syntax.Expression;
import java.util.List;

/**
 * What a loop runs over.
 *
 * @param targets names that the loop binds for each item, in order
 */
public record Iteration(Expression target, Expression iterable, Kind kind, List<String> targets) {
  public Iteration {
    targets = List.copyOf(targets);
  }

  /** What is known of the iterable. */
  public enum Kind {
    RANGE,
    /** Iterating twice gives the same items. */
    REPEATABLE,
    /** An iterator, generator or file: used up by iterating, but it ends. */
    ONE_SHOT,
    INFINITE,
    UNKNOWN
  }
}
