package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parallelize.workflow.ErrorCode;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revision 2026-07-28 over stdio: no handshake, each request says what it speaks. */
class StatelessStdioTest {
  private static final String KEY = "io.modelcontextprotocol/";
  private static final String VERIFY =
      "{\"name\":\"verify\",\"arguments\":{\"original\":{\"source\":\"x = 1\"},"
          + "\"transformed\":{\"source\":\"x = 1\"}}}";

  @TempDir Path root;
  private final ScriptedWorkflow workflow = new ScriptedWorkflow();
  private PipedOutputStream toServer;
  private StdioClient client;

  @BeforeEach
  void start() throws IOException {
    toServer = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(toServer, 1 << 20);
    PipedInputStream fromServer = new PipedInputStream(1 << 20);
    PipedOutputStream out = new PipedOutputStream(fromServer);
    new Thread(() -> StdioServer.run(workflow, List.of(root), in, out), "test-server").start();
    client = new StdioClient(toServer, fromServer);
  }

  @AfterEach
  void end() throws IOException {
    toServer.close();
  }

  @Test
  void theServerIsDiscovered() {
    JsonNode result = ask("server/discover", "{}").get("result");

    assertThat(result.get("supportedVersions"))
        .extracting(JsonNode::asText)
        .containsExactly("2026-07-28");
    assertThat(result.get("capabilities").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("tools", "prompts", "resources", "completions");
    assertThat(result.get("instructions").asText()).contains("analyze");
    assertThat(result.at("/_meta").path(KEY + "serverInfo").get("name").asText())
        .isEqualTo("python-parallelization");
    assertThat(client.heardNothing()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tools/list", "prompts/list", "resources/list"})
  void listsAreCompleteAndSayHowLongTheyHold(String method) {
    JsonNode result = ask(method, "{}").get("result");

    assertThat(result.get("resultType").asText()).isEqualTo("complete");
    assertThat(result.get("ttlMs").asInt()).isZero();
    assertThat(result.get("cacheScope").asText()).isEqualTo("private");
    assertThat(result.get(method.split("/")[0])).isNotEmpty();
    assertThat(client.heardNothing()).isTrue();
  }

  @Test
  void aToolIsCalledAndReportsProgress() {
    workflow.answerWith(ErrorCode.NOT_FOUND, "no");
    workflow.reportProgress(List.of(0.5));
    client.send(request(1, "tools/call", VERIFY, "{\"progressToken\":\"p\"}"));

    assertThat(client.next().at("/params/progressToken").asText()).isEqualTo("p");
    JsonNode result = client.next().get("result");
    assertThat(result.get("resultType").asText()).isEqualTo("complete");
    assertThat(result.at("/structuredContent/error/code").asText()).isEqualTo("not-found");
  }

  @Test
  void aCancelledCallIsNotAnswered() throws InterruptedException {
    workflow.waitUntilCancelled();
    client.send(request(5, "tools/call", VERIFY, "{}"));
    assertThat(workflow.awaitStart()).isTrue();
    client.send(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":5}}");
    assertThat(workflow.awaitEnd()).isTrue();

    assertThat(ask("tools/list", "{}").has("result")).isTrue();
    assertThat(client.heardNothing()).isTrue();
  }

  @Test
  void whatTheRevisionRemovedIsNotFound() {
    for (String method : List.of("initialize", "ping", "logging/setLevel", "no/such")) {
      assertThat(ask(method, "{}").at("/error/code").asInt()).as(method).isEqualTo(-32601);
    }
  }

  @Test
  void anUnknownVersionIsAnsweredWithTheKnown() {
    client.send(request(1, "tools/list", "{}", "{\"" + KEY + "protocolVersion\":\"2099-01-01\"}"));

    JsonNode error = client.next().get("error");
    assertThat(error.get("code").asInt()).isEqualTo(-32022);
    assertThat(error.at("/data/supported/0").asText()).isEqualTo("2026-07-28");
  }

  @Test
  void aRequestMustSayWhatItsClientCan() {
    client.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\",\"params\":{}}");

    assertThat(client.next().at("/error/code").asInt()).isEqualTo(-32602);
  }

  @Test
  void bothKindsOfClientsAreServedAtOnce() {
    assertThat(ask("tools/list", "{}").at("/result/tools")).hasSize(4);
    assertThat(client.initialize().at("/result/protocolVersion").asText()).isEqualTo("2025-11-25");
    assertThat(ask("tools/list", "{}").at("/result/resultType").asText()).isEqualTo("complete");
    client.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}");
    assertThat(client.next().get("result").has("resultType")).isFalse();
    client.expectPong();
  }

  private JsonNode ask(String method, String params) {
    client.send(request(1, method, params, "{}"));
    return client.next();
  }

  private static String request(int id, String method, String params, String moreMeta) {
    try {
      ObjectNode meta =
          StdioClient.JSON
              .createObjectNode()
              .put(KEY + "protocolVersion", "2026-07-28")
              .set(KEY + "clientCapabilities", StdioClient.JSON.createObjectNode());
      meta.setAll((ObjectNode) StdioClient.JSON.readTree(moreMeta));
      ObjectNode given = (ObjectNode) StdioClient.JSON.readTree(params);
      given.set("_meta", meta);
      ObjectNode request = StdioClient.JSON.createObjectNode();
      return request
          .put("jsonrpc", "2.0")
          .put("id", id)
          .put("method", method)
          .set("params", given)
          .toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
