package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.spec.McpSchema;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers are written by any thread, while the connection's own thread is busy with the same client. */
class HttpReplyTest {
  private static final McpSchema.JSONRPCRequest REQUEST =
      new McpSchema.JSONRPCRequest("2.0", "tools/list", 1, null);
  private static final McpSchema.JSONRPCMessage ANSWER =
      McpSchema.JSONRPCResponse.result(1, Map.of("it", "works"));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx();
  private final CompletableFuture<HttpReply> reply = new CompletableFuture<>();
  private final CountDownLatch taken = new CountDownLatch(1);

  @AfterEach
  void end() {
    vertx.close();
  }

  /**
   * In HTTP/2 a connection is locked while its event loop handles a request. A reply that another thread is just sending
   * must not keep the loop from ending that reply, or the loop halts and with it every client that it serves.
   */
  @Test
  void aReplyThatIsSentAndEndedAtOnceHaltsNothing() throws Exception {
    Router router = Router.router(vertx);
    router.get("/answer").handler(this::take);
    router.get("/end").handler(this::endWhileItIsSent);
    URI server = URI.create("http://127.0.0.1:" + serve(router));
    HttpClient client = HttpClient.newHttpClient();
    send(client, server.resolve("/none")).get(20, TimeUnit.SECONDS);

    CompletableFuture<HttpResponse<String>> answered = send(client, server.resolve("/answer"));
    assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
    HttpResponse<String> ended = send(client, server.resolve("/end")).get(20, TimeUnit.SECONDS);

    assertThat(ended.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(answered.get(20, TimeUnit.SECONDS).body()).contains("works");
  }

  private void take(RoutingContext context) {
    reply.complete(HttpReply.to(REQUEST, context, new RunningCalls(), UnaryOperator.identity()));
    taken.countDown();
  }

  private void endWhileItIsSent(RoutingContext context) {
    Thread sender = new Thread(() -> reply.join().sendMessage(ANSWER).block(), "sender");
    sender.start();
    while (sender.isAlive() && sender.getState() != Thread.State.BLOCKED) {
      Thread.onSpinWait();
    }
    reply.join().close();
    context.response().end();
  }

  private int serve(Router router) {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return server.actualPort();
  }

  private static CompletableFuture<HttpResponse<String>> send(HttpClient client, URI to) {
    HttpRequest request = HttpRequest.newBuilder(to).timeout(PATIENCE).build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }
}
