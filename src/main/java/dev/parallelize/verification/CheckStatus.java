package dev.parallelize.verification;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a check came to. */
public enum CheckStatus {
  PASS("pass"),
  FAIL("fail"),
  /** What was tried shows neither; the evidence says what was tried. */
  UNKNOWN("unknown");

  private final String label;

  CheckStatus(String label) {
    this.label = label;
  }

  @JsonValue
  public String label() {
    return label;
  }
}
