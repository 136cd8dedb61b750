package dev.parallelize.strategy;

import dev.parallelize.syntax.Expression;
import java.util.List;

/**
 * A loop that fetches and computes becomes a pipeline: coroutines for the one, processes for the other.
 *
 * @param fetch how the loop becomes coroutines
 * @param computing the calls that go to worker processes
 */
public record HybridPlan(FetchPlan fetch, List<Expression.Call> computing) implements Plan {
  public HybridPlan {
    computing = List.copyOf(computing);
  }
}
