package dev.parallelize.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Turns interleaved wall times into a speedup with an interval. */
final class SpeedupEstimate {
  private static final int RESAMPLES = 2000;
  private static final int[] PROJECTED_WORKERS = {4, 8, 16, 64};

  private SpeedupEstimate() {}

  /**
   * What is known of the work that the rewrite spreads.
   *
   * @param share of the original's wall time that is spent in it, where that could be measured
   * @param parallelism how many workers can be at it at once: of computing no more than there are processors
   * @param items that it consists of; 0 when not known
   */
  record Work(OptionalDouble share, int parallelism, int items) {}

  /**
   * @param sequential wall times of the original, one for each round
   * @param parallel wall times of the transformed program in the same rounds
   * @param workers most workers alive at once
   */
  static Speedup of(double[] sequential, double[] parallel, int workers, Work work) {
    double before = median(sequential);
    double after = median(parallel);
    double[] ratios = bootstrap(sequential, parallel);
    return new Speedup(
        before,
        after,
        before / after,
        ratios[(int) (RESAMPLES * 0.025)],
        ratios[(int) (RESAMPLES * 0.975)],
        workers,
        work.share(),
        project(before, after, work),
        breakEven(before, after, work));
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
   * Amdahl's law: the spread work is divided among the workers, all else stays, which is what the measured time leaves when
   * its share of the work is taken off: serial parts, start costs and imbalance. Without a measured share the serial one
   * is that which the ratio implies (Karp and Flatt, 1990); where time was lost, all of the original counts as work.
   */
  static List<Projection> project(double before, double after, Work work) {
    if (work.parallelism() < 2 || !(before > 0) || !(after > 0)) {
      return List.of();
    }
    double implied = (before - after) / (1 - 1.0 / work.parallelism());
    double spread =
        work.share().isPresent()
            ? before * work.share().getAsDouble()
            : implied > 0 ? Math.min(before, implied) : before;
    double rest = Math.max(0, after - spread / work.parallelism());
    List<Projection> projected = new ArrayList<>();
    for (int count : PROJECTED_WORKERS) {
      projected.add(new Projection(count, before / (rest + spread / count)));
    }
    return projected;
  }

  /** Items from which what the workers save is more than what starting them costs. */
  static OptionalLong breakEven(double before, double after, Work work) {
    if (work.parallelism() < 2 || work.items() == 0 || work.share().isEmpty()) {
      return OptionalLong.empty();
    }
    double spread = before * work.share().getAsDouble();
    double start = Math.max(0, after - (before - spread) - spread / work.parallelism());
    double savedByItem = spread / work.items() * (1 - 1.0 / work.parallelism());
    return savedByItem > 0
        ? OptionalLong.of(Math.max(1, (long) Math.ceil(start / savedByItem)))
        : OptionalLong.empty();
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
