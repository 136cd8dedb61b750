package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/** The costly part uses an object that one thread at a time may use, and that no process can have a copy of. */
final class ThreadUnsafeResource implements HazardRule {
  @Override
  public String kind() {
    return "thread-unsafe-resource";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.THREAD_UNSAFE);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    return quoted(symbol)
        + (obstruction.assumable()
            ? " is shared by all iterations and must not be shared by threads: give each worker its"
                + " own."
            : " belongs to the thread that made it; each worker needs its own.");
  }
}
