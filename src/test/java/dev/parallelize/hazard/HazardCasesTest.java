package dev.parallelize.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.workload.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One file for each kind of hazard: a comment at a candidate says what of that kind is found there, as {@code # expect:
 * session assumable} or {@code # expect: none}.
 */
class HazardCasesTest {
  private static final Path CASES = Path.of("src/test/resources/dev/parallelize/hazard");
  private static final String MARK = "# expect: ";

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        String kind = file.getFileName().toString().replace(".py", "");
        tests.addAll(cases(kind, Files.readString(file)));
      }
    }
    return tests.stream();
  }

  private static List<DynamicTest> cases(String kind, String text) {
    List<Judgement> judgements = Judged.of(text);
    List<String> lines = text.lines().toList();
    List<DynamicTest> tests = new ArrayList<>();
    boolean fires = false;
    boolean spares = false;
    for (int i = 0; i < lines.size(); i++) {
      int mark = lines.get(i).indexOf(MARK);
      if (mark >= 0) {
        int line = i + 1;
        String expected = lines.get(i).substring(mark + MARK.length()).strip();
        fires |= !expected.equals("none");
        spares |= expected.equals("none");
        tests.add(
            DynamicTest.dynamicTest(
                kind + ":" + line,
                () -> assertThat(found(judgements, kind, line)).contains(expected)));
      }
    }
    assertThat(fires && spares).as("%s fires and does not fire", kind).isTrue();
    return tests;
  }

  private static Optional<String> found(List<Judgement> judgements, String kind, int line) {
    return judgements.stream()
        .filter(j -> j.program().line(j.candidate().node()) == line)
        .findFirst()
        .map(
            j ->
                j.hazards().stream()
                    .filter(h -> h.kind().equals(kind))
                    .findFirst()
                    .map(h -> h.symbol() + " " + h.severity().name().toLowerCase(Locale.ROOT))
                    .map(String::strip)
                    .orElse("none"));
  }
}
