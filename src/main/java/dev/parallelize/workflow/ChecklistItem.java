package dev.parallelize.workflow;

import java.util.List;

/** One of the skill's six checks with what was found. */
public record ChecklistItem(Item item, Status status, List<String> evidence) {
  public ChecklistItem {
    evidence = List.copyOf(evidence);
  }

  /** The six checks, in the skill's order. */
  public enum Item {
    OUTPUT_MATCHES,
    NO_RACE_CONDITIONS,
    EXCEPTIONS_HANDLED,
    RESOURCES_CLEANED_UP,
    WORKER_COUNT_BOUNDED,
    IMPORTS_ADDED
  }

  /** What a check found. */
  public enum Status {
    PASS,
    FAIL,
    UNKNOWN
  }
}
