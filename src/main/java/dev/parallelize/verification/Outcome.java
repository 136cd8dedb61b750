package dev.parallelize.verification;

/** How one run in the sandbox ended. */
public sealed interface Outcome {
  /** The program ended by itself with exit status 0. */
  record Ok() implements Outcome {}

  /** The program ended by itself in another way, or the run could not be observed to its end. */
  record Failed(String reason) implements Outcome {}

  /** The program was ended at the wall limit. */
  record TimedOut() implements Outcome {}

  /** The program was ended when it went beyond a limit: {@code memory}, {@code output}, {@code processes}, {@code files}. */
  record Limit(String what) implements Outcome {}

  /** The run was not started. */
  record Refused(String reason) implements Outcome {}

  /** The run was ended because its caller asked for that. */
  record Cancelled() implements Outcome {}

  /** One word or short phrase, as answers show it. */
  default String label() {
    if (this instanceof Ok) {
      return "ok";
    }
    if (this instanceof Failed failed) {
      return "failed: " + failed.reason();
    }
    if (this instanceof TimedOut) {
      return "timed-out";
    }
    if (this instanceof Limit limit) {
      return "limit: " + limit.what();
    }
    if (this instanceof Refused refused) {
      return "refused: " + refused.reason();
    }
    return "cancelled";
  }

  /** True when the program itself came to its end, well or not. */
  default boolean ended() {
    return this instanceof Ok || this instanceof Failed;
  }
}
