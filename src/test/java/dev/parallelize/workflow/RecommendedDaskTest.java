package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.PythonVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Dask is recommended where a program uses it, and offered where it is installed. */
class RecommendedDaskTest {
  private static final String WORK =
      """
      def work(n):
          total = 0
          for k in range(60_000):
              total = (total * 31 + n * k) % 10007
          return total


      def run():
          return [work(n) for n in range(500)]
      """;

  @Test
  void programThatUsesDaskStaysWithIt() {
    List<ClassifyAnswer.RankedStrategy> ranked = ranked("import dask.bag\n\n\n" + WORK, "dask");

    assertThat(ranked.get(0).id()).isEqualTo("dask");
    assertThat(ranked.get(0).recommended()).isTrue();
  }

  @Test
  void whatIsInMemoryGoesToTheStandardLibrary() {
    List<ClassifyAnswer.RankedStrategy> ranked = ranked(WORK, "dask");

    assertThat(ranked.get(0).id()).isEqualTo("process-pool");
    assertThat(ranked.get(0).recommended()).isTrue();
    assertThat(dask(ranked).applicable()).isTrue();
    assertThat(dask(ranked).recommended()).isFalse();
  }

  @Test
  void packageThatIsMissingIsNotOffered() {
    ClassifyAnswer.RankedStrategy dask = dask(ranked(WORK, "numpy"));

    assertThat(dask.applicable()).isFalse();
    assertThat(dask.reason()).contains("not installed");
  }

  private static ClassifyAnswer.RankedStrategy dask(List<ClassifyAnswer.RankedStrategy> ranked) {
    return ranked.stream().filter(s -> s.id().equals("dask")).findFirst().orElseThrow();
  }

  private static List<ClassifyAnswer.RankedStrategy> ranked(String code, String installed) {
    ClassifyRequest request =
        new ClassifyRequest(
            new ProgramText(Optional.of("program.py"), PythonSource.of(code)),
            Optional.empty(),
            Optional.of(new PythonVersion(11, false)),
            List.of(),
            List.of("run/comprehension/1"),
            new ClassifyRequest.TargetEnvironment(
                Optional.of(8),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(installed)),
                Optional.empty()),
            Optional.empty());
    return ((Outcome.Answered<ClassifyAnswer>)
            new ParallelizationWorkflow().classify(request, Progress.SILENT, Cancellation.NEVER))
        .answer()
        .classifications()
        .get(0)
        .strategies();
  }
}
