package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.hazard.Hazard;
import dev.parallelize.hazard.Hazards;
import dev.parallelize.source.PythonSource;
import dev.parallelize.texts.HazardSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example in the documentation of each kind of hazard has this hazard. */
class HazardExamplesTest {
  static Stream<String> kinds() {
    return Hazards.kinds().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theExampleHasTheHazard(String kind) {
    String example = DocumentedExample.section(HazardSource.of(kind), "Example");

    assertThat(hazards(example)).extracting(Hazard::kind).contains(kind);
  }

  private static List<Hazard> hazards(String example) {
    AnalyzeRequest request =
        new AnalyzeRequest(
            List.of(new ProgramText(Optional.of("example.py"), PythonSource.of(example))),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            AnalyzeRequest.Detail.FULL,
            Optional.empty(),
            Optional.empty());
    Outcome<AnalyzeAnswer> outcome = new ParallelizationWorkflow().analyze(request);
    return ((Outcome.Answered<AnalyzeAnswer>) outcome)
        .answer().candidates().stream().flatMap(each -> each.hazards().stream()).toList();
  }
}
