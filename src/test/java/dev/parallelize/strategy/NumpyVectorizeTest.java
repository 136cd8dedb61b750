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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder under {@code vectorize} is a program; the first loop of its function {@code work}, or of
 * the module, is vectorized. With {@code after.py} the result must be that text, and both programs must print the
 * same; with {@code refused.txt} the strategy must not fire, for the reason in that file.
 */
class NumpyVectorizeTest {
  private static final Path CASES = Path.of("src/test/resources/vectorize");

  /** Writes the expectations anew instead of comparing with them: review the difference. */
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
    Decision decision = new NumpyVectorize().decide(judgement, machine, Options.DEFAULT);
    String reason = decision instanceof Decision.DoesNotApply ? decision.reason() : "";
    String rewritten = "";
    if (decision instanceof Decision.Applies applies) {
      rewritten =
          Edits.apply(
                  judgement.program().tree().source(),
                  VectorizeRewriter.rewrite(
                          judgement.program().tree(), (VectorizePlan) applies.plan())
                      .edits())
              .text();
    }
    if (REWRITE) {
      Files.writeString(
          rewritten.isEmpty() ? refused : after, rewritten.isEmpty() ? reason + "\n" : rewritten);
    }
    if (Files.exists(refused)) {
      assertThat(rewritten).as("refused: " + reason).isEmpty();
      assertThat(reason).isEqualTo(Files.readString(refused).strip());
      return;
    }
    assertThat(reason).isEmpty();
    assertThat(rewritten).isEqualTo(Files.readString(after));
    assertThat(output(after)).isEqualTo(output(before));
  }

  private static Judgement judgement(String text) {
    ParseResult parsed = PythonParser.parse(PythonSource.of(text), PythonVersion.DEFAULT);
    assertThat(parsed).isInstanceOf(ParseResult.Parsed.class);
    List<Judgement> all =
        Judge.judge(
            Analysis.analyze(
                ((ParseResult.Parsed) parsed).tree(), Knowledge.standard(), Assumptions.none()));
    return named(all, "work/for/1")
        .or(() -> named(all, "work/comprehension/1"))
        .or(() -> named(all, "<module>/for/1"))
        .orElseThrow();
  }

  private static Optional<Judgement> named(List<Judgement> all, String id) {
    return all.stream().filter(j -> j.candidate().id().equals(id)).findFirst();
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
