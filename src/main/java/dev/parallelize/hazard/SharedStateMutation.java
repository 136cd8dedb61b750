package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/** A change of something that lives outside the iteration: a global, an attribute, a file, a table. */
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
