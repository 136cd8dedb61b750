package dev.parallelize.hazard;

import dev.parallelize.library.Knowledge;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Assumptions;
import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workload.Judge;
import dev.parallelize.workload.Judgement;
import java.util.List;

/** Every candidate of a text, judged under assumptions. */
final class Judged {
  private Judged() {}

  static List<Judgement> of(String text, Assumption... assumptions) {
    ParseResult parsed = PythonParser.parse(PythonSource.of(text), PythonVersion.LATEST);
    return Judge.judge(
        Analysis.analyze(
            ((ParseResult.Parsed) parsed).tree(),
            Knowledge.standard(),
            new Assumptions(List.of(assumptions))));
  }

  static Judgement candidate(String text, String id, Assumption... assumptions) {
    return of(text, assumptions).stream()
        .filter(j -> j.candidate().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
