package dev.parallelize.server;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** One HTTP response: plain JSON when the answer is all there is, an event stream once something comes before it. */
final class HttpReply implements McpStreamableServerTransport {
  private final HttpServerResponse response;
  private final Predicate<Object> dropped;
  private final UnaryOperator<Outgoing> adapt;
  private boolean streaming;

  /** A message on its way out, with the HTTP status that it would have as plain JSON; none when it is not to be sent. */
  record Outgoing(Optional<McpSchema.JSONRPCMessage> message, int status) {}

  /**
   * @param dropped says of a request's id that its answer is no longer wanted
   * @param adapt changes messages for the revision that the client speaks
   */
  HttpReply(HttpServerResponse response, Predicate<Object> dropped, UnaryOperator<Outgoing> adapt) {
    this.response = response;
    this.dropped = dropped;
    this.adapt = adapt;
  }

  HttpReply(HttpServerResponse response, Predicate<Object> dropped) {
    this(response, dropped, UnaryOperator.identity());
  }

  synchronized void startStream() {
    if (!streaming) {
      streaming = true;
      response
          .setChunked(true)
          .putHeader("Content-Type", "text/event-stream")
          .putHeader("Cache-Control", "no-cache")
          .write(":\n\n");
    }
  }

  private synchronized void send(McpSchema.JSONRPCMessage message, Optional<String> eventId) {
    if (response.ended() || response.closed()) {
      return;
    }
    if (message instanceof McpSchema.JSONRPCResponse r && dropped.test(r.id())) {
      startStream();
      response.end();
      return;
    }
    Outgoing out = adapt.apply(new Outgoing(Optional.of(StableOrder.of(message)), 200));
    out.message().ifPresent(m -> write(m, out.status(), eventId));
  }

  private void write(McpSchema.JSONRPCMessage message, int status, Optional<String> eventId) {
    String text;
    try {
      text = McpServers.JSON.writeValueAsString(Incoming.withoutInside(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!streaming && message instanceof McpSchema.JSONRPCResponse) {
      response.setStatusCode(status).putHeader("Content-Type", "application/json").end(text);
      return;
    }
    startStream();
    String id = eventId.map(i -> "id: " + i + "\n").orElse("");
    response.write(id + "event: message\ndata: " + text + "\n\n");
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
  public synchronized void close() {
    if (!response.ended() && !response.closed()) {
      response.end();
    }
  }
}
