package dev.parallelize.verification;

import dev.parallelize.verification.ProgramRunner.CancelledException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The original, run until it agrees with itself.
 *
 * @param pins what had to be held still
 * @param reference the run to compare with
 * @param recorded the run in which calls of shared functions were noted
 * @param settled two runs under the pins agree
 * @param disagreement the first difference of the original from itself, if any
 * @param comparing the terms of comparison, without what no two runs of the original agree on
 */
record Baseline(
    Pins pins,
    Observation reference,
    Observation recorded,
    boolean settled,
    Optional<Difference> disagreement,
    Comparing comparing) {
  private static final List<String> OTHER_SEEDS = List.of("3", "4", "5");

  static Baseline of(ProgramRunner runner, Comparing comparing) throws CancelledException {
    Observation first =
        runner.run(RunPlan.captured(Version.ORIGINAL, "as the user runs it").withHashSeed("1"));
    if (!first.ended()) {
      return new Baseline(Pins.NONE, first, first, false, Optional.empty(), comparing);
    }
    Observation second =
        runner.run(
            RunPlan.captured(Version.ORIGINAL, "again, with another hash seed")
                .with("reach", true)
                .withHashSeed("2"));
    List<Difference> differences =
        new Comparing(Tolerance.EXACT, Set.of(), Set.of(), Places.NONE).differences(first, second);
    return differences.isEmpty()
        ? new Baseline(Pins.NONE, first, second, true, Optional.empty(), comparing)
        : settle(runner, comparing, second, differences.get(0));
  }

  /** Holds one cause still after the other; what even all together do not explain must lie in variables alone. */
  private static Baseline settle(
      ProgramRunner runner, Comparing comparing, Observation recorded, Difference disagreement)
      throws CancelledException {
    List<Difference> unexplained = List.of();
    Observation reference = recorded;
    for (Pins pins : Pins.CAUSES) {
      reference = runner.run(pinned(pins, "1"));
      unexplained = comparing.differences(reference, runner.run(pinned(pins, "2")));
      if (unexplained.isEmpty()) {
        return new Baseline(pins, reference, recorded, true, Optional.of(disagreement), comparing);
      }
    }
    Set<String> unstable = Comparing.variables(unexplained);
    return new Baseline(
        Pins.ALL,
        reference,
        recorded,
        !unstable.isEmpty(),
        Optional.of(unexplained.get(0)),
        comparing.ignoring(unstable));
  }

  private static RunPlan pinned(Pins pins, String seed) {
    RunPlan plan =
        RunPlan.captured(Version.ORIGINAL, "with " + pins.cause() + " held still")
            .withHashSeed(seed);
    return pins.applyTo(plan);
  }

  /** Whether further hash seeds make the original differ from its reference. */
  boolean dependsOnHashSeed(ProgramRunner runner) throws CancelledException {
    for (String seed : OTHER_SEEDS) {
      Observation run =
          runner.run(
              RunPlan.captured(Version.ORIGINAL, "with hash seed " + seed)
                  .withHashSeed(seed)
                  .with("clock", true));
      List<Difference> differences = comparing.differences(reference, run);
      if (differences.stream().anyMatch(each -> !each.path().startsWith("stderr"))) {
        return true;
      }
    }
    return false;
  }
}
