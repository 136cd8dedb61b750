package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * The costly part prints, logs or reads input: the order can be seen.
 *
 * <h2>What it means</h2>
 *
 * Output of several workers would mix, and come before output of earlier items.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * def score(word):
 *     print("scoring", word)
 *     return sum(ord(letter) ** 3 % 97 for letter in word)
 *
 *
 * def score_all(words):
 *     return [score(word) for word in words]
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Return the text and print it in the parent.
 */
final class OrderSensitiveOutput implements HazardRule {
  @Override
  public String kind() {
    return "order-sensitive-output";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.OUTPUT);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    return quoted(symbol)
        + " writes or reads in an order that people see, from inside the costly part.";
  }
}
