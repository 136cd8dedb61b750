package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, used by the MCP SDK's own client, by raw bytes and from the command line. */
class PackagedServerIT {
  private static final String PROGRAM =
      "def quadrate(zahlen):\n    größen = []\n    for zahl in zahlen:\n"
          + "        größen.append(zahl * zahl)\n    return größen\n";

  @TempDir static Path folder;
  private static Process httpServer;
  private static int port;

  @BeforeAll
  static void serve() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("squares.py"), PROGRAM);
    port = PackagedProgram.freePort();
    httpServer =
        PackagedProgram.start(
            "serve", "--port", Integer.toString(port), "--root", folder.toString());
    PackagedProgram.awaitHealth(port);
  }

  @AfterAll
  static void aTerminatedServerEnds() throws InterruptedException {
    httpServer.destroy();
    PackagedProgram.end(httpServer);
  }

  @Test
  void theSameAnswerByStdioByHttpAndFromTheCommandLine() throws IOException, InterruptedException {
    Map<String, Object> arguments = Map.of("path", "squares.py");
    JsonNode overStdio = call(stdio(), "analyze", arguments);
    JsonNode overHttp = call(http(), "analyze", arguments);
    PackagedProgram.Result printed =
        PackagedProgram.run("analyze", folder.resolve("squares.py").toString(), "--format", "json");
    assertThat(overHttp).isEqualTo(overStdio);
    assertThat(StdioClient.JSON.readTree(printed.out())).isEqualTo(overStdio);
  }

  @Test
  void clientsThatAreNotOursSeeTheTools() {
    for (McpClientTransport transport : new McpClientTransport[] {stdio(), http()}) {
      try (McpSyncClient client = client(transport)) {
        assertThat(client.initialize().serverInfo().name()).isEqualTo("python-parallelization");
        assertThat(client.listTools().tools())
            .extracting(McpSchema.Tool::name)
            .containsExactly("analyze", "classify", "transform", "verify");
        client.ping();
      }
    }
  }

  /** The SDK's client refuses answers that do not fit the tool's output schema. */
  @Test
  void answersOfAllToolsFitTheirSchemas() {
    String id = call(http(), "analyze", Map.of("source", PROGRAM)).at("/candidates/0/id").asText();
    assertThat(id).isEqualTo("quadrate/for/1");
    JsonNode classified =
        call(http(), "classify", Map.of("source", PROGRAM, "candidateIds", List.of(id)));
    assertThat(classified.at("/classifications/0/candidateId").asText()).isEqualTo(id);
    JsonNode transformed = call(http(), "transform", Map.of("source", PROGRAM, "candidateId", id));
    assertThat(transformed.get("status").asText()).isIn("transformed", "refused");
    JsonNode verified =
        call(
            http(),
            "verify",
            Map.of(
                "original", Map.of("source", PROGRAM + "print(quadrate([1, 2]))\n"),
                "transformed", Map.of("source", PROGRAM + "print([1, 4])\n"),
                "options", Map.of("repeats", 1)));
    assertThat(verified.get("verdict").asText()).isEqualTo("equivalent");
  }

  @Test
  void errorsAreTheContracts() {
    assertThat(error("analyze", Map.of("source", "def f(:\n"))).isEqualTo("syntax-error");
    assertThat(error("analyze", Map.of("path", "missing.py"))).isEqualTo("not-found");
    assertThat(error("analyze", Map.of("path", "../x.py"))).isEqualTo("outside-roots");
    assertThat(error("transform", Map.of("source", PROGRAM, "candidateId", "f/for/9")))
        .isEqualTo("unknown-candidate");
    assertThat(
            error(
                "transform",
                Map.of("source", PROGRAM, "candidateId", "quadrate/for/1", "strategy", "mpi")))
        .isEqualTo("strategy-not-applicable");
  }

  @Test
  void aCancelledVerifyStopsItsPrograms() throws IOException, InterruptedException {
    Process process = PackagedProgram.start("stdio");
    StdioClient client = new StdioClient(process.getOutputStream(), process.getInputStream());
    client.initialize();
    String endless = "while True:\n    pass\n";
    JsonNode arguments =
        StdioClient.JSON.valueToTree(
            Map.of(
                "original", Map.of("source", endless), "transformed", Map.of("source", endless)));
    client.send(StdioClient.callTool(1, "verify", arguments));
    assertThat(client.next().get("method").asText()).isEqualTo("notifications/progress");
    client.send(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
    client.expectPong();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (process.descendants().findAny().isPresent() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(process.descendants()).isEmpty();
    process.getOutputStream().close();
    assertThat(PackagedProgram.end(process)).isZero();
  }

  @Test
  void textOutsideAsciiComesThroughThePoorestLocale() throws IOException, InterruptedException {
    Process process = PackagedProgram.start("stdio");
    StdioClient client = new StdioClient(process.getOutputStream(), process.getInputStream());
    client.initialize();
    JsonNode arguments = StdioClient.JSON.createObjectNode().put("path", "fehlt-größer-漢字.py");
    client.send(StdioClient.callTool(1, "analyze", arguments));
    assertThat(client.next().at("/result/structuredContent/error/message").asText())
        .contains("fehlt-größer-漢字.py");
    process.getOutputStream().close();
    assertThat(PackagedProgram.end(process)).isZero();
  }

  @Test
  void nonsenseDoesNotEndTheServerAndEndOfInputDoes() throws IOException, InterruptedException {
    Process process = PackagedProgram.start("stdio");
    StdioClient client = new StdioClient(process.getOutputStream(), process.getInputStream());
    client.initialize();
    for (String line :
        new String[] {"{", "[]", "[".repeat(100_000), "\u0000", "x".repeat(17 << 20)}) {
      client.send(line);
      assertThat(client.next().has("error")).isTrue();
      client.expectPong();
    }
    process.getOutputStream().close();
    assertThat(PackagedProgram.end(process)).isZero();
  }

  @Test
  void aClosedPipeOrATerminationEndsTheProcess() throws IOException, InterruptedException {
    Process process = PackagedProgram.start("stdio");
    new StdioClient(process.getOutputStream(), process.getInputStream()).initialize();
    process.destroy();
    PackagedProgram.end(process);
    assertThat(process.isAlive()).isFalse();
  }

  private static String error(String tool, Map<String, Object> arguments) {
    return call(http(), tool, arguments).at("/error/code").asText();
  }

  private static JsonNode call(
      McpClientTransport transport, String tool, Map<String, Object> arguments) {
    try (McpSyncClient client = client(transport)) {
      client.initialize();
      McpSchema.CallToolResult result =
          client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
      return StdioClient.JSON.valueToTree(result.structuredContent());
    }
  }

  private static McpSyncClient client(McpClientTransport transport) {
    return McpClient.sync(transport)
        .jsonSchemaValidator(OutputSchemas.VALIDATOR)
        .requestTimeout(Duration.ofSeconds(120))
        .initializationTimeout(Duration.ofSeconds(120))
        .build();
  }

  private static McpClientTransport stdio() {
    return new StdioClientTransport(
        ServerParameters.builder(PackagedProgram.JAVA)
            .args("-jar", PackagedProgram.JAR, "stdio", "--root", folder.toString())
            .build(),
        McpServers.JSON);
  }

  private static McpClientTransport http() {
    return HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + port)
        .endpoint("/mcp")
        .jsonMapper(McpServers.JSON)
        .build();
  }
}
