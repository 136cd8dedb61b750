package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * The costly part draws from a shared random stream or reads the clock.
 *
 * <h2>What it means</h2>
 *
 * The result depends on the order of draws from one generator, on the clock or on the process, so other
 * schedules give other results.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * import random
 *
 *
 * def simulate(steps):
 *     return sum(random.random() for _ in range(steps))
 *
 *
 * def simulate_all(runs):
 *     return [simulate(1000) for _ in range(runs)]
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * One seeded generator for each item, made from the item or its number.
 */
final class Nondeterminism implements HazardRule {
  @Override
  public String kind() {
    return "nondeterminism";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.RANDOMNESS, Obstruction.Kind.CLOCK);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    return obstruction.kind() == Obstruction.Kind.CLOCK
        ? quoted(symbol)
            + " gives what depends on when and where it is called: the clock, the process, the"
            + " thread."
        : quoted(symbol)
            + " draws from one stream of random numbers in order; give each item its own generator"
            + " with its own seed.";
  }
}
