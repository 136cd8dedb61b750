package dev.parallelize.verification;

import com.fasterxml.jackson.annotation.JsonValue;

/** What running both versions showed about their results. */
public enum Verdict {
  /** No run of the transformed program differed from the original. */
  EQUIVALENT("equivalent"),
  /** At least one run did; the differences say where. */
  DIFFERENT("different"),
  /** The original differs from itself, so nothing can be said. */
  INCONCLUSIVE("inconclusive"),
  /** The original could not be run to its end. */
  FAILED("failed");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  @JsonValue
  public String label() {
    return label;
  }
}
