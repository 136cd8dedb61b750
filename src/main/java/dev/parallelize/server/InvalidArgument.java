package dev.parallelize.server;

import dev.parallelize.workflow.ErrorCode;
import dev.parallelize.workflow.WorkflowError;

/** Ends the reading of a call's arguments with the error that the caller gets. */
public final class InvalidArgument extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient WorkflowError error;

  public InvalidArgument(WorkflowError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  InvalidArgument(String message, String hint) {
    this(WorkflowError.of(ErrorCode.INVALID_ARGUMENT, message, hint));
  }

  public WorkflowError error() {
    return error;
  }
}
