package dev.parallelize.dependence;

import dev.parallelize.semantics.Root;
import java.util.Set;

/**
 * Objects from outside of a loop of which each worker gets its own, so that what one iteration does to them is no other's
 * concern (privatization).
 *
 * @param names how the loop's code calls them, or what it makes with them for one iteration
 */
record PrivateObjects(Set<Root> roots, Set<String> names) {
  static final PrivateObjects NONE = new PrivateObjects(Set.of(), Set.of());

  PrivateObjects {
    roots = Set.copyOf(roots);
    names = Set.copyOf(names);
  }

  boolean holds(Root root) {
    return roots.contains(root) || (root instanceof Root.Inside inside && holds(inside.base()));
  }
}
