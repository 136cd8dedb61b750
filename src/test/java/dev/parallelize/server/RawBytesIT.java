package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that no honest client sends, to one process of the packaged jar; after each a ping is answered at once. */
class RawBytesIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final long EXIT_MILLIS = 2_000;
  private static final String CANCEL =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":%d}}";

  private static Process process;
  private static StdioClient client;

  @BeforeAll
  static void start() throws IOException {
    process = PackagedProgram.start("stdio");
    client = new StdioClient(process.getOutputStream(), process.getInputStream());
    client.initialize();
  }

  @AfterAll
  static void endOfInputEndsTheProcessSoon() throws IOException, InterruptedException {
    process.getOutputStream().close();
    assertThat(process.waitFor(EXIT_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  static Stream<Arguments> inputs() {
    return Stream.of(
        arguments("malformed line", bytes("{\"jsonrpc\":\n"), 1),
        arguments("empty line", bytes("\n"), 0),
        arguments("blank line", bytes(" \t \r\n"), 0),
        arguments("deep arrays", bytes("[".repeat(100_000) + "\n"), 1),
        arguments("deep objects", bytes("{\"a\":".repeat(100_000) + "\n"), 1),
        arguments("batch", bytes("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]\n"), 1),
        arguments("scalar", bytes("42\n"), 1),
        arguments(
            "huge number", bytes("{\"jsonrpc\":\"2.0\",\"id\":" + "9".repeat(900) + "}\n"), 1),
        arguments("unknown method", call("7", "no/such"), 1),
        arguments("fraction as id", call("1.5", "no/such"), 1),
        arguments("negative id", call("-1", "no/such"), 1),
        arguments("null as id", call("null", "ping"), 1),
        arguments("object as id", call("{}", "ping"), 1),
        arguments("long id", call("\"" + "i".repeat(100_000) + "\"", "ping"), 1),
        arguments("17 MiB line", bytes("x".repeat(17 << 20) + "\n"), 1),
        arguments("60 MiB without an end, then one", bytes("x".repeat(60 << 20) + "\n"), 1),
        arguments("invalid UTF-8", new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"', '\n'}, 1),
        arguments("byte order mark", bytes("\uFEFF" + text("1", "ping")), 1),
        arguments("CRLF", bytes(text("1", "ping").replace("\n", "\r\n")), 1),
        arguments("NUL", new byte[] {0, 0, '\n'}, 1),
        arguments("lone surrogate", call("\"\\ud800\"", "ping"), 1),
        arguments("two in one write", bytes(text("1", "ping") + text("2", "ping")), 2),
        arguments("cancel what nobody asked", bytes(CANCEL.formatted(99) + "\n"), 0),
        arguments(
            "answer that nobody waits for",
            bytes("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}\n"),
            0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void aPingIsAnsweredAtOnceAfter(String name, byte[] input, int answers) {
    client.sendBytes(input);
    for (int i = 0; i < answers; i++) {
      assertThat(client.next().toString()).doesNotContain("Exception", "\\tat ", "/root", ".java");
    }
    assertPongAtOnce();
  }

  @Test
  void aMessageInPiecesIsOneMessage() {
    byte[] ping = call("\"pieces\"", "ping");
    for (byte each : ping) {
      client.sendBytes(new byte[] {each});
    }
    assertThat(client.next().get("id").asText()).isEqualTo("pieces");
    assertPongAtOnce();
  }

  @Test
  void twoHundredCallsAtOnceAreAnsweredAndPingsDoNotWait() {
    JsonNode arguments =
        StdioClient.JSON.valueToTree(Map.of("source", "x = [i for i in range(9)]\n"));
    for (int id = 1_000; id < 1_200; id++) {
      client.send(StdioClient.callTool(id, "analyze", arguments));
    }
    client.send(text("\"between\"", "ping").strip());
    Set<String> answered = new HashSet<>();
    while (answered.size() < 201) {
      answered.add(client.next().get("id").asText());
    }
    assertThat(answered).contains("between", "1000", "1199");
    assertPongAtOnce();
  }

  @Test
  void anIdIsFreeAsSoonAsItsAnswerIsThere() {
    for (int i = 0; i < 100; i++) {
      client.sendBytes(call("9", "prompts/list"));
      assertThat(client.next().has("result")).isTrue();
    }
  }

  @Test
  void aCallIsCancelledBeforeDuringAfterAndTwice() throws InterruptedException {
    String endless = "while True:\n    pass\n";
    JsonNode arguments =
        StdioClient.JSON.valueToTree(
            Map.of(
                "original", Map.of("source", endless), "transformed", Map.of("source", endless)));
    client.send(CANCEL.formatted(50));
    client.send(StdioClient.callTool(50, "verify", arguments));
    client.send(StdioClient.callTool(50, "verify", arguments));
    JsonNode message = client.next();
    while (message.has("method")) {
      message = client.next();
    }
    assertThat(message.at("/error/code").asInt()).as("the same id twice").isEqualTo(-32600);
    client.send(CANCEL.formatted(50)).send(CANCEL.formatted(50));
    assertNothingRunsAnyMore();
    client.send(CANCEL.formatted(50));
    client.send(text("\"last\"", "ping").strip());
    while (!client.next().path("id").asText().equals("last")) {
      // Progress that was under way when the call was cancelled.
    }
    assertPongAtOnce();
  }

  /** Without a child for a while: one may just be starting when its call is cancelled. */
  private static void assertNothingRunsAnyMore() throws InterruptedException {
    int quiet = 0;
    for (int waited = 0; quiet < 5 && waited < 300; waited++) {
      Thread.sleep(100);
      quiet = process.descendants().findAny().isPresent() ? 0 : quiet + 1;
    }
    assertThat(quiet).isEqualTo(5);
  }

  private static void assertPongAtOnce() {
    long start = System.nanoTime();
    client.expectPong();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
  }

  private static byte[] call(String id, String method) {
    return bytes(text(id, method));
  }

  private static String text(String id, String method) {
    return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\"}\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
