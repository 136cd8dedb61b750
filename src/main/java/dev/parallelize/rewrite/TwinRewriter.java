package dev.parallelize.rewrite;

import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.Blocks;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.TaskPlan;
import dev.parallelize.strategy.TwinPlan;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a loop over calls of a blocking client into tasks on its asynchronous twin. */
public final class TwinRewriter {
  private static final String RULE = "async-twin";
  private static final String JAR = "from http.cookiejar import CookieJar";
  private static final String POLICY = "from http.cookiejar import DefaultCookiePolicy";

  private final Judgement judgement;
  private final TwinPlan plan;
  private final Options options;
  private final Program program;
  private final CodeText text;
  private final Layout layout;
  private final FreshNames fresh;
  private final Imports imports;
  private final Statement.FunctionDef home;
  private final Map<Statement.FunctionDef, String> twins = new LinkedHashMap<>();
  private final TwinEdits inside;
  private final List<Edit> edits = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();

  private TwinRewriter(Judgement judgement, TwinPlan plan, Options options) {
    this.judgement = judgement;
    this.plan = plan;
    this.options = options;
    this.program = judgement.program();
    this.text = new CodeText(program.tree());
    this.layout = new Layout(program.tree());
    this.fresh = FreshNames.of(program.tree());
    this.home = (Statement.FunctionDef) judgement.candidate().frame().node();
    List<String> modules =
        new ArrayList<>(List.of(AsyncEdits.ASYNCIO, "import " + plan.client().module()));
    if (plan.own()) {
      modules.addAll(List.of(JAR, POLICY));
    }
    this.imports = Imports.ensure(program.tree(), judgement.candidate().span().start(), modules);
    plan.helpers().forEach(h -> twins.put(h, fresh.fresh(h.name() + "_async")));
    Set<String> used = FreshNames.identifiers(home);
    plan.helpers().forEach(h -> used.addAll(FreshNames.identifiers(h)));
    String own = FetchNames.local(used, "client", "http_client");
    String module = imports.name("import " + plan.client().module());
    this.inside = new TwinEdits(text, plan, twins, own, module);
  }

  public static RewriteResult rewrite(Judgement judgement, TwinPlan plan, Options options) {
    try {
      if (judgement.distributed().isPresent()) {
        return RewriteResult.First.of(judgement.distributed().get().distribution());
      }
      return new RewriteResult.Rewritten(new TwinRewriter(judgement, plan, options).rewrite());
    } catch (WorkerBuilder.Unsupported reason) {
      return new RewriteResult.Impossible(reason.getMessage());
    }
  }

  private Rewrite rewrite() {
    TaskEmitter emitter =
        new TaskEmitter(
            judgement,
            TaskPlan.Turn.AWAIT,
            options,
            imports.name(AsyncEdits.ASYNCIO),
            inside::in,
            opening());
    edits.addAll(imports.edits());
    edits.addAll(emitter.emit());
    plan.made().ifPresent(this::open);
    awaitTheRest(emitter.parts());
    if (!home.isAsync()) {
      Scope around = judgement.candidate().frame().parent().orElseThrow();
      String name = fresh.fresh(home.name() + "_async");
      new Facade(text, imports.name(AsyncEdits.ASYNCIO))
          .hide(home, name, around.kind() == Scope.Kind.CLASS, edits);
      changes.add(home.name() + " keeps its signature and runs " + name + ".");
    }
    twins.forEach(
        (helper, name) -> {
          String gap = text.end().repeat(3);
          int at = text.endWithComment(helper);
          edits.add(new Edit(new Span(at, at), gap + inside.twin(helper), RULE));
          changes.add(name + " is " + helper.name() + " as a coroutine.");
        });
    changes.add(
        "Line "
            + program.line(judgement.candidate().node())
            + ": the items wait together, in tasks; their results are awaited in order.");
    return new Rewrite(edits, imports.added(), List.of(plan.client().module()), changes, List.of());
  }

  /** What has to stand around the tasks, one step to the left of them. */
  private TaskEmitter.Opening opening() {
    if (!plan.own()) {
      return new TaskEmitter.Opening(List.of(), plan.made().isPresent());
    }
    Set<String> used = FreshNames.identifiers(home);
    String jar = FetchNames.local(used, "no_cookies", "empty_jar");
    String none = imports.name(JAR) + "(" + imports.name(POLICY) + "(allowed_domains=[]))";
    String open = "async with " + inside.constructor() + "(cookies=" + jar + ") as ";
    return new TaskEmitter.Opening(List.of(jar + " = " + none, open + inside.own() + ":"), true);
  }

  /** The assignment of the client becomes a {@code with} block to the last use of it. */
  private void open(Statement.Assign made) {
    List<Statement> block =
        Blocks.of(home).stream().filter(b -> b.contains(made)).findFirst().orElseThrow();
    String name = plan.name().orElseThrow();
    int first = block.indexOf(made) + 1;
    int last = first;
    for (int i = first; i < block.size(); i++) {
      boolean holds = block.get(i).span().contains(judgement.candidate().span());
      last = holds || Mentions.of(block.get(i), name) ? i : last;
    }
    if (!layout.isAlone(made)) {
      throw new WorkerBuilder.Unsupported("the client's assignment shares its line");
    }
    String open = inside.opened((Expression.Call) made.value(), name, layout.indentation(made));
    edits.add(new Edit(made.span(), open, RULE));
    if (isClose(block.get(last))) {
      edits.add(new Edit(layout.lines(block.get(last)), "", RULE));
      last--;
    }
    Statement end = block.get(last);
    int loopStart = layout.lineStart(judgement.candidate().statement());
    int loopEnd = judgement.candidate().statement().end();
    List<Span> gone = edits.stream().map(Edit::span).filter(s -> s.length() > 0).toList();
    for (int offset : layout.indentable(layout.afterLastLine(made), end.end())) {
      boolean loop = loopStart <= offset && offset < loopEnd;
      boolean removed = gone.stream().anyMatch(s -> s.start() <= offset && offset < s.end());
      if (!loop && !removed) {
        edits.add(new Edit(new Span(offset, offset), text.unit(), RULE));
      }
    }
  }

  private boolean isClose(Statement s) {
    return s instanceof Statement.ExpressionStatement e
        && e.value() instanceof Expression.Call call
        && plan.calls().closes(call);
  }

  /** The function's other uses of the client await as well. */
  private void awaitTheRest(List<Node> parts) {
    List<Span> done = new ArrayList<>(edits.stream().map(Edit::span).toList());
    done.removeIf(s -> s.length() == 0);
    parts.forEach(p -> done.add(p.span()));
    for (Edit edit : inside.in(home)) {
      if (done.stream().noneMatch(s -> s.contains(edit.span()))) {
        edits.add(edit);
      }
    }
  }
}
