package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/** The loop runs over something that is made on demand, may not end, or can be iterated only once. */
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
