package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parallelize.hazard.Hazard;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs before and after a pool strategy. With {@code -Dcases.update=true} the expected files are
 * written anew. Each emitted program does what the first did, under fork and spawn, and a linter and a
 * formatter that have nothing to say of the first have nothing to say of it.
 */
class PoolCasesTest {
  private static final Path CASES = Path.of("src/test/resources/dev/parallelize/rewrite");
  private static final List<String> METHODS = List.of("fork", "spawn");

  private record Case(
      Path folder, JsonNode expect, String before, Outcome<TransformAnswer> outcome) {
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
    for (Case one : cases) {
      if (one.code().isPresent()) {
        runs.add(one.name(), one.before(), "fork");
        for (String method : METHODS) {
          runs.add(one.name() + method, one.code().get(), method);
        }
      }
    }
    Map<String, ProgramRuns.Seen> seen = runs.run();
    Map<String, String> remarks = remarks(cases, work);
    return cases.stream()
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one, seen, remarks)));
  }

  private static List<Path> folders() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String strategy : List.of("process-pool", "thread-pool")) {
      try (Stream<Path> found = Files.list(CASES.resolve(strategy))) {
        found.sorted().forEach(folders::add);
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
                    Optional.of(new PythonVersion(11, false)),
                    List.of(),
                    expect.get("candidate").asText(),
                    Optional.of(folder.getParent().getFileName().toString()),
                    Options.DEFAULT));
    return new Case(folder, expect, before, outcome);
  }

  private static void check(
      Case one, Map<String, ProgramRuns.Seen> seen, Map<String, String> remarks)
      throws IOException {
    if (one.expect().has("unchanged")) {
      assertThat(one.code()).as("it stays unchanged").isEmpty();
      assertThat(reasons(one.outcome())).contains(one.expect().get("unchanged").asText());
      return;
    }
    assertThat(one.code()).as(reasons(one.outcome())).isPresent();
    String code = one.code().get();
    Path expected = one.folder().resolve("after.py");
    if (Boolean.getBoolean("cases.update")) {
      Files.writeString(expected, code);
    }
    assertThat(code).isEqualTo(Files.readString(expected));
    for (String method : METHODS) {
      assertThat(seen.get(one.name() + method))
          .as(one.name() + " under " + method)
          .isEqualTo(seen.get(one.name()));
    }
    assertThat(remarks.getOrDefault(one.name(), "")).isEmpty();
  }

  private static String reasons(Outcome<TransformAnswer> outcome) {
    if (outcome instanceof Outcome.Refused<TransformAnswer> refused) {
      return refused.error().message();
    }
    TransformAnswer answer = ((Outcome.Answered<TransformAnswer>) outcome).answer();
    return answer.hazards().stream().map(Hazard::toString).collect(Collectors.joining("\n"))
        + String.join("\n", answer.whatWouldHelp());
  }

  /** What a linter and a formatter say of each emitted program. */
  private static Map<String, String> remarks(List<Case> cases, Path work)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(work.resolve("style"));
    Map<String, String> names = new java.util.LinkedHashMap<>();
    for (Case one : cases) {
      if (one.code().isPresent()) {
        String file = one.name().replace('/', '_') + ".py";
        names.put(file, one.name());
        Files.writeString(folder.resolve(file), one.code().get());
      }
    }
    String ruff = Python.tool("ruff").toAbsolutePath().toString();
    String all = "";
    for (List<String> how :
        List.of(
            List.of("check", "--output-format=concise", "--no-cache", "--isolated", "."),
            List.of("format", "--diff", "--no-cache", "--isolated", "."))) {
      List<String> command = new ArrayList<>(List.of(ruff));
      command.addAll(how);
      Python.Outcome outcome = Python.command(folder, command);
      all += outcome.output();
    }
    Map<String, String> remarks = new java.util.HashMap<>();
    String about = "";
    for (String line : all.lines().toList()) {
      about = names.keySet().stream().filter(line::contains).findFirst().orElse(about);
      if (!about.isEmpty()) {
        remarks.merge(names.get(about), line + "\n", String::concat);
      }
    }
    return remarks;
  }
}
