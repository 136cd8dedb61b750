package dev.parallelize.verification;

/** Asked often during long work; once it says yes, the work ends within a second and leaves no process. */
@FunctionalInterface
public interface Cancellation {
  /** Never cancelled. */
  Cancellation NEVER = () -> false;

  boolean requested();
}
