package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/** A value that one iteration leaves for the next: a flow dependence between iterations. */
final class LoopCarriedDependence implements HazardRule {
  @Override
  public String kind() {
    return "loop-carried-dependence";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.CARRIED_NAME, Obstruction.Kind.CARRIED_OBJECT);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    if (obstruction.kind() == Obstruction.Kind.CARRIED_OBJECT) {
      return quoted(symbol)
          + " is changed here while other iterations read it: the result depends on their order.";
    }
    return quoted(symbol)
        + " takes its value from an earlier iteration, so iterations cannot run apart.";
  }
}
