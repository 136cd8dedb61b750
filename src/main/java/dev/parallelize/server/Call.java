package dev.parallelize.server;

import dev.parallelize.workflow.Cancellation;
import dev.parallelize.workflow.Progress;

/** What surrounds one call: the files it may read, who hears of its progress, and whether it is still wanted. */
public record Call(Workspace workspace, Progress progress, Cancellation cancellation) {

  /** A call that nobody watches and nobody calls off. */
  static Call quiet(Workspace workspace) {
    return new Call(workspace, Progress.SILENT, Cancellation.NEVER);
  }
}
