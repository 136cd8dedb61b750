package dev.parallelize.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.library.Knowledge;
import dev.parallelize.rewrite.VectorizeRewriter;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Assumptions;
import dev.parallelize.source.Edits;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workload.Judge;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder under {@code vectorize-rows} is a program with a loop over rows or groups of rows, or a
 * function applied to them, in {@code work}. With
 * {@code after.py} the rewrite must be that text, and both programs must print the same; with {@code
 * refused.txt} the strategy must not fire, for the reason in that file.
 */
class PandasVectorizeTest {
  private static final Path CASES = Path.of("src/test/resources/vectorize-rows");
  private static final boolean REWRITE = Boolean.getBoolean("cases.rewrite");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(CASES)) {
      folders = all.filter(Files::isDirectory).sorted().toList();
    }
    assertThat(folders).isNotEmpty();
    return folders.stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)));
  }

  private static void check(Path folder) throws Exception {
    Path before = folder.resolve("before.py");
    Path after = folder.resolve("after.py");
    Path refused = folder.resolve("refused.txt");
    Judgement judgement = judgement(Files.readString(before));
    Environment machine = new Environment(2, 8L << 30, false, Set.of(), PythonVersion.DEFAULT);
    Decision decision = new PandasVectorize().decide(judgement, machine, Options.DEFAULT);
    if (decision instanceof Decision.Applies applies) {
      String rewritten =
          Edits.apply(
                  judgement.program().tree().source(),
                  VectorizeRewriter.rewrite(
                          judgement.program().tree(), (VectorizePlan) applies.plan())
                      .edits())
              .text();
      if (REWRITE) {
        Files.writeString(after, rewritten);
      }
      assertThat(refused).as(rewritten).doesNotExist();
      assertThat(WholeColumns.judged(judgement).verdict()).isEqualTo(Verdict.PARALLELIZABLE);
      assertThat(rewritten).isEqualTo(Files.readString(after));
      assertThat(output(after)).isEqualTo(output(before));
      return;
    }
    if (REWRITE) {
      Files.writeString(refused, decision.reason() + "\n");
    }
    assertThat(WholeColumns.judged(judgement)).isEqualTo(judgement);
    assertThat(refused).as(decision.reason()).exists();
    assertThat(decision.reason()).isEqualTo(Files.readString(refused).strip());
  }

  private static Judgement judgement(String text) {
    ParseResult parsed = PythonParser.parse(PythonSource.of(text), PythonVersion.DEFAULT);
    assertThat(parsed).isInstanceOf(ParseResult.Parsed.class);
    return Judge.judge(
            Analysis.analyze(
                ((ParseResult.Parsed) parsed).tree(), Knowledge.standard(), Assumptions.none()))
        .stream()
        .filter(j -> j.candidate().id().matches("work/(for|apply-call|comprehension)/1"))
        .min(Comparator.comparing(j -> j.candidate().id().contains("/comprehension/")))
        .orElseThrow();
  }

  /** What the program prints; a program of these cases ends without an error. */
  private static String output(Path file) throws IOException, InterruptedException {
    Path python = Path.of(System.getProperty("python.venv", "target/venv"), "bin", "python");
    Process process =
        new ProcessBuilder(python.toString(), "-W", "ignore", file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
