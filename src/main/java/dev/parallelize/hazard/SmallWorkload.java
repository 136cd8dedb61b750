package dev.parallelize.hazard;

import dev.parallelize.dependence.LoopModel;
import dev.parallelize.semantics.Program;
import java.util.Optional;

/** Iterations so short that handing them to workers costs more than it saves. */
final class SmallWorkload {
  private SmallWorkload() {}

  static Optional<Hazard> advice(Program program, LoopModel model) {
    boolean small = model.standing() != LoopModel.Standing.BLOCKED && model.itemCost().isTrivial();
    return small
        ? Optional.of(
            new Hazard(
                "small-workload",
                Hazard.Severity.ADVICE,
                "",
                program.line(model.candidate().node()),
                "One iteration takes microseconds; handing it to a worker would take longer.",
                Optional.empty()))
        : Optional.empty();
  }
}
