package dev.parallelize.dependence;

/** What kind of code a candidate is; the names are the contract's, in kebab-case. */
public enum Construct {
  FOR("for"),
  WHILE("while"),
  COMPREHENSION("comprehension"),
  GENERATOR_EXPRESSION("generator-expression"),
  MAP_CALL("map-call"),
  STATEMENTS("statements"),
  APPLY_CALL("apply-call"),
  AWAIT_SEQUENCE("await-sequence");

  private final String word;

  Construct(String word) {
    this.word = word;
  }

  /** The word used in identifiers and JSON. */
  public String word() {
    return word;
  }
}
