package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.source.PythonSource;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.Strategies;
import dev.parallelize.strategy.Strategy;
import dev.parallelize.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the documentation of each strategy shows is what the strategy does. */
class StrategyExamplesTest {
  /** The second is for strategies that need it. */
  private static final List<PythonVersion> TARGETS =
      List.of(new PythonVersion(11, false), PythonVersion.LATEST);

  private static final Path SOURCES = Path.of("src/main/java/dev/parallelize/strategy");

  @TestFactory
  Stream<DynamicTest> examples() {
    return Strategies.all().stream().map(s -> DynamicTest.dynamicTest(s.id(), () -> check(s)));
  }

  private static void check(Strategy strategy) throws IOException {
    String file = Files.readString(SOURCES.resolve(strategy.getClass().getSimpleName() + ".java"));

    Optional<String> becomes =
        transformed(strategy.id(), DocumentedExample.section(file, "Example"));

    assertThat(becomes).contains(DocumentedExample.section(file, "Becomes"));
  }

  /** The program after the strategy has been used on the first candidate that it can be used on. */
  private static Optional<String> transformed(String strategy, String example) {
    ParallelizationWorkflow workflow = new ParallelizationWorkflow();
    ProgramText program = new ProgramText(Optional.of("example.py"), PythonSource.of(example));
    Outcome<AnalyzeAnswer> analyzed = workflow.analyze(AnalyzeRequest.of(program));
    return ((Outcome.Answered<AnalyzeAnswer>) analyzed)
        .answer().candidates().stream()
            .flatMap(c -> TARGETS.stream().map(t -> code(workflow, program, c.id(), strategy, t)))
            .flatMap(Optional::stream)
            .findFirst();
  }

  private static Optional<String> code(
      ParallelizationWorkflow workflow,
      ProgramText program,
      String candidate,
      String strategy,
      PythonVersion target) {
    Outcome<TransformAnswer> outcome =
        workflow.transform(
            new TransformRequest(
                program,
                Optional.of(target),
                List.of(),
                candidate,
                Optional.of(strategy),
                Options.DEFAULT));
    return outcome instanceof Outcome.Answered<TransformAnswer> answered
        ? answered.answer().code()
        : Optional.empty();
  }
}
