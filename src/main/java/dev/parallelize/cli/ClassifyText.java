package dev.parallelize.cli;

import dev.parallelize.server.AnswerJson;
import dev.parallelize.workflow.ClassifyAnswer;
import dev.parallelize.workflow.ClassifyAnswer.Classification;
import dev.parallelize.workflow.ClassifyAnswer.ExpectedSpeedup;
import dev.parallelize.workflow.ClassifyAnswer.RankedStrategy;
import java.util.stream.Collectors;

/** Workloads and strategies for people. */
final class ClassifyText {
  private ClassifyText() {}

  static String of(ClassifyAnswer answer) {
    return answer.classifications().isEmpty()
        ? "No candidate to classify.\n"
        : answer.classifications().stream()
            .map(ClassifyText::one)
            .collect(Collectors.joining("\n"));
  }

  private static String one(Classification c) {
    StringBuilder text = new StringBuilder();
    text.append(c.candidateId())
        .append(": ")
        .append(AnswerJson.word(c.workload()))
        .append(Texts.number(" (%.0f%% sure)%n", 100 * c.confidence()));
    c.evidence().forEach(e -> text.append(Texts.number("    line %-4d %s%n", e.line(), e.what())));
    c.measured()
        .ifPresent(
            m ->
                text.append(
                    Texts.number(
                        "    measured: %d iterations, %.3f s wall, %.3f s CPU, %.0f%% of the program%n",
                        m.iterations(),
                        m.wallSeconds(),
                        m.cpuSeconds(),
                        100 * m.shareOfProgram())));
    c.decisionPath()
        .forEach(
            q ->
                text.append("    ")
                    .append(q.question())
                    .append(" ")
                    .append(q.answer())
                    .append('\n'));
    return Texts.visible(text + strategies(c));
  }

  private static String strategies(Classification c) {
    Table table = new Table();
    for (RankedStrategy s : c.strategies()) {
      table.row(
          s.recommended() ? "  *" : s.applicable() ? "  +" : "  -",
          s.id(),
          s.expectedSpeedup().map(ClassifyText::speedup).orElse(""),
          s.reason());
      s.caveats().forEach(caveat -> table.row("", "", "", caveat));
    }
    return table + "  (* recommended, + applies, - does not apply)\n";
  }

  private static String speedup(ExpectedSpeedup s) {
    return Texts.number("%.1f-%.1fx at %d", s.low(), s.high(), s.atWorkers());
  }
}
