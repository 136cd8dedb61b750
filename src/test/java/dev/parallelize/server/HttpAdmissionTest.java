package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that asks for a token, lets pages of one origin call, and does not wait for bodies. */
class HttpAdmissionTest {
  private static final String PAGE = "https://pages.example";
  private static final int PATIENCE_MILLIS = 20_000;
  private static final Vertx VERTX = Vertx.vertx();
  private static int port;

  @BeforeAll
  static void serve() {
    Router router = Router.router(VERTX);
    HttpGuard guard = new HttpGuard(Set.of(PAGE), Optional.of("secret"));
    HttpAdmission.mount(router, guard, Duration.ofMillis(500));
    router.route().handler(BodyHandler.create(false)).handler(c -> c.response().end("inside"));
    HttpServer server =
        VERTX
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    port = server.actualPort();
  }

  @AfterAll
  static void end() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/mcp | Authorization: Bearer secret | 200 OK",
        "/mcp | Authorization: Bearer secreT | 401",
        "/mcp | Authorization: bearer | 401",
        "/mcp | X: y | 401",
        "/q/metrics | X: y | 401",
        "//q/health | X: y | 401",
        "/q/health/../../mcp | X: y | 401",
        "/q/health | X: y | 200 OK",
        "/ | X: y | 200 OK"
      })
  void theTokenIsWantedButForThePageAndHealth(String path, String header, String status)
      throws IOException {
    assertThat(answer("GET", path, header)).startsWith("HTTP/1.1 " + status);
  }

  @Test
  void aBrowserIsToldThatThePageMayCall() throws IOException {
    String preflight =
        "Origin: "
            + PAGE
            + "\r\nAccess-Control-Request-Method: POST\r\n"
            + "Access-Control-Request-Headers: content-type,mcp-session-id";
    assertThat(answer("OPTIONS", "/mcp", preflight))
        .startsWith("HTTP/1.1 20")
        .containsIgnoringCase("access-control-allow-origin: " + PAGE)
        .containsIgnoringCase("mcp-session-id");
    assertThat(answer("GET", "/mcp", "Origin: " + PAGE + "\r\nAuthorization: Bearer secret"))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("access-control-expose-headers: mcp-session-id");
  }

  @Test
  void anotherPageMayNot() throws IOException {
    String preflight = "Origin: https://other.example\r\nAccess-Control-Request-Method: POST";
    assertThat(answer("OPTIONS", "/mcp", preflight))
        .startsWith("HTTP/1.1 403")
        .doesNotContainIgnoringCase("access-control");
  }

  @Test
  void aBodyThatDoesNotComeIsNotWaitedFor() throws IOException {
    String half = "Authorization: Bearer secret\r\nContent-Length: 9";
    assertThat(answer("POST", "/mcp", half)).startsWith("HTTP/1.1 408");
  }

  /** What comes until the server closes the connection, which it is asked to do. */
  private static String answer(String method, String path, String headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request =
          "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n%s\r\n\r\n"
              .formatted(method, path, port, headers);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
