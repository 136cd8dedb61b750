package dev.parallelize.workflow;

import dev.parallelize.dependence.FailureOrder;
import dev.parallelize.dependence.LoopModel;
import dev.parallelize.semantics.Cost;
import dev.parallelize.semantics.Program;
import dev.parallelize.strategy.Environment;
import dev.parallelize.strategy.Poolable;
import dev.parallelize.workload.Judgement;
import java.util.Optional;

/**
 * What a rewrite may gain, from the text alone: Amdahl's law with the cost of starting workers and of
 * handing over each item.
 */
final class Prediction {
  private static final double START_PROCESSES_MICROS = 60_000;
  private static final double TASK_MICROS = 120;

  /** The same for an item that travels in a chunk. */
  private static final double CHUNKED_ITEM_MICROS = 6;

  /** Items of a loop whose number the text does not tell: whoever asks has enough of them. */
  private static final double UNKNOWN_TRIPS = 5_000;

  /** The same for code that the program runs again and again: each time on a part of the work. */
  private static final double UNKNOWN_TRIPS_EACH_TIME = 400;

  private static final double OFTEN = 4;

  /** Queries that threads make side by side of a database inside of the process. */
  private static final double LOCKED_QUERIES = 1.2;

  private static final int THREADS = 16;
  private static final int REQUESTS = 32;
  private static final double ARRAY_GAIN = 30;

  /** What Numba takes for a parallel kernel of usual size, in each process. */
  private static final double COMPILE_MICROS = 3_000_000;

  /** What a GPU takes until the first array is there. */
  private static final double DEVICE_MICROS = 1_000_000;

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
    if (strategy.equals("numba")) {
      double looped = trips * model.itemCost().totalMicros();
      double compiled = COMPILE_MICROS + looped / (ARRAY_GAIN * environment.cpus());
      long pays = (long) Math.ceil(COMPILE_MICROS / Math.max(1e-3, model.itemCost().totalMicros()));
      return range(looped / compiled, environment.cpus(), Optional.of(pays));
    }
    if (strategy.equals("cupy") || strategy.equals("jax")) {
      double looped = trips * model.itemCost().totalMicros();
      double moved = DEVICE_MICROS + looped / ARRAY_GAIN;
      long pays = (long) Math.ceil(DEVICE_MICROS / Math.max(1e-3, model.itemCost().totalMicros()));
      return range(looped / moved, 1, Optional.of(pays));
    }
    boolean waits = strategy.startsWith("async") || strategy.equals("thread-pool");
    Lanes all = Lanes.of(strategy, environment);
    boolean locked = strategy.equals("thread-pool") && Poolable.queriesInProcess(judgement);
    Lanes lanes =
        locked
            ? all.onProcessors(LOCKED_QUERIES)
            : Poolable.waitsForThisMachine(judgement) ? all.onProcessors(environment.cpus()) : all;
    int useful = (int) Math.max(1, Math.min(Math.max(lanes.waiting(), lanes.python()), trips));
    Cost cost = model.parallelCost();
    double python = cost.cpuMicros() - cost.compiledMicros();
    double part = cost.totalMicros();
    double divided =
        python / Math.min(lanes.python(), trips)
            + cost.compiledMicros() / Math.min(lanes.compiled(), trips)
            + cost.waitMicros() / Math.min(lanes.waiting(), trips);
    double rest = Math.max(0, model.itemCost().totalMicros() - part);
    double start = waits ? 1_000 : startMicros(strategy);
    double handing =
        waits ? TASK_MICROS : itemMicros(strategy, judgement.planned().program(), model);
    double sequential = trips * (part + rest);
    double parallel = start + trips * (rest + handing) + trips * divided;
    double saved = part - Math.min(part / 2, divided) - handing;
    Optional<Long> breakEven =
        saved > 0 ? Optional.of((long) Math.ceil(start / saved)) : Optional.empty();
    return range(sequential / parallel, useful, breakEven);
  }

  /** What it takes until the first item can be worked on. */
  private static double startMicros(String strategy) {
    return switch (strategy) {
      case "dask" -> 700_000;
      case "dask-distributed" -> 1_500_000;
      case "ray" -> 4_000_000;
      case "mpi" -> 300_000;
      default -> START_PROCESSES_MICROS;
    };
  }

  /** A scheduler of Dask looks at each item; elsewhere items travel in chunks where nothing is lost by it. */
  private static double itemMicros(String strategy, Program program, LoopModel model) {
    return switch (strategy) {
      case "dask" -> 500;
      case "dask-distributed" -> 1_000;
      default ->
          FailureOrder.allowsChunks(program, model)
                  && FailureOrder.allowsTakingFirst(program, model, model.fission().inPlace())
              ? CHUNKED_ITEM_MICROS
              : TASK_MICROS;
    };
  }

  /** How many items are served at a time: by Python code, by compiled code, by whoever is waited for. */
  private record Lanes(double python, double compiled, double waiting) {
    Lanes onProcessors(double cpus) {
      return new Lanes(python, compiled, Math.min(waiting, cpus));
    }

    static Lanes of(String strategy, Environment environment) {
      double cpus = environment.cpus();
      boolean free = environment.target().freeThreaded();
      return switch (strategy) {
        case "thread-pool" -> new Lanes(free ? cpus : 1, cpus, THREADS);
        case "hybrid" -> new Lanes(cpus, cpus, REQUESTS);
        default ->
            strategy.startsWith("async") ? new Lanes(1, 1, REQUESTS) : new Lanes(cpus, cpus, cpus);
      };
    }
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
