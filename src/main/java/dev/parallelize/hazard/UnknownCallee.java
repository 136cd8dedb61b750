package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * A call of something nothing is known of: it may have any effect.
 *
 * <h2>What it means</h2>
 *
 * It cannot be known what is called, or nothing is known of it: a parameter, an attribute of an unknown object,
 * a package without knowledge.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * def apply(function, items):
 *     return [function(item) for item in items]
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Read every function that may be called. If none changes anything or depends on order, send the assumption
 * {@code pure} back.
 */
final class UnknownCallee implements HazardRule {
  @Override
  public String kind() {
    return "unknown-callee";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.UNKNOWN_CALL, Obstruction.Kind.NOT_SETTLED);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    if (obstruction.kind() == Obstruction.Kind.NOT_SETTLED) {
      return "The analysis met its limit on this file; what it found may be incomplete.";
    }
    return "Nothing is known of "
        + quoted(symbol)
        + ": it may change anything. If it has no effects and depends on its arguments alone, say so with the assumption.";
  }
}
