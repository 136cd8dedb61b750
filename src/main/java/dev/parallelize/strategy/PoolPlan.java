package dev.parallelize.strategy;

import java.util.List;
import java.util.Optional;

/**
 * Hand the parallel part to a pool of workers and stream its results, in order, into the remainder.
 *
 * @param workers what does the work
 * @param chunked several items travel at a time, where that cannot be seen
 * @param perCore there are as many workers as cores; else as many as may wait at a time
 * @param shared captured arrays that workers read in shared memory
 * @param cache the module variable under which workers find a dictionary that all of them share
 */
public record PoolPlan(
    Workers workers, boolean chunked, boolean perCore, List<String> shared, Optional<String> cache)
    implements Plan {
  public PoolPlan {
    shared = List.copyOf(shared);
  }

  /** A plan in which what workers need travels to them. */
  public PoolPlan(Workers workers, boolean chunked, boolean perCore) {
    this(workers, chunked, perCore, List.of(), Optional.empty());
  }

  /** The pools of the standard library, and those of clusters that take the same calls. */
  public enum Workers {
    PROCESSES("concurrent.futures", "ProcessPoolExecutor", "worker processes"),
    THREADS("concurrent.futures", "ThreadPoolExecutor", "threads"),
    INTERPRETERS("concurrent.futures", "InterpreterPoolExecutor", "interpreters of their own"),
    MULTIPROCESSING("multiprocessing", "Pool", "worker processes"),
    DELAYED("dask", "delayed", "worker processes of Dask"),
    DASK("dask.distributed", "Client", "the workers of a Dask cluster"),
    RAY("ray.util.multiprocessing", "Pool", "the workers of a Ray cluster"),
    MPI("mpi4py.futures", "MPIPoolExecutor", "MPI processes");

    private final String module;
    private final String pool;
    private final String position;

    Workers(String module, String pool, String position) {
      this.module = module;
      this.pool = pool;
      this.position = position;
    }

    /** The statement that makes the pool's class available. */
    public String importStatement() {
      if (this == DELAYED) {
        return "import dask";
      }
      return "from " + module + " import " + pool;
    }

    /** Where the work runs, as a person would say it after "in". */
    public String position() {
      return position;
    }

    /** Workers import the program again and share no objects with it. */
    public boolean isolated() {
      return this != THREADS;
    }

    /** No executor: a worker has one argument, and adjacent calls are no tasks. */
    public boolean isPool() {
      return this == MULTIPROCESSING || this == RAY || this == DELAYED;
    }
  }
}
