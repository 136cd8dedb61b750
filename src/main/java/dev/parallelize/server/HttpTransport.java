package dev.parallelize.server;

import dev.parallelize.server.HttpSessions.HttpSession;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** MCP over Streamable HTTP, on one Vert.x route. */
final class HttpTransport implements McpStreamableServerTransportProvider {
  private static final String SESSION = "Mcp-Session-Id";
  private static final String VERSION = "MCP-Protocol-Version";
  private static final String JSON_TYPE = "application/json";
  private static final String EVENTS_TYPE = "text/event-stream";

  private final HttpGuard guard;
  private final HttpSessions sessions = new HttpSessions(Limits.SESSIONS);
  private McpStreamableServerSession.Factory factory;
  private McpSyncServer server;

  HttpTransport(HttpGuard guard) {
    this.guard = guard;
  }

  /** Answers requests to the path, on behalf of the server that was built on this transport. */
  void mount(Router router, String path, McpSyncServer on) {
    server = on;
    router.route(path).order(-1).handler(this::admit);
    router
        .post(path)
        .order(0)
        .handler(BodyHandler.create(false).setBodyLimit(Limits.MESSAGE_BYTES))
        .blockingHandler(this::post, false)
        .failureHandler(this::failed);
    router.get(path).order(0).handler(this::get);
    router.delete(path).order(0).handler(this::delete);
    router.route(path).order(1).handler(c -> error(c, 405, Incoming.INVALID_REQUEST, "Use POST"));
  }

  private void admit(RoutingContext context) {
    Optional<HttpGuard.Refusal> refusal = guard.check(context.request());
    if (refusal.isPresent()) {
      error(context, refusal.get().status(), Incoming.INVALID_REQUEST, refusal.get().message());
    } else if (context.request().method() != HttpMethod.POST && !knownVersion(context)) {
      error(context, 400, Incoming.INVALID_REQUEST, "Unsupported " + VERSION);
    } else {
      context.next();
    }
  }

  private void post(RoutingContext context) {
    String type = header(context, "Content-Type").orElse("").split(";")[0].trim();
    if (!type.equalsIgnoreCase(JSON_TYPE)) {
      error(context, 415, Incoming.INVALID_REQUEST, "Content-Type must be " + JSON_TYPE);
    } else if (!accepts(context, JSON_TYPE) || !accepts(context, EVENTS_TYPE)) {
      String message = "Accept must list " + JSON_TYPE + " and " + EVENTS_TYPE;
      error(context, 406, Incoming.INVALID_REQUEST, message);
    } else {
      message(context, Incoming.read(context.body().buffer().getBytes()));
    }
  }

  private void message(RoutingContext context, Incoming message) {
    if (message instanceof Incoming.Rejected r) {
      json(context.response(), 400, r.line());
      return;
    }
    if (message instanceof Incoming.Request r
        && StatelessRevision.speaks(r.request(), header(context, VERSION))) {
      stateless(context, r.request());
      return;
    }
    if (!knownVersion(context)) {
      error(context, 400, Incoming.INVALID_REQUEST, "Unsupported " + VERSION);
      return;
    }
    if (message instanceof Incoming.Request r && r.request().method().equals("initialize")) {
      initialize(context, r.request());
      return;
    }
    session(context).ifPresent(s -> inSession(context, s, message));
  }

  private void inSession(RoutingContext context, HttpSession session, Incoming message) {
    if (message instanceof Incoming.Request r) {
      request(context, session, r.request());
    } else if (message instanceof Incoming.Notification n) {
      boolean done = session.calls().cancelled(n.notification());
      accepted(context, done ? Mono.empty() : session.mcp().accept(n.notification()));
    } else if (message instanceof Incoming.Response r) {
      accepted(context, session.mcp().accept(r.response()));
    }
  }

  private void request(
      RoutingContext context, HttpSession session, McpSchema.JSONRPCRequest request) {
    if (request.method().equals("ping")) {
      answer(context, 200, McpSchema.JSONRPCResponse.result(request.id(), Map.of()));
      return;
    }
    HttpReply reply = new HttpReply(context.response(), session.calls()::dropped);
    start(context, session.calls(), request, session.mcp().responseStream(reply)::handle);
  }

  private void stateless(RoutingContext context, McpSchema.JSONRPCRequest request) {
    Optional<StatelessRevision.Refusal> refusal =
        StatelessRevision.check(request, context.request());
    if (refusal.isPresent()) {
      McpSchema.JSONRPCResponse error =
          McpSchema.JSONRPCResponse.error(request.id(), refusal.get().error());
      answer(context, refusal.get().status(), error);
      return;
    }
    if (request.method().equals("server/discover")) {
      Object found = StatelessRevision.discovered(request, server);
      answer(context, 200, McpSchema.JSONRPCResponse.result(request.id(), found));
      return;
    }
    RunningCalls calls = new RunningCalls();
    HttpReply reply =
        new HttpReply(
            context.response(),
            calls::dropped,
            out -> StatelessRevision.adapt(out, request, server));
    McpStreamableServerSession session =
        factory.startSession(StatelessRevision.handshake(request)).session();
    start(context, calls, request, session.responseStream(reply)::handle);
  }

