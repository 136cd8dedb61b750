package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * Two names may be one object, or the program tells objects apart by identity.
 *
 * <h2>What it means</h2>
 *
 * Two places may hold the same object, so that a change in one iteration shows in another; two parameters
 * of a function that nothing in the file calls may be one list, or views of one array; or objects are compared
 * with {@code is}, which they do not survive on the way to another process.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * def positions(wanted, items):
 *     found = []
 *     for each in wanted:
 *         found.append(sum(1 for item in items if item is each))
 *     return found
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Make the objects distinct, compare by value; or, if no object comes twice, send the assumption {@code
 * independent} back.
 */
final class Aliasing implements HazardRule {
  @Override
  public String kind() {
    return "aliasing";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.IDENTITY, Obstruction.Kind.ALIASING, Obstruction.Kind.OVERLAP);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    if (obstruction.kind() == Obstruction.Kind.IDENTITY) {
      return "Identity of "
          + quoted(symbol)
          + " is compared; objects lose it on the way to another process.";
    }
    if (obstruction.kind() == Obstruction.Kind.OVERLAP) {
      return quoted(symbol)
          + " is stored into while another parameter is read; if a caller passes one object for both,"
          + " or views of one array, an iteration would read what an earlier one has stored.";
    }
    return quoted(symbol)
        + " is changed in each iteration; if the same object comes twice, its second visit would see the change.";
  }
}
