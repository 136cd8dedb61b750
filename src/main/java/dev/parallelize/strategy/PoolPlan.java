package dev.parallelize.strategy;

/**
 * Hand the parallel part to a pool of workers and stream its results, in order, into the remainder.
 *
 * @param workers what does the work
 * @param chunked several items travel at a time, where that cannot be seen
 */
public record PoolPlan(Workers workers, boolean chunked) implements Plan {
  /** The executors of {@code concurrent.futures}. */
  public enum Workers {
    PROCESSES("ProcessPoolExecutor"),
    THREADS("ThreadPoolExecutor");

    private final String executor;

    Workers(String executor) {
      this.executor = executor;
    }

    /** The class's name in {@code concurrent.futures}. */
    public String executor() {
      return executor;
    }
  }
}
