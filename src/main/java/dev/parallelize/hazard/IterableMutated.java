package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * The body changes the container that the loop runs over.
 *
 * <h2>What it means</h2>
 *
 * Which items there are depends on what earlier iterations did.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * def reachable(pages, links):
 *     for page in pages:
 *         for link in links[page]:
 *             if link not in pages:
 *                 pages.append(link)
 *     return pages
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Go by rounds: all items that are known now in parallel, then those that they added.
 */
final class IterableMutated implements HazardRule {
  @Override
  public String kind() {
    return "iterable-mutated";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.ITERABLE_MUTATED);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    return quoted(symbol)
        + " is changed while the loop runs over it, so which items come depends on the order.";
  }
}
