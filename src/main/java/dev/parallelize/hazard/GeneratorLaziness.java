package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * Work is done on demand, interleaved with code elsewhere.
 *
 * <h2>What it means</h2>
 *
 * A generator makes each result when its consumer asks for it, and what the consumer does in between may be seen
 * by the next iteration.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * def sums(limits):
 *     for limit in limits:
 *         yield sum(number * number for number in range(limit))
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Return a list if consumers take all results anyhow; or send the assumption {@code independent} back, if the
 * consumers change nothing that the work reads.
 */
final class GeneratorLaziness implements HazardRule {
  @Override
  public String kind() {
    return "generator";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.GENERATOR, Obstruction.Kind.AWAIT);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    if (obstruction.kind() == Obstruction.Kind.AWAIT) {
      return "The code awaits: it belongs to an event loop, not to a pool of workers.";
    }
    return "Items are produced on demand; computing them ahead is safe only if nobody changes what they depend on in between.";
  }
}
