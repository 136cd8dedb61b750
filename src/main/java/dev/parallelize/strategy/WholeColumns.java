package dev.parallelize.strategy;

import dev.parallelize.dependence.LoopModel;
import dev.parallelize.hazard.Hazard;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import java.util.List;
import java.util.Set;

/**
 * Loops whose iterations workers could not run apart, since they store into a data frame or need
 * earlier iterations, but which are operations on whole columns or arrays all the same, or share but a
 * cache.
 */
public final class WholeColumns {
  private static final Set<String> ORDER =
      Set.of("loop-carried-dependence", "early-exit", "live-out-variable", "exception-semantics");

  private WholeColumns() {}

  /** The judgement, or a better one where the loop is proved to be operations on whole columns or arrays. */
  public static Judgement judged(Judgement judgement) {
    boolean columns =
        judgement.verdict() != Verdict.PARALLELIZABLE
            && (PandasVectorize.decide(judgement) instanceof Decision.Applies
                || SharedCache.decide(judgement) instanceof Decision.Applies
                || isOrderAlone(judgement) && NumpyVectorize.keepsOrder(judgement));
    if (!columns) {
      return judgement;
    }
    return better(judgement);
  }

  /**
   * Whether the loop is sequential, a running total, but NumPy has a function that computes it in the same order:
   * offered to those who ask for {@code numpy-vectorize} by name.
   */
  public static boolean isRunningTotal(Judgement judgement) {
    return judgement.verdict() == Verdict.SEQUENTIAL
        && isOrderAlone(judgement)
        && NumpyVectorize.isRunningTotal(judgement);
  }

  /** The judgement without what is in the way of workers only. */
  public static Judgement better(Judgement judgement) {
    List<Hazard> advice =
        judgement.hazards().stream().filter(h -> h.severity() == Hazard.Severity.ADVICE).toList();
    return new Judgement(
        judgement.program(),
        judgement.candidate(),
        judgement.model(),
        advice,
        Verdict.PARALLELIZABLE,
        judgement.classification(),
        judgement.occasion(),
        judgement.distributed());
  }

  /** Whether nothing but the order of the iterations is in the way. */
  private static boolean isOrderAlone(Judgement judgement) {
    return judgement.hazards().stream()
        .filter(h -> h.severity() != Hazard.Severity.ADVICE)
        .allMatch(h -> ORDER.contains(h.kind()));
  }

  /** Whether only operations on whole columns or arrays are right, since iterations need each other. */
  static boolean areAllThatIsRight(Judgement judgement) {
    return judgement.verdict() == Verdict.PARALLELIZABLE
        && judgement.distributed().isEmpty()
        && judgement.model().standing() != LoopModel.Standing.PROVED;
  }
}
