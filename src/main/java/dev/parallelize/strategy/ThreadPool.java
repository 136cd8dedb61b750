package dev.parallelize.strategy;

import dev.parallelize.dependence.LoopModel;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Blocking calls that wait side by side: {@code ThreadPoolExecutor} of the standard library.
 *
 * <p><b>What it does.</b> As {@link ProcessPool}, with threads: for code that waits for network, disk,
 * databases or other programs, or computes in compiled code that releases the interpreter lock.
 *
 * <p><b>When it is safe.</b> The parallel part has no effects outside, and no object that threads must
 * not share is used by it.
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
 * from concurrent.futures import ThreadPoolExecutor
 * from pathlib import Path
 *
 *
 * def _compute_count(path):
 *     return len(Path(path).read_text().split())
 *
 *
 * def word_counts(paths):
 *     paths = list(paths)
 *     with ThreadPoolExecutor(max_workers=16) as executor:
 *         counts = list(executor.map(_compute_count, paths))
 *     return counts
 * }</pre>
 *
 * <p><b>Limits.</b> Does not speed up Python code itself unless the build has no interpreter lock.
 * Programs that are started get as many threads as there are cores, unless they are known to talk to other
 * machines ({@code ping}, {@code ssh}); what they do outside is not known, so somebody has to vouch that they
 * are independent. A session of {@code requests} and a connection to a database server are made once for each
 * thread ({@link PerThread}, {@link ThreadConnection}): the connection where the loop does nothing but read,
 * and nothing can tell through which connection it has read.
 */
public final class ThreadPool implements Strategy {
  @Override
  public String id() {
    return "thread-pool";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    LoopModel model = judgement.planned().model();
    Optional<String> objection =
        Poolable.objection(judgement)
            .or(() -> Poolable.rowsObjection(judgement))
            .or(() -> SharedObjects.objection(judgement, own(judgement)));
    if (objection.isPresent()) {
      return new Decision.DoesNotApply(objection.get());
    }
    double cpu = model.parallelCost().cpuMicros() - model.parallelCost().compiledMicros();
    double elsewhere = model.parallelCost().waitMicros() + model.parallelCost().compiledMicros();
    boolean free = environment.target().freeThreaded();
    if (elsewhere < cpu && !free) {
      return new Decision.DoesNotApply(
          "the time goes into Python code, which threads of this interpreter run one at a time");
    }
    boolean perCore = (free && elsewhere < cpu) || Poolable.waitsForThisMachine(judgement);
    return new Decision.Applies(
        free && elsewhere < cpu
            ? "this Python has no interpreter lock, so threads run on all cores"
            : "the time goes into waiting, which threads do side by side",
        new PoolPlan(PoolPlan.Workers.THREADS, false, perCore),
        List.of(),
        caveats(judgement));
  }

  /** The names of what each thread makes for itself. */
  private static Set<String> own(Judgement judgement) {
    String object = PerThread.name(judgement);
    return object.isEmpty()
        ? ThreadConnection.of(judgement).map(c -> c.connection().used()).orElse(Set.of())
        : Set.of(object);
  }

  private static List<String> caveats(Judgement judgement) {
    List<String> caveats = new ArrayList<>(StartedPrograms.caveats(judgement.planned()));
    ThreadConnection.of(judgement).ifPresent(c -> caveats.addAll(c.caveats()));
    return caveats;
  }
}
