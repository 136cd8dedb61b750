package dev.parallelize.server;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that answer requests. Calls that run programs have their own, so that they cannot keep the short ones
 * waiting; there are few of them, since runs side by side would spoil each other's timing.
 */
final class Workers {
  private static final int CPUS = Runtime.getRuntime().availableProcessors();
  private static final Executor QUICK = pool("mcp-call", Math.max(4, 2 * CPUS));
  private static final Executor SLOW = pool("mcp-run", Math.max(1, CPUS / 2));

  private Workers() {}

  static Executor of(McpSchema.JSONRPCRequest request) {
    return runsPrograms(request) ? SLOW : QUICK;
  }

  private static boolean runsPrograms(McpSchema.JSONRPCRequest request) {
    if (!request.method().equals("tools/call") || !(request.params() instanceof Map<?, ?> p)) {
      return false;
    }
    boolean driven = p.get("arguments") instanceof Map<?, ?> a && a.get("driver") != null;
    return "verify".equals(p.get("name")) || ("classify".equals(p.get("name")) && driven);
  }

  private static Executor pool(String name, int threads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(Limits.WAITING_CALLS),
            task -> {
              Thread thread = new Thread(null, task, name, Limits.STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
