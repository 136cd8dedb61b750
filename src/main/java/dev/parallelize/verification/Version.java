package dev.parallelize.verification;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which of the two programs a run was of. */
public enum Version {
  ORIGINAL("original"),
  TRANSFORMED("transformed");

  private final String label;

  Version(String label) {
    this.label = label;
  }

  @JsonValue
  public String label() {
    return label;
  }
}
