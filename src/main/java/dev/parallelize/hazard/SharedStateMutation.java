package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * A change of something that lives outside the iteration: a global, an attribute, a file, a table.
 *
 * <h2>What it means</h2>
 *
 * The work changes what other iterations or later code see. In a process the change is lost, in a thread it
 * races.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * calls = 0
 *
 *
 * def measure(word):
 *     global calls
 *     calls += 1
 *     return len(word) * calls
 *
 *
 * def measure_all(words):
 *     return [measure(word) for word in words]
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Return the change from the work and merge it in the parent, in order.
 */
final class SharedStateMutation implements HazardRule {
  @Override
  public String kind() {
    return "shared-state-mutation";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(
        Obstruction.Kind.SHARED_MUTATION,
        Obstruction.Kind.WRITES_OUTSIDE,
        Obstruction.Kind.PROCESS_STATE);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    if (obstruction.kind() == Obstruction.Kind.WRITES_OUTSIDE) {
      return quoted(symbol)
          + " changes the outside world: iterations may run in any order only if they touch different things.";
    }
    if (obstruction.kind() == Obstruction.Kind.PROCESS_STATE) {
      return quoted(symbol) + " changes state of the whole process, which workers do not share.";
    }
    return quoted(symbol) + " lives outside the loop and is changed by the costly part of it.";
  }
}
