package dev.parallelize.rewrite;

import dev.parallelize.semantics.Program;
import dev.parallelize.source.Edit;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.TaskPlan;
import dev.parallelize.workload.Distributed;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;

/** Rewrites a candidate inside a coroutine to tasks of the running event loop. */
public final class TaskRewriter {
  private TaskRewriter() {}

  public static RewriteResult rewrite(Judgement judgement, TaskPlan plan, Options options) {
    if (judgement.distributed().isPresent()) {
      return split(judgement.distributed().get(), plan, options);
    }
    Program program = judgement.program();
    Imports imports =
        Imports.ensure(
            program.tree(), judgement.candidate().span().start(), List.of(AsyncEdits.ASYNCIO));
    try {
      TaskEmitter emitter =
          new TaskEmitter(
              judgement,
              plan.turn(),
              options,
              imports.name(AsyncEdits.ASYNCIO),
              node -> List.of(),
              TaskEmitter.Opening.NONE);
      List<Edit> edits = new ArrayList<>(imports.edits());
      edits.addAll(emitter.emit());
      String change =
          "Line "
              + program.line(judgement.candidate().node())
              + ": the items wait together, in tasks; their results are awaited in order.";
      return new RewriteResult.Rewritten(
          new Rewrite(edits, imports.added(), List.of(), List.of(change), List.of()));
    } catch (WorkerBuilder.Unsupported reason) {
      return new RewriteResult.Impossible(reason.getMessage());
    }
  }

  /** The text changes first, if what comes of it can be rewritten. */
  private static RewriteResult split(Distributed distributed, TaskPlan plan, Options options) {
    RewriteResult after = rewrite(distributed.judgement(), plan, options);
    return after instanceof RewriteResult.Impossible
        ? after
        : RewriteResult.First.of(distributed.distribution());
  }
}
