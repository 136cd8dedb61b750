package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * Code or names are made at run time, so nothing can be said of them.
 *
 * <h2>What it means</h2>
 *
 * What runs is found by a text: imported, looked up or compiled while the program runs.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * import importlib
 *
 *
 * def run_all(names, data):
 *     return [importlib.import_module(name).run(data) for name in names]
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Write out which functions there are, for example in a dictionary.
 */
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
