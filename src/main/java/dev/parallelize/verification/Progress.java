package dev.parallelize.verification;

/** Hears how far long work has come. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress SILENT = (done, total, message) -> {};

  /**
   * @param done steps finished
   * @param total steps known so far; may grow
   * @param message what is being done now, for a person
   */
  void report(int done, int total, String message);
}
