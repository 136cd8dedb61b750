package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/** Work is done on demand, interleaved with code elsewhere. */
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
