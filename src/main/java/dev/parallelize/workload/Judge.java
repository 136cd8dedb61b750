package dev.parallelize.workload;

import dev.parallelize.dependence.Candidates;
import dev.parallelize.dependence.LoopModel;
import dev.parallelize.dependence.LoopModels;
import dev.parallelize.hazard.Hazards;
import dev.parallelize.semantics.CallGraph;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Program;
import java.util.Comparator;
import java.util.List;

/** Judges every candidate of a program. */
public final class Judge {
  private Judge() {}

  /** All candidates, those most worth a rewrite first. */
  public static List<Judgement> judge(Program program) {
    LoopModels models = new LoopModels(program);
    CallGraph calls = new CallGraph(program);
    CostModel costs = new CostModel(program);
    return Candidates.of(program).stream()
        .map(c -> judge(program, models.of(c), Occasion.of(program, calls, costs, c)))
        .sorted(Comparator.comparingDouble(Judge::rank))
        .toList();
  }

  private static Judgement judge(Program program, LoopModel model, Occasion occasion) {
    return new Judgement(
        program,
        model.candidate(),
        model,
        Hazards.of(program, model),
        verdict(model),
        Classifier.classify(program, model),
        occasion);
  }

  private static Verdict verdict(LoopModel model) {
    return switch (model.standing()) {
      case PROVED -> Verdict.PARALLELIZABLE;
      case ASSUMED -> Verdict.CONDITIONAL;
      case BLOCKED -> Verdict.SEQUENTIAL;
    };
  }

  /** Smaller is better: proved and costly first, inner loops after the loops around them. */
  private static double rank(Judgement judgement) {
    LoopModel model = judgement.model();
    double verdict = judgement.verdict().ordinal() * 1e18;
    double trivial = model.itemCost().isTrivial() ? 1e17 : 0;
    double trips = model.trips().orElse(CostModel.USUAL_TRIPS);
    double depth = judgement.candidate().outer().size() * 1e14;
    return verdict + trivial + depth - Math.min(1e13, model.parallelCost().totalMicros() * trips);
  }
}
