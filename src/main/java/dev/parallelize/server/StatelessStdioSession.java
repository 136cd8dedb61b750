package dev.parallelize.server;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.util.Optional;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/**
 * One request of the revision without handshakes, over stdio: it gets a session of the SDK for itself, whose handshake
 * the client never sees.
 */
final class StatelessStdioSession implements McpServerTransport {
  private static final String HANDSHAKE = "handshake";

  private final JSONRPCRequest request;
  private final McpSyncServer server;
  private final Consumer<JSONRPCMessage> client;
  private volatile boolean open;

  private StatelessStdioSession(
      JSONRPCRequest request, McpSyncServer server, Consumer<JSONRPCMessage> client) {
    this.request = request;
    this.server = server;
    this.client = client;
  }

  /** What answers the request, once it is subscribed to. */
  static Mono<Void> answer(
      JSONRPCRequest request,
      McpSyncServer server,
      McpServerSession.Factory sessions,
      Consumer<JSONRPCMessage> client) {
    StatelessStdioSession transport = new StatelessStdioSession(request, server, client);
    McpServerSession session = sessions.create(transport);
    JSONRPCRequest initialize =
        new JSONRPCRequest("initialize", HANDSHAKE, StatelessRevision.handshake(request));
    return session
        .handle(initialize)
        .then(session.handle(new JSONRPCNotification(StdioTransport.INITIALIZED)))
        .then(Mono.fromRunnable(() -> transport.open = true))
        .then(session.handle(request));
  }

  private void send(JSONRPCMessage message) {
    boolean ofHandshake = !open && message instanceof JSONRPCResponse;
    if (!ofHandshake) {
      HttpReply.Outgoing plain = new HttpReply.Outgoing(Optional.of(StableOrder.of(message)), 200);
      StatelessRevision.adapt(plain, request, server).message().ifPresent(client);
    }
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.fromRunnable(() -> send(message));
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return McpServers.JSON.convertValue(data, type);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  @Override
  public void close() {}
}
