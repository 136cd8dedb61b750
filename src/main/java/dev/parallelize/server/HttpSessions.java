package dev.parallelize.server;

import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The open HTTP sessions. There is room for a fixed number; an idle one makes room for a new one. */
final class HttpSessions {
  private final int most;
  private final Map<String, HttpSession> sessions = new ConcurrentHashMap<>();

  HttpSessions(int most) {
    this.most = most;
  }

  /** One client's session. */
  static final class HttpSession {
    private final McpStreamableServerSession mcp;
    private final RunningCalls calls = new RunningCalls();
    private volatile boolean used;
    private volatile long lastUsed = System.nanoTime();

    HttpSession(McpStreamableServerSession mcp) {
      this.mcp = mcp;
    }

    McpStreamableServerSession mcp() {
      return mcp;
    }

    RunningCalls calls() {
      return calls;
    }

    private void use() {
      used = true;
      lastUsed = System.nanoTime();
    }

    private boolean isIdle() {
      return calls.isEmpty() && !mcp.hasListeningStream();
    }
  }

  /**
   * Makes room for one more; false when all are in use. Sessions in which nothing was ever asked go first, so that a client
   * that opens one after the other does not put out those who work.
   */
  synchronized boolean makeRoom() {
    if (sessions.size() < most) {
      return true;
    }
    Optional<HttpSession> idle =
        sessions.values().stream()
            .filter(HttpSession::isIdle)
            .min(Comparator.comparing((HttpSession s) -> s.used).thenComparing(s -> s.lastUsed));
    idle.ifPresent(s -> end(s.mcp().getId()).subscribe(v -> {}, e -> {}));
    return idle.isPresent();
  }

  void add(McpStreamableServerSession session) {
    sessions.put(session.getId(), new HttpSession(session));
  }

  Optional<HttpSession> find(String id) {
    Optional<HttpSession> session = Optional.ofNullable(sessions.get(id));
    session.ifPresent(HttpSession::use);
    return session;
  }

  Mono<Void> end(String id) {
    HttpSession session = sessions.remove(id);
    if (session == null) {
      return Mono.empty();
    }
    session.calls().cancelAll();
    return session.mcp().closeGracefully().onErrorComplete();
  }

  Mono<Void> endAll() {
    return Flux.fromIterable(List.copyOf(sessions.keySet())).flatMap(this::end).then();
  }

  Mono<Void> tellAll(String method, Object params) {
    return Flux.fromIterable(sessions.values())
        .flatMap(s -> s.mcp().sendNotification(method, params).onErrorComplete())
        .then();
  }
}
