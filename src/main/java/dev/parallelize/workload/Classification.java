package dev.parallelize.workload;

import java.util.List;

/** A candidate's workload, how sure that is (0 to 1), and why. */
public record Classification(Workload workload, double confidence, List<Evidence> evidence) {
  public Classification {
    evidence = List.copyOf(evidence);
  }
}
