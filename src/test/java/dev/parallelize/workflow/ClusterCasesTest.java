package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs before and after a strategy for clusters. Each emitted program does on a cluster that it
 * starts on this machine what the first did by itself. Programs for Ray are run with {@code
 * -Dcases.ray=true} alone, by a Python that has it: a cluster of Ray is too large for every build. With
 * {@code -Dcases.update=true} the expected files are written anew.
 */
class ClusterCasesTest {
  private static final Path CASES = Path.of("src/test/resources/dev/parallelize/rewrite");

  /** How the programs of each strategy are started. */
  private static final Map<String, List<String>> STARTED =
      Map.of(
          "dask-distributed",
          List.of(Python.executable()),
          "mpi",
          List.of(
              Python.tool("mpiexec").toString(),
              "-n",
              "3",
              Python.executable(),
              "-m",
              "mpi4py.futures"),
          "ray",
          Boolean.getBoolean("cases.ray") ? List.of(Python.executable()) : List.of());

  @TestFactory
  Stream<DynamicTest> cases(@TempDir Path work) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String strategy : STARTED.keySet().stream().sorted().toList()) {
      try (Stream<Path> folders = Files.list(CASES.resolve(strategy))) {
        for (Path folder : folders.sorted().toList()) {
          String name = strategy + "/" + folder.getFileName();
          tests.add(DynamicTest.dynamicTest(name, () -> check(strategy, folder, work)));
        }
      }
    }
    return tests.stream();
  }

  private static void check(String strategy, Path folder, Path work) throws Exception {
    JsonNode expect = new ObjectMapper().readTree(folder.resolve("expect.json").toFile());
    String before = Files.readString(folder.resolve("before.py"));
    Outcome<TransformAnswer> outcome =
        transformed(before, expect.get("candidate").asText(), strategy);
    Optional<String> code =
        outcome instanceof Outcome.Answered<TransformAnswer> a
            ? a.answer().code()
            : Optional.empty();
    if (expect.has("unchanged")) {
      assertThat(code).as("it stays unchanged").isEmpty();
      assertThat(Reasons.of(outcome)).contains(expect.get("unchanged").asText());
      return;
    }
    assertThat(code).as(Reasons.of(outcome)).isPresent();
    Path expected = folder.resolve("after.py");
    if (Boolean.getBoolean("cases.update")) {
      Files.writeString(expected, code.get());
    }
    assertThat(code.get()).isEqualTo(Files.readString(expected));
    if (!STARTED.get(strategy).isEmpty()) {
      Path own = Files.createDirectories(work.resolve(strategy + "-" + folder.getFileName()));
      assertThat(run(own, code.get(), STARTED.get(strategy)))
          .isEqualTo(run(own, before, List.of(Python.executable())));
    }
  }

  private static Outcome<TransformAnswer> transformed(
      String before, String candidate, String strategy) {
    return new ParallelizationWorkflow()
        .transform(
            new TransformRequest(
                new ProgramText(Optional.of("before.py"), PythonSource.of(before)),
                Optional.of(new PythonVersion(11, false)),
                List.of(),
                candidate,
                Optional.of(strategy),
                Options.DEFAULT));
  }

  /**
   * What the program printed, whether it failed, and the last line of a traceback that it left with: an
   * MPI job ends with words of its own after that.
   */
  private record Seen(String output, boolean failed, String raised) {}

  private static Seen run(Path folder, String code, List<String> start)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(start);
    command.add(Files.writeString(folder.resolve("program.py"), code).toAbsolutePath().toString());
    Python.Outcome outcome = Python.command(folder, command);
    String raised =
        outcome
            .errors()
            .lines()
            .filter(line -> line.matches("\\w+: .*") && outcome.status() != 0)
            .reduce("", (first, second) -> second);
    return new Seen(outcome.output(), outcome.status() != 0, raised);
  }
}
