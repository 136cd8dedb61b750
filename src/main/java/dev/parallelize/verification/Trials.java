package dev.parallelize.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that was seen during one verification; what the checks judge.
 *
 * @param findings what the texts show
 * @param pins what had to be held still for the original to agree with itself
 * @param reference the run of the original that the others are compared with
 * @param recorded the run of the original in which calls were noted
 * @param observed the transformed program under its own circumstances, workers counted
 * @param variations the transformed program under other start methods and processor counts
 * @param inputs both versions with other arguments for the functions that the rewrite changed; empty when there are none
 * @param schedules the transformed program under other legal schedules
 * @param replay iterations of the original in other orders and alone; empty when there is nothing to replay
 * @param repeats further plain runs of the transformed program
 * @param injections both versions with one call made to fail
 * @param strictOriginal the original under the interpreter's development mode
 * @param strictTransformed the transformed program likewise
 * @param interpreter what ran them
 * @param comparing the terms of comparison
 */
record Trials(
    StaticFindings findings,
    Pins pins,
    Observation reference,
    Observation recorded,
    Observation observed,
    List<Observation> variations,
    Optional<Inputs> inputs,
    List<Observation> schedules,
    Optional<Replay> replay,
    List<Observation> repeats,
    List<Injection> injections,
    Optional<Observation> strictOriginal,
    Optional<Observation> strictTransformed,
    Interpreter interpreter,
    Comparing comparing) {

  /** A function whose call with certain arguments failed in both versions. */
  record Injection(
      String function, int call, int calls, Observation original, Observation transformed) {}

  /**
   * What iterations gave in other orders and alone.
   *
   * @param compared values that were compared
   * @param failingSeeds of the orders in which one differed
   */
  record Replay(List<Difference> differences, int compared, List<Integer> failingSeeds) {
    Replay {
      differences = List.copyOf(differences);
      failingSeeds = List.copyOf(failingSeeds);
    }
  }

  /** Both versions with other arguments. */
  record Inputs(Observation original, Observation transformed) {}

  Trials {
    variations = List.copyOf(variations);
    schedules = List.copyOf(schedules);
    repeats = List.copyOf(repeats);
    injections = List.copyOf(injections);
  }

  /** How a run differs from the original. */
  List<Difference> fromReference(Observation run) {
    return comparing.differences(reference, run);
  }

  /** How the calls of changed functions differ, as the program makes them and with other arguments. */
  List<Difference> ofCalls() {
    List<Difference> differences =
        new ArrayList<>(CallComparison.calls(recorded, observed, comparing));
    inputs.ifPresent(
        each ->
            differences.addAll(
                CallComparison.variants(each.original(), each.transformed(), comparing)));
    return differences;
  }

  boolean concurrent() {
    return observed.concurrent();
  }
}
