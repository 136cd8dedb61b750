package dev.parallelize.strategy;

import dev.parallelize.source.Span;
import java.util.List;

/**
 * Put array expressions in the place of a loop.
 *
 * @param replaced the loop in the text
 * @param statements what stands in its place, without indentation; {@link #NUMPY} is where the name
 *     of the NumPy module goes, and each {@link #INDENT} at the front is a step further in
 * @param guards what has to hold at run time, as Python conditions
 * @param keepsLoop whether the loop runs as it stands where the guards do not hold; else it has
 *     nothing to do there
 * @param change one sentence for people
 */
public record VectorizePlan(
    Span replaced, List<String> statements, List<String> guards, boolean keepsLoop, String change)
    implements Plan {
  /** Stands for the module's name; no Python text has it, since it is a private-use character. */
  public static final String NUMPY = "\uE000";

  /** One step of indentation. */
  public static final String INDENT = "\uE001";

  public VectorizePlan {
    statements = List.copyOf(statements);
    guards = List.copyOf(guards);
  }

  /** Whether the new code needs the module by name. */
  public boolean usesNumpy() {
    return statements.stream().anyMatch(s -> s.contains(NUMPY))
        || guards.stream().anyMatch(s -> s.contains(NUMPY));
  }
}
