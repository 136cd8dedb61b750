package dev.parallelize.semantics;

import java.util.Map;
import java.util.Set;

/**
 * What calling a function does and gives, in terms of its parameters, of variables of other scopes,
 * and of nothing else.
 *
 * @param facts every effect that can be seen outside, with one example of where it comes from
 * @param result what it returns; objects made inside appear as the one root {@link #FRESH}
 * @param resultContents what is reachable from the fresh part of the result
 * @param stores what it puts into objects that exist outside: the objects, by all that is put into each of them
 * @param variables those of other scopes whose objects, or what is inside of them, it reads or changes
 * @param generator calling it only makes a generator; its facts happen while that is iterated
 */
public record Summary(
    Map<Fact, Located> facts,
    Value result,
    Set<Root> resultContents,
    Map<Set<Root>, Set<Root>> stores,
    Set<Root> variables,
    boolean generator,
    boolean coroutine) {
  /** Stands for every object made inside the function. */
  static final Root FRESH = new Root.Site(-1, -1);

  static final Summary BOTTOM =
      new Summary(Map.of(), Value.NOTHING, Set.of(), Map.of(), Set.of(), false, false);

  boolean sameAs(Summary other) {
    return facts.keySet().equals(other.facts.keySet())
        && result.equals(other.result)
        && resultContents.equals(other.resultContents)
        && stores.equals(other.stores)
        && generator == other.generator
        && coroutine == other.coroutine;
  }
}
