package dev.parallelize.cli;

import dev.parallelize.server.AnswerJson;
import dev.parallelize.workflow.AnalyzeAnswer;
import dev.parallelize.workflow.ClassifyAnswer;
import dev.parallelize.workflow.ClassifyAnswer.Classification;
import dev.parallelize.workflow.ClassifyAnswer.RankedStrategy;
import dev.parallelize.workflow.VerifyAnswer;
import dev.parallelize.workload.Verdict;
import java.util.List;
import java.util.Optional;

/** What {@code run} says between the answers of the four calls. */
final class RunText {
  private RunText() {}

  static String heading(String name, AnalyzeAnswer analysis) {
    return Texts.visible(name + ": " + Texts.plural(analysis.total(), "candidate") + "\n\n");
  }

  static String chosen(Classification one) {
    String strategy = recommended(one).map(s -> ", " + s.id() + ": " + s.reason()).orElse("");
    String workload = AnswerJson.word(one.workload());
    return Texts.visible("Chosen: " + one.candidateId() + " (" + workload + strategy + ")\n");
  }

  /** Why there was nothing to do. */
  static String nothing(AnalyzeAnswer analysis, Optional<ClassifyAnswer> classes) {
    List<Classification> safe = classes.map(ClassifyAnswer::classifications).orElse(List.of());
    StringBuilder text = new StringBuilder("Nothing was rewritten: ");
    if (safe.isEmpty()) {
      text.append("no candidate is safe to run in parallel as it stands.\n");
    } else {
      text.append("no candidate is both safe and worth it.\n");
      safe.forEach(c -> text.append("  - ").append(c.candidateId()).append(whyNot(c)).append('\n'));
    }
    if (analysis.candidates().stream().anyMatch(c -> c.verdict() == Verdict.CONDITIONAL)) {
      text.append("  A conditional candidate becomes safe with the --assume shown above.\n");
    }
    return Texts.visible(text.toString());
  }

  static String end(VerifyAnswer verdict, Optional<String> written) {
    if (written.isPresent()) {
      return Texts.visible("Written to " + written.get() + ".\n");
    }
    return verdict.verdict() == VerifyAnswer.Verdict.EQUIVALENT
        ? "Nothing was written; --write replaces the file, --output FILE writes another.\n"
        : "Nothing was written, since the versions were not found equivalent.\n";
  }

  private static String whyNot(Classification c) {
    String workload = ": " + AnswerJson.word(c.workload());
    return recommended(c).isPresent() ? workload : workload + ", no strategy is recommended";
  }

  private static Optional<RankedStrategy> recommended(Classification c) {
    return c.strategies().stream().filter(RankedStrategy::recommended).findFirst();
  }
}
