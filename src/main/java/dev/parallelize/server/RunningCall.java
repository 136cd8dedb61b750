package dev.parallelize.server;

import dev.parallelize.workflow.Cancellation;

/** A request under way, and whether its answer is still wanted. */
final class RunningCall implements Cancellation {
  private volatile boolean cancelled;

  void cancel() {
    cancelled = true;
  }

  @Override
  public boolean requested() {
    return cancelled;
  }
}
