package dev.parallelize.workload;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.dependence.LoopModel;
import dev.parallelize.hazard.Hazard;
import dev.parallelize.semantics.Program;
import java.util.List;

/** All that is known of one candidate. */
public record Judgement(
    Program program,
    Candidate candidate,
    LoopModel model,
    List<Hazard> hazards,
    Verdict verdict,
    Classification classification,
    Occasion occasion) {
  public Judgement {
    hazards = List.copyOf(hazards);
  }
}
