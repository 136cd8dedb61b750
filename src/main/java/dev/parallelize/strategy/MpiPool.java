package dev.parallelize.strategy;

import dev.parallelize.workload.Judgement;
import java.util.List;

/**
 * Independent work in Python on the processes of an MPI job: {@code mpi4py.futures}.
 *
 * <p><b>What it does.</b> As {@link ProcessPool}, with {@code MPIPoolExecutor}, which has the same interface. How
 * many processes there are is said when the program is started.
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
 * from mpi4py.futures import MPIPoolExecutor
 *
 *
 * def perfect(number):
 *     return number == sum(d for d in range(1, number) if number % d == 0)
 *
 *
 * def count_perfect(numbers):
 *     count = 0
 *     numbers = list(numbers)
 *     with MPIPoolExecutor() as executor:
 *         chunksize = max(1, len(numbers) // (executor.num_workers * 4))
 *         for result in executor.map(perfect, numbers, chunksize=chunksize):
 *             count += result
 *     return count
 * }</pre>
 *
 * <p><b>Limits.</b> It needs an MPI, and a start by {@code mpiexec -n 8 python -m mpi4py.futures program.py};
 * started as {@code python program.py} it has one worker.
 */
public final class MpiPool implements Strategy {
  @Override
  public String id() {
    return "mpi";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    return Clusters.decide(
        judgement,
        environment,
        options,
        new Clusters.Cluster(
            "mpi4py",
            new PoolPlan(PoolPlan.Workers.MPI, true, false),
            "independent work in Python runs on the processes of an MPI job",
            List.of(
                "start it with `mpiexec -n N python -m mpi4py.futures program.py`: the first"
                    + " process runs the program, the others work")));
  }
}
