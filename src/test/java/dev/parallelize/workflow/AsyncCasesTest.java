package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parallelize.rewrite.FetchServer;
import dev.parallelize.rewrite.Python;
import dev.parallelize.source.PythonSource;
import dev.parallelize.strategy.Options;
import dev.parallelize.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs before and after a strategy of an event loop, or threads that talk to servers, run against real servers on loopback. With
 * {@code -Dcases.update=true} the expected files are written anew.
 */
class AsyncCasesTest {
  private static final Path CASES = Path.of("src/test/resources/dev/parallelize/rewrite");
  private static final List<String> STRATEGIES =
      List.of(
          "asyncio-gather",
          "asyncio-to-thread",
          "asyncio-httpx",
          "asyncio-aiohttp-requests",
          "asyncio-aiofiles",
          "async-db-pool",
          "thread-pool-requests",
          "thread-pool-databases");
  private static FetchServer server;
  private static Databases databases;
  private static Optional<Integer> redis;
  private static Optional<Integer> postgres;

  @TempDir static Path data;

  /** A case may name the server that it needs besides the one for HTTP. */
  private record Case(
      Path folder, JsonNode expect, String before, Outcome<TransformAnswer> outcome) {
    String name() {
      return folder.getParent().getFileName() + "/" + folder.getFileName();
    }

    boolean lacksServer() {
      return switch (expect.path("needs").asText("")) {
        case "redis" -> redis.isEmpty();
        case "postgres" -> postgres.isEmpty();
        default -> false;
      };
    }

    Optional<String> code() {
      return outcome instanceof Outcome.Answered<TransformAnswer> a
          ? a.answer().code()
          : Optional.empty();
    }
  }

  @BeforeAll
  static void startServers() throws IOException, InterruptedException {
    server = new FetchServer(CASES.resolve("server.py"));
    databases = new Databases(data);
    redis = databases.redis();
    postgres = databases.postgres();
  }

  @AfterAll
  static void stopServers() throws IOException {
    server.close();
    databases.close();
  }

  @TestFactory
  Stream<DynamicTest> cases(@TempDir Path work) throws IOException, InterruptedException {
    List<Case> cases = new ArrayList<>();
    for (Path folder : folders()) {
      cases.add(transformed(folder));
    }
    List<String> addresses =
        List.of(
            server.address(),
            redis.map(String::valueOf).orElse(""),
            postgres.map(String::valueOf).orElse(""));
    ProgramRuns runs = new ProgramRuns(work.resolve("runs"), Python.executable(), addresses);
    for (Case one : cases) {
      if (one.code().isPresent() && !one.lacksServer()) {
        runs.add(one.name(), one.before(), "fork");
        runs.add(one.name() + " rewritten", one.code().get(), "fork");
      }
    }
    Map<String, ProgramRuns.Seen> seen = runs.run();
    Map<String, String> remarks = remarks(cases, work);
    return cases.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(), () -> check(one, seen, runs.errors(), remarks)));
  }

  private static List<Path> folders() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String strategy : STRATEGIES) {
      try (Stream<Path> found = Files.list(CASES.resolve(strategy))) {
        found.sorted().forEach(folders::add);
      }
    }
    return folders;
  }

  private static Case transformed(Path folder) throws IOException {
    JsonNode expect = new ObjectMapper().readTree(folder.resolve("expect.json").toFile());
    String before = Files.readString(folder.resolve("before.py"));
    String strategy =
        folder.getParent().getFileName().toString().replaceFirst("-(requests|databases)$", "");
    Outcome<TransformAnswer> outcome =
        new ParallelizationWorkflow()
            .transform(
                new TransformRequest(
                    new ProgramText(Optional.of("before.py"), PythonSource.of(before)),
                    Optional.of(new PythonVersion(11, false)),
                    List.of(),
                    expect.get("candidate").asText(),
                    Optional.of(strategy),
                    options(expect)));
    return new Case(folder, expect, before, outcome);
  }

  private static Options options(JsonNode expect) {
    Options usual = Options.DEFAULT;
    return new Options(
        usual.maxWorkers(),
        usual.chunkSize(),
        usual.sequentialBelow(),
        usual.onError(),
        Options.AsyncBoundary.valueOf(expect.path("asyncBoundary").asText("FACADE")),
        usual.keepOriginal());
  }

  private static void check(
      Case one,
      Map<String, ProgramRuns.Seen> seen,
      Map<String, String> errors,
      Map<String, String> remarks)
      throws IOException {
    if (one.expect().has("unchanged")) {
      assertThat(one.code()).as("it stays unchanged").isEmpty();
      assertThat(Reasons.of(one.outcome())).contains(one.expect().get("unchanged").asText());
      return;
    }
    assertThat(one.code()).as(Reasons.of(one.outcome())).isPresent();
    String code = one.code().get();
    Path expected = one.folder().resolve("after.py");
    if (Boolean.getBoolean("cases.update")) {
      Files.writeString(expected, code);
    }
    assertThat(code).isEqualTo(Files.readString(expected));
    assertThat(remarks.getOrDefault(one.name(), "")).isEmpty();
    assumeFalse(one.lacksServer(), "its server is not installed, so the program was not run");
    String now = one.name() + " rewritten";
    assertThat(seen.get(now)).as(errors.get(now)).isEqualTo(seen.get(one.name()));
    assertThat(errors.get(now)).doesNotContain("never retrieved", "was destroyed", "Warning");
  }

  /** What a linter and a formatter say of each emitted program. */
  private static Map<String, String> remarks(List<Case> cases, Path work)
      throws IOException, InterruptedException {
    Map<String, String> emitted = new java.util.LinkedHashMap<>();
    for (Case one : cases) {
      one.code().ifPresent(code -> emitted.put(one.name(), code));
    }
    return Style.remarks(emitted, Files.createDirectories(work.resolve("style")));
  }
}
