package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that no honest client sends, to one HTTP server of the packaged jar; after each a ping is answered at once. */
class RawHttpIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final int PATIENCE_MILLIS = 10_000;
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"raw\",\"version\":\"1\"}}}";
  private static final String NO_ANSWER = "";
  private static final String BAD = "400";
  private static final String GOOD = "200";
  private static final Pattern HEAD =
      Pattern.compile("HTTP/1\\.[01] (\\d+) [^\r\n]*+\r\n(?:[^\r\n]++\r\n)*+\r\n");
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private static Process process;
  private static int port;
  private static String session;

  @BeforeAll
  static void serve() throws IOException, InterruptedException {
    port = PackagedProgram.freePort();
    process = PackagedProgram.start("serve", "--port", Integer.toString(port));
    PackagedProgram.awaitHealth(port);
    session = open();
  }

  @AfterAll
  static void aTerminatedServerEnds() throws InterruptedException {
    process.destroy();
    PackagedProgram.end(process);
  }

  /** Name, bytes, and the statuses of the answers; none when the connection may just end. */
  static Stream<Arguments> inputs() {
    return Stream.of(bodies(), lengths(), chunks(), heads(), names(), types(), connections())
        .flatMap(cases -> cases);
  }

  private static Stream<Arguments> bodies() {
    return Stream.of(
        arguments("a ping", post(PING), GOOD),
        arguments("malformed", post("{\"jsonrpc\":"), BAD),
        arguments("no body", post(""), BAD),
        arguments("deep arrays", post("[".repeat(100_000)), BAD),
        arguments("deep objects", post("{\"a\":".repeat(100_000)), BAD),
        arguments("batch", post("[" + PING + "]"), BAD),
        arguments("scalar", post("42"), BAD),
        arguments("two messages", post(PING + PING), BAD),
        arguments("huge number", post(PING.replace(":1,", ":" + "9".repeat(900) + ",")), BAD),
        arguments("huge exponent", post(PING.replace(":1,", ":1e999999999,")), BAD),
        arguments("object as id", post(PING.replace(":1,", ":{},")), BAD),
        arguments("null as id", post(PING.replace(":1,", ":null,")), BAD),
        arguments("lone surrogate", post(PING.replace(":1,", ":\"\\ud800\",")), GOOD),
        arguments("byte order mark", post("\uFEFF" + PING), GOOD),
        arguments("invalid UTF-8", post(new byte[] {'"', (byte) 0xc3, 0x28, '"'}), BAD),
        arguments("UTF-16", post(PING.getBytes(StandardCharsets.UTF_16)), BAD),
        arguments("NUL", post(new byte[2]), BAD),
        arguments("17 MiB", post("x".repeat(17 << 20)), "413"),
        arguments("17 MiB in chunks", chunked(mebibytes(17)), "413"),
        arguments("17 MiB announced", head("Content-Length: 17825792"), "413"));
  }

  private static Stream<Arguments> lengths() {
    return Stream.of(
        arguments("length beyond all", head("Content-Length: 18446744073709551616"), BAD),
        arguments("negative length", head("Content-Length: -1"), BAD),
        arguments("length of letters", head("Content-Length: abc"), BAD),
        arguments("length with a sign", head("Content-Length: +40"), BAD),
        arguments("two lengths", head("Content-Length: 40\r\nContent-Length: 5"), BAD),
        arguments("length too short", raw(head("Content-Length: 5"), PING), BAD),
        arguments(
            "length and chunks",
            raw(head("Content-Length: 40\r\nTransfer-Encoding: chunked"), "0\r\n\r\n" + PING),
            BAD),
        arguments("no length", head("X: y"), BAD));
  }

  private static Stream<Arguments> chunks() {
    return Stream.of(
        arguments("one byte a chunk", chunked(PING.split("")), GOOD),
        arguments("chunk size of letters", chunks("zz\r\n" + PING + "\r\n0\r\n\r\n"), NO_ANSWER),
        arguments("chunk size beyond all", chunks("ffffffffffffffff\r\n" + PING), NO_ANSWER),
        arguments("negative chunk size", chunks("-5\r\n" + PING), NO_ANSWER),
        arguments("long chunk extension", chunks("28;" + "a".repeat(100_000)), NO_ANSWER),
        arguments(
            "many trailers",
            chunks("28\r\n" + PING + "\r\n0\r\n" + "X: y\r\n".repeat(10_000) + "\r\n"),
            NO_ANSWER),
        arguments("unknown transfer coding", raw(head("Transfer-Encoding: gzip"), PING), BAD));
  }

  private static Stream<Arguments> heads() {
    return Stream.of(
        arguments("long header", head("X: " + "a".repeat(100_000)), "431"),
        arguments("many headers", head("X: y\r\n".repeat(20_000) + "X: y"), "431"),
        arguments("long path", bytes("GET /" + "a".repeat(100_000)), "414"),
        arguments("line without an end", bytes("x".repeat(1 << 20)), "414"),
        arguments("header without a colon", head("nonsense"), BAD),
        arguments("NUL in a header", head("X: a\0b"), BAD),
        arguments("lines that end in LF", bytes(text(head("X: y")).replace("\r", "")), BAD),
        arguments("HTTP/0.9", bytes("GET /mcp\r\n\r\n"), BAD),
        arguments("path out of the root", get("/../../etc/passwd"), "404"),
        arguments("the same in escapes", get("/%2e%2e/%2e%2e/etc/passwd%00"), "404"),
        arguments("broken escape", get("/%zz"), BAD),
        arguments("unknown method", request("BREW", "/mcp", "X: y"), "405"),
        arguments("TRACE", request("TRACE", "/mcp", "X: y"), "405"),
        arguments("CONNECT", request("CONNECT", "evil.example:443", "X: y"), "404"));
  }

  private static Stream<Arguments> names() {
    String own = "Host: 127.0.0.1:" + port;
    String forbidden = "403";
    return Stream.of(
        arguments("no host", bytes(text(post(PING)).replace(own + "\r\n", "")), BAD),
        arguments("two hosts", withHeader(own), forbidden),
        arguments("host like ours", withHost("localhost.evil.example"), forbidden),
        arguments("host with another port", withHost("127.0.0.1:1"), forbidden),
        arguments("host with a user", withHost("a@127.0.0.1:" + port), BAD),
        arguments("page of another host", bytes("GET / HTTP/1.1\r\nHost: e\r\n\r\n"), forbidden),
        arguments(
            "metrics of another host",
            bytes("GET /q/metrics HTTP/1.1\r\nHost: evil.example\r\n\r\n"),
            forbidden),
        arguments("origin null", withHeader("Origin: null"), forbidden),
        arguments("origin like ours", withHeader("Origin: http://127.0.0.1"), forbidden),
        arguments(
            "one origin of two",
            withHeader("Origin: http://127.0.0.1:" + port + "\r\nOrigin: http://evil.example"),
            forbidden),
        arguments(
            "preflight of a foreign page",
            request("OPTIONS", "/mcp", "Origin: http://evil.example"),
            forbidden));
  }

  private static Stream<Arguments> types() {
    String session = "Mcp-Session-Id: ";
    return Stream.of(
        arguments("text", withType("text/plain"), "415"),
        arguments("no type", withType(""), "415"),
        arguments("type of nothing but signs", withType(";;;=,"), "415"),
        arguments("form", withType("multipart/form-data; boundary=x"), "415"),
        arguments("form without a boundary", withType("multipart/form-data"), "415"),
        arguments("type with a charset", withType("application/json; charset=utf-8"), GOOD),
        arguments(
            "accepts pages alone",
            bytes(text(post(PING)).replaceFirst("Accept: .*", "Accept: text/html")),
            "406"),
        arguments("unknown revision", withHeader("MCP-Protocol-Version: 1999-01-01"), BAD),
        arguments(
            "made-up session",
            bytes(text(post(PING)).replaceFirst(session + ".*", session + "\u00ff")),
            "404"));
  }

  private static Stream<Arguments> connections() {
    String upgrade = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: ";
    String preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    byte[] noise = new byte[5_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 7_919 + 13);
    }
    return Stream.of(
        arguments(
            "100 in one write", bytes(text(post(PING)).repeat(100)), "200 ".repeat(100).strip()),
        arguments(
            "one that is malformed between two",
            bytes(text(post(PING)) + text(post("{")) + text(post(PING))),
            "200 400 200"),
        arguments("HTTP/2 of noise", raw(bytes(preface), text(noise)), NO_ANSWER),
        arguments("upgrade of nonsense", withHeader(upgrade + "!!!"), BAD),
        arguments("TLS", bytes("\u0016\u0003\u0001\0\u00a5\u0001\0\0" + "\0".repeat(160)), BAD),
        arguments("noise", noise, BAD));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void aPingIsAnsweredAtOnceAfter(String name, byte[] input, String statuses) throws IOException {
    String given = exchange(input, (int) statuses.chars().filter(c -> c == ' ').count() + 1);
    assertThat(statuses(given)).as(given).isEqualTo(statuses);
    assertThat(given).doesNotContain("Exception", "\tat ", "/root", "/work", ".java");
    assertPongAtOnce();
  }

  /** The SDK cannot read these: each is answered all the same, with the id of its request. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tools/call | {\"name\":\"analyze\",\"_meta\":7}",
        "tools/call | {\"name\":5}",
        "tools/call | {\"name\":\"analyze\",\"arguments\":[]}",
        "tools/call | null",
        "tools/list | {\"cursor\":{}}",
        "tools/list | []",
        "resources/read | {\"uri\":[]}",
        "prompts/get | {\"name\":\"parallelize-python\",\"arguments\":7}",
        "completion/complete | {}",
        "completion/complete | {\"ref\":{\"type\":\"ref/x\"},\"argument\":5}"
      })
  void parametersThatDoNotFitAreAnswered(String method, String params) throws IOException {
    String message = "{\"jsonrpc\":\"2.0\",\"id\":\"odd\",\"method\":\"%s\",\"params\":%s}";
    String given = exchange(post(message.formatted(method, params)), 1);
    assertThat(given).contains("\"id\":\"odd\"", "\"code\":-32602").startsWith("HTTP/1.1 400 ");
    assertPongAtOnce();
  }

  @Test
  void thousandsThatNeverFinishKeepNobodyOut() throws IOException {
    List<Socket> unfinished = new ArrayList<>();
    try {
      for (int i = 0; i < 2_000; i++) {
        unfinished.add(connect());
      }
      assertPongAtOnce();
      for (int i = 0; i < 1_000; i++) {
        send(unfinished.get(i), i % 2 == 0 ? bytes("POST /mcp HTT") : head("Content-Length: 400"));
      }
      assertPongAtOnce();
    } finally {
      for (Socket each : unfinished) {
        each.close();
      }
    }
    assertPongAtOnce();
  }

  @Test
  void tenThousandSessionsThatNobodyClosesDoNotPutOutTheOneThatWorks() throws IOException {
    assertPongAtOnce();
    byte[] hundred = bytes(text(request(INITIALIZE, "X: y")).repeat(100));
    try (Socket socket = connect()) {
      for (int i = 0; i < 100; i++) {
        send(socket, hundred);
        assertThat(statuses(receive(socket, 100))).isEqualTo("200 ".repeat(100).strip());
      }
    }
    assertPongAtOnce();
  }

  @Test
  void aClientThatIsGoneInMidStreamIsForgotten() throws IOException, InterruptedException {
    String endless = "{\"source\":\"while True: pass\"}";
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":{\"name\":\"verify\","
            + "\"arguments\":{\"original\":%s,\"transformed\":%s},\"_meta\":{\"progressToken\":1}}}";
    try (Socket socket = connect()) {
      send(socket, post(call.formatted(endless, endless)));
      assertThat(socket.getInputStream().read()).as("the stream that progress opens").isPositive();
    }
    for (int waited = 0; process.descendants().findAny().isPresent(); waited++) {
      assertThat(waited).as("tenths of a second until its programs ended").isLessThan(300);
      Thread.sleep(100);
    }
    assertPongAtOnce();
  }

  private static void assertPongAtOnce() throws IOException {
    long start = System.nanoTime();
    assertThat(exchange(post(PING), 1)).endsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
  }

  private static String open() throws IOException {
    Matcher found =
        Pattern.compile("Mcp-Session-Id: (\\S+)").matcher(exchange(request(INITIALIZE, "X: y"), 1));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String exchange(byte[] input, int answers) throws IOException {
    try (Socket socket = connect()) {
      send(socket, input);
      return receive(socket, answers);
    }
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** The server may answer and close before it has read everything. */
  private static void send(Socket socket, byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
    } catch (SocketException e) {
      assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe|aborted).*");
    }
  }

  /** What comes until there are so many answers, or until the connection ends. */
  private static String receive(Socket socket, int answers) throws IOException {
    StringBuilder received = new StringBuilder();
    byte[] buffer = new byte[1 << 16];
    try {
      InputStream in = socket.getInputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        received.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        if (answers(received.toString()).size() >= answers) {
          break;
        }
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("neither answered nor closed: " + received, e);
    } catch (SocketException e) {
      // Closed with bytes of ours unread.
    }
    return received.toString();
  }

  private static String statuses(String received) {
    return String.join(" ", answers(received));
  }

  /** The statuses of the answers that are there as a whole. */
  private static List<String> answers(String received) {
    List<String> statuses = new ArrayList<>();
    Matcher head = HEAD.matcher(received);
    for (int at = 0; head.find(at) && head.start() == at; ) {
      Matcher length = LENGTH.matcher(head.group());
      at = head.end() + (length.find() ? Integer.parseInt(length.group(1)) : 0);
      if (at > received.length()) {
        break;
      }
      statuses.add(head.group(1));
    }
    return statuses;
  }

  private static byte[] post(String body) {
    return post(body.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] post(byte[] body) {
    return raw(head("Content-Length: " + body.length), text(body));
  }

  private static byte[] head(String header) {
    return request("POST", "/mcp", "Mcp-Session-Id: " + session + "\r\n" + header);
  }

  private static byte[] get(String path) {
    return request("GET", path, "X: y");
  }

  private static byte[] request(String body, String header) {
    return raw(request("POST", "/mcp", header + "\r\nContent-Length: " + body.length()), body);
  }

  private static byte[] request(String method, String target, String header) {
    return bytes(
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nContent-Type: application/json\r\n"
            + "Accept: application/json, text/event-stream\r\n"
            + header
            + "\r\n\r\n");
  }

  private static byte[] withHeader(String header) {
    return raw(head(header + "\r\nContent-Length: " + PING.length()), PING);
  }

  private static byte[] withHost(String host) {
    return bytes(text(post(PING)).replace("127.0.0.1:" + port, host));
  }

  private static byte[] withType(String type) {
    return bytes(text(post(PING)).replaceFirst("Content-Type: .*", "Content-Type: " + type));
  }

  private static byte[] chunks(String body) {
    return raw(head("Transfer-Encoding: chunked"), body);
  }

  private static byte[] chunked(String... pieces) {
    StringBuilder body = new StringBuilder();
    for (String piece : pieces) {
      body.append(Integer.toHexString(piece.length())).append("\r\n").append(piece).append("\r\n");
    }
    return chunks(body + "0\r\n\r\n");
  }

  private static String[] mebibytes(int count) {
    return Stream.generate(() -> "x".repeat(1 << 20)).limit(count).toArray(String[]::new);
  }

  private static byte[] raw(byte[] head, String body) {
    return bytes(text(head) + body);
  }

  /** One byte a character, so that any bytes can be put together as text. */
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
