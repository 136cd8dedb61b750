package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/** Two names may be one object, or the program tells objects apart by identity. */
final class Aliasing implements HazardRule {
  @Override
  public String kind() {
    return "aliasing";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.IDENTITY, Obstruction.Kind.ALIASING);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    if (obstruction.kind() == Obstruction.Kind.IDENTITY) {
      return "Identity of "
          + quoted(symbol)
          + " is compared; objects lose it on the way to another process.";
    }
    return quoted(symbol)
        + " is changed in each iteration; if the same object comes twice, its second visit would see the change.";
  }
}
