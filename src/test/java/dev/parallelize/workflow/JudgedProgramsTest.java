package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.ModuleFiles;
import dev.parallelize.semantics.Neighbourhood;
import dev.parallelize.source.PythonSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Calls about a text that was judged before answer as if it had not been. */
class JudgedProgramsTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");

  /** One in so many programs of the corpus. */
  private static final int STEP = 60;

  private final Workflow workflow = new ParallelizationWorkflow();

  private static List<ProgramText> programs() throws IOException {
    List<ProgramText> programs = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CORPUS).filter(Files::isDirectory).sorted()) {
      List<Path> all = folders.toList();
      for (int i = 0; i < all.size(); i += STEP) {
        programs.add(ProgramText.of(Files.readString(all.get(i).resolve("before.py"))));
      }
    }
    return programs;
  }

  /** What the three calls answer for a program and its first candidates. */
  private static List<Object> answers(Workflow workflow, ProgramText program) {
    List<Object> answers = new ArrayList<>();
    Outcome<AnalyzeAnswer> analyzed = workflow.analyze(AnalyzeRequest.of(program));
    answers.add(analyzed);
    answers.add(
        workflow.classify(ClassifyRequest.of(program), Progress.SILENT, Cancellation.NEVER));
    if (analyzed instanceof Outcome.Answered<AnalyzeAnswer> found) {
      found.answer().candidates().stream()
          .limit(3)
          .forEach(c -> answers.add(workflow.transform(TransformRequest.of(program, c.id()))));
    }
    return answers;
  }

  @Test
  void aProgramThatIsKnownIsAnsweredLikeOneThatIsNew() throws IOException {
    for (ProgramText program : programs()) {
      List<Object> fresh = answers(new ParallelizationWorkflow(), program);
      assertThat(answers(workflow, program)).isEqualTo(fresh);
      assertThat(answers(workflow, program)).isEqualTo(fresh);
    }
  }

  @Test
  void callsAtTheSameTimeDoNotDisturbEachOther()
      throws IOException, InterruptedException, ExecutionException {
    ProgramText program = programs().get(0);
    List<Object> alone = answers(new ParallelizationWorkflow(), program);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<Object>>> together = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        together.add(threads.submit(() -> answers(workflow, program)));
      }
      for (Future<List<Object>> one : together) {
        assertThat(one.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static final String PROGRAM =
      """
      from helpers import cost

      def run(xs):
          out = []
          for x in xs:
              out.append(cost(x))
          return out
      """;

  private Outcome<AnalyzeAnswer> analyzed(String helper, List<Assumption> assumptions) {
    PythonSource source = PythonSource.of(PROGRAM);
    ModuleFiles files =
        new ModuleFiles(Map.of("main.py", source, "helpers.py", PythonSource.of(helper)));
    ProgramText program =
        new ProgramText(Optional.of("main.py"), source).beside("main.py", new Neighbourhood(files));
    return workflow.analyze(
        new AnalyzeRequest(
            List.of(program),
            Optional.empty(),
            Optional.empty(),
            assumptions,
            Optional.empty(),
            AnalyzeRequest.Detail.CONCISE,
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void anotherNeighbourIsAnotherProgram() {
    String pure = "def cost(x):\n    return sum(i * x for i in range(100_000))\n";
    String counting = "seen = []\n\ndef cost(x):\n    seen.append(x)\n    return len(seen)\n";
    Outcome<AnalyzeAnswer> first = analyzed(pure, List.of());
    assertThat(analyzed(counting, List.of())).isNotEqualTo(first);
    assertThat(analyzed(pure, List.of())).isEqualTo(first);
  }

  @Test
  void otherAssumptionsAreAnotherQuestion() {
    String unknown = "import elsewhere\n\ndef cost(x):\n    return elsewhere.work(x)\n";
    Outcome<AnalyzeAnswer> first = analyzed(unknown, List.of());
    assertThat(analyzed(unknown, List.of(new Assumption("pure", "helpers.cost"))))
        .isNotEqualTo(first);
    assertThat(analyzed(unknown, List.of())).isEqualTo(first);
  }
}
