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
 * in order; {@code map} would give them all at once and raise the failure that came first in time. The
 * pool is closed and joined: as a context manager it would kill its workers, and one that is killed
 * while it hands in a result leaves a lock behind that the pool then waits for without end.
 *
 * <p><b>When it is safe.</b> As {@link ProcessPool}, and the work does not end its process: the pool
 * would wait for that result without end; the loop ends early by failures alone.
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
 *     numbers = list(numbers)
 *     workers = max(1, min(len(numbers), os.cpu_count() or 1))
 *     chunksize = max(1, len(numbers) // (workers * 4))
 *     pool = multiprocessing.Pool(processes=workers)
 *     try:
 *         for result in pool.imap(perfect, numbers, chunksize=chunksize):
 *             count += result
 *     finally:
 *         pool.close()
 *         pool.join()
 *     return count
 * }</pre>
 *
 * <p><b>Limits.</b> A worker that is killed makes the pool wait without end, where {@code
 * ProcessPoolExecutor} fails (CPython issue 66587); after a failure the items left are still done before
 * it is raised; adjacent calls are left to {@link ProcessPool}.
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
        Poolable.copyingObjection(judgement)
            .or(() -> Poolable.endlessObjection(judgement))
            .or(() -> Poolable.rowsObjection(judgement))
            .or(() -> endsProcess(judgement))
            .or(() -> leftEarly(judgement));
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
            "a worker that is killed makes the pool wait without end",
            "after a failure the pool still does all items that it was given"));
  }

  /** Loops that an item may end, when the pool would go on to the last one. */
  private static Optional<String> leftEarly(Judgement judgement) {
    return judgement.planned().model().fission().exits()
        ? Optional.of(
            "the loop may be left early, and a multiprocessing.Pool cannot safely drop what it was"
                + " given: killing workers at work can make it wait without end; process-pool can")
        : Optional.empty();
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
