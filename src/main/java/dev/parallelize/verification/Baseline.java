package dev.parallelize.verification;

import dev.parallelize.verification.ProgramRunner.CancelledException;
import java.util.List;
import java.util.Optional;

/**
 * The original, run until it agrees with itself.
 *
 * @param pins what had to be held still
 * @param reference the run to compare with
 * @param recorded the run in which calls of shared functions were noted
 * @param settled two runs under the pins agree
 * @param disagreement the first difference of the original from itself, if any
 */
record Baseline(
    Pins pins,
    Observation reference,
    Observation recorded,
    boolean settled,
    Optional<Difference> disagreement) {
  private static final List<String> OTHER_SEEDS = List.of("3", "4", "5");

  static Baseline of(ProgramRunner runner, Tolerance tolerance) throws CancelledException {
    Observation first =
        runner.run(RunPlan.captured(Version.ORIGINAL, "as the user runs it").withHashSeed("1"));
    if (!first.ended()) {
      return new Baseline(Pins.NONE, first, first, false, Optional.empty());
    }
    Observation second =
        runner.run(
            RunPlan.captured(Version.ORIGINAL, "again, with another hash seed")
                .with("reach", true)
                .withHashSeed("2"));
    List<Difference> differences = RunComparison.differences(first, second, Tolerance.EXACT);
    if (differences.isEmpty()) {
      return new Baseline(Pins.NONE, first, second, true, Optional.empty());
    }
    for (Pins pins : Pins.CAUSES) {
      Observation one = runner.run(pinned(pins, "1"));
      Observation two = runner.run(pinned(pins, "2"));
      if (RunComparison.differences(one, two, tolerance).isEmpty()) {
        return new Baseline(pins, one, second, true, Optional.of(differences.get(0)));
      }
    }
    return new Baseline(Pins.NONE, first, second, false, Optional.of(differences.get(0)));
  }

  private static RunPlan pinned(Pins pins, String seed) {
    RunPlan plan =
        RunPlan.captured(Version.ORIGINAL, "with " + pins.cause() + " held still")
            .withHashSeed(seed);
    return pins.applyTo(plan);
  }

  /** Whether further hash seeds make the original differ from its reference. */
  boolean dependsOnHashSeed(ProgramRunner runner, Tolerance tolerance) throws CancelledException {
    for (String seed : OTHER_SEEDS) {
      Observation run =
          runner.run(
              RunPlan.captured(Version.ORIGINAL, "with hash seed " + seed)
                  .withHashSeed(seed)
                  .with("clock", true));
      List<Difference> differences = RunComparison.differences(reference, run, tolerance);
      if (differences.stream().anyMatch(each -> !each.path().startsWith("stderr"))) {
        return true;
      }
    }
    return false;
  }
}
