package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parallelize.workflow.ErrorCode;
import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.WorkflowError;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stdio transport makes of messages, good and bad; after each bad one a ping must be answered next. */
class StdioTransportTest {
  private static final String VERIFY =
      "{\"original\":{\"source\":\"x = 1\"},\"transformed\":{\"source\":\"x = 1\"}}";

  @TempDir Path root;
  private final ScriptedWorkflow workflow = new ScriptedWorkflow();
  private PipedOutputStream toServer;
  private StdioClient client;
  private Thread server;

  @BeforeEach
  void start() throws IOException {
    toServer = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(toServer, 1 << 20);
    PipedInputStream fromServer = new PipedInputStream(1 << 20);
    PipedOutputStream out = new PipedOutputStream(fromServer);
    server = new Thread(() -> StdioServer.run(workflow, List.of(root), in, out), "test-server");
    server.start();
    client = new StdioClient(toServer, fromServer);
    assertThat(client.initialize().at("/result/serverInfo/name").asText())
        .isEqualTo("python-parallelization");
  }

  @AfterEach
  void endOfInputEndsTheServer() throws IOException, InterruptedException {
    toServer.close();
    server.join(10_000);
    assertThat(server.isAlive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "nonsense",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} trailing",
        "\"text",
        "{\"a\":1,}"
      })
  void aLineThatIsNoJsonIsAParseError(String line) {
    client.send(line);
    assertThat(client.next()).isEqualTo(error(-32700, "Parse error"));
    client.expectPong();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
        "7",
        "null",
        "\"text\"",
        "{}",
        "{\"jsonrpc\":\"1.0\",\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":[1],\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"ping\"}"
      })
  void jsonThatIsNoMessageIsAnInvalidRequest(String line) {
    client.send(line);
    JsonNode answer = client.next();
    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32600);
    assertThat(answer.get("id").isNull()).isTrue();
    client.expectPong();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"no/such\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":5}",
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/list\",\"params\":[]}",
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/call\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/call\",\"params\":{\"name\":\"rm\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/call\",\"params\":{\"name\":{}}}",
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{},\"error\":{}}"
      })
  void aRequestThatCannotBeServedIsAnsweredUnderItsId(String line) {
    client.send(line);
    JsonNode answer = client.next();
    assertThat(answer.get("id").asInt()).isEqualTo(9);
    assertThat(answer.has("error")).isTrue();
    assertThat(answer.toString()).doesNotContain("Exception").doesNotContain("\\tat ");
    client.expectPong();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\r",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/no-such\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"nobody-asked\",\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":77}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}"
      })
  void whatNeedsNoAnswerGetsNone(String line) {
    client.send(line);
    client.expectPong();
  }

  @Test
  void carriageReturnsAndAByteOrderMarkDoNoHarm() {
    client.send("\uFEFF{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\r");
    assertThat(client.next().get("id").asInt()).isEqualTo(1);
    client.expectPong();
  }

  @Test
  void bytesThatAreNotUtf8AreAParseError() {
    client.sendBytes(new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}', '\n'});
    assertThat(client.next().at("/error/code").asInt()).isEqualTo(-32700);
    client.expectPong();
  }

  @Test
  void jsonOfGreatDepthIsAParseError() {
    client.send("[".repeat(100_000));
    assertThat(client.next().at("/error/code").asInt()).isEqualTo(-32700);
    client.send("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));
    assertThat(client.next().at("/error/code").asInt()).isEqualTo(-32700);
    client.expectPong();
  }

  @Test
  void aLineBeyondTheLimitIsRefusedWhole() {
    client.send("x".repeat(Limits.MESSAGE_BYTES + 1_000_000));
    assertThat(client.next()).isEqualTo(error(-32600, "Message too large"));
    client.expectPong();
  }

  @Test
  void textComesBackAsItWent() {
    String text = "größer 漢字 \uD83D\uDE00";
    workflow.answerWith(ErrorCode.NOT_FOUND, text);
    client.send(StdioClient.callTool(1, "analyze", object("{\"source\":\"# " + text + "\"}")));
    assertThat(client.next().at("/result/structuredContent/error/message").asText())
        .isEqualTo(text);
    assertThat(workflow.lastSource()).isEqualTo("# " + text);
  }

  @Test
  void aLoneSurrogateDoesNoHarm() {
    workflow.answerWith(ErrorCode.NOT_FOUND, "\uD83D");
    client.send(StdioClient.callTool(1, "analyze", object("{\"source\":\"\\ud83d\"}")));
    assertThat(client.next().at("/result/isError").asBoolean()).isTrue();
    client.expectPong();
  }

  @Test
  void anErrorIsAnAnswerWithTheSameJsonAsText() throws IOException {
    workflow.answer(
        new Outcome.Refused<>(
            new WorkflowError(
                ErrorCode.SYNTAX_ERROR,
                "invalid syntax",
                java.util.Optional.of(3),
                java.util.Optional.of(7),
                java.util.Optional.empty())));
    client.send(StdioClient.callTool(1, "analyze", object("{\"source\":\"x\"}")));
    JsonNode result = client.next().get("result");
    assertThat(result.get("isError").asBoolean()).isTrue();
    assertThat(result.get("structuredContent"))
        .isEqualTo(
            object(
                "{\"error\":{\"code\":\"syntax-error\",\"message\":\"invalid syntax\","
                    + "\"line\":3,\"column\":7}}"));
    assertThat(StdioClient.JSON.readTree(result.at("/content/0/text").asText()))
        .isEqualTo(result.get("structuredContent"));
  }

  @Test
  void theNamesThatAgentsGuessAreTaken() {
    client.send(StdioClient.callTool(1, "analyze", object("{\"code\":\"guessed = 1\"}")));
    client.next();
    assertThat(workflow.lastSource()).isEqualTo("guessed = 1");
    client.send(StdioClient.callTool(2, "analyze", object("{\"file\":\"missing.py\"}")));
    assertThat(client.next().toString()).contains("not-found", "missing.py");
    String both = "{\"code\":\"x = 1\",\"source\":\"x = 2\"}";
    client.send(StdioClient.callTool(3, "analyze", object(both)));
    assertThat(client.next().toString()).contains("invalid-argument", "given twice");
  }

  @Test
  void aToolThatFailsTellsNothingOfItsInside() {
    workflow.fail(new StackOverflowError("/secret/path"));
    client.send(StdioClient.callTool(1, "analyze", object("{\"source\":\"x\"}")));
    JsonNode answer = client.next();
    assertThat(answer.at("/result/structuredContent/error/code").asText())
        .isEqualTo("internal-error");
    assertThat(answer.toString()).doesNotContain("secret").doesNotContain("StackOverflow");
    client.expectPong();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"source\":\"x\",\"path\":\"a.py\"}",
        "{\"source\":5}",
        "{\"source\":\"x\",\"limit\":0}",
        "{\"source\":\"x\",\"limit\":1.5}",
        "{\"source\":\"x\",\"limit\":1e300}",
        "{\"source\":\"x\",\"detail\":\"everything\"}",
        "{\"source\":\"x\",\"targetPython\":\"2.7\"}",
        "{\"source\":\"x\",\"focus\":{}}",
        "{\"source\":\"x\",\"focus\":{\"startLine\":5,\"endLine\":2}}",
        "{\"source\":\"x\",\"assumptions\":[{\"kind\":\"nice\",\"target\":\"f\"}]}",
        "{\"source\":\"x\",\"assumptions\":\"pure:f\"}",
        "{\"source\":\"x\",\"surprise\":1}",
        "{\"source\":\"x\",\"code\":\"y\"}",
        "{\"path\":\"a\\u0000.py\"}"
      })
  void wrongArgumentsAreNamed(String arguments) {
    client.send(StdioClient.callTool(1, "analyze", object(arguments)));
    JsonNode error = client.next().at("/result/structuredContent/error");
    assertThat(error.get("code").asText()).isEqualTo("invalid-argument");
    assertThat(error.get("message").asText()).contains("'");
    assertThat(error.get("hint").asText()).isNotBlank();
  }

  @Test
  void progressComesBeforeTheAnswerAndRises() {
    workflow.reportProgress(List.of(0.1, 0.05, 0.5, 1.0));
    client.send(StdioClient.callTool("p", "verify", object(VERIFY)));
    double last = -1;
    JsonNode message = client.next();
    for (; message.has("method"); message = client.next()) {
      assertThat(message.at("/params/progressToken").asText()).isEqualTo("p");
      assertThat(message.at("/params/progress").asDouble()).isGreaterThan(last);
      last = message.at("/params/progress").asDouble();
    }
    assertThat(last).isGreaterThan(0);
    assertThat(message.get("id").asText()).isEqualTo("p");
  }

  @Test
  void aClientThatAsksForItIsToldHowCallsWent() {
    workflow.answerWith(ErrorCode.NOT_FOUND, "no such file");
    client.send(StdioClient.callTool("quiet", "verify", object(VERIFY)));
    assertThat(client.next().get("id").asText()).isEqualTo("quiet");

    client.send(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logging/setLevel\",\"params\":{\"level\":\"debug\"}}");
    assertThat(client.next().get("id").asInt()).isEqualTo(1);
    client.send(StdioClient.callTool("told", "verify", object(VERIFY)));
    JsonNode message = client.next();
    assertThat(message.get("method").asText()).isEqualTo("notifications/message");
    assertThat(message.at("/params/level").asText()).isEqualTo("debug");
    assertThat(message.at("/params/data").asText()).startsWith("verify: not-found after ");
    assertThat(client.next().get("id").asText()).isEqualTo("told");
  }

  @Test
  void aCancelledCallEndsAndIsNotAnswered() throws InterruptedException {
    workflow.waitUntilCancelled();
    client.send(StdioClient.callTool(5, "verify", object(VERIFY)));
    assertThat(workflow.awaitStart()).isTrue();
    String cancel =
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":5}}";
    client.send(cancel).send(cancel);
    assertThat(workflow.awaitEnd()).isTrue();
    client.send(cancel);
    client.expectPong();
    assertThat(client.heardNothing()).isTrue();
  }

  @Test
  void theSameIdTwiceAtOnceIsRefused() throws InterruptedException {
    workflow.waitUntilCancelled();
    client.send(StdioClient.callTool(5, "verify", object(VERIFY)));
    assertThat(workflow.awaitStart()).isTrue();
    client.send(StdioClient.callTool(5, "analyze", object("{\"source\":\"x\"}")));
    assertThat(client.next().at("/error/code").asInt()).isEqualTo(-32600);
    client.expectPong();
  }

  @Test
  void endOfInputCancelsWhatStillRuns() throws IOException, InterruptedException {
    workflow.waitUntilCancelled();
    client.send(StdioClient.callTool(5, "verify", object(VERIFY)));
    assertThat(workflow.awaitStart()).isTrue();
    toServer.close();
    assertThat(workflow.awaitEnd()).isTrue();
  }

  @Test
  void manyCallsAtOnceAreAllAnswered() {
    workflow.answerWith(ErrorCode.NOT_FOUND, "no");
    for (int i = 0; i < 200; i++) {
      client.send(StdioClient.callTool(i, "analyze", object("{\"source\":\"x\"}")));
    }
    Set<Integer> answered = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      answered.add(client.next().get("id").asInt());
    }
    assertThat(answered).hasSize(200);
    client.expectPong();
  }

  private static JsonNode object(String json) {
    try {
      return StdioClient.JSON.readTree(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode error(int code, String message) {
    return object(
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":"
            + code
            + ",\"message\":\""
            + message
            + "\"}}");
  }
}
