package dev.parallelize.server;

import dev.parallelize.server.HttpSessions.HttpSession;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** MCP over Streamable HTTP, on one Vert.x route. */
final class HttpTransport implements McpStreamableServerTransportProvider {
  static final String SESSION = "Mcp-Session-Id";
  static final String VERSION = "MCP-Protocol-Version";
  private static final String EVENTS_TYPE = "text/event-stream";

  private final HttpSessions sessions = new HttpSessions(Limits.SESSIONS);
  private McpStreamableServerSession.Factory factory;
  private McpSyncServer server;

  /** Answers requests to the path, on behalf of the server that was built on this transport. */
  void mount(Router router, String path, McpSyncServer on) {
    server = on;
    router
        .post(path)
        .order(0)
        .handler(BodyHandler.create(false).setBodyLimit(Limits.MESSAGE_BYTES))
        .blockingHandler(this::post, false)
        .failureHandler(HttpAnswers::failed);
    router.get(path).order(0).handler(c -> inKnownVersion(c, this::get));
    router.delete(path).order(0).handler(c -> inKnownVersion(c, this::delete));
    router
        .route(path)
        .order(1)
        .handler(c -> HttpAnswers.error(c, 405, Incoming.INVALID_REQUEST, "Use POST"));
  }

  private static void inKnownVersion(RoutingContext context, Consumer<RoutingContext> handler) {
    if (knownVersion(context)) {
      handler.accept(context);
    } else {
      HttpAnswers.error(context, 400, Incoming.INVALID_REQUEST, "Unsupported " + VERSION);
    }
  }

  private void post(RoutingContext context) {
    HttpAdmission.bodyArrived(context);
    String type = header(context, "Content-Type").orElse("").split(";")[0].trim();
    if (!type.equalsIgnoreCase(HttpAnswers.JSON_TYPE)) {
      HttpAnswers.error(
          context, 415, Incoming.INVALID_REQUEST, "Content-Type must be " + HttpAnswers.JSON_TYPE);
    } else if (!accepts(context, HttpAnswers.JSON_TYPE) || !accepts(context, EVENTS_TYPE)) {
      String message = "Accept must list " + HttpAnswers.JSON_TYPE + " and " + EVENTS_TYPE;
      HttpAnswers.error(context, 406, Incoming.INVALID_REQUEST, message);
    } else {
      Buffer body = context.body().buffer();
      message(context, Incoming.read(body == null ? new byte[0] : body.getBytes()));
    }
  }

  private void message(RoutingContext context, Incoming message) {
    if (message instanceof Incoming.Rejected r) {
      HttpAnswers.json(context.response(), 400, r.line());
      return;
    }
    if (message instanceof Incoming.Request r
        && StatelessRevision.speaks(r.request(), header(context, VERSION))) {
      stateless(context, r.request());
      return;
    }
    if (!knownVersion(context)) {
      HttpAnswers.error(context, 400, Incoming.INVALID_REQUEST, "Unsupported " + VERSION);
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
      HttpAnswers.answer(context, 200, McpSchema.JSONRPCResponse.result(request.id(), Map.of()));
      return;
    }
    HttpReply reply = HttpReply.to(request, context, session.calls(), UnaryOperator.identity());
    start(context, session.calls(), request, session.mcp().responseStream(reply)::handle);
  }

  private void stateless(RoutingContext context, McpSchema.JSONRPCRequest request) {
    Optional<StatelessRevision.Refusal> refusal =
        StatelessRevision.check(request, context.request());
    if (refusal.isPresent()) {
      McpSchema.JSONRPCResponse error =
          McpSchema.JSONRPCResponse.error(request.id(), refusal.get().error());
      HttpAnswers.answer(context, refusal.get().status(), error);
      return;
    }
    if (request.method().equals("server/discover")) {
      Object found = StatelessRevision.discovered(request, server);
      HttpAnswers.answer(context, 200, McpSchema.JSONRPCResponse.result(request.id(), found));
      return;
    }
    RunningCalls calls = new RunningCalls();
    HttpReply reply =
        HttpReply.to(request, context, calls, out -> StatelessRevision.adapt(out, request, server));
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
    HttpAnswers.json(context.response(), busy ? 503 : 400, line);
  }

  private void initialize(RoutingContext context, McpSchema.JSONRPCRequest request) {
    McpSchema.InitializeRequest wanted;
    try {
      wanted = McpServers.JSON.convertValue(request.params(), McpSchema.InitializeRequest.class);
    } catch (RuntimeException e) {
      wanted = null;
    }
    if (wanted == null || wanted.protocolVersion() == null || wanted.capabilities() == null) {
      HttpAnswers.error(context, 400, Incoming.INVALID_PARAMS, "Invalid params");
      return;
    }
    if (!sessions.makeRoom()) {
      HttpAnswers.error(context, 503, Incoming.BUSY, "Busy; too many sessions are open");
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
              HttpAnswers.answer(
                  context, 200, McpSchema.JSONRPCResponse.result(request.id(), result));
            },
            e -> HttpAnswers.error(context, 400, Incoming.INVALID_PARAMS, "Invalid params"));
  }

  private void get(RoutingContext context) {
    if (!accepts(context, EVENTS_TYPE)) {
      HttpAnswers.error(context, 406, Incoming.INVALID_REQUEST, "Accept must list " + EVENTS_TYPE);
      return;
    }
    session(context)
        .ifPresent(
            session -> {
              HttpReply reply = HttpReply.listening(context);
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
      HttpAnswers.error(context, 400, Incoming.INVALID_REQUEST, SESSION + " required");
      return Optional.empty();
    }
    Optional<HttpSession> session = sessions.find(id.get());
    if (session.isEmpty()) {
      HttpAnswers.error(context, 404, Incoming.INVALID_REQUEST, "Session not found");
    }
    return session;
  }

  private static void accepted(RoutingContext context, Mono<Void> done) {
    done.subscribe(
        v -> {},
        e -> HttpAnswers.error(context, 400, Incoming.INVALID_REQUEST, "Not accepted"),
        () -> context.response().setStatusCode(202).end());
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
