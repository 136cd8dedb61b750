package dev.parallelize.workflow;

import dev.parallelize.workload.Evidence;
import dev.parallelize.workload.Workload;
import java.util.List;
import java.util.Optional;

/** What the time of each candidate goes into, and how to run it. */
public record ClassifyAnswer(List<Classification> classifications) {
  public ClassifyAnswer {
    classifications = List.copyOf(classifications);
  }

  /**
   * One candidate.
   *
   * @param confidence 0 to 1
   * @param decisionPath the questions of the decision tree with their answers, root first
   * @param measured set when the program was run
   * @param strategies best first; those that do not apply come last, with the reason
   */
  public record Classification(
      String candidateId,
      Workload workload,
      double confidence,
      List<Evidence> evidence,
      List<Question> decisionPath,
      Optional<Measured> measured,
      List<RankedStrategy> strategies) {
    public Classification {
      evidence = List.copyOf(evidence);
      decisionPath = List.copyOf(decisionPath);
      strategies = List.copyOf(strategies);
    }
  }

  /** One node of the decision tree. */
  public record Question(String question, String answer) {}

  /**
   * What running the program showed.
   *
   * @param shareOfProgram part of the program's wall time, 0 to 1
   */
  public record Measured(
      long iterations, double wallSeconds, double cpuSeconds, double shareOfProgram) {}

  /**
   * A strategy and what speaks for or against it.
   *
   * @param id the contract's name, as {@code process-pool}
   * @param requires distributions that the new program needs
   */
  public record RankedStrategy(
      String id,
      boolean recommended,
      boolean applicable,
      String reason,
      List<String> requires,
      Optional<ExpectedSpeedup> expectedSpeedup,
      List<String> caveats) {
    public RankedStrategy {
      requires = List.copyOf(requires);
      caveats = List.copyOf(caveats);
    }
  }

  /**
   * Ratios of sequential to parallel wall time.
   *
   * @param atWorkers the number of workers that the ratios are for
   * @param breakEvenItems with fewer items the sequential program is faster; empty when not known
   */
  public record ExpectedSpeedup(
      double low, double likely, double high, int atWorkers, Optional<Long> breakEvenItems) {}
}
