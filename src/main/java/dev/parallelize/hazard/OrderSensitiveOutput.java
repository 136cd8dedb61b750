package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/** The costly part prints, logs or reads input: the order can be seen. */
final class OrderSensitiveOutput implements HazardRule {
  @Override
  public String kind() {
    return "order-sensitive-output";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.OUTPUT);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    return quoted(symbol)
        + " writes or reads in an order that people see, from inside the costly part.";
  }
}
