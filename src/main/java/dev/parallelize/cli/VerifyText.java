package dev.parallelize.cli;

import dev.parallelize.server.AnswerJson;
import dev.parallelize.server.SpeedupChart;
import dev.parallelize.workflow.VerifyAnswer;
import dev.parallelize.workflow.VerifyAnswer.Difference;
import dev.parallelize.workflow.VerifyAnswer.Speedup;
import java.util.stream.Collectors;

/** What running both versions showed, for people. */
final class VerifyText {
  private VerifyText() {}

  static String of(VerifyAnswer answer) {
    return Texts.visible(
        "Verdict: "
            + AnswerJson.word(answer.verdict())
            + "\n"
            + (answer.summary().isBlank() ? "" : answer.summary() + "\n")
            + differences(answer)
            + Texts.checklist(answer.checklist())
            + answer.speedup().map(VerifyText::speedup).orElse(""));
  }

  private static String differences(VerifyAnswer answer) {
    return answer.differences().stream().map(VerifyText::difference).collect(Collectors.joining());
  }

  private static String difference(Difference d) {
    return "  "
        + d.path()
        + "\n    original:    "
        + d.original()
        + "\n    transformed: "
        + d.transformed()
        + "\n";
  }

  private static String speedup(Speedup s) {
    String measured =
        Texts.number(
            "Speedup: %.2fx (%.2f to %.2f) with %s: %.3f s before, %.3f s after%n",
            s.ratio(),
            s.low(),
            s.high(),
            Texts.plural(s.workers(), "worker"),
            s.sequentialSeconds(),
            s.parallelSeconds());
    String breakEven =
        s.breakEvenItems()
            .map(items -> "  faster than the original from " + items + " items on\n")
            .orElse("");
    return measured + SpeedupChart.text(s) + breakEven;
  }
}