  private void start(
      RoutingContext context,
      RunningCalls calls,
      McpSchema.JSONRPCRequest request,
      Function<McpSchema.JSONRPCRequest, Mono<Void>> handler) {
    RunningCalls.Admission admission = calls.start(request, handler.apply(request));
    if (admission == RunningCalls.Admission.STARTED) {
      // Streams cannot be resumed, so nobody could ever get the answer.
      context.response().closeHandler(v -> calls.cancel(request.id()));
      return;
    }
    boolean busy = admission == RunningCalls.Admission.BUSY;
    String line =
        Incoming.errorLine(
            Optional.of(request.id()),
            busy ? Incoming.BUSY : Incoming.INVALID_REQUEST,
            busy
                ? "Busy; too many calls are waiting. Call again."
                : "A request with this id is under way");
    json(context.response(), busy ? 503 : 400, line);
  }

  private void initialize(RoutingContext context, McpSchema.JSONRPCRequest request) {
    McpSchema.InitializeRequest wanted;
    try {
      wanted = McpServers.JSON.convertValue(request.params(), McpSchema.InitializeRequest.class);
    } catch (RuntimeException e) {
      wanted = null;
    }
    if (wanted == null || wanted.protocolVersion() == null || wanted.capabilities() == null) {
      error(context, 400, Incoming.INVALID_PARAMS, "Invalid params");
      return;
    }
    if (!sessions.makeRoom()) {
      error(context, 503, Incoming.BUSY, "Busy; too many sessions are open");
      return;
    }
    McpStreamableServerSession.McpStreamableServerSessionInit started =
        factory.startSession(wanted);
    started
        .initResult()
        .subscribe(
            result -> {
              sessions.add(started.session());
              context.response().putHeader(SESSION, started.session().getId());
              answer(context, 200, McpSchema.JSONRPCResponse.result(request.id(), result));
            },
            e -> error(context, 400, Incoming.INVALID_PARAMS, "Invalid params"));
  }

  private void get(RoutingContext context) {
    if (!accepts(context, EVENTS_TYPE)) {
      error(context, 406, Incoming.INVALID_REQUEST, "Accept must list " + EVENTS_TYPE);
      return;
    }
    session(context)
        .ifPresent(
            session -> {
              HttpReply reply = new HttpReply(context.response(), id -> false);
              reply.startStream();
              McpStreamableServerSession.McpStreamableServerSessionStream stream =
                  session.mcp().listeningStream(reply);
              context.response().closeHandler(v -> stream.releaseTransport());
            });
  }

  private void delete(RoutingContext context) {
    session(context)
        .ifPresent(
            s ->
                sessions
                    .end(s.mcp().getId())
                    .subscribe(
                        v -> {}, e -> {}, () -> context.response().setStatusCode(204).end()));
  }

  private Optional<HttpSession> session(RoutingContext context) {
    Optional<String> id = header(context, SESSION).filter(i -> !i.isBlank());
    if (id.isEmpty()) {
      error(context, 400, Incoming.INVALID_REQUEST, SESSION + " required");
      return Optional.empty();
    }
    Optional<HttpSession> session = sessions.find(id.get());
    if (session.isEmpty()) {
      error(context, 404, Incoming.INVALID_REQUEST, "Session not found");
    }
    return session;
  }

  private static void accepted(RoutingContext context, Mono<Void> done) {
    done.subscribe(
        v -> {},
        e -> error(context, 400, Incoming.INVALID_REQUEST, "Not accepted"),
        () -> context.response().setStatusCode(202).end());
  }

  private void failed(RoutingContext context) {
    int status = context.statusCode() < 400 ? 500 : context.statusCode();
    String message =
        switch (status) {
          case 413 -> "Message too large";
          case 500 -> "Internal error";
          default -> "Not accepted";
        };
    error(
        context,
        status,
        status == 500 ? Incoming.INTERNAL_ERROR : Incoming.INVALID_REQUEST,
        message);
  }

  private static boolean knownVersion(RoutingContext context) {
    return header(context, VERSION).map(Revisions.WITH_HANDSHAKE::contains).orElse(true);
  }

  private static boolean accepts(RoutingContext context, String type) {
    String accept = header(context, "Accept").orElse("").toLowerCase(Locale.ROOT);
    return accept.contains(type) || accept.contains("*/*");
  }

  private static Optional<String> header(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getHeader(name));
  }

  private static void error(RoutingContext context, int status, int code, String message) {
    json(context.response(), status, Incoming.errorLine(Optional.empty(), code, message));
  }

  private static void answer(RoutingContext context, int status, McpSchema.JSONRPCResponse answer) {
    try {
      json(context.response(), status, McpServers.JSON.writeValueAsString(answer));
    } catch (IOException e) {
      context.fail(e);
    }
  }

  private static void json(HttpServerResponse response, int status, String text) {
    if (!response.ended() && !response.closed()) {
      response.setStatusCode(status).putHeader("Content-Type", JSON_TYPE).end(text);
    }
  }

  @Override
  public List<String> protocolVersions() {
    return Revisions.WITH_HANDSHAKE;
  }

  @Override
  public void setSessionFactory(McpStreamableServerSession.Factory sessionFactory) {
    factory = sessionFactory;
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return sessions.tellAll(method, params);
  }

  @Override
  public Mono<Void> notifyClient(String id, String method, Object params) {
    return sessions
        .find(id)
        .map(s -> s.mcp().sendNotification(method, params))
        .orElse(Mono.empty());
  }

  @Override
  public Mono<Void> closeGracefully() {
    return sessions.endAll();
  }
}
