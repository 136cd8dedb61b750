package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/** The costly part changes the item it was given; a worker process would change a copy. */
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
