package dev.parallelize.dependence;

import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Expression;
import java.util.List;
import java.util.Optional;

/**
 * One access to an element of an array, list or dict inside a loop nest.
 *
 * @param array the container as written, as {@code grid} or {@code self.cells}
 * @param base the expression that gives the container
 * @param subscripts linear forms outermost dimension first; empty where nothing linear is known
 * @param levels how many subscripts stand one after the other: 1 for {@code a[i, j]}
 * @param updates the operator of an augmented assignment whose read or write this is
 * @param within the loops around the access, the examined loop first
 */
record ArrayAccess(
    String array,
    Expression base,
    Type type,
    List<Optional<Affine>> subscripts,
    int levels,
    boolean write,
    Optional<String> updates,
    int line,
    List<Counter> within) {
  ArrayAccess {
    subscripts = List.copyOf(subscripts);
    within = List.copyOf(within);
  }

  /**
   * The counter of one loop, from 0 on by steps of 1.
   *
   * @param last upper bound (inclusive) as forms that are at least zero in every iteration
   */
  record Counter(String name, List<Affine> bounds) {
    Counter {
      bounds = List.copyOf(bounds);
    }
  }
}
