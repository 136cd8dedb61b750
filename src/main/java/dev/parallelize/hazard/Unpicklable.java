package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/** A value that has to travel to or from a worker process cannot be pickled. */
final class Unpicklable implements HazardRule {
  @Override
  public String kind() {
    return "unpicklable";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.UNPICKLABLE);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    return quoted(symbol) + " cannot be sent to another process.";
  }
}
