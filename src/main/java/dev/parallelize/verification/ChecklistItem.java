package dev.parallelize.verification;

import java.util.List;

/**
 * One of the skill's six checks with its result.
 *
 * @param item its name in the contract, such as {@code output-matches}
 * @param status what it came to
 * @param evidence sentences on what was tried and seen
 */
public record ChecklistItem(String item, CheckStatus status, List<String> evidence) {
  public ChecklistItem {
    evidence = List.copyOf(evidence);
  }
}
