package dev.parallelize.strategy;

import dev.parallelize.dependence.LoopModel;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
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
 *     items = list(numbers)
 *     workers = os.cpu_count() or 1
 *     chunksize = max(1, len(items) // (workers * 4))
 *     with ProcessPoolExecutor(max_workers=workers) as executor:
 *         for result in executor.map(perfect, items, chunksize=chunksize):
 *             count += result
 *     return count
 * }</pre>
 *
 * <p><b>Limits.</b> Each task costs about 0.1 ms and its data travel by pickle: it pays from about a
 * millisecond of work an item, or less when items travel in chunks.
 */
public final class ProcessPool implements Strategy {
  /** About what it takes to pickle a number, send it and read it again. */
  private static final double CHEAP_CELL_MICROS = 0.6;

  @Override
  public String id() {
    return "process-pool";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    LoopModel model = judgement.planned().model();
    if (judgement.verdict() == Verdict.SEQUENTIAL) {
      return new Decision.DoesNotApply("its iterations depend on each other");
    }
    if (model.fission().isEmpty()) {
      return new Decision.DoesNotApply("there is no costly part that could run apart");
    }
    if (judgement.occasion().objection().isPresent()) {
      return new Decision.DoesNotApply(judgement.occasion().objection().get());
    }
    Optional<String> ordered = OrderedRequests.objection(judgement);
    if (ordered.isPresent()) {
      return new Decision.DoesNotApply(ordered.get());
    }
    if (model.parallelCost().isTrivial()) {
      return new Decision.DoesNotApply(
          "one iteration takes microseconds, and handing it over would take longer");
    }
    if (isCoroutine(judgement)) {
      return new Decision.DoesNotApply("the code runs in an event loop");
    }
    if (isMostlyTransfer(judgement.planned())) {
      return new Decision.DoesNotApply(
          "each item gives as much data as it takes work: sending it back would take longer");
    }
    boolean waits = model.parallelCost().waitMicros() > 4 * model.parallelCost().cpuMicros();
    String reason =
        waits
            ? "works, but the time goes into waiting: threads or asyncio wait more cheaply"
            : "independent work in Python runs on all cores in processes";
    return new Decision.Applies(
        reason,
        new PoolPlan(PoolPlan.Workers.PROCESSES, true),
        List.of(),
        List.of("arguments and results travel by pickle"));
  }

  /** A table whose cells cost next to nothing. */
  private static boolean isMostlyTransfer(Judgement judgement) {
    Node node = judgement.candidate().node();
    if (!(node instanceof Expression.ListComp outer)
        || !(outer.element() instanceof Expression.ListComp)) {
      return false;
    }
    Expression cell = outer.element();
    while (cell instanceof Expression.ListComp inner) {
      cell = inner.element();
    }
    return new CostModel(judgement.program()).of(cell).totalMicros() < CHEAP_CELL_MICROS;
  }

  static boolean isCoroutine(Judgement judgement) {
    Scope frame = judgement.candidate().frame();
    return judgement.program().summary(frame).coroutine();
  }
}
