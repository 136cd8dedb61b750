package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients speak HTTP/1.1 or HTTP/2; the host that they name is checked in both. */
class HttpVersionsTest {
  private static final ConformanceServer SERVER = new ConformanceServer();
  private static final Vertx VERTX = Vertx.vertx();
  private static final String HELLO =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";

  @AfterAll
  static void end() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_1_1, 127.0.0.1, 200",
    "HTTP_2, 127.0.0.1, 200",
    "HTTP_1_1, evil.example, 403",
    "HTTP_2, evil.example, 403"
  })
  void theHostIsChecked(HttpVersion version, String host, int status) {
    assertThat(post(version, host)).isEqualTo(status);
  }

  private static int post(HttpVersion version, String host) {
    URI server = URI.create(SERVER.url());
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost(server.getHost())
            .setPort(server.getPort())
            .setURI(server.getPath())
            .putHeader("Content-Type", "application/json")
            .putHeader("Accept", "application/json, text/event-stream");
    return VERTX
        .createHttpClient(new HttpClientOptions().setProtocolVersion(version))
        .request(request)
        .compose(sent -> sent.authority(HostAndPort.create(host, server.getPort())).send(HELLO))
        .map(answer -> answer.statusCode())
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }
}
