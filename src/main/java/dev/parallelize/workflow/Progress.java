package dev.parallelize.workflow;

/** Hears how far a long call has come. Called from the thread that does the work. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress SILENT = (fraction, message) -> {};

  /**
   * @param fraction the part that is done, 0 to 1; never falls
   * @param message what is being done now, for a person
   */
  void report(double fraction, String message);
}
