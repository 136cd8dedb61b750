package dev.parallelize.rewrite;

import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.strategy.FilePlan;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.TaskPlan;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;

/** Turns a loop over files into tasks that use aiofiles. */
public final class AiofilesRewriter {
  private static final String AIOFILES = "import aiofiles";

  private AiofilesRewriter() {}

  public static RewriteResult rewrite(Judgement judgement, FilePlan plan, Options options) {
    try {
      if (judgement.distributed().isPresent()) {
        return RewriteResult.First.of(judgement.distributed().get().distribution());
      }
      return new RewriteResult.Rewritten(rewritten(judgement, plan, options));
    } catch (WorkerBuilder.Unsupported reason) {
      return new RewriteResult.Impossible(reason.getMessage());
    }
  }

  private static Rewrite rewritten(Judgement judgement, FilePlan plan, Options options) {
    SyntaxTree tree = judgement.program().tree();
    CodeText text = new CodeText(tree);
    int at = judgement.candidate().span().start();
    Imports imports = Imports.ensure(tree, at, List.of(AsyncEdits.ASYNCIO, AIOFILES));
    String asyncio = imports.name(AsyncEdits.ASYNCIO);
    AiofilesEdits inside = new AiofilesEdits(text, plan.files(), imports.name(AIOFILES));
    TaskEmitter emitter =
        new TaskEmitter(
            judgement, TaskPlan.Turn.AWAIT, options, asyncio, inside::in, TaskEmitter.Opening.NONE);
    List<Edit> edits = new ArrayList<>(imports.edits());
    edits.addAll(emitter.emit());
    List<String> changes = new ArrayList<>();
    changes.add(
        "Line "
            + judgement.program().line(judgement.candidate().node())
            + ": the files are opened by tasks, a bounded number at a time, and taken in order.");
    Scope frame = judgement.candidate().frame();
    if (frame.node() instanceof Statement.FunctionDef home && !home.isAsync()) {
      boolean method = frame.parent().orElseThrow().kind() == Scope.Kind.CLASS;
      String name = FreshNames.of(tree).fresh(home.name() + "_async");
      new Facade(text, asyncio).hide(home, name, method, edits);
      changes.add(home.name() + " keeps its signature and runs " + name + ".");
    }
    return new Rewrite(edits, imports.added(), List.of("aiofiles"), changes, List.of());
  }
}
