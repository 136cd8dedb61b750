package dev.parallelize.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each program of the corpus gets the verdict that an expert gave it. A weaker verdict than wanted may
 * stand in {@code known-gaps.txt} with its reason; a {@code parallelizable} that nobody wanted may not.
 */
class CorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final Path GAPS =
      Path.of("src/test/resources/dev/parallelize/workload/known-gaps.txt");

  @TestFactory
  Stream<DynamicTest> verdicts() throws IOException {
    Map<String, String> gaps = gaps();
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CORPUS)) {
      folders
          .filter(p -> Files.exists(p.resolve("expect.json")))
          .sorted()
          .forEach(
              folder ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          folder.getFileName().toString(),
                          () -> check(folder, gaps.get(folder.getFileName().toString())))));
    }
    return tests.stream();
  }

  private static void check(Path folder, @Nullable String gap) throws IOException {
    JsonNode expect = new ObjectMapper().readTree(folder.resolve("expect.json").toFile());
    Judgement judgement = CorpusReport.judge(Files.readString(folder.resolve("before.py")), expect);
    if (judgement == null && gap != null) {
      return;
    }
    assertThat(judgement).as("a candidate %s", expect.get("candidate").asText()).isNotNull();
    String got = judgement.verdict().name().toLowerCase(Locale.ROOT);
    List<String> accepted = new ArrayList<>(List.of(expect.get("verdict").asText()));
    expect.path("accept").forEach(a -> accepted.add(a.asText()));
    if (got.equals("parallelizable")) {
      assertThat(accepted).as("never a wrong yes").contains(got);
    }
    boolean known = gap != null;
    assertThat(known || accepted.contains(got))
        .as("wanted %s, got %s %s", accepted, got, judgement.hazards())
        .isTrue();
  }

  private static Map<String, String> gaps() throws IOException {
    Map<String, String> gaps = new HashMap<>();
    for (String line : Files.readAllLines(GAPS)) {
      int colon = line.indexOf(':');
      if (colon > 0 && !line.startsWith("#")) {
        gaps.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return gaps;
  }
}
