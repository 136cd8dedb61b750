package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs before and after their loop became a kernel; both are run, with Numba, and print the same
 * values of the same types. With {@code -Dcases.update=true} the expected files are written anew.
 */
class KernelCasesTest {
  private static final Path CASES = Path.of("src/test/resources/dev/parallelize/rewrite/numba");

  private record Case(
      Path folder, JsonNode expect, String before, Outcome<TransformAnswer> outcome) {
    String name() {
      return folder.getFileName().toString();
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
    try (Stream<Path> folders = Files.list(CASES)) {
      for (Path folder : folders.sorted().toList()) {
        cases.add(transformed(folder));
      }
    }
    ProgramRuns runs = new ProgramRuns(work.resolve("runs"));
    for (Case one : cases) {
      if (one.code().isPresent()) {
        runs.add(one.name(), one.before(), "fork");
        runs.add(one.name() + " after", one.code().get(), "fork");
      }
    }
    Map<String, ProgramRuns.Seen> seen = runs.run();
    return cases.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one, seen)));
  }

  private static Case transformed(Path folder) throws IOException {
    JsonNode expect = new ObjectMapper().readTree(folder.resolve("expect.json").toFile());
    String before = Files.readString(folder.resolve("before.py"));
    List<Assumption> assumptions =
        expect.has("assumption")
            ? List.of(new Assumption("reassociable", expect.get("assumption").asText()))
            : List.of();
    Outcome<TransformAnswer> outcome =
        new ParallelizationWorkflow()
            .transform(
                new TransformRequest(
                    new ProgramText(Optional.of("before.py"), PythonSource.of(before)),
                    Optional.of(new PythonVersion(11, false)),
                    assumptions,
                    expect.get("candidate").asText(),
                    Optional.of("numba"),
                    Options.DEFAULT));
    return new Case(folder, expect, before, outcome);
  }

  private static void check(Case one, Map<String, ProgramRuns.Seen> seen) throws IOException {
    if (one.expect().has("unchanged")) {
      assertThat(one.code()).as("it stays unchanged").isEmpty();
      assertThat(Reasons.of(one.outcome())).contains(one.expect().get("unchanged").asText());
      return;
    }
    assertThat(one.code()).as(Reasons.of(one.outcome())).isPresent();
    Path expected = one.folder().resolve("after.py");
    if (Boolean.getBoolean("cases.update")) {
      Files.writeString(expected, one.code().get());
    }
    assertThat(one.code().get()).isEqualTo(Files.readString(expected));
    assertThat(seen.get(one.name() + " after")).isEqualTo(seen.get(one.name()));
  }
}
