package dev.parallelize.strategy;

import dev.parallelize.dependence.Iteration;
import dev.parallelize.dependence.LoopModel;
import dev.parallelize.semantics.Cost;
import dev.parallelize.semantics.Type;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Many pieces, as files that together are larger than memory: {@code dask.delayed} on worker processes.
 *
 * <p><b>What it does.</b> Makes a task of each item's costly part and computes all tasks at once; the
 * remainder then takes their results in the order of the items. When a task fails, the items are worked
 * on in turn: that raises what the loop raised, after what it did for the items before.
 *
 * <p><b>When it is safe.</b> Where {@link ProcessPool} is, if the loop runs to its last item. In a program
 * that uses Dask the items have to be known for plain values: Dask would compute its own collections
 * before a task sees them.
 *
 * <p><b>Example.</b>
 *
 * <pre>{@code
 * from pathlib import Path
 *
 *
 * def word_counts(paths):
 *     counts = []
 *     for path in paths:
 *         counts.append(len(Path(path).read_text().split()))
 *     return counts
 * }</pre>
 *
 * <p><b>Becomes.</b>
 *
 * <pre>{@code
 * from pathlib import Path
 *
 * import dask
 *
 *
 * def _compute_count(path):
 *     return len(Path(path).read_text().split())
 *
 *
 * def word_counts(paths):
 *     paths = list(paths)
 *     tasks = [dask.delayed(_compute_count)(path) for path in paths]
 *     try:
 *         counts = list(dask.compute(*tasks, scheduler="processes", chunksize=1))
 *     except Exception:
 *         # Dask raises what failed first in time, the loop what comes first.
 *         counts = list(map(_compute_count, paths))
 *     return counts
 * }</pre>
 *
 * <p><b>Limits.</b> Tasks cost about half a millisecond each, and all results are in memory before the
 * first is used: this is for large inputs with small results. Iterables that are used up by iterating
 * (generators, readers of chunks) refuse, since all their items would be in memory at once: {@link
 * ProcessPool} takes them a few at a time. Where all is in memory anyway, it does the same with the standard
 * library. No loop becomes operations of {@code dask.dataframe}, {@code dask.bag} or {@code dask.array}: a
 * dataframe of many files takes the types of its columns from the start of the first one, sums of floats
 * would be regrouped, and groups come in another order, so results would not be those of the loop.
 */
public final class Dask implements Strategy {
  /** What a task costs to schedule and hand over. */
  private static final double TASK_MICROS = 500;

  /** Values that Dask hands to a task as they are, besides immutable ones. */
  private static final Set<String> PLAIN =
      Set.of("pathlib.Path", "pathlib.PurePath", "os.DirEntry", "datetime.date");

  @Override
  public String id() {
    return "dask";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    boolean uses = Poolable.imports(judgement, "dask");
    boolean installed =
        uses || environment.packages().isEmpty() || environment.packages().contains("dask");
    if (!installed) {
      return new Decision.DoesNotApply("`dask` is not installed; ask for it by name to get it");
    }
    Optional<String> objection =
        Poolable.copyingObjection(judgement)
            .or(() -> Poolable.endlessObjection(judgement))
            .or(() -> Poolable.rowsObjection(judgement))
            .or(() -> MultiprocessingPool.endsProcess(judgement))
            .or(() -> objection(judgement.planned().model(), judgement, uses));
    if (objection.isPresent()) {
      return new Decision.DoesNotApply(objection.get());
    }
    return new Decision.Applies(
        uses
            ? "independent pieces, in a program that uses Dask already"
            : "independent pieces, as files that together are larger than memory; what is in memory"
                + " needs no more than process-pool",
        new PoolPlan(PoolPlan.Workers.DELAYED, false, false),
        List.of("dask"),
        List.of(
            "all results are in memory before the first is used",
            "when an item fails, the items are worked on once more, in turn"));
  }

  private static Optional<String> objection(LoopModel model, Judgement judgement, boolean uses) {
    if (model.fission().exits()) {
      return Optional.of("the loop may be left early, and Dask computes all items first");
    }
    if (model.fission().inPlace()) {
      return Optional.of(
          "the loop decides on the way what becomes of a result, and Dask computes all items first");
    }
    Cost cost = model.parallelCost();
    if (cost.waitMicros() == 0 && cost.totalMicros() < TASK_MICROS) {
      return Optional.of("an item takes no longer than Dask takes for a task");
    }
    Optional<Iteration> iteration = model.iteration();
    if (iteration.isEmpty()) {
      return Optional.of("there are no items to make tasks of");
    }
    Type iterable = judgement.program().type(iteration.get().iterable());
    boolean plain = isPlain(iterable.element());
    boolean few = plain && !iterable.name().equals("file");
    if (iteration.get().kind() == Iteration.Kind.ONE_SHOT && !few) {
      return Optional.of(
          "its items come one by one, and would all be in memory at once; process-pool takes a few"
              + " of them at a time");
    }
    return uses && !plain
        ? Optional.of(
            "the items may be collections of Dask, which it would compute before a task sees them")
        : Optional.empty();
  }

  private static boolean isPlain(Type type) {
    boolean parts = type.name().equals("tuple") && !type.arguments().isEmpty();
    return parts
        ? type.arguments().stream().allMatch(Dask::isPlain)
        : type.isImmutable() || PLAIN.contains(type.name());
  }
}
