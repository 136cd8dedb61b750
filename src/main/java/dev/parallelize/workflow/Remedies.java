package dev.parallelize.workflow;

import dev.parallelize.hazard.Hazard;
import java.util.Map;

/** What a person can do about a blocking hazard. */
final class Remedies {
  private static final Map<String, String> BY_KIND =
      Map.of(
          "loop-carried-dependence",
              "Look for a loop further out or further in that has independent iterations, or for an algorithm without the carried value.",
          "shared-state-mutation",
              "Let the costly function return what it now stores, and store it in the loop.",
          "argument-mutation",
              "Let the costly function return the changed item instead of changing it.",
          "order-sensitive-output",
              "Let the costly function return the text, and print it in the loop.",
          "nondeterminism", "Give each item its own random.Random with a seed made from the item.",
          "iterable-mutated", "Loop over a copy, or collect the changes and apply them afterwards.",
          "early-exit", "Move the decision to stop out of the costly function.",
          "dynamic-code", "Replace the dynamic access by plain calls and attributes.",
          "single-use-iterator", "Take a bounded number of items into a list first.",
          "aliasing", "Compare by value, or by a key, instead of by identity.");

  private Remedies() {}

  static String of(Hazard hazard) {
    return BY_KIND.getOrDefault(
        hazard.kind(), "Move `" + hazard.symbol() + "` out of the costly part.");
  }
}
