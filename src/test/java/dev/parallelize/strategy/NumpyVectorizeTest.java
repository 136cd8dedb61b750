package dev.parallelize.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.library.Knowledge;
import dev.parallelize.rewrite.VectorizeRewriter;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Assumptions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edits;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder under {@code vectorize} is a program; the first loop of its function {@code work} is
 * vectorized. With {@code after.py} the result must be that text, and both programs must print the
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
    String text = Files.readString(before);
    Program program = program(text);
    String reason = "";
    String rewritten = "";
    try {
      Vectorization.Result result = vectorize(program);
      VectorizePlan plan =
          new VectorizePlan(
              loop(program).span(),
              result.statements(),
              result.guards(),
              result.keepsLoop(),
              "changed");
      rewritten =
          Edits.apply(
                  program.tree().source(), VectorizeRewriter.rewrite(program.tree(), plan).edits())
              .text();
    } catch (NotVectorizable refusal) {
      reason = refusal.reason();
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

  private static Vectorization.Result vectorize(Program program) {
    Scope work =
        program.scopes().module().children().stream()
            .filter(s -> s.qualifiedName().equals("work"))
            .findFirst()
            .orElseThrow();
    return Vectorization.of(program, work, loop(program));
  }

  private static Statement.For loop(Program program) {
    List<Statement.For> loops = new ArrayList<>();
    Walk.each(
        program.tree().module(),
        node -> {
          if (node instanceof Statement.FunctionDef f && f.name().equals("work")) {
            Walk.each(
                f,
                inner -> {
                  if (inner instanceof Statement.For loop) {
                    loops.add(loop);
                  }
                });
          }
        });
    return loops.get(0);
  }

  private static Program program(String text) {
    ParseResult parsed = PythonParser.parse(PythonSource.of(text), PythonVersion.DEFAULT);
    assertThat(parsed).isInstanceOf(ParseResult.Parsed.class);
    return Analysis.analyze(
        ((ParseResult.Parsed) parsed).tree(), Knowledge.standard(), Assumptions.none());
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
