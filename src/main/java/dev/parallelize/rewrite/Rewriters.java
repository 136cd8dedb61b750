package dev.parallelize.rewrite;

import dev.parallelize.strategy.DevicePlan;
import dev.parallelize.strategy.FetchPlan;
import dev.parallelize.strategy.FilePlan;
import dev.parallelize.strategy.HybridPlan;
import dev.parallelize.strategy.KernelPlan;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.Plan;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.strategy.SharedCachePlan;
import dev.parallelize.strategy.TaskPlan;
import dev.parallelize.strategy.TwinPlan;
import dev.parallelize.strategy.VectorizePlan;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workload.Judgement;
import java.util.Optional;

/** Finds the rewriter of a plan. */
public final class Rewriters {
  private Rewriters() {}

  /** The edits that carry out the plan with the options, or why that cannot be done. */
  public static RewriteResult rewrite(
      Judgement judgement, Plan plan, Options options, PythonVersion target) {
    Optional<String> ignored = ignored(plan, options);
    if (ignored.isPresent()) {
      return new RewriteResult.Impossible(
          "it has no use for the option " + ignored.get() + "; leave it out");
    }
    RewriteResult result = carriedOut(judgement, plan, options, target);
    if (result instanceof RewriteResult.Rewritten done) {
      Optional<String> shadowed = ShadowedBuiltins.calledIn(done.rewrite().edits(), judgement);
      if (shadowed.isPresent()) {
        String name = "`" + shadowed.get() + "`";
        return new RewriteResult.Impossible(
            "the new code would call the builtin "
                + name
                + ", but the program uses that name for something else; give that another name");
      }
    }
    return options.keepOriginal() && result instanceof RewriteResult.Rewritten rewritten
        ? KeptOriginal.of(judgement, rewritten.rewrite())
        : result;
  }

  /** An option that the plan cannot follow: most are for pools. */
  private static Optional<String> ignored(Plan plan, Options options) {
    boolean waits =
        plan instanceof FetchPlan
            || plan instanceof FilePlan
            || plan instanceof TwinPlan
            || plan instanceof TaskPlan;
    if (options.asyncBoundary() == Options.AsyncBoundary.PROPAGATE && !waits) {
      return Optional.of("asyncBoundary");
    } else if (plan instanceof PoolPlan) {
      return Optional.empty();
    } else if (options.onError() != Options.OnError.RAISE) {
      return Optional.of("onError");
    }
    return options.sequentialBelow().isPresent()
        ? Optional.of("sequentialBelow")
        : Optional.empty();
  }

  private static RewriteResult carriedOut(
      Judgement judgement, Plan plan, Options options, PythonVersion target) {
    if (plan instanceof PoolPlan pool) {
      return PoolRewriter.rewrite(judgement, pool, options, target);
    }
    if (plan instanceof FetchPlan fetch) {
      return new RewriteResult.Rewritten(AsyncioAiohttpRewriter.rewrite(judgement, fetch, options));
    }
    if (plan instanceof TaskPlan tasks) {
      return TaskRewriter.rewrite(judgement, tasks, options);
    }
    if (plan instanceof FilePlan files) {
      return AiofilesRewriter.rewrite(judgement, files, options);
    }
    if (plan instanceof TwinPlan twin) {
      return TwinRewriter.rewrite(judgement, twin, options);
    }
    if (plan instanceof HybridPlan hybrid) {
      return HybridRewriter.rewrite(judgement, hybrid, options);
    }
    if (plan instanceof VectorizePlan vectorize) {
      return new RewriteResult.Rewritten(
          VectorizeRewriter.rewrite(judgement.program().tree(), vectorize));
    }
    if (plan instanceof SharedCachePlan cache) {
      return SharedCacheRewriter.rewrite(judgement, cache, options, target);
    }
    if (plan instanceof DevicePlan device) {
      return new RewriteResult.Rewritten(
          DeviceRewriter.rewrite(judgement.program().tree(), device));
    }
    if (plan instanceof KernelPlan kernel) {
      return KernelRewriter.rewrite(judgement.program().tree(), kernel);
    }
    throw new IllegalArgumentException("no rewriter for " + plan.getClass().getSimpleName());
  }
}
