package dev.parallelize.strategy;

import dev.parallelize.workload.Judgement;
import java.util.List;

/**
 * Independent work in Python on the workers of a Ray cluster: Ray's own {@code Pool}.
 *
 * <p><b>What it does.</b> As {@link ProcessPool}, with {@code ray.util.multiprocessing.Pool}, which streams
 * results in order and keeps a bounded number of chunks in flight. It uses the cluster that the program
 * or {@code RAY_ADDRESS} names, and else starts one on this machine.
 *
 * <p><b>When it is safe.</b> The parallel part has no effects outside, and values can be pickled.
 *
 * <p><b>Example.</b>
 *
 * <pre>{@code
 * def perfect(number):
 *     return number == sum(d for d in range(1, number) if number % d == 0)
 *
 *
 * def count_perfect(numbers):
 *     count = 0
 *     for number in numbers:
 *         count += perfect(number)
 *     return count
 * }</pre>
 *
 * <p><b>Becomes.</b>
 *
 * <pre>{@code
 * from ray.util.multiprocessing import Pool
 *
 *
 * def perfect(number):
 *     return number == sum(d for d in range(1, number) if number % d == 0)
 *
 *
 * def count_perfect(numbers):
 *     count = 0
 *     numbers = list(numbers)
 *     chunksize = max(1, len(numbers) // 256)
 *     with Pool() as pool:
 *         for result in pool.imap(perfect, numbers, chunksize=chunksize):
 *             count += result
 *     return count
 * }</pre>
 *
 * <p><b>Limits.</b> Ray takes seconds to start. Calls that are no map of one function over items, and bodies
 * that hand over several iterables, refuse.
 */
public final class RayPool implements Strategy {
  @Override
  public String id() {
    return "ray";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    return Clusters.decide(
        judgement,
        environment,
        options,
        new Clusters.Cluster(
            "ray",
            new PoolPlan(PoolPlan.Workers.RAY, true, false),
            "independent work in Python runs on the workers of a Ray cluster",
            List.of("workers use the cluster that RAY_ADDRESS names, else one on this machine")));
  }
}
