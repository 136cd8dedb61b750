package dev.parallelize.strategy;

import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * Independent work in Python on several cores: {@code ProcessPoolExecutor} of the standard library.
 *
 * <p><b>What it does.</b> Sends the parallel part of each item to a worker process and streams the
 * results in order into the remainder.
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
 * import os
 * from concurrent.futures import ProcessPoolExecutor
 *
 *
 * def perfect(number):
 *     return number == sum(d for d in range(1, number) if number % d == 0)
 *
 *
 * def count_perfect(numbers):
 *     count = 0
 *     numbers = list(numbers)
 *     workers = max(1, min(len(numbers), os.cpu_count() or 1))
 *     chunksize = max(1, len(numbers) // (workers * 4))
 *     with ProcessPoolExecutor(max_workers=workers) as executor:
 *         for result in executor.map(perfect, numbers, chunksize=chunksize):
 *             count += result
 *     return count
 * }</pre>
 *
 * <p><b>Limits.</b> Each task costs about 0.1 ms and its data travel by pickle: it pays from about a
 * millisecond of work an item, or less when items travel in chunks. Items that are made on demand (a
 * generator, the lines of a file, {@code itertools.count()}) are taken a few ahead, one task each; where that
 * could be told (a partner that waits for answers, an iterator that others go on with) the loop is refused.
 */
public final class ProcessPool implements Strategy {
  @Override
  public String id() {
    return "process-pool";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    Optional<String> objection = Poolable.copyingObjection(judgement);
    if (objection.isPresent()) {
      return new Decision.DoesNotApply(objection.get());
    }
    boolean waits = Poolable.mostlyWaits(judgement.planned().model());
    String reason =
        Poolable.queriesInProcess(judgement)
            ? "the database works inside of the process, much of the time under the interpreter's lock:"
                + " processes query side by side"
            : waits
                ? "works, but the time goes into waiting: threads or asyncio wait more cheaply"
                : "independent work in Python runs on all cores in processes";
    return new Decision.Applies(
        reason,
        new PoolPlan(PoolPlan.Workers.PROCESSES, true, true),
        List.of(),
        List.of("arguments and results travel by pickle"));
  }
}
