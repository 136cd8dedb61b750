package dev.parallelize.workload;

/** What the time of a candidate goes into. */
public enum Workload {
  CPU_BOUND,
  IO_BOUND,
  DATA_PARALLEL,
  MIXED,
  TRIVIAL,
  UNKNOWN
}
