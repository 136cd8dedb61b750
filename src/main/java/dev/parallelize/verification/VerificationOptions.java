package dev.parallelize.verification;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How to verify. Limits given here can only tighten the operator's.
 *
 * @param repeats timed runs of each version; 0 measures no speedup
 * @param workers processor counts that the transformed program is made to see, one after the other
 * @param startMethods how {@code multiprocessing} starts processes; those that the interpreter lacks are skipped
 * @param seeds of the schedules under which the transformed program runs; one that failed is replayed by naming it
 * @param tolerance for floating-point values
 * @param timeoutSeconds wall limit of each single run
 * @param memoryBytes memory of each single run
 * @param python an interpreter's path or version; else the preferred one
 */
public record VerificationOptions(
    int repeats,
    List<Integer> workers,
    List<String> startMethods,
    List<Integer> seeds,
    Tolerance tolerance,
    OptionalInt timeoutSeconds,
    OptionalLong memoryBytes,
    Optional<String> python) {

  /** What the contract names as defaults. */
  public static final VerificationOptions USUAL =
      new VerificationOptions(
          5,
          List.of(1, 2, 5),
          List.of("fork", "spawn", "forkserver"),
          List.of(1, 2, 3),
          Tolerance.USUAL,
          OptionalInt.empty(),
          OptionalLong.empty(),
          Optional.empty());

  public VerificationOptions {
    workers = List.copyOf(workers);
    startMethods = List.copyOf(startMethods);
    seeds = List.copyOf(seeds);
    if (seeds.size() > 100) {
      throw new IllegalArgumentException("at most 100 schedules, not " + seeds.size());
    }
    if (repeats < 0 || repeats > 100) {
      throw new IllegalArgumentException("repeats lies between 0 and 100, not " + repeats);
    }
    if (workers.stream().anyMatch(each -> each < 1 || each > 1024)) {
      throw new IllegalArgumentException("worker counts lie between 1 and 1024: " + workers);
    }
  }

  public VerificationOptions withRepeats(int count) {
    return new VerificationOptions(
        count, workers, startMethods, seeds, tolerance, timeoutSeconds, memoryBytes, python);
  }

  public VerificationOptions withSeeds(List<Integer> others) {
    return new VerificationOptions(
        repeats, workers, startMethods, others, tolerance, timeoutSeconds, memoryBytes, python);
  }

  public VerificationOptions withTolerance(Tolerance other) {
    return new VerificationOptions(
        repeats, workers, startMethods, seeds, other, timeoutSeconds, memoryBytes, python);
  }

  public VerificationOptions withTimeoutSeconds(int seconds) {
    return new VerificationOptions(
        repeats,
        workers,
        startMethods,
        seeds,
        tolerance,
        OptionalInt.of(seconds),
        memoryBytes,
        python);
  }
}
