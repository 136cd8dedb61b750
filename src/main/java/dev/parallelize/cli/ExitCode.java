package dev.parallelize.cli;

import dev.parallelize.workflow.ErrorCode;

/** What the process ends with. */
final class ExitCode {
  static final int DONE = 0;
  static final int REFUSED_OR_DIFFERENT = 1;
  static final int BAD_INPUT = 2;
  static final int CANNOT_RUN = 3;
  static final int DEFECT = 4;
  static final int CANCELLED = 130;

  private ExitCode() {}

  static int of(ErrorCode code) {
    return switch (code) {
      case STRATEGY_NOT_APPLICABLE -> REFUSED_OR_DIFFERENT;
      case SYNTAX_ERROR, NOT_FOUND, OUTSIDE_ROOTS, TOO_LARGE, UNKNOWN_CANDIDATE, INVALID_ARGUMENT ->
          BAD_INPUT;
      case MISSING_PACKAGE, NO_INTERPRETER, SANDBOX_UNAVAILABLE, TIMEOUT, BUSY -> CANNOT_RUN;
      case CANCELLED -> CANCELLED;
      case INTERNAL_ERROR, NOT_IMPLEMENTED -> DEFECT;
    };
  }
}
