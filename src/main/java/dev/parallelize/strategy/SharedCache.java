package dev.parallelize.strategy;

import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * A cache that worker processes share while they run: a dictionary of a {@code multiprocessing} manager.
 *
 * <p><b>What it does.</b> Where a loop keeps what it computes for a key in a dictionary of its own, the
 * work runs in processes, and the dictionary is one that all of them reach: what one has computed the
 * others find. All else that iterations gather needs no manager, since the parent merges it in order.
 *
 * <p><b>When it is safe.</b> The dictionary changes cost alone: it is made empty in front of the loop and
 * used nowhere else, a value depends on the key alone and cannot change, and keys are known to be of one
 * type, {@code int}, {@code str} or {@code bytes}. Without it {@link ProcessPool} could run the loop.
 *
 * <p><b>Example.</b>
 *
 * <pre>{@code
 * def divisors(number: int):
 *     return sum(1 for d in range(1, 100_000) if number % d == 0)
 *
 *
 * def most_divisors(words: list[str]):
 *     known = {}
 *     most = 0
 *     for word in words:
 *         number = sum(word.encode())
 *         if number not in known:
 *             known[number] = divisors(number)
 *         most = max(most, known[number])
 *     return most
 * }</pre>
 *
 * <p><b>Becomes.</b>
 *
 * <pre>{@code
 * import os
 * from concurrent.futures import ProcessPoolExecutor
 * from multiprocessing import Manager
 *
 *
 * def divisors(number: int):
 *     return sum(1 for d in range(1, 100_000) if number % d == 0)
 *
 *
 * def _from_known(number):
 *     if number not in _known:
 *         _known[number] = divisors(number)
 *     return _known[number]
 *
 *
 * def _initialize_worker(shared_known):
 *     global _known
 *     _known = shared_known
 *
 *
 * def _compute_known_value(word):
 *     number = sum(word.encode())
 *     return _from_known(number)
 *
 *
 * def most_divisors(words: list[str]):
 *     most = 0
 *     workers = max(1, min(len(words), os.cpu_count() or 1))
 *     chunksize = max(1, len(words) // (workers * 4))
 *     with (
 *         Manager() as manager,
 *         ProcessPoolExecutor(
 *             max_workers=workers,
 *             initializer=_initialize_worker,
 *             initargs=(manager.dict(),),
 *         ) as executor,
 *     ):
 *         known_values = executor.map(_compute_known_value, words, chunksize=chunksize)
 *         for known_value in known_values:
 *             most = max(most, known_value)
 *     return most
 * }</pre>
 *
 * <p><b>Limits.</b> Each look into the dictionary is a message to another process, about 0.1 ms, and two
 * workers that miss the same key at the same time both compute it, so this is offered and never
 * recommended: where the keys are known beforehand, computing each different one once is better. Counters,
 * lists in dictionaries and nested dictionaries are merged in the parent instead: a manager loses what
 * changes inside of its values.
 */
public final class SharedCache implements Strategy {
  /** What it takes to ask the manager for a key and for its value. */
  private static final double LOOK_MICROS = 300;

  @Override
  public String id() {
    return "manager";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    return decide(judgement);
  }

  static Decision decide(Judgement judgement) {
    Optional<CachedLoop> loop = CachedLoop.of(judgement);
    if (loop.isEmpty()) {
      return new Decision.DoesNotApply(
          "nothing has to be shared while it runs: what iterations gather is merged in order, and a"
              + " manager would lose what changes inside of its values");
    }
    Optional<String> objection = loop.get().objection();
    if (objection.isPresent()) {
      return new Decision.DoesNotApply(objection.get());
    }
    if (loop.get().valueCost().totalMicros() < LOOK_MICROS) {
      return new Decision.DoesNotApply("to look into a shared cache takes longer than to compute");
    }
    Optional<SharedCachePlan> plan = UncachedText.of(loop.get());
    if (plan.isEmpty()) {
      return new Decision.DoesNotApply("its iterations depend on each other by more than a cache");
    }
    Judgement plain = plan.get().judgement();
    Optional<String> unfit =
        Poolable.copyingObjection(plain)
            .or(() -> Poolable.endlessObjection(plain))
            .or(() -> Poolable.rowsObjection(plain));
    return unfit.isPresent()
        ? new Decision.DoesNotApply(unfit.get())
        : new Decision.Applies(
            "workers find in one cache what any of them has computed",
            plan.get(),
            List.of(),
            List.of(
                "each look into the cache is a message to another process, about 0.1 ms",
                "workers that miss the same key at the same time both compute it"));
  }
}
