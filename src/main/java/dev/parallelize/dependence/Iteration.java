package dev.parallelize.dependence;

import dev.parallelize.syntax.Expression;
import java.util.List;
import java.util.Optional;

/**
 * What a loop runs over.
 *
 * @param iterable what gives the items, without what shows the loop's progress
 * @param targets names that the loop binds for each item, in order
 * @param progress what shows how far the loop has come
 */
public record Iteration(
    Expression target,
    Expression iterable,
    Kind kind,
    List<String> targets,
    Optional<Progress> progress) {
  public Iteration {
    targets = List.copyOf(targets);
  }

  public Iteration(Expression target, Expression iterable, Kind kind, List<String> targets) {
    this(target, iterable, kind, targets, Optional.empty());
  }

  /** What is known of the iterable. */
  public enum Kind {
    RANGE,
    /** Iterating twice gives the same items. */
    REPEATABLE,
    /**
     * A parameter that the calls in this file pass something repeatable for; a call from another file may pass a
     * generator.
     */
    PASSED,
    /** An iterator, generator or file: used up by iterating, but it ends. */
    ONE_SHOT,
    INFINITE,
    UNKNOWN;

    /** Whether the emitted code may iterate twice, and ask for the length where there is one. */
    public boolean isRepeatable() {
      return this == RANGE || this == REPEATABLE;
    }
  }
}
