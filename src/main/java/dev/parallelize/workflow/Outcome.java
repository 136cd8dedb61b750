package dev.parallelize.workflow;

/** What a call ends with: an answer, or an error that says what to do next. */
public sealed interface Outcome<T> {
  /** The call was answered; a refusal to rewrite is an answer too. */
  record Answered<T>(T answer) implements Outcome<T> {}

  /** The call could not be answered. */
  record Refused<T>(WorkflowError error) implements Outcome<T> {}
}
