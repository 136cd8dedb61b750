package dev.parallelize.strategy;

import java.util.List;

/** What a strategy says of a candidate. */
public sealed interface Decision {
  String reason();

  /**
   * The strategy can be used.
   *
   * @param requires distributions the rewritten program needs
   */
  record Applies(String reason, Plan plan, List<String> requires, List<String> caveats)
      implements Decision {}

  record DoesNotApply(String reason) implements Decision {}
}
