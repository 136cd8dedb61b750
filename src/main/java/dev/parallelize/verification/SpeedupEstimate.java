package dev.parallelize.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Turns interleaved wall times into a speedup with an interval. */
final class SpeedupEstimate {
  private static final int RESAMPLES = 2000;
  private static final int[] PROJECTED_WORKERS = {4, 8, 16, 64};

  private SpeedupEstimate() {}

  /**
   * @param sequential wall times of the original, one for each round
   * @param parallel wall times of the transformed program in the same rounds
   * @param workers most workers alive at once
   */
  static Speedup of(double[] sequential, double[] parallel, int workers) {
    double ratio = median(sequential) / median(parallel);
    double[] ratios = bootstrap(sequential, parallel);
    return new Speedup(
        median(sequential),
        median(parallel),
        ratio,
        ratios[(int) (RESAMPLES * 0.025)],
        ratios[(int) (RESAMPLES * 0.975)],
        workers,
        project(ratio, workers),
        OptionalLong.empty());
  }

  /** Percentile bootstrap of the ratio of medians, rounds drawn in pairs since neighbours share their noise. */
  private static double[] bootstrap(double[] sequential, double[] parallel) {
    SplittableRandom random = new SplittableRandom(1);
    int rounds = sequential.length;
    double[] ratios = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      int[] drawn = IntStream.generate(() -> random.nextInt(rounds)).limit(rounds).toArray();
      double above = median(Arrays.stream(drawn).mapToDouble(at -> sequential[at]).toArray());
      double below = median(Arrays.stream(drawn).mapToDouble(at -> parallel[at]).toArray());
      ratios[i] = above / below;
    }
    Arrays.sort(ratios);
    return ratios;
  }

  /**
   * Amdahl's law with the serial share that the measured ratio implies (Karp and Flatt, 1990), so that start costs and
   * imbalance count as serial.
   */
  static List<Projection> project(double ratio, int workers) {
    if (workers < 2 || !(ratio > 0)) {
      return List.of();
    }
    double serial = (1 / ratio - 1.0 / workers) / (1 - 1.0 / workers);
    List<Projection> projected = new ArrayList<>();
    for (int count : PROJECTED_WORKERS) {
      projected.add(
          new Projection(
              count, serial > 1 ? slowed(ratio, workers, count) : amdahl(serial, count)));
    }
    return projected;
  }

  private static double amdahl(double serial, int count) {
    double share = Math.max(0, serial);
    return 1 / (share + (1 - share) / count);
  }

  /** A rewrite that lost time has start costs beyond the work itself: these stay, the work is divided. */
  private static double slowed(double ratio, int workers, int count) {
    return 1 / (1 / ratio - 1.0 / workers + 1.0 / count);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
