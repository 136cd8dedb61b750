package dev.parallelize.server;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/**
 * One HTTP response: plain JSON when the answer is all there is, an event stream once something comes before it.
 *
 * <p>Any thread may send; the response itself is touched on its connection's event loop alone. The connection takes a
 * lock of its own there, so a lock here, held on another thread while it writes, could bring the loop to a halt.
 */
final class HttpReply implements McpStreamableServerTransport {
  private static final JSONRPCError FAILED =
      new JSONRPCError(Incoming.INTERNAL_ERROR, "Internal error");

  private final HttpServerResponse response;
  private final Context loop;
  private final RunningCalls calls;
  private final Optional<McpSchema.JSONRPCRequest> request;
  private final UnaryOperator<Outgoing> adapt;
  private boolean streaming;
  private boolean answered;

  /** A message on its way out, with the HTTP status that it would have as plain JSON; none when it is not to be sent. */
  record Outgoing(Optional<McpSchema.JSONRPCMessage> message, int status) {}

  private HttpReply(
      RoutingContext context,
      RunningCalls calls,
      Optional<McpSchema.JSONRPCRequest> request,
      UnaryOperator<Outgoing> adapt) {
    this.response = context.response();
    this.loop = context.vertx().getOrCreateContext();
    this.calls = calls;
    this.request = request;
    this.adapt = adapt;
  }

  /**
   * The answer to a request.
   *
   * @param calls where the request is under way
   * @param adapt changes messages for the revision that the client speaks
   */
  static HttpReply to(
      McpSchema.JSONRPCRequest request,
      RoutingContext context,
      RunningCalls calls,
      UnaryOperator<Outgoing> adapt) {
    return new HttpReply(context, calls, Optional.of(request), adapt);
  }

  /** A stream for what the server has to say by itself. */
  static HttpReply listening(RoutingContext context) {
    HttpReply reply =
        new HttpReply(context, new RunningCalls(), Optional.empty(), UnaryOperator.identity());
    reply.loop.runOnContext(v -> reply.startStream());
    return reply;
  }

  private void send(McpSchema.JSONRPCMessage message, Optional<String> eventId) {
    if (message instanceof McpSchema.JSONRPCResponse r && calls.answers(r.id())) {
      loop.runOnContext(v -> endWithoutAnswer());
      return;
    }
    Outgoing out = adapt.apply(new Outgoing(Optional.of(StableOrder.of(message)), 200));
    if (out.message().isPresent()) {
      String text = text(out.message().get());
      boolean last = out.message().get() instanceof McpSchema.JSONRPCResponse;
      loop.runOnContext(v -> write(text, last, out.status(), eventId));
    }
  }

  private static String text(McpSchema.JSONRPCMessage message) {
    try {
      return McpServers.JSON.writeValueAsString(Incoming.withoutInside(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text, boolean last, int status, Optional<String> eventId) {
    if (isOver()) {
      return;
    }
    answered |= last;
    if (last && !streaming) {
      HttpAnswers.json(response, status, text);
      return;
    }
    startStream();
    String id = eventId.map(i -> "id: " + i + "\n").orElse("");
    response.write(id + "event: message\ndata: " + text + "\n\n");
  }

  private void startStream() {
    if (!streaming && !isOver()) {
      streaming = true;
      response
          .setChunked(true)
          .putHeader("Content-Type", "text/event-stream")
          .putHeader("Cache-Control", "no-cache")
          .write(":\n\n");
    }
  }

  private void endWithoutAnswer() {
    if (!isOver()) {
      startStream();
      response.end();
    }
  }

  private boolean isOver() {
    return response.ended() || response.closed();
  }

  /** Ends the response. A request that nothing has answered failed on its way to what would have answered it. */
  private void end() {
    request
        .filter(r -> !answered && !calls.dropped(r.id()))
        .map(r -> McpSchema.JSONRPCResponse.error(r.id(), FAILED))
        .ifPresent(error -> write(text(error), true, 200, Optional.empty()));
    endWithoutAnswer();
  }

  @Override
  public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
    return Mono.fromRunnable(() -> send(message, Optional.empty()));
  }

  @Override
  public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message, String eventId) {
    return Mono.fromRunnable(() -> send(message, Optional.ofNullable(eventId)));
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return McpServers.JSON.convertValue(data, type);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(this::close);
  }

  @Override
  public void close() {
    loop.runOnContext(v -> end());
  }
}
