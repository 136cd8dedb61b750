package dev.parallelize.workflow;

/** What kind of error it is; in JSON and on the command line in kebab-case, as {@code syntax-error}. */
public enum ErrorCode {
  /** The program is not Python of the chosen version. */
  SYNTAX_ERROR,
  /** There is no such file or folder. */
  NOT_FOUND,
  /** The file is outside the folders that the server may read. */
  OUTSIDE_ROOTS,
  /** The program, the request or the folder is larger than the limits. */
  TOO_LARGE,
  /** The program has no candidate with this identifier. */
  UNKNOWN_CANDIDATE,
  /** The strategy that was asked for cannot be used on this candidate. */
  STRATEGY_NOT_APPLICABLE,
  /** The program imports a package that the interpreter does not have. */
  MISSING_PACKAGE,
  /** No Python interpreter was found. */
  NO_INTERPRETER,
  /** Programs cannot be run here, since nothing would confine them. */
  SANDBOX_UNAVAILABLE,
  /** The work took longer than its limit. */
  TIMEOUT,
  /** The caller cancelled the call. */
  CANCELLED,
  /** An argument is missing, unknown or out of range. */
  INVALID_ARGUMENT,
  /** Too many calls are under way. */
  BUSY,
  /** A defect of this program. */
  INTERNAL_ERROR,
  /** The call is known but not yet built. */
  NOT_IMPLEMENTED
}
