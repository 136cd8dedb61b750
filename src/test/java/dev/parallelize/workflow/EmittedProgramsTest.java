package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * Every program that a pool strategy makes of the corpus is run by real Python, under fork and spawn,
 * and does what the original does: output, exception and exit status.
 */
class EmittedProgramsTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");

  /** One emitted program, to be compared with the one it was made from. */
  private record Emitted(String program, String strategy, String candidate, String code) {
    List<String> methods() {
      return strategy.equals("thread-pool") ? List.of("fork") : List.of("fork", "spawn");
    }

    String id(String method) {
      return program + " " + candidate + " " + strategy + " " + method;
    }
  }

  @TestFactory
  Stream<DynamicTest> doWhatTheOriginalDoes(@TempDir Path work)
      throws IOException, InterruptedException {
    List<Emitted> all;
    try (Stream<Path> folders = Files.list(CORPUS)) {
      all =
          folders
              .filter(p -> Files.exists(p.resolve("expect.json")))
              .sorted()
              .toList()
              .parallelStream()
              .flatMap(EmittedProgramsTest::emitted)
              .toList();
    }
    assertThat(all).hasSizeGreaterThan(100);
    ProgramRuns runs = new ProgramRuns(work);
    for (String program : all.stream().map(Emitted::program).distinct().toList()) {
      runs.add(program, original(CORPUS.resolve(program)), "fork");
    }
    for (Emitted emitted : all) {
      for (String method : emitted.methods()) {
        runs.add(emitted.id(method), emitted.code(), method);
      }
    }
    Map<String, ProgramRuns.Seen> seen = runs.run();
    List<DynamicTest> tests = new ArrayList<>();
    for (Emitted emitted : all) {
      for (String method : emitted.methods()) {
        String id = emitted.id(method);
        tests.add(
            DynamicTest.dynamicTest(
                id,
                () ->
                    assertThat(seen.get(id))
                        .as(emitted.code())
                        .isEqualTo(seen.get(emitted.program()))));
      }
    }
    return tests.stream();
  }

  private static Stream<Emitted> emitted(Path folder) {
    String program = folder.getFileName().toString();
    JsonNode expect = expectation(folder);
    return Stream.of("process-pool", "thread-pool")
        .flatMap(
            strategy ->
                EachCandidate.of("before.py", original(folder), Optional.of(strategy)).stream()
                    .filter(attempt -> attempt.code().isPresent() && holds(attempt, expect))
                    .map(
                        attempt ->
                            new Emitted(
                                program, strategy, attempt.candidate(), attempt.code().get())));
  }

  /** Assumptions are accepted where an expert says that they hold. */
  private static boolean holds(EachCandidate.Attempt attempt, JsonNode expect) {
    return attempt.assumptions().isEmpty()
        || (expect.get("candidate").asText().equals(attempt.candidate())
            && !expect.get("verdict").asText().equals("sequential"));
  }

  private static JsonNode expectation(Path folder) {
    try {
      return new ObjectMapper().readTree(folder.resolve("expect.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String original(Path folder) {
    try {
      return Files.readString(folder.resolve("before.py"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
