package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.source.PythonSource;
import dev.parallelize.strategy.Options;
import dev.parallelize.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs before and after a pool strategy. With {@code -Dcases.update=true} the expected files are
 * written anew, with {@code -Dcases.only=} just those whose folder holds the text. Each emitted program does what the first did, under fork and spawn, and a linter and a
 * formatter that have nothing to say of the first have nothing to say of it.
 *
 * <p>{@code expect.json} may name a {@code target}, {@code assumptions} and {@code options}. Where options change what a
 * program does, {@code reference.py} is the sequential program that does the same; what stands under
 * {@code then} is appended to a program before it runs.
 *
 * <p>Programs for Python 3.14 run with {@code -Dpython314=}, by default what {@code .ci/run} unpacks.
 */
class PoolCasesTest {
  private static final Path CASES = Path.of("src/test/resources/dev/parallelize/rewrite");
  private static final List<String> METHODS = List.of("fork", "spawn");
  private static final List<String> STRATEGIES =
      List.of(
          "process-pool",
          "thread-pool",
          "multiprocessing-pool",
          "interpreter-pool",
          "shared-memory",
          "manager",
          "dask");
  private static final Path PYTHON_314 =
      Path.of(
          System.getProperty(
              "python314", "target/python314/org/bytedeco/cpython/linux-x86_64/bin/python3.14"));

  private record Case(
      Path folder, JsonNode expect, String before, Outcome<TransformAnswer> outcome) {
    boolean latest() {
      return expect.path("target").asText("3.11").equals("3.14");
    }

    /** Workers of Dask are always spawned. */
    List<String> methods() {
      boolean dask = folder.getParent().endsWith("dask");
      return latest() || dask ? List.of("spawn") : METHODS;
    }

    /** What has to run as the emitted program does. */
    String reference() throws IOException {
      Path file = folder.resolve("reference.py");
      return Files.exists(file) ? Files.readString(file) : before;
    }

    String emitted() {
      return code().orElseThrow() + expect.path("then").asText("");
    }

    String warnings() {
      return outcome instanceof Outcome.Answered<TransformAnswer> a
          ? String.join("\n", a.answer().warnings())
          : "";
    }

    String name() {
      return folder.getParent().getFileName() + "/" + folder.getFileName();
    }

    Optional<String> code() {
      return outcome instanceof Outcome.Answered<TransformAnswer> a
          ? a.answer().code()
          : Optional.empty();
    }
  }

  @TestFactory
  Stream<DynamicTest> cases(@TempDir Path work) throws IOException, InterruptedException {
    List<Case> cases = new ArrayList<>();
    for (Path folder : folders()) {
      cases.add(transformed(folder));
    }
    ProgramRuns runs = new ProgramRuns(work.resolve("runs"));
    ProgramRuns latest = new ProgramRuns(work.resolve("latest"), PYTHON_314.toString());
    for (Case one : cases) {
      if (one.code().isPresent()) {
        ProgramRuns where = one.latest() ? latest : runs;
        where.add(one.name(), one.reference(), one.methods().get(0));
        for (String method : one.methods()) {
          where.add(one.name() + method, one.emitted(), method);
        }
      }
    }
    Map<String, ProgramRuns.Seen> seen = new HashMap<>(runs.run());
    if (Files.isExecutable(PYTHON_314)) {
      seen.putAll(latest.run());
    }
    Map<String, String> remarks = remarks(cases, work);
    return cases.stream()
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one, seen, remarks)));
  }

  private static List<Path> folders() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String strategy : STRATEGIES) {
      try (Stream<Path> found = Files.list(CASES.resolve(strategy))) {
        found
            .filter(f -> f.toString().contains(System.getProperty("cases.only", "")))
            .sorted()
            .forEach(folders::add);
      }
    }
    return folders;
  }

  private static Case transformed(Path folder) throws IOException {
    JsonNode expect = new ObjectMapper().readTree(folder.resolve("expect.json").toFile());
    String before = Files.readString(folder.resolve("before.py"));
    Outcome<TransformAnswer> outcome =
        new ParallelizationWorkflow()
            .transform(
                new TransformRequest(
                    new ProgramText(Optional.of("before.py"), PythonSource.of(before)),
                    PythonVersion.parse(expect.path("target").asText("3.11")),
                    assumptions(expect.path("assumptions")),
                    expect.get("candidate").asText(),
                    Optional.of(folder.getParent().getFileName().toString()),
                    options(expect.path("options"))));
    return new Case(folder, expect, before, outcome);
  }

  private static List<Assumption> assumptions(JsonNode given) {
    return given
        .valueStream()
        .map(a -> new Assumption(a.get("kind").asText(), a.get("target").asText()))
        .toList();
  }

  private static Options options(JsonNode given) {
    return new Options(
        integer(given, "maxWorkers"),
        integer(given, "chunkSize"),
        integer(given, "sequentialBelow"),
        Options.OnError.valueOf(given.path("onError").asText("raise").toUpperCase(Locale.ROOT)),
        Options.AsyncBoundary.FACADE,
        given.path("keepOriginal").asBoolean());
  }

  private static Optional<Integer> integer(JsonNode given, String name) {
    return given.has(name) ? Optional.of(given.get(name).asInt()) : Optional.empty();
  }

  private static void check(
      Case one, Map<String, ProgramRuns.Seen> seen, Map<String, String> remarks)
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
    assertThat(one.warnings()).contains(one.expect().path("warning").asText(""));
    assertThat(remarks.getOrDefault(one.name(), "")).isEmpty();
    assumeTrue(seen.containsKey(one.name()), () -> "there is no " + PYTHON_314 + "; see .ci/run");
    for (String method : one.methods()) {
      assertThat(seen.get(one.name() + method))
          .as(one.name() + " under " + method)
          .isEqualTo(seen.get(one.name()));
    }
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
