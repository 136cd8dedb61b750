package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * The loop runs over something that is made on demand, may not end, or can be iterated only once.
 *
 * <h2>What it means</h2>
 *
 * Workers would have to take items ahead of the loop, and the body or other code takes from the same iterator,
 * or making an item has effects.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * def pair_up(lines):
 *     stream = iter(lines)
 *     pairs = []
 *     for line in stream:
 *         pairs.append((line, next(stream)))
 *     return pairs
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Collect the items first; or send the assumption {@code independent} back, if taking items early changes
 * nothing.
 */
final class SingleUseIterator implements HazardRule {
  @Override
  public String kind() {
    return "single-use-iterator";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.USED_UP_ITERATOR);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    return symbol.isEmpty()
        ? "The iterable may never end or can be used only once; taking all of it first would change what the program does."
        : "Taking all items from "
            + quoted(symbol)
            + " first may change what the program does: it may be endless, or act between items.";
  }
}
