package dev.parallelize.hazard;

import dev.parallelize.semantics.Assumptions.Assumption;
import java.util.Optional;

/**
 * One reason why a candidate is not plainly parallel.
 *
 * @param kind the contract's name, as {@code loop-carried-dependence}
 * @param symbol the variable, attribute or callee it is about
 * @param line 1-based
 * @param assumption for an assumable hazard, the fact that would discharge it
 */
public record Hazard(
    String kind,
    Severity severity,
    String symbol,
    int line,
    String message,
    Optional<Assumption> assumption) {
  /** How much a hazard weighs. */
  public enum Severity {
    BLOCKING,
    ASSUMABLE,
    ADVICE
  }
}
