package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/** The loop may end, or skip work, depending on what earlier iterations found. */
final class EarlyExit implements HazardRule {
  @Override
  public String kind() {
    return "early-exit";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.EARLY_EXIT);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    return symbol.isEmpty()
        ? "Whether this part runs is decided in order, by what came before it."
        : quoted(symbol) + " ends the program or the loop from inside the costly part.";
  }
}
