package dev.parallelize.dependence;

import dev.parallelize.semantics.Assumptions.Assumption;
import java.util.List;
import java.util.Optional;

/**
 * Why a piece of a loop's body cannot run out of order, apart from other iterations.
 *
 * @param symbol the variable, attribute or callee it is about
 * @param offset where in the text, maybe in another function
 * @param via the functions called on the way, outermost first
 * @param assumption the fact that would discharge it, if any would
 */
public record Obstruction(
    Kind kind, String symbol, int offset, List<String> via, Optional<Assumption> assumption) {
  /** What stands in the way. */
  public enum Kind {
    CARRIED_NAME,
    CARRIED_OBJECT,
    SHARED_MUTATION,
    ARGUMENT_MUTATION,
    UNKNOWN_CALL,
    OUTPUT,
    RANDOMNESS,
    CLOCK,
    WRITES_OUTSIDE,
    PROCESS_STATE,
    EARLY_EXIT,
    GENERATOR,
    AWAIT,
    IDENTITY,
    ALIASING,
    OVERLAP,
    DYNAMIC_CODE,
    USED_UP_ITERATOR,
    ITERABLE_MUTATED,
    UNPICKLABLE,
    THREAD_UNSAFE,
    NOT_SETTLED
  }

  public Obstruction {
    via = List.copyOf(via);
  }

  /** What another process may not get as it is, unless somebody vouches for it. */
  static Obstruction unpicklable(String symbol, int offset) {
    return new Obstruction(
        Kind.UNPICKLABLE,
        symbol,
        offset,
        List.of(),
        Optional.of(new Assumption("picklable", symbol)));
  }

  public boolean assumable() {
    return assumption.isPresent();
  }
}
