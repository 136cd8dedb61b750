package dev.parallelize.verification;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the rewrite gained on this machine.
 *
 * @param sequentialSeconds median wall time of the original
 * @param parallelSeconds median wall time of the transformed program, start of workers included
 * @param ratio the first over the second
 * @param low lower end of a bootstrap 95 % interval of the ratio
 * @param high its upper end
 * @param workers most workers or requests that were seen alive at once
 * @param candidateShare share of the original's wall time in the functions that the rewrite changed, where measured
 * @param projected what other numbers of workers would give; empty when nothing ran at once
 * @param breakEvenItems items from which the rewrite pays, where that could be measured
 */
public record Speedup(
    double sequentialSeconds,
    double parallelSeconds,
    double ratio,
    double low,
    double high,
    int workers,
    OptionalDouble candidateShare,
    List<Projection> projected,
    OptionalLong breakEvenItems) {

  public Speedup {
    projected = List.copyOf(projected);
  }
}
