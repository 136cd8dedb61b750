package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * The costly part changes the item it was given; a worker process would change a copy.
 *
 * <h2>What it means</h2>
 *
 * The work changes its own item or another argument. Threads would share the change; a process changes a copy
 * that nobody sees.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * def close(order):
 *     order["total"] = sum(order["prices"])
 *     return order["total"]
 *
 *
 * def close_all(orders):
 *     return [close(order) for order in orders]
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Return the new value and assign it in the parent.
 */
final class ArgumentMutation implements HazardRule {
  @Override
  public String kind() {
    return "argument-mutation";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.ARGUMENT_MUTATION);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    return "The costly part changes "
        + quoted(symbol)
        + ": a worker process would change its own copy and the change would be lost.";
  }
}
