package dev.parallelize.strategy;

import dev.parallelize.workload.Judgement;

/** One way to run a candidate in parallel. */
public interface Strategy {
  /** The contract's name of the strategy. */
  String id();

  /** Whether the strategy can be used on the candidate, with the reason either way. */
  Decision decide(Judgement judgement, Environment environment, Options options);
}
