package dev.parallelize.server;

import dev.parallelize.workflow.Cancellation;
import dev.parallelize.workflow.Progress;

/** What surrounds one call: the files it may read, who hears of its progress, and whether it is still wanted. */
public record Call(Workspace workspace, Progress progress, Cancellation cancellation) {}
