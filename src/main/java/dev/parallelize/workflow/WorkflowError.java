package dev.parallelize.workflow;

import java.util.Optional;

/**
 * Why a call could not be answered.
 *
 * @param message what was wrong, and where
 * @param line 1-based, when it is about a place in the program
 * @param column 1-based, in code points
 * @param hint what to do next
 */
public record WorkflowError(
    ErrorCode code,
    String message,
    Optional<Integer> line,
    Optional<Integer> column,
    Optional<String> hint) {

  /** An error that is about no place in the program. */
  public static WorkflowError of(ErrorCode code, String message, String hint) {
    return new WorkflowError(code, message, Optional.empty(), Optional.empty(), Optional.of(hint));
  }
}
