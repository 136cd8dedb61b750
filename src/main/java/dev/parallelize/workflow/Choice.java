package dev.parallelize.workflow;

import dev.parallelize.rewrite.RewriteResult;
import dev.parallelize.rewrite.Rewriters;
import dev.parallelize.strategy.Decision;
import dev.parallelize.strategy.Environment;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.Ranking;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A strategy with what became of it for one candidate: what it decided, and whether its rewrite can
 * really be written.
 */
record Choice(
    String id,
    Decision decision,
    Optional<ClassifyAnswer.ExpectedSpeedup> expected,
    boolean recommended) {

  boolean applies() {
    return decision instanceof Decision.Applies;
  }

  /** All strategies, best first, with at most one recommended. */
  static List<Choice> of(Judgement judgement, Environment environment, Options options) {
    List<Choice> choices = new ArrayList<>();
    boolean recommended = false;
    for (Ranking.Ranked ranked : Ranking.rank(judgement, environment, options)) {
      String id = ranked.strategy().id();
      Decision decision = confirmed(judgement, ranked.decision(), environment, options);
      Optional<ClassifyAnswer.ExpectedSpeedup> expected =
          decision instanceof Decision.Applies
              ? Optional.of(Prediction.of(judgement, id, environment))
              : Optional.empty();
      boolean pays = expected.map(e -> e.likely() > 1.1).orElse(false);
      boolean best =
          !recommended
              && pays
              && Ranking.isPreferred(judgement, id)
              && (judgement.classification().workload() != Workload.TRIVIAL
                  || id.endsWith("vectorize"));
      recommended |= best;
      choices.add(new Choice(id, decision, expected, best));
    }
    choices.sort(
        Comparator.comparing((Choice c) -> !c.recommended()).thenComparing(c -> !c.applies()));
    return List.copyOf(choices);
  }

  private static Decision confirmed(
      Judgement judgement, Decision decision, Environment environment, Options options) {
    if (decision instanceof Decision.Applies applies
        && Rewriters.rewrite(judgement, applies.plan(), options, environment.target())
            instanceof RewriteResult.Impossible impossible) {
      return new Decision.DoesNotApply(impossible.reason());
    }
    return decision;
  }
}
