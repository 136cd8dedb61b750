package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * Puts one kind of obstruction into the words of the contract. The Javadoc of each rule has the sections <i>What it means ·
 * Example · What may help</i>; the skill's page of the hazard is made from it, and a test finds the hazard in the example.
 */
public interface HazardRule {
  /** The contract's name of the hazard. */
  String kind();

  /** The obstructions it speaks for. */
  Set<Obstruction.Kind> covers();

  /** What is wrong and why it matters, for the one who must act. */
  String message(Obstruction obstruction, String symbol);

  /** A name as it stands in messages. */
  default String quoted(String symbol) {
    return "`" + symbol + "`";
  }
}
