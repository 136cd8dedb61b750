package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * The loop may end, or skip work, depending on what earlier iterations found.
 *
 * <h2>What it means</h2>
 *
 * The work itself ends the loop or the program, or has effects that must not happen after an earlier iteration
 * ended it. Work that is only computed past a {@code break} does no harm: its result is thrown away.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * import sys
 *
 *
 * def check(text):
 *     if sum(map(ord, text)) % 97 == 0:
 *         sys.exit("bad text")
 *     return len(text)
 *
 *
 * def check_all(texts):
 *     return [check(text) for text in texts]
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Return what was found, and decide in the parent.
 */
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
