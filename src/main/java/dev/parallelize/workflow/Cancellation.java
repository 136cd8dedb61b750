package dev.parallelize.workflow;

/** Asked often during a long call; once it says yes, the call ends within a second with {@code cancelled}. */
@FunctionalInterface
public interface Cancellation {
  /** Never cancelled. */
  Cancellation NEVER = () -> false;

  boolean requested();
}
