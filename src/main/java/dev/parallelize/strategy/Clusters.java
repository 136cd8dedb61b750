package dev.parallelize.strategy;

import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;

/** What the strategies for more than one machine have in common: they are process pools elsewhere. */
final class Clusters {
  private Clusters() {}

  /**
   * A way to reach other machines.
   *
   * @param distribution the package that has to be installed for it
   */
  record Cluster(String distribution, PoolPlan plan, String reason, List<String> caveats) {}

  /** A cluster is used where there is one, or its package is installed. */
  static Decision decide(
      Judgement judgement, Environment environment, Options options, Cluster cluster) {
    boolean there =
        environment.cluster() || environment.packages().contains(cluster.distribution());
    if (!there) {
      return new Decision.DoesNotApply(
          "no cluster is reported and `"
              + cluster.distribution()
              + "` is not installed; ask for the strategy by name to get it all the same");
    }
    Optional<String> ends = MultiprocessingPool.endsProcess(judgement);
    if (ends.isPresent()) {
      return new Decision.DoesNotApply(ends.get());
    }
    Decision local = new ProcessPool().decide(judgement, environment, options);
    return local instanceof Decision.Applies
        ? new Decision.Applies(
            cluster.reason(), cluster.plan(), List.of(cluster.distribution()), cluster.caveats())
        : local;
  }
}
