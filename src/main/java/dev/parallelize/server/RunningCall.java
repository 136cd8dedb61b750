package dev.parallelize.server;

import dev.parallelize.workflow.Cancellation;

/** A request under way, and whether its answer is still wanted. */
final class RunningCall implements Cancellation {
  private volatile boolean cancelled;
  private volatile boolean answered;

  void cancel() {
    cancelled = true;
  }

  void answer() {
    answered = true;
  }

  boolean answered() {
    return answered;
  }

  @Override
  public boolean requested() {
    return cancelled;
  }
}
