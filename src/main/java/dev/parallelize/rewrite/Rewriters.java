package dev.parallelize.rewrite;

import dev.parallelize.strategy.FetchPlan;
import dev.parallelize.strategy.HybridPlan;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.Plan;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.strategy.VectorizePlan;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workload.Judgement;

/** Finds the rewriter of a plan. */
public final class Rewriters {
  private Rewriters() {}

  public static RewriteResult rewrite(
      Judgement judgement, Plan plan, Options options, PythonVersion target) {
    if (plan instanceof PoolPlan pool) {
      return PoolRewriter.rewrite(judgement, pool, options, target);
    }
    if (plan instanceof FetchPlan fetch) {
      return new RewriteResult.Rewritten(AsyncioAiohttpRewriter.rewrite(judgement, fetch, options));
    }
    if (plan instanceof HybridPlan hybrid) {
      return HybridRewriter.rewrite(judgement, hybrid, options);
    }
    if (plan instanceof VectorizePlan vectorize) {
      return new RewriteResult.Rewritten(
          VectorizeRewriter.rewrite(judgement.program().tree(), vectorize));
    }
    throw new IllegalArgumentException("no rewriter for " + plan.getClass().getSimpleName());
  }
}
