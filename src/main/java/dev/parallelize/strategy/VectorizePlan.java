package dev.parallelize.strategy;

import dev.parallelize.source.Span;
import java.util.List;

/**
 * Put array expressions in the place of a loop.
 *
 * @param replaced the loop in the text
 * @param statements what stands in its place, without indentation; {@link #NUMPY} is where the name
 *     of the NumPy module goes
 * @param change one sentence for people
 */
public record VectorizePlan(Span replaced, List<String> statements, String change) implements Plan {
  /** Stands for the module's name; no Python text has it, since it is a private-use character. */
  public static final String NUMPY = "\uE000";

  public VectorizePlan {
    statements = List.copyOf(statements);
  }

  /** Whether the new code needs the module by name. */
  public boolean usesNumpy() {
    return statements.stream().anyMatch(s -> s.contains(NUMPY));
  }
}
