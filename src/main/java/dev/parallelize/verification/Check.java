package dev.parallelize.verification;

import java.util.List;

/** One of the skill's six checks: a pure judgement of what was seen. */
interface Check {
  /** In the contract's order. */
  List<Check> ALL =
      List.of(
          new OutputMatches(),
          new NoRaceConditions(),
          new ExceptionsHandled(),
          new ResourcesCleanedUp(),
          new WorkerCountBounded(),
          new ImportsAdded());

  /** The item's name in the contract. */
  String name();

  ChecklistItem judge(Trials trials);

  default ChecklistItem pass(List<String> evidence) {
    return new ChecklistItem(name(), CheckStatus.PASS, evidence);
  }

  default ChecklistItem fail(List<String> evidence) {
    return new ChecklistItem(name(), CheckStatus.FAIL, evidence);
  }

  default ChecklistItem unknown(List<String> evidence) {
    return new ChecklistItem(name(), CheckStatus.UNKNOWN, evidence);
  }
}
