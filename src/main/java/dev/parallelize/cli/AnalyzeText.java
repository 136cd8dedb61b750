package dev.parallelize.cli;

import dev.parallelize.hazard.Hazard;
import dev.parallelize.server.AnswerJson;
import dev.parallelize.workflow.AnalyzeAnswer;
import dev.parallelize.workflow.AnalyzeAnswer.Candidate;
import java.util.List;

/** Candidates for people: verdict, identifier and lines in columns, hazards below each. */
final class AnalyzeText {
  private AnalyzeText() {}

  static String of(AnalyzeAnswer answer) {
    StringBuilder text = new StringBuilder();
    text.append(answer.total() == 0 ? "No candidates.\n" : candidates(answer.candidates()));
    answer
        .nextCursor()
        .ifPresent(
            cursor ->
                text.append(answer.candidates().size())
                    .append(" of ")
                    .append(Texts.plural(answer.total(), "candidate"))
                    .append("; the next ones: --cursor ")
                    .append(cursor)
                    .append('\n'));
    answer
        .skipped()
        .forEach(
            s ->
                text.append("Skipped ")
                    .append(s.path())
                    .append(": ")
                    .append(Texts.error(s.error())));
    return Texts.visible(text.toString());
  }

  private static String candidates(List<Candidate> candidates) {
    StringBuilder text = new StringBuilder();
    int verdict = width(candidates.stream().map(c -> AnswerJson.word(c.verdict())).toList());
    int id = width(candidates.stream().map(Candidate::id).toList());
    for (Candidate candidate : candidates) {
      String word = AnswerJson.word(candidate.verdict());
      text.append(Texts.number("%-" + verdict + "s  %-" + id + "s  ", word, candidate.id()))
          .append(lines(candidate))
          .append("\n    ")
          .append(candidate.summary())
          .append('\n')
          .append(Texts.hazards(candidate.hazards().stream().filter(AnalyzeText::matters).toList()))
          .append('\n');
    }
    return text.toString();
  }

  private static boolean matters(Hazard hazard) {
    return hazard.severity() != Hazard.Severity.ADVICE;
  }

  private static String lines(Candidate candidate) {
    int start = candidate.location().startLine();
    int end = candidate.location().endLine();
    return start == end ? "line " + start : "lines " + start + "-" + end;
  }

  private static int width(List<String> cells) {
    return Math.max(1, cells.stream().mapToInt(String::length).max().orElse(1));
  }
}
