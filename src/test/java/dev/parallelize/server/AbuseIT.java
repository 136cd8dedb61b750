package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every program under {@code abuse} is sent to {@code verify} of the packaged jar over stdio, which a user started who is
 * root, and one who is not: it ends as its header expects, the server answers meanwhile, and no process is left.
 *
 * <p>{@code # expect:} names outcomes that are right. After {@code ok} stands what the program prints when it was
 * contained: the other version prints just that, so any other text would be a difference.
 */
class AbuseIT {
  private static final String ANYBODY = "65533";
  private static final int AT_ONCE = 3;
  private static final int SHORT_SECONDS = 1;
  private static final int AMPLE_SECONDS = 12;
  private static final Duration SLACK = Duration.ofSeconds(4);
  private static final String FIRST_RUN = "as the user runs it: ";

  private static final List<String> TO_ANYBODY =
      List.of("setpriv", "--reuid=" + ANYBODY, "--regid=" + ANYBODY, "--clear-groups");
  private static final ExecutorService USERS = Executors.newFixedThreadPool(2);

  private static Path shared;
  private static Future<List<DynamicTest>> asTheUserOfTheTests;
  private static Future<List<DynamicTest>> asAnOrdinaryUser;

  /** Both users' servers at the same time: most of what they do is waiting for one program to start or to end. */
  @BeforeAll
  static void sendAll() throws IOException {
    copyTheJar();
    asTheUserOfTheTests = USERS.submit(() -> contained(List.of()));
    if (isRoot()) {
      asAnOrdinaryUser = USERS.submit(() -> contained(TO_ANYBODY));
    }
  }

  /** Makes a copy that any user may read, wherever the project lies. */
  private static void copyTheJar() throws IOException {
    shared =
        Files.createTempDirectory(
            "packaged", PosixFilePermissions.asFileAttribute(permissions("rwxr-xr-x")));
    Files.setPosixFilePermissions(shared, permissions("rwxr-xr-x"));
    Path jar = shared.resolve("program.jar");
    Files.copy(Path.of(PackagedProgram.JAR), jar, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(jar, permissions("rw-r--r--"));
  }

  @AfterAll
  static void removeTheJar() throws IOException {
    USERS.shutdownNow();
    Files.deleteIfExists(shared.resolve("program.jar"));
    Files.deleteIfExists(shared);
  }

  @TestFactory
  Stream<DynamicTest> everyAbuseIsContainedForTheUserOfTheTests() throws Exception {
    return asTheUserOfTheTests.get().stream();
  }

  @TestFactory
  Stream<DynamicTest> everyAbuseIsContainedForAnOrdinaryUser() throws Exception {
    assumeTrue(isRoot(), "the tests run as an ordinary user already");
    Process python = program(TO_ANYBODY, List.of("python3", "-c", "pass")).start();
    assumeTrue(python.waitFor() == 0, "no python3 on this machine can be started by every user");
    return asAnOrdinaryUser.get().stream();
  }

  /** In a namespace whose root is nobody outside, no sandbox can be built: then nothing is run at all. */
  @Test
  void withoutASandboxNothingRuns() throws Exception {
    Process server = start(List.of("unshare", "--user", "--map-root-user"));
    StdioClient client = new StdioClient(server.getOutputStream(), server.getInputStream());
    client.initialize();
    client.send(StdioClient.callTool("one", "verify", verification("print(1)", "print(1)", 5)));
    JsonNode answer = answers(client, 1).get("one");
    assertThat(answer.at("/error/code").asText()).isEqualTo("sandbox-unavailable");
    assertThat(answer.at("/error/message").asText()).isNotBlank();
    assertThat(answer.at("/error/hint").asText()).isNotBlank();
    end(server);
  }

  private static List<DynamicTest> contained(List<String> asUser) throws Exception {
    Map<String, String> programs = new HashMap<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/abuse"))) {
      for (Path file : files.toList()) {
        programs.put(file.getFileName().toString().replace(".py", ""), Files.readString(file));
      }
    }
    assertThat(programs).hasSizeGreaterThan(25);
    Process server = start(asUser);
    StdioClient client = new StdioClient(server.getOutputStream(), server.getInputStream());
    client.initialize();
    Map<String, JsonNode> answers = new HashMap<>();
    Iterator<Map.Entry<String, String>> waiting = programs.entrySet().iterator();
    for (int sent = 0; answers.size() < programs.size(); sent++) {
      if (sent >= AT_ONCE) {
        answers.putAll(answers(client, 1));
      }
      if (waiting.hasNext()) {
        Map.Entry<String, String> next = waiting.next();
        client.send(StdioClient.callTool(next.getKey(), "verify", verification(next.getValue())));
      }
    }
    List<DynamicTest> tests = new ArrayList<>();
    programs.forEach(
        (name, text) ->
            tests.add(DynamicTest.dynamicTest(name, () -> judge(name, text, answers.get(name)))));
    tests.add(DynamicTest.dynamicTest("no process is left", () -> leavesNothing(server, client)));
    return tests;
  }

  private static void judge(String name, String text, JsonNode answer) {
    String told = name + ": " + answer;
    JsonNode first = answer.at("/runs/0");
    assertThat(answer.at("/runs").findValuesAsText("sandbox"))
        .as(told)
        .isNotEmpty()
        .allMatch(each -> each.startsWith("bubblewrap"));
    String seen = first.at("/outcome").asText().replace(FIRST_RUN, "").replace(":", "");
    String expected =
        Stream.of(header(text, "expect").orElseThrow().split("\\|"))
            .map(String::trim)
            .filter(each -> seen.startsWith(each.startsWith("ok") ? "ok" : each))
            .findFirst()
            .orElseThrow(() -> new AssertionError(told));
    assertThat(first.at("/wallSeconds").asDouble())
        .as(told)
        .isLessThan(seconds(text) + SLACK.toSeconds());
    if (expected.startsWith("ok ")) {
      assertThat(answer.at("/differences").findValuesAsText("path"))
          .as(told)
          .noneMatch(each -> each.startsWith("stdout"));
    }
  }

  private static void leavesNothing(Process server, StdioClient client) throws Exception {
    client.expectPong();
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (server.descendants().findAny().isPresent() && System.nanoTime() < patience) {
      Thread.sleep(20);
    }
    assertThat(server.descendants()).isEmpty();
    end(server);
  }

  /** The next answers, by the names of the calls, whatever comes between them. */
  private static Map<String, JsonNode> answers(StdioClient client, int count) {
    Map<String, JsonNode> answers = new HashMap<>();
    while (answers.size() < count) {
      JsonNode message = client.next();
      if (message.has("id")) {
        answers.put(message.get("id").asText(), message.at("/result/structuredContent"));
      }
    }
    return answers;
  }

  private static JsonNode verification(String text) {
    String contained = header(text, "expect").orElseThrow().replaceFirst(" *\\|.*", "");
    String prints =
        contained.startsWith("ok ") ? "print('" + contained.substring(3) + "')\n" : "pass\n";
    return verification(text, prints, seconds(text));
  }

  private static JsonNode verification(String original, String transformed, int seconds) {
    return StdioClient.JSON.valueToTree(
        Map.of(
            "original",
            Map.of("source", original),
            "transformed",
            Map.of("source", transformed),
            "options",
            Map.of("repeats", 1, "timeoutSeconds", seconds, "memoryBytes", 256 << 20)));
  }

  private static int seconds(String text) {
    boolean mayHang = header(text, "expect").orElseThrow().contains("timed-out");
    return mayHang ? SHORT_SECONDS : AMPLE_SECONDS;
  }

  private static Optional<String> header(String text, String name) {
    String start = "# " + name + ": ";
    return text.lines()
        .filter(each -> each.startsWith(start))
        .findFirst()
        .map(each -> each.substring(start.length()));
  }

  private static Process start(List<String> asUser) throws IOException {
    String jar = shared.resolve("program.jar").toString();
    return program(
            asUser,
            List.of(
                PackagedProgram.JAVA,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar,
                "stdio"))
        .start();
  }

  /** Another user has none of this one's variables that name places. */
  private static ProcessBuilder program(List<String> asUser, List<String> program) {
    List<String> command = new ArrayList<>(asUser);
    command.addAll(program);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(shared.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    if (!asUser.isEmpty()) {
      builder.environment().clear();
      builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
      builder.environment().put("HOME", shared.toString());
    }
    return builder;
  }

  private static void end(Process server) throws IOException, InterruptedException {
    server.getOutputStream().close();
    assertThat(PackagedProgram.end(server)).isZero();
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  private static Set<PosixFilePermission> permissions(String text) {
    return PosixFilePermissions.fromString(text);
  }
}
