package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/** The body changes the container that the loop runs over. */
final class IterableMutated implements HazardRule {
  @Override
  public String kind() {
    return "iterable-mutated";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.ITERABLE_MUTATED);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    return quoted(symbol)
        + " is changed while the loop runs over it, so which items come depends on the order.";
  }
}
