package dev.parallelize.workflow;

import java.util.List;
import java.util.Optional;

/**
 * What running both versions showed.
 *
 * @param summary one sentence for a person
 * @param checklist the six checks, in the skill's order
 * @param differences the first values that are not equal
 * @param speedup empty when the versions could not be timed
 */
public record VerifyAnswer(
    Verdict verdict,
    String summary,
    List<ChecklistItem> checklist,
    List<Difference> differences,
    List<Run> runs,
    Optional<Speedup> speedup) {
  public VerifyAnswer {
    checklist = List.copyOf(checklist);
    differences = List.copyOf(differences);
    runs = List.copyOf(runs);
  }

  /** Whether the two versions do the same. */
  public enum Verdict {
    EQUIVALENT,
    DIFFERENT,
    INCONCLUSIVE,
    FAILED
  }

  /**
   * Two values that are not equal.
   *
   * @param path where in the program's observable result, as {@code stdout line 3} or {@code results[2].name}
   */
  public record Difference(String path, String original, String transformed) {}

  /**
   * One run of one version.
   *
   * @param outcome {@code ok}, {@code timed-out}, {@code cancelled}, or {@code failed: …} and {@code limit: …}
   * @param sandbox how the run was confined
   */
  public record Run(
      Program program,
      String outcome,
      double wallSeconds,
      double cpuSeconds,
      Optional<Integer> exitStatus,
      Optional<Integer> workers,
      Optional<String> startMethod,
      String sandbox) {}

  /** Which version was run. */
  public enum Program {
    ORIGINAL,
    TRANSFORMED
  }

  /**
   * Medians and the ratio of sequential to parallel wall time.
   *
   * @param low lower end of the ratio's interval
   * @param high upper end of the ratio's interval
   * @param workers what the ratio was measured with
   * @param candidateShare share of the original's time in the functions that were changed; empty when not measured
   * @param breakEvenItems with fewer items the original is faster; empty when not known
   */
  public record Speedup(
      double sequentialSeconds,
      double parallelSeconds,
      double ratio,
      double low,
      double high,
      int workers,
      Optional<Double> candidateShare,
      List<Projection> projected,
      Optional<Long> breakEvenItems) {
    public Speedup {
      projected = List.copyOf(projected);
    }
  }

  /** The ratio to expect with other workers. */
  public record Projection(int workers, double ratio) {}
}
