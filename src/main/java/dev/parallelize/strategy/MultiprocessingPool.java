package dev.parallelize.strategy;

import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Independent work in Python on several cores: {@code multiprocessing.Pool}, for programs that use
 * {@code multiprocessing} already.
 *
 * <p><b>What it does.</b> As {@link ProcessPool}, with {@code imap}, which gives results one by one and
 * in order; {@code map} would give them all at once and raise the failure that came first in time.
 *
 * <p><b>When it is safe.</b> As {@link ProcessPool}, and the work does not end its process: the pool
 * would wait for that result without end.
 *
 * <p><b>Example.</b>
 *
 * <pre>{@code
 * import multiprocessing
 *
 *
 * def perfect(number):
 *     return number == sum(d for d in range(1, number) if number % d == 0)
 *
 *
 * def count_perfect(numbers):
 *     multiprocessing.current_process().name = "counting"
 *     count = 0
 *     for number in numbers:
 *         count += perfect(number)
 *     return count
 * }</pre>
 *
 * <p><b>Becomes.</b>
 *
 * <pre>{@code
 * import multiprocessing
 * import os
 *
 *
 * def perfect(number):
 *     return number == sum(d for d in range(1, number) if number % d == 0)
 *
 *
 * def count_perfect(numbers):
 *     multiprocessing.current_process().name = "counting"
 *     count = 0
 *     items = list(numbers)
 *     workers = min(os.cpu_count() or 1, max(1, len(items)))
 *     chunksize = max(1, len(items) // (workers * 4))
 *     with multiprocessing.Pool(processes=workers) as pool:
 *         for result in pool.imap(perfect, items, chunksize=chunksize):
 *             count += result
 *     return count
 * }</pre>
 *
 * <p><b>Limits.</b> A worker that is killed makes the pool wait without end, where {@code
 * ProcessPoolExecutor} fails (CPython issue 66587); adjacent calls are left to {@link ProcessPool}.
 */
public final class MultiprocessingPool implements Strategy {
  /** What a worker of the pool does not send back. */
  private static final Set<String> ENDS_PROCESS =
      Set.of("SystemExit", "KeyboardInterrupt", "GeneratorExit", "BaseException");

  @Override
  public String id() {
    return "multiprocessing-pool";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    Optional<String> objection =
        Poolable.copyingObjection(judgement).or(() -> endsProcess(judgement));
    if (objection.isPresent()) {
      return new Decision.DoesNotApply(objection.get());
    }
    boolean uses = Poolable.imports(judgement, "multiprocessing");
    return new Decision.Applies(
        uses
            ? "independent work in Python, in a program that uses multiprocessing already"
            : "works as process-pool does, which notices when a worker dies",
        new PoolPlan(PoolPlan.Workers.MULTIPROCESSING, true, true),
        List.of(),
        List.of(
            "arguments and results travel by pickle",
            "a worker that is killed makes the pool wait without end"));
  }

  /** Work that leaves its process, and so would never come back. */
  static Optional<String> endsProcess(Judgement judgement) {
    for (Located located :
        judgement.program().facts(judgement.candidate().frame(), judgement.candidate().span())) {
      if (located.fact() instanceof Fact.Raises raises
          && ENDS_PROCESS.contains(raises.exception().replaceFirst("^builtins\\.", ""))) {
        return Optional.of(
            "line "
                + judgement.program().line(located.origin())
                + " raises "
                + raises.exception()
                + ", which would end a worker of the pool without an answer");
      }
    }
    return Optional.empty();
  }
}
