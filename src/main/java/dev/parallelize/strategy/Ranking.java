package dev.parallelize.strategy;

import dev.parallelize.dependence.FailureOrder;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Orders strategies by the decision tree: what the time goes into decides what is asked first. */
public final class Ranking {
  private static final Map<Workload, List<String>> PREFERENCES =
      Map.of(
          Workload.CPU_BOUND,
              List.of(
                  "numpy-vectorize",
                  "pandas-vectorize",
                  "process-pool",
                  "shared-memory",
                  "interpreter-pool",
                  "multiprocessing-pool",
                  "thread-pool"),
          Workload.IO_BOUND,
              List.of(
                  "asyncio-gather",
                  "asyncio-aiohttp",
                  "asyncio-httpx",
                  "async-db-pool",
                  "asyncio-to-thread",
                  "thread-pool",
                  "asyncio-aiofiles",
                  "hybrid",
                  "process-pool"),
          Workload.MIXED,
              List.of(
                  "hybrid",
                  "asyncio-gather",
                  "asyncio-aiohttp",
                  "asyncio-httpx",
                  "asyncio-to-thread",
                  "process-pool",
                  "thread-pool"),
          Workload.DATA_PARALLEL,
              List.of(
                  "numpy-vectorize",
                  "pandas-vectorize",
                  "numba",
                  "process-pool",
                  "shared-memory",
                  "thread-pool"),
          Workload.TRIVIAL, List.of("numpy-vectorize", "pandas-vectorize", "numba"),
          Workload.UNKNOWN,
              List.of(
                  "numpy-vectorize", "pandas-vectorize", "numba", "process-pool", "thread-pool"));

  /** Strategies that look themselves at what iterations need of each other. */
  private static final Predicate<String> ALONE =
      id -> id.endsWith("-vectorize") || id.equals("manager");

  private static final Predicate<String> MAKES_ALL_TASKS_FIRST =
      id -> id.startsWith("async") || id.equals("hybrid");

  private static final String TOO_EARLY =
      "an item may fail to come before the items in front of it are done, and this takes all of them"
          + " first; thread-pool and process-pool take a few ahead";

  private Ranking() {}

  /** A strategy with its decision. */
  public record Ranked(Strategy strategy, Decision decision, boolean recommended) {}

  /** All strategies, those that apply first, in the order in which the workload prefers them. */
  public static List<Ranked> rank(Judgement judgement, Environment environment, Options options) {
    List<String> preferred = PREFERENCES.get(judgement.classification().workload());
    List<Ranked> ranked = new ArrayList<>();
    boolean only = WholeColumns.areAllThatIsRight(judgement);
    Judgement planned = judgement.planned();
    boolean inTurn = !FailureOrder.allowsTasks(planned.program(), planned.model());
    for (Strategy strategy : Strategies.all()) {
      Decision decision;
      if (only && !ALONE.test(strategy.id())) {
        decision = new Decision.DoesNotApply("iterations change what other iterations read");
      } else if (inTurn && MAKES_ALL_TASKS_FIRST.test(strategy.id())) {
        decision = new Decision.DoesNotApply(TOO_EARLY);
      } else {
        decision = strategy.decide(judgement, environment, options);
      }
      ranked.add(new Ranked(strategy, decision, false));
    }
    ranked.sort(
        Comparator.comparingInt(
            r ->
                (r.decision() instanceof Decision.Applies ? 0 : 1_000)
                    + position(preferred, r.strategy().id(), judgement, environment)));
    return List.copyOf(ranked);
  }

  /** Whether the decision tree leads to the strategy for this workload at all. */
  public static boolean isPreferred(Judgement judgement, String id) {
    if (isAtHome(judgement, id)) {
      return isPreferred(judgement, "process-pool");
    }
    return PREFERENCES.get(judgement.classification().workload()).contains(id);
  }

  /** What Dask does in a program that uses it is what processes do elsewhere. */
  private static boolean isAtHome(Judgement judgement, String id) {
    return id.equals("dask") && Poolable.imports(judgement, "dask");
  }

  /**
   * Where there is no interpreter lock, threads do what processes do, and copy nothing. Where there is one, processes
   * query a database inside of the process as threads query one elsewhere.
   */
  private static int position(
      List<String> preferred, String id, Judgement judgement, Environment environment) {
    boolean threads = environment.target().freeThreaded() && id.equals("thread-pool");
    boolean first = threads || isAtHome(judgement, id);
    boolean queries =
        id.equals("process-pool")
            && !environment.target().freeThreaded()
            && Poolable.queriesInProcess(judgement);
    String like = first ? "process-pool" : queries ? "thread-pool" : id;
    int index = preferred.indexOf(like);
    return index < 0 ? 100 : 2 * index - (like.equals(id) ? 0 : 1);
  }
}
