package dev.parallelize.server;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import reactor.core.publisher.Mono;

/**
 * The requests of one client that are under way, so that {@code notifications/cancelled} can end one: the SDK has no
 * handler for it. A cancelled call is told through its {@link RunningCall} and ends by itself; its answer is dropped.
 */
final class RunningCalls {
  /** Where a tool finds its {@link RunningCall} in the SDK's transport context. */
  static final String CONTEXT = "call";

  private static final System.Logger LOG = System.getLogger(RunningCalls.class.getName());
  private static final Duration POLL = Duration.ofMillis(10);

  private final Map<Object, RunningCall> running = new ConcurrentHashMap<>();

  /** What became of a request that was to be started. */
  enum Admission {
    STARTED,
    DUPLICATE,
    BUSY
  }

  /** Handles the request on a worker thread. */
  Admission start(McpSchema.JSONRPCRequest request, Mono<Void> work) {
    RunningCall call = new RunningCall();
    if (running.merge(request.id(), call, RunningCalls::later) != call) {
      return Admission.DUPLICATE;
    }
    try {
      Workers.of(request).execute(() -> run(request, work, call));
      return Admission.STARTED;
    } catch (RejectedExecutionException e) {
      running.remove(request.id(), call);
      return Admission.BUSY;
    }
  }

  /** The thread of a call may still have things to do when its answer has been read, and its id come again. */
  private static RunningCall later(RunningCall old, RunningCall call) {
    return old.answered() ? call : old;
  }

  private void run(McpSchema.JSONRPCRequest request, Mono<Void> work, RunningCall call) {
    try {
      if (!call.requested()) {
        McpTransportContext context = McpTransportContext.create(Map.of(CONTEXT, call));
        work.contextWrite(c -> c.put(McpTransportContext.KEY, context)).block();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "request failed: " + request.method(), e);
    } finally {
      running.remove(request.id(), call);
    }
  }

  /** True when the notification was a cancellation, and so is dealt with. */
  boolean cancelled(McpSchema.JSONRPCNotification notification) {
    if (!notification.method().equals("notifications/cancelled")) {
      return false;
    }
    if (notification.params() instanceof Map<?, ?> p && p.get("requestId") != null) {
      cancel(p.get("requestId"));
    }
    return true;
  }

  /** Notes that the request is being answered: its id is free. True when its answer was cancelled and is not to be sent. */
  boolean answers(Object id) {
    RunningCall call = running.get(id);
    if (call != null) {
      call.answer();
    }
    return call != null && call.requested();
  }

  /** True when the answer to this request was cancelled and must not be sent. */
  boolean dropped(Object id) {
    RunningCall call = running.get(id);
    return call != null && call.requested();
  }

  /** Tells the call, if it is under way, that its answer is no longer wanted. */
  void cancel(Object id) {
    RunningCall call = running.get(id);
    if (call != null) {
      call.cancel();
    }
  }

  void cancelAll() {
    running.values().forEach(RunningCall::cancel);
  }

  boolean isEmpty() {
    return running.isEmpty();
  }

  /** Waits until nothing is under way, but no longer than this. */
  void await(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (!isEmpty() && System.nanoTime() < end) {
      Thread.sleep(POLL.toMillis());
    }
  }
}
