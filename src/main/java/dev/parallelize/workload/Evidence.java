package dev.parallelize.workload;

/** One observation in the text and the workload it speaks for. */
public record Evidence(int line, String what, Workload pointsTo) {}
