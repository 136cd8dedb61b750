package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * A value that one iteration leaves for the next: a flow dependence between iterations.
 *
 * <h2>What it means</h2>
 *
 * An iteration reads what an earlier one computed, through a name, an element or an object, so it cannot begin
 * before the earlier one has ended.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * def smooth(readings):
 *     level = 0.0
 *     levels = []
 *     for reading in readings:
 *         level = 0.9 * level + 0.1 * reading
 *         levels.append(level)
 *     return levels
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Parallelize another loop: an inner one, another axis, or whole series at a time. Where the carried value is
 * only added up or compared, keep that in the parent: the rewrite does so by itself.
 */
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
