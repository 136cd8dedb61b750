package dev.parallelize.workflow;

import dev.parallelize.dependence.LoopModel;
import dev.parallelize.strategy.Environment;
import dev.parallelize.workload.Judgement;
import java.util.Optional;

/**
 * What a rewrite may gain, from the text alone: Amdahl's law with the cost of starting workers and of
 * handing over each item.
 */
final class Prediction {
  private static final double START_PROCESSES_MICROS = 60_000;
  private static final double TASK_MICROS = 120;

  /** Items of a loop whose number the text does not tell: whoever asks has enough of them. */
  private static final double UNKNOWN_TRIPS = 2_000;

  /** The same for code that the program runs again and again: each time on a part of the work. */
  private static final double UNKNOWN_TRIPS_EACH_TIME = 400;

  private static final double OFTEN = 4;

  private static final int THREADS = 16;
  private static final int REQUESTS = 32;
  private static final double ARRAY_GAIN = 30;

  private Prediction() {}

  static ClassifyAnswer.ExpectedSpeedup of(
      Judgement judgement, String strategy, Environment environment) {
    LoopModel model = judgement.planned().model();
    boolean often = judgement.occasion().runs() * judgement.occasion().rounds() > OFTEN;
    double usual = often ? UNKNOWN_TRIPS_EACH_TIME : UNKNOWN_TRIPS;
    double trips = model.trips().map(t -> Math.max(1, t)).orElse(usual);
    if (strategy.endsWith("vectorize")) {
      return range(ARRAY_GAIN, 1, Optional.empty());
    }
    boolean waits = strategy.startsWith("asyncio") || strategy.equals("thread-pool");
    int workers =
        waits ? (strategy.equals("thread-pool") ? THREADS : REQUESTS) : environment.cpus();
    int useful = (int) Math.max(1, Math.min(workers, trips));
    double part = model.parallelCost().totalMicros();
    double rest = Math.max(0, model.itemCost().totalMicros() - part);
    double start = waits ? 1_000 : START_PROCESSES_MICROS;
    double sequential = trips * (part + rest);
    double parallel =
        start + trips * (rest + TASK_MICROS / (waits ? 1 : 4)) + trips * part / useful;
    double saved = part - part / Math.max(2, useful) - TASK_MICROS / 4;
    Optional<Long> breakEven =
        saved > 0 ? Optional.of((long) Math.ceil(start / saved)) : Optional.empty();
    return range(sequential / parallel, useful, breakEven);
  }

  private static ClassifyAnswer.ExpectedSpeedup range(
      double likely, int workers, Optional<Long> breakEven) {
    return new ClassifyAnswer.ExpectedSpeedup(
        round(likely * 0.6),
        round(likely),
        round(Math.max(likely, likely * 1.25)),
        workers,
        breakEven);
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
