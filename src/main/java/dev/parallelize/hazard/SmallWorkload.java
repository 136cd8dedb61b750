package dev.parallelize.hazard;

import dev.parallelize.dependence.LoopModel;
import dev.parallelize.semantics.Program;
import java.util.Optional;

/**
 * Iterations so short that handing them to workers costs more than it saves.
 *
 * <h2>What it means</h2>
 *
 * Advice, not an obstacle: one iteration takes microseconds, and a worker needs more time to get its task and
 * send the result.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * def doubled(numbers):
 *     return [2 * number for number in numbers]
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Leave it alone, parallelize the loop around it, or vectorize it.
 */
final class SmallWorkload {
  static final String KIND = "small-workload";

  private SmallWorkload() {}

  static Optional<Hazard> advice(Program program, LoopModel model) {
    boolean small = model.standing() != LoopModel.Standing.BLOCKED && model.itemCost().isTrivial();
    return small
        ? Optional.of(
            new Hazard(
                KIND,
                Hazard.Severity.ADVICE,
                "",
                program.line(model.candidate().node()),
                "One iteration takes microseconds; handing it to a worker would take longer.",
                Optional.empty()))
        : Optional.empty();
  }
}
