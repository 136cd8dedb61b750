package dev.parallelize.verification;

import dev.parallelize.verification.ProgramRunner.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Timed runs of both versions in turn, with nothing patched; what came before has warmed the machine up.
 *
 * @param original one run of each round
 * @param transformed the other
 */
record Rounds(List<Observation> original, List<Observation> transformed) {
  static final Rounds NONE = new Rounds(List.of(), List.of());

  Rounds {
    original = List.copyOf(original);
    transformed = List.copyOf(transformed);
  }

  static Rounds run(ProgramRunner runner, int count, Pins pins) throws CancelledException {
    List<Observation> original = new ArrayList<>();
    List<Observation> transformed = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      original.add(runner.run(pins.applyTo(RunPlan.plain(Version.ORIGINAL, "timed, round " + i))));
      transformed.add(
          runner.run(pins.applyTo(RunPlan.plain(Version.TRANSFORMED, "timed, round " + i))));
    }
    return new Rounds(original, transformed);
  }

  Optional<Speedup> speedup(int workers, SpeedupEstimate.Work work) {
    boolean complete =
        !original.isEmpty()
            && original.stream().allMatch(Observation::ended)
            && transformed.stream().allMatch(Observation::ended);
    return complete
        ? Optional.of(SpeedupEstimate.of(seconds(original), seconds(transformed), workers, work))
        : Optional.empty();
  }

  private static double[] seconds(List<Observation> runs) {
    return runs.stream().mapToDouble(each -> each.run().seconds()).toArray();
  }
}
