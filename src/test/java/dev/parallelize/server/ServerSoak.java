package dev.parallelize.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Many clients for a long time: mixed calls over HTTP to the packaged server as the launcher starts it, sessions closed
 * and sessions left open. Every half minute it prints what the server holds: seconds, calls, failures, resident and heap
 * memory in MiB, threads, open descriptors, processes; and each kind of failure when it is first seen. Linux only.
 *
 * <p>Arguments: {@code [SECONDS [CLIENTS]]}; the system property {@code packaged.jar} names the jar.
 */
final class ServerSoak {
  private static final int REPORT_SECONDS = 30;
  private static final int CALLS_OF_A_SESSION = 40;
  private static final int MOST_WAYS = 20;
  private static final Pattern HEAP =
      Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*} ([0-9.E]+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final Set<String> ways = ConcurrentHashMap.newKeySet();
  private final List<String> programs;
  private final String server;

  private ServerSoak(int port) throws IOException {
    server = "http://127.0.0.1:" + port;
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      programs =
          files
              .filter(file -> file.toString().endsWith(".py"))
              .sorted()
              .map(ServerSoak::read)
              .toList();
    }
  }

  public static void main(String... arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_800;
    int clients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
    int port = PackagedProgram.freePort();
    Process process = start(port);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    try {
      PackagedProgram.awaitHealth(port);
      new ServerSoak(port).run(process, seconds, clients);
    } finally {
      process.destroy();
    }
  }

  private static Process start(int port) throws IOException {
    ProcessBuilder launcher =
        new ProcessBuilder("skill/scripts/parallelize", "serve", "--port", Integer.toString(port))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    launcher.environment().put("PARALLELIZE_JAR", PackagedProgram.JAR);
    return launcher.start();
  }

  private void run(Process process, int seconds, int clients) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (int i = 0; i < clients; i++) {
      int client = i;
      Thread thread = new Thread(() -> use(client, end), "soak-client");
      thread.setDaemon(true);
      thread.start();
    }
    for (int at = 0; System.nanoTime() < end; at += REPORT_SECONDS) {
      report(process, at);
      TimeUnit.SECONDS.sleep(REPORT_SECONDS);
    }
    report(process, seconds);
  }

  private void use(int client, long end) {
    for (int i = client; System.nanoTime() < end; i += CALLS_OF_A_SESSION) {
      try {
        useSession(i);
      } catch (IOException e) {
        failed(e.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** A session with its calls; every other one is left open. */
  private void useSession(int first) throws IOException, InterruptedException {
    ObjectNode hello = StdioClient.JSON.createObjectNode().put("protocolVersion", "2025-11-25");
    hello.putObject("capabilities");
    hello.putObject("clientInfo").put("name", "soak").put("version", "1");
    String session =
        post("", "initialize", hello).headers().firstValue("Mcp-Session-Id").orElse("");
    for (int i = first; i < first + CALLS_OF_A_SESSION; i++) {
      HttpResponse<String> answer = call(session, i);
      calls.incrementAndGet();
      if (answer.statusCode() != 200 || answer.body().contains("\"code\":\"internal-error\"")) {
        failed(i % 20 + ": " + answer.statusCode() + " " + answer.body());
      }
    }
    if (first % 2 == 0) {
      http.send(
          request().header("Mcp-Session-Id", session).DELETE().build(),
          HttpResponse.BodyHandlers.discarding());
    }
  }

  private void failed(String how) {
    failures.incrementAndGet();
    if (ways.size() < MOST_WAYS && ways.add(how.replaceAll("\\d+", "0"))) {
      System.out.println(how);
    }
  }

  private HttpResponse<String> call(String session, int i)
      throws IOException, InterruptedException {
    String program = programs.get(i % programs.size());
    return switch (i % 20) {
      case 0 -> tool(session, "verify", verification());
      case 1, 2, 3 -> tool(session, "classify", source(program));
      case 4 -> post(session, "tools/list", StdioClient.JSON.createObjectNode());
      case 5 -> post(session, "no/such", StdioClient.JSON.createObjectNode());
      case 6 -> tool(session, "analyze", source("def broken(:\n"));
      case 7, 8 ->
          tool(session, "transform", source(program).put("candidateId", best(session, program)));
      default -> tool(session, "analyze", source(program));
    };
  }

  private String best(String session, String program) throws IOException, InterruptedException {
    String answer = tool(session, "analyze", source(program)).body();
    return StdioClient.JSON
        .readTree(answer)
        .at("/result/structuredContent/candidates/0/id")
        .asText();
  }

  private HttpResponse<String> tool(String session, String name, JsonNode arguments)
      throws IOException, InterruptedException {
    ObjectNode parameters = StdioClient.JSON.createObjectNode().put("name", name);
    parameters.set("arguments", arguments);
    return post(session, "tools/call", parameters);
  }

  private static ObjectNode source(String program) {
    return StdioClient.JSON.createObjectNode().put("source", program);
  }

  private static ObjectNode verification() {
    ObjectNode both = StdioClient.JSON.createObjectNode();
    both.set("original", source("print(1)\n"));
    both.set("transformed", source("print(1)\n"));
    both.putObject("options").put("repeats", 1);
    return both;
  }

  private HttpResponse<String> post(String session, String method, JsonNode parameters)
      throws IOException, InterruptedException {
    ObjectNode message =
        StdioClient.JSON
            .createObjectNode()
            .put("jsonrpc", "2.0")
            .put("id", 1)
            .put("method", method);
    message.set("params", parameters);
    HttpRequest.Builder request = request();
    if (!session.isEmpty()) {
      request.header("Mcp-Session-Id", session);
    }
    return http.send(
        request.POST(HttpRequest.BodyPublishers.ofString(message.toString())).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create(server + "/mcp"))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream");
  }

  private void report(Process process, int seconds) throws IOException, InterruptedException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    List<String> lines = Files.readAllLines(status);
    try (Stream<Path> descriptors = Files.list(status.resolveSibling("fd"))) {
      System.out.printf(
          "%5d s %7d calls %4d failed %5d MiB resident %5d MiB heap %4d threads %4d descriptors %3d processes%n",
          seconds,
          calls.get(),
          failures.get(),
          number(lines, "VmRSS") / 1024,
          heap() >> 20,
          number(lines, "Threads"),
          descriptors.count(),
          process.descendants().count());
    }
  }

  private long heap() throws IOException, InterruptedException {
    HttpRequest metrics = HttpRequest.newBuilder(URI.create(server + "/q/metrics")).build();
    return HEAP.matcher(http.send(metrics, HttpResponse.BodyHandlers.ofString()).body())
        .results()
        .mapToLong(each -> (long) Double.parseDouble(each.group(1)))
        .sum();
  }

  private static long number(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
