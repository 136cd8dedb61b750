package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/** The costly part draws from a shared random stream or reads the clock. */
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
