package dev.parallelize.strategy;

import dev.parallelize.workload.Judgement;
import java.util.List;

/**
 * Independent work in Python on the workers of a Dask cluster: {@code distributed.Client}.
 *
 * <p><b>What it does.</b> As {@link ProcessPool}, with the executor of a Dask client. The program starts a
 * cluster of its own on this machine, with a process for each core.
 *
 * <p><b>When it is safe.</b> The parallel part has no effects outside, and values can be pickled. Workers have one
 * thread each, and no call is taken for a repetition of another one ({@code pure=False}).
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
 * from dask.distributed import Client
 *
 *
 * def perfect(number):
 *     return number == sum(d for d in range(1, number) if number % d == 0)
 *
 *
 * def count_perfect(numbers):
 *     count = 0
 *     numbers = list(numbers)
 *     with Client(threads_per_worker=1) as client:
 *         executor = client.get_executor(pure=False)
 *         for result in executor.map(perfect, numbers):
 *             count += result
 *     return count
 * }</pre>
 *
 * <p><b>Limits.</b> A cluster takes seconds to start and a task about a millisecond, so this is for items
 * that take tens of milliseconds, or for machines beyond this one: there the client gets the address of
 * their scheduler. Module variables that are set while the program runs refuse.
 */
public final class DaskDistributed implements Strategy {
  @Override
  public String id() {
    return "dask-distributed";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    return Clusters.decide(
        judgement,
        environment,
        options,
        new Clusters.Cluster(
            "distributed",
            new PoolPlan(PoolPlan.Workers.DASK, false, false),
            "independent work in Python runs on the workers of a Dask cluster",
            List.of(
                "to use a running cluster, give Client the address of its scheduler instead of"
                    + " threads_per_worker",
                "each item is a task of about a millisecond")));
  }
}
