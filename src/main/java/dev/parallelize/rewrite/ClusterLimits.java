package dev.parallelize.rewrite;

import dev.parallelize.dependence.Fission;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.workload.Judgement;
import java.util.Set;

/** What executors of clusters cannot do that those of the standard library can. */
final class ClusterLimits {
  private ClusterLimits() {}

  static void check(Judgement judgement, PoolPlan.Workers workers, Initializer initializer) {
    switch (workers) {
      case PROCESSES, THREADS, INTERPRETERS, MULTIPROCESSING, RAY, MPI -> {}
      case DASK -> dask(judgement.model().fission(), initializer);
      case DELAYED -> {
        handed(initializer);
        Tolerance.checkBuiltins(judgement, Set.of("Exception", "map"));
      }
    }
  }

  private static void dask(Fission fission, Initializer initializer) {
    handed(initializer);
    if (fission.inPlace() && fission.exits()) {
      throw new WorkerBuilder.Unsupported(
          "the loop may be left early, and an executor of Dask cannot drop what it was given");
    }
  }

  private static void handed(Initializer initializer) {
    if (!initializer.name().isEmpty()) {
      throw new WorkerBuilder.Unsupported(
          "workers of Dask would not see the value that the main program gives "
              + String.join(", ", initializer.arguments())
              + "; pass it as an argument");
    }
  }
}
