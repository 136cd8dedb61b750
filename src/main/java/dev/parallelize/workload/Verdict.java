package dev.parallelize.workload;

/** Whether a candidate may run in parallel. */
public enum Verdict {
  /** Proved from the text and the library knowledge. */
  PARALLELIZABLE,
  /** Parallel if the listed assumptions hold. */
  CONDITIONAL,
  /** A rewrite would change results. */
  SEQUENTIAL
}
