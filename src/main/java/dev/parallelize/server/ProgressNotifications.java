package dev.parallelize.server;

import dev.parallelize.workflow.Progress;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;

/** Tells a client how far its call has come; every notification is further than the one before, and they are not many. */
final class ProgressNotifications implements Progress {
  private final McpSyncServerExchange exchange;
  private final Object token;
  private double last = -1;
  private long lastAt = Long.MIN_VALUE;

  ProgressNotifications(McpSyncServerExchange exchange, Object token) {
    this.exchange = exchange;
    this.token = token;
  }

  @Override
  public synchronized void report(double fraction, String message) {
    long now = System.nanoTime();
    boolean soon = last >= 0 && now - lastAt < Limits.PROGRESS_INTERVAL.toNanos();
    if (soon || fraction <= last) {
      return;
    }
    last = fraction;
    lastAt = now;
    exchange.progressNotification(
        McpSchema.ProgressNotification.builder(token, fraction)
            .total(1.0)
            .message(message)
            .build());
  }
}
