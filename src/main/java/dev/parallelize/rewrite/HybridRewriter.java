package dev.parallelize.rewrite;

import dev.parallelize.semantics.Program;
import dev.parallelize.strategy.HybridPlan;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.syntax.Expression;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns a loop that fetches and computes into coroutines whose computations run in a process pool. The
 * file gets a main guard first if worker processes would run its top-level code again.
 */
public final class HybridRewriter {
  private HybridRewriter() {}

  public static RewriteResult rewrite(Judgement judgement, HybridPlan plan, Options options) {
    try {
      return guarded(judgement, plan, options);
    } catch (WorkerBuilder.Unsupported reason) {
      return new RewriteResult.Impossible(reason.getMessage());
    }
  }

  private static RewriteResult guarded(Judgement judgement, HybridPlan plan, Options options) {
    Program program = judgement.program();
    Layout layout = new Layout(program.tree());
    MainGuard guard = MainGuard.of(judgement, layout);
    if (!guard.edits().isEmpty()) {
      return new RewriteResult.First(
          guard.edits(),
          "Top-level code runs under a main guard, since worker processes import the file.");
    }
    ProcessBoundary.check(judgement, guard.parents());
    ScopedSettings.check(judgement, PoolPlan.Workers.PROCESSES);
    new CodeState(program, judgement.candidate().frame(), guard.parents())
        .check(List.copyOf(plan.computing()));
    StaleGlobals globals = new StaleGlobals(program, guard.parents());
    Set<String> stale = new LinkedHashSet<>();
    for (Expression.Call call : plan.computing()) {
      stale.addAll(globals.readByCallees(judgement.candidate().frame(), call));
    }
    if (!stale.isEmpty()) {
      return new RewriteResult.Impossible(
          "worker processes would not see the value that the main program gives "
              + String.join(", ", stale)
              + "; pass it as an argument");
    }
    Rewrite rewrite =
        AsyncioAiohttpRewriter.rewrite(judgement, plan.fetch(), plan.computing(), options);
    List<String> changes = new ArrayList<>(rewrite.changes());
    changes.add("what is computed from the answers runs in worker processes");
    return new RewriteResult.Rewritten(
        new Rewrite(
            rewrite.edits(),
            rewrite.imports(),
            rewrite.requirements(),
            changes,
            rewrite.warnings()));
  }
}
