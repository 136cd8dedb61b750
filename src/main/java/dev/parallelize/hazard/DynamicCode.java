package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/** Code or names are made at run time, so nothing can be said of them. */
final class DynamicCode implements HazardRule {
  @Override
  public String kind() {
    return "dynamic-code";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.DYNAMIC_CODE);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    return quoted(symbol)
        + " runs or reaches code by text; what it does cannot be told before it runs.";
  }
}
