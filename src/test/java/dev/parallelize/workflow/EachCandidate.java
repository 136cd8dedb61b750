package dev.parallelize.workflow;

import dev.parallelize.hazard.Hazard;
import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.source.PythonSource;
import dev.parallelize.strategy.Options;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workload.Verdict;
import java.util.List;
import java.util.Optional;

/** Rewrites every candidate of a program that is not sequential, each with the same strategy. */
final class EachCandidate {
  private static final PythonVersion TARGET = new PythonVersion(11, false);

  private EachCandidate() {}

  /**
   * What came of one candidate.
   *
   * @param assumptions what had to be vouched for
   * @param code the new program; empty when refused
   * @param diff against the old program; empty when refused
   * @param refusal why there is no code; empty when there is
   */
  record Attempt(
      String candidate,
      List<Assumption> assumptions,
      Optional<String> code,
      String diff,
      String refusal) {}

  static List<Attempt> of(String name, String text, Optional<String> strategy) {
    ProgramText program = new ProgramText(Optional.of(name), PythonSource.of(text));
    ParallelizationWorkflow workflow = new ParallelizationWorkflow();
    if (!(workflow.analyze(AnalyzeRequest.of(program))
        instanceof Outcome.Answered<AnalyzeAnswer> answered)) {
      return List.of();
    }
    return answered.answer().candidates().stream()
        .filter(c -> c.verdict() != Verdict.SEQUENTIAL)
        .map(c -> attempt(workflow, program, c, strategy))
        .toList();
  }

  private static Attempt attempt(
      ParallelizationWorkflow workflow,
      ProgramText program,
      AnalyzeAnswer.Candidate candidate,
      Optional<String> strategy) {
    List<Assumption> assumptions =
        candidate.hazards().stream()
            .map(Hazard::assumption)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    Outcome<TransformAnswer> outcome =
        workflow.transform(
            new TransformRequest(
                program,
                Optional.of(TARGET),
                assumptions,
                candidate.id(),
                strategy,
                Options.DEFAULT));
    if (outcome instanceof Outcome.Refused<TransformAnswer> refused) {
      return refused(candidate, assumptions, refused.error().message());
    }
    TransformAnswer answer = ((Outcome.Answered<TransformAnswer>) outcome).answer();
    return answer.code().isEmpty()
        ? refused(candidate, assumptions, String.join(" ", answer.whatWouldHelp()))
        : new Attempt(candidate.id(), assumptions, answer.code(), answer.diff().orElse(""), "");
  }

  private static Attempt refused(
      AnalyzeAnswer.Candidate candidate, List<Assumption> assumptions, String reason) {
    return new Attempt(candidate.id(), assumptions, Optional.empty(), "", reason);
  }
}
