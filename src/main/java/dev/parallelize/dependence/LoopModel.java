package dev.parallelize.dependence;

/** Placeholder shape until the fission lands in this branch; see Fission. */
public record LoopModel(Candidate candidate) {}
