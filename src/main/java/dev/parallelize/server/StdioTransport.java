package dev.parallelize.server;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** MCP over two byte streams: one JSON-RPC message a line, UTF-8 whatever the locale says. */
final class StdioTransport implements McpServerTransportProvider, McpServerTransport {
  static final String INITIALIZED = "notifications/initialized";
  private static final Duration LAST_WORDS = Duration.ofMillis(300);

  private final InputStream in;
  private final OutputStream out;
  private final RunningCalls calls = new RunningCalls();
  private McpServerSession.Factory sessions;
  private McpServerSession session;
  private McpSyncServer server;
  private boolean opened;
  private boolean initialized;

  StdioTransport(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /**
   * Answers messages until the end of input, on behalf of the server that was built on this transport, then lets what is
   * under way finish for a moment.
   */
  void run(McpSyncServer on) throws IOException, InterruptedException {
    server = on;
    Lines lines = new Lines(in, Limits.MESSAGE_BYTES);
    for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (line.get().tooLong()) {
        write(Incoming.errorLine(Optional.empty(), Incoming.INVALID_REQUEST, "Message too large"));
      } else if (!line.get().isBlank()) {
        handle(Incoming.read(line.get().bytes()));
      }
    }
    calls.await(Limits.DRAIN);
    calls.cancelAll();
    calls.await(LAST_WORDS);
  }

  private void handle(Incoming message) {
    if (message instanceof Incoming.Rejected rejected) {
      write(rejected.line());
    } else if (message instanceof Incoming.Request r) {
      request(r.request());
    } else if (message instanceof Incoming.Response r) {
      tell(r.response());
    } else if (message instanceof Incoming.Notification n) {
      notification(n.notification());
    }
  }

  private void request(McpSchema.JSONRPCRequest request) {
    if (StatelessRevision.speaks(request, Optional.empty())) {
      stateless(request);
    } else if (request.method().equals("ping")) {
      send(McpSchema.JSONRPCResponse.result(request.id(), Map.of()));
    } else if (request.method().equals("initialize")) {
      // On this thread, so that requests sent right behind it find an open session.
      open(request);
    } else if (!opened) {
      refuse(request, Incoming.INVALID_REQUEST, "Not initialized; send initialize first");
    } else {
      // Some clients forget to say so; the SDK would let their requests wait for ever.
      notification(new McpSchema.JSONRPCNotification(INITIALIZED));
      start(request, session.handle(request));
    }
  }

  private void stateless(McpSchema.JSONRPCRequest request) {
    Optional<StatelessRevision.Refusal> refusal = StatelessRevision.check(request);
    if (refusal.isPresent()) {
      send(McpSchema.JSONRPCResponse.error(request.id(), refusal.get().error()));
    } else if (request.method().equals("server/discover")) {
      send(
          McpSchema.JSONRPCResponse.result(
              request.id(), StatelessRevision.discovered(request, server)));
    } else {
      start(request, StatelessStdioSession.answer(request, server, sessions, this::send));
    }
  }

  private void open(McpSchema.JSONRPCRequest request) {
    try {
      session.handle(request).block();
      opened = true;
    } catch (RuntimeException e) {
      refuse(request, Incoming.INVALID_PARAMS, "Invalid params");
    }
  }

  private void start(McpSchema.JSONRPCRequest request, Mono<Void> work) {
    switch (calls.start(request, work)) {
      case DUPLICATE ->
          refuse(request, Incoming.INVALID_REQUEST, "A request with this id is under way");
      case BUSY -> refuse(request, Incoming.BUSY, "Busy; too many calls are waiting. Call again.");
      case STARTED -> {}
    }
  }

  private void notification(McpSchema.JSONRPCNotification notification) {
    if (notification.method().equals(INITIALIZED)) {
      if (opened && !initialized) {
        initialized = true;
        tell(notification);
      }
    } else if (!calls.cancelled(notification) && initialized) {
      tell(notification);
    }
  }

  private void tell(McpSchema.JSONRPCMessage message) {
    session.handle(message).subscribe(v -> {}, e -> {});
  }

  private void refuse(McpSchema.JSONRPCRequest request, int code, String message) {
    write(Incoming.errorLine(Optional.of(request.id()), code, message));
  }

  private void send(McpSchema.JSONRPCMessage message) {
    if (message instanceof McpSchema.JSONRPCResponse r && calls.answers(r.id())) {
      return;
    }
    try {
      write(McpServers.JSON.writeValueAsString(Incoming.withoutInside(StableOrder.of(message))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void write(String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      // The reader is gone; the end of input follows.
    }
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    sessions = factory;
    session = factory.create(this);
  }

  @Override
  public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
    return Mono.fromRunnable(() -> send(message));
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return McpServers.JSON.convertValue(data, type);
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return session.sendNotification(method, params);
  }

  @Override
  public Mono<Void> notifyClient(String id, String method, Object params) {
    return session.sendNotification(method, params);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(calls::cancelAll);
  }

  @Override
  public void close() {
    calls.cancelAll();
  }

  @Override
  public java.util.List<String> protocolVersions() {
    return Revisions.WITH_HANDSHAKE;
  }
}
