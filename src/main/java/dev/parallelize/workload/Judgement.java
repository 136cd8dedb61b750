package dev.parallelize.workload;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.dependence.LoopModel;
import dev.parallelize.hazard.Hazard;
import dev.parallelize.semantics.Program;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one candidate.
 *
 * @param distributed present for a loop that can run in parallel once the loops inside it are split;
 *     then verdict, hazards and classification are those of the split text
 */
public record Judgement(
    Program program,
    Candidate candidate,
    LoopModel model,
    List<Hazard> hazards,
    Verdict verdict,
    Classification classification,
    Occasion occasion,
    Optional<Distributed> distributed) {
  public Judgement {
    hazards = List.copyOf(hazards);
  }

  /** The judgement that plans are made from. */
  public Judgement planned() {
    return distributed.map(d -> d.judgement().planned()).orElse(this);
  }

  /** The same, of another model of the candidate. */
  public Judgement of(LoopModel other) {
    return new Judgement(
        program, candidate, other, hazards, verdict, classification, occasion, distributed);
  }
}
