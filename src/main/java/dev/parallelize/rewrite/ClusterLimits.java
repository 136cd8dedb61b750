package dev.parallelize.rewrite;

import dev.parallelize.dependence.Fission;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.workload.Judgement;

/** What executors of clusters cannot do that those of the standard library can. */
final class ClusterLimits {
  private ClusterLimits() {}

  static void check(Judgement judgement, PoolPlan.Workers workers, Initializer initializer) {
    switch (workers) {
      case PROCESSES, THREADS, INTERPRETERS, MULTIPROCESSING, RAY, MPI -> {}
      case DASK -> dask(judgement.model().fission(), initializer);
    }
  }

  private static void dask(Fission fission, Initializer initializer) {
    if (!initializer.name().isEmpty()) {
      throw new WorkerBuilder.Unsupported(
          "workers of Dask would not see the value that the main program gives "
              + String.join(", ", initializer.arguments())
              + "; pass it as an argument");
    }
    if (fission.inPlace() && fission.exits()) {
      throw new WorkerBuilder.Unsupported(
          "the loop may be left early, and an executor of Dask cannot drop what it was given");
    }
  }
}
