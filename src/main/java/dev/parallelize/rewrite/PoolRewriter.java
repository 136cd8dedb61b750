package dev.parallelize.rewrite;

import dev.parallelize.dependence.Construct;
import dev.parallelize.dependence.FailureOrder;
import dev.parallelize.dependence.Fission;
import dev.parallelize.dependence.GrowingOwners;
import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Distributed;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rewrites a candidate to a pool of {@code concurrent.futures}. */
public final class PoolRewriter {
  private static final String RULE = "pool";

  private final Judgement judgement;
  private final PoolPlan plan;
  private final Options options;
  private final PythonVersion target;
  private final Program program;
  private final Layout layout;
  private final FreshNames fresh;
  private final List<Edit> edits = new ArrayList<>();
  private final List<String> definitions = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private PoolRewriter(Judgement judgement, PoolPlan plan, Options options, PythonVersion target) {
    this.judgement = judgement;
    this.plan = plan;
    this.options = options;
    this.target = target;
    this.program = judgement.program();
    this.layout = new Layout(program.tree());
    this.fresh = FreshNames.of(program.tree());
  }

  /** The edits that carry out the plan, or why it cannot be done on this text. */
  public static RewriteResult rewrite(
      Judgement judgement, PoolPlan plan, Options options, PythonVersion target) {
    try {
      if (judgement.distributed().isPresent()) {
        return split(judgement.distributed().get(), plan, options, target);
      }
      Optional<LazyView> view = LazyView.of(judgement);
      return view.isPresent()
          ? rewrite(view.get(), plan, options, target)
          : new PoolRewriter(judgement, plan, options, target).rewrite();
    } catch (WorkerBuilder.Unsupported reason) {
      return new RewriteResult.Impossible(reason.getMessage());
    }
  }

  private static RewriteResult rewrite(
      LazyView view, PoolPlan plan, Options options, PythonVersion target) {
    PoolRewriter listed = new PoolRewriter(view.asIfListed(), plan, options, target);
    RewriteResult result = listed.rewrite();
    if (result instanceof RewriteResult.Rewritten r && !view.isTakenOnce(r.rewrite().edits())) {
      return view.listing(listed.layout)
          .orElseGet(() -> new PoolRewriter(view.judgement(), plan, options, target).rewrite());
    }
    return result;
  }

  /** The loops inside are split first, if what comes of it can be rewritten. */
  private static RewriteResult split(
      Distributed distributed, PoolPlan plan, Options options, PythonVersion target) {
    RewriteResult after = rewrite(distributed.judgement(), plan, options, target);
    if (after instanceof RewriteResult.Impossible) {
      return after;
    }
    return RewriteResult.First.of(distributed.distribution());
  }

  private RewriteResult rewrite() {
    Statement statement = judgement.candidate().statement();
    Statement top = Layout.topLevel(program.tree(), statement.start());
    boolean processes = plan.workers().isolated();
    MainGuard guard =
        processes ? MainGuard.of(judgement, layout) : new MainGuard(List.of(), List.of());
    if (!guard.edits().isEmpty()) {
      return new RewriteResult.First(
          guard.edits(),
          "Top-level code runs under a main guard, since worker processes import the file.");
    }
    ProcessBoundary.checkStream(judgement);
    if (processes) {
      ProcessBoundary.check(judgement, guard.parents());
      new CodeState(program, judgement.candidate().frame(), guard.parents()).check(costlyNodes());
      ProcessBoundary.checkCaptured(judgement);
    }
    ProcessBoundary.checkThreads(judgement, costlyNodes());
    ScopedSettings.check(judgement, plan.workers());
    StaleGlobals globals = new StaleGlobals(program, guard.parents());
    Set<String> stale = processes ? globals.all() : Set.of();
    Set<String> handed = processes ? readByCallees(globals) : Set.of();
    ProcessBoundary.checkHanded(program, handed);
    refuseOddOptions(handed);
    Optional<Shared> shared =
        SharedArrays.of(plan.shared(), fresh, layout)
            .or(() -> plan.cache().map(name -> Shared.cache(name, fresh)));
    boolean threads = plan.workers() == PoolPlan.Workers.THREADS;
    Optional<RewriteResult> first =
        threads ? ThreadLocals.first(judgement, layout) : Optional.empty();
    if (first.isPresent()) {
      return first.get();
    }
    Optional<ThreadLocals> own =
        threads ? ThreadLocals.of(judgement, options, fresh, layout) : Optional.empty();
    List<String> contexts =
        shared.map(Shared::contexts).or(() -> own.map(ThreadLocals::contexts)).orElse(List.of());
    PoolCode code = new PoolCode(plan, options, target, layout, fresh, contexts, judgement.model());
    shared.ifPresent(s -> refuse(GrowingOwners.of(program, judgement.model().fission())));
    List<Carried> carried = shared.map(Shared::carried).orElseGet(this::carried);
    Initializer initializer =
        own.map(ThreadLocals::initializer)
            .orElseGet(() -> Initializer.of(handed, carried, fresh, layout));
    Set<String> requests = new LinkedHashSet<>(code.imports());
    own.ifPresent(o -> requests.addAll(o.imports()));
    own.ifPresent(o -> edits.addAll(o.edits()));
    own.ifPresent(o -> changes.add(o.change()));
    ClusterLimits.check(judgement, plan.workers(), initializer);
    shared.ifPresent(s -> requests.addAll(s.imports()));
    if (judgement.candidate().construct() == Construct.STATEMENTS) {
      new StatementsEmitter(judgement, layout, fresh, code, initializer).emit(edits);
    } else if (judgement.candidate().construct() == Construct.APPLY_CALL) {
      FrameRows rows = FrameRows.of(judgement, plan, options, fresh, layout);
      Worker worker = worker(stale, carried, Map.of());
      edits.add(rows.edit(worker));
      requests.addAll(rows.imports());
      define(rows.definition(code, initializer));
      defineWorker(worker);
    } else {
      Map<String, String> perThread = own.map(ThreadLocals::places).orElse(Map.of());
      Worker worker = tolerant(worker(stale, carried, perThread));
      Optional<LookAhead> ahead = emit(code, worker, initializer, requests);
      if (edits.stream().anyMatch(e -> e.replacement().contains(PoolCode.placeholderPartial()))) {
        requests.add("from functools import partial");
      }
      ahead.ifPresent(a -> requests.addAll(a.imports()));
      ahead.filter(a -> !a.isBuffer()).ifPresent(a -> define(a.definition(layout)));
      defineWorker(worker);
    }
    define(initializer.definition());
    shared
        .map(Shared::definitions)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> define(text.stripTrailing() + layout.newline()));
    insertDefinitions(top);
    int at = judgement.candidate().span().start();
    Imports imports = Imports.ensure(program.tree(), at, List.copyOf(requests));
    List<Edit> all = new ArrayList<>(imports.edits());
    for (Edit edit : edits) {
      all.add(new Edit(edit.span(), spell(edit.replacement(), imports), edit.rule()));
    }
    explainOptions();
    changes.add(
        "Line "
            + program.line(judgement.candidate().node())
            + ": the costly part of each item runs in "
            + plan.workers().position()
            + "; results come back in order.");
    return new RewriteResult.Rewritten(
        new Rewrite(all, imports.added(), List.of(), changes, warnings));
  }

  private void refuseOddOptions(Set<String> handed) {
    boolean calls = judgement.candidate().construct() == Construct.STATEMENTS;
    boolean pool = plan.workers().isPool();
    if (calls && pool) {
      throw new WorkerBuilder.Unsupported("adjacent calls are what process-pool is for");
    }
    if (calls && options.onError() != Options.OnError.RAISE) {
      throw new WorkerBuilder.Unsupported("onError: adjacent calls are no items to leave out");
    }
    boolean delayed = plan.workers() == PoolPlan.Workers.DELAYED;
    boolean early = (pool && !delayed) || plan.workers() == PoolPlan.Workers.DASK;
    if (options.sequentialBelow().isPresent() && (calls || early)) {
      throw new WorkerBuilder.Unsupported(
          calls
              ? "sequentialBelow: there are no items to count"
              : "sequentialBelow: this pool starts its workers before it is used");
    }
    if (!plan.shared().isEmpty() && options.sequentialBelow().isPresent()) {
      throw new WorkerBuilder.Unsupported(
          "sequentialBelow: the work reads arrays that only workers have under that name");
    }
    if (plan.workers() == PoolPlan.Workers.INTERPRETERS) {
      InterpreterBoundary.check(program, handed);
    }
  }

  private void explainOptions() {
    options
        .sequentialBelow()
        .ifPresent(
            n -> changes.add("With fewer than " + n + " items the same calls are made in place."));
    if (plan.chunked()
        && options.chunkSize().filter(n -> n > 1).isPresent()
        && options.onError() == Options.OnError.RAISE
        && !FailureOrder.allowsChunks(program, judgement.model())) {
      warnings.add(
          "chunkSize is not used: when an item fails, the results before it in its chunk are lost,"
              + " and with them what the loop does for those items.");
    }
    switch (options.onError()) {
      case RAISE -> {}
      case SKIP ->
          changes.add(
              "An item whose costly part raises an Exception is left out, with all that the loop"
                  + " does for it; the exception is dropped.");
      case COLLECT ->
          changes.add(
              "An item whose costly part raises an Exception has that exception in its place among"
                  + " the results; where results have no such place, the loop leaves the item out"
                  + " and raises all exceptions together, as an ExceptionGroup, after the last"
                  + " item.");
    }
  }

  /** What goes once to each worker: arrays, and where tasks are many also what is often smaller. */
  private List<Carried> carried() {
    Construct construct = judgement.candidate().construct();
    Fission fission = judgement.model().fission();
    Set<String> growing = GrowingOwners.of(program, fission);
    boolean chunked =
        !fission.inPlace()
            && !fission.exits()
            && FailureOrder.allowsChunks(program, judgement.model());
    boolean alone = !chunked || options.chunkSize().filter(n -> n == 1).isPresent();
    boolean processes =
        plan.workers() == PoolPlan.Workers.PROCESSES
            || plan.workers() == PoolPlan.Workers.MULTIPROCESSING;
    if (!processes
        || construct == Construct.MAP_CALL
        || construct == Construct.APPLY_CALL
        || construct == Construct.STATEMENTS
        || options.sequentialBelow().isPresent()
        || options.onError() != Options.OnError.RAISE) {
      refuse(growing);
      return List.of();
    }
    List<String> large = alone ? LargeCaptures.of(judgement) : LargeCaptures.arrays(judgement);
    return Stream.concat(
            large.stream().filter(n -> !growing.contains(n)).map(n -> Carried.of(n, fresh)),
            growing.stream().map(n -> Carried.as(nameOf(n), n, fresh)))
        .toList();
  }

  private void refuse(Set<String> growing) {
    if (!growing.isEmpty() && plan.workers().isolated()) {
      throw new WorkerBuilder.Unsupported(
          "`"
              + growing.iterator().next()
              + "` grows while the workers get it; only the initializer of a process pool hands it"
              + " over before");
    }
  }

  /** {@code analyzer} for the {@code self} of a method of {@code Analyzer}. */
  private String nameOf(String variable) {
    Optional<String> type =
        judgement
            .candidate()
            .scope()
            .owner(variable)
            .filter(o -> o.bindings(variable).get(0).kind() == Binding.Kind.PARAMETER)
            .flatMap(Scope::parent)
            .filter(p -> p.kind() == Scope.Kind.CLASS)
            .map(p -> ((Statement.ClassDef) p.node()).name());
    return type.map(t -> t.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT))
        .orElse(variable);
  }

  private Worker tolerant(Worker worker) {
    if (options.onError() == Options.OnError.RAISE) {
      return worker;
    }
    Tolerance tolerance = Tolerance.of(judgement, fresh, layout);
    define(tolerance.definition());
    return tolerance.applied(worker);
  }

  private Worker worker(Set<String> stale, List<Carried> carried, Map<String, String> perThread) {
    Construct construct = judgement.candidate().construct();
    if (construct == Construct.MAP_CALL || construct == Construct.APPLY_CALL) {
      return MapCallWorker.of(judgement, plan, fresh, layout);
    }
    return new WorkerBuilder(judgement, part(), plan, fresh, layout, stale, carried, perThread)
        .build();
  }

  /**
   * Of a dict comprehension whose keys are the items themselves only the values are computed, and of one that keeps
   * some of its items only the test.
   */
  private Fission part() {
    Fission fission = judgement.model().fission();
    Optional<Expression> test = ChosenItems.test(judgement.candidate().node(), options);
    if (test.isPresent()) {
      return Fission.of(
          new Fission.Extraction(test.get(), judgement.candidate().statement(), List.of(), false));
    }
    boolean keyed =
        judgement.candidate().node() instanceof Expression.DictComp c
            && c.generators().size() == 1
            && ExpressionEmitter.isKeyTarget(c, judgement.model().iteration().orElseThrow())
            && fission.extractions().size() == 2;
    return keyed ? Fission.of(fission.extractions().get(1)) : fission;
  }

  private Set<String> readByCallees(StaleGlobals globals) {
    Set<String> names = new LinkedHashSet<>();
    for (Node part : costlyNodes()) {
      names.addAll(globals.readByCallees(judgement.candidate().frame(), part));
    }
    return names;
  }

  /** What workers run. */
  private List<Node> costlyNodes() {
    Fission fission = judgement.model().fission();
    List<Node> parts = fission.work();
    if (judgement.candidate().construct() == Construct.STATEMENTS) {
      parts.addAll(judgement.candidate().group());
    } else if (judgement.candidate().construct() != Construct.FOR) {
      parts.add(judgement.candidate().node());
    }
    return parts;
  }

  private Optional<LookAhead> emit(
      PoolCode code, Worker worker, Initializer initializer, Set<String> requests) {
    if (judgement.candidate().construct() == Construct.FOR) {
      LoopEmitter emitter = new LoopEmitter(judgement, layout, fresh, code, worker, initializer);
      emitter.emit(edits);
      return emitter.ahead();
    }
    Optional<ChosenItems> chosen = ChosenItems.of(judgement, options, fresh, layout);
    chosen.ifPresent(c -> requests.addAll(c.imports()));
    ExpressionEmitter emitter =
        new ExpressionEmitter(judgement, layout, fresh, code, worker, initializer, chosen);
    emitter.emit(edits);
    return emitter.ahead();
  }

  private void defineWorker(Worker worker) {
    String definition = worker.definition().orElse("");
    if (worker.host().isEmpty()) {
      define(definition);
      return;
    }
    int at = layout.outerStart(worker.host().get());
    edits.add(0, new Edit(new Span(at, at), definition + layout.newline(), "worker"));
  }

  /** A new function goes in front of those that are there already. */
  private void define(String definition) {
    if (!definition.isEmpty()) {
      definitions.add(0, definition);
    }
  }

  /** Puts the new functions in front of the top-level statement that needs them. */
  private void insertDefinitions(Statement top) {
    if (definitions.isEmpty()) {
      return;
    }
    int at = layout.outerStart(top);
    String newline = layout.newline();
    String gap = newline + newline;
    String before = layout.source().text().substring(0, at);
    String missing =
        before.isBlank() || before.endsWith(newline + gap)
            ? ""
            : before.endsWith(gap) ? newline : gap;
    String all = String.join(gap, definitions);
    edits.add(0, new Edit(new Span(at, at), missing + all + gap, "worker"));
  }

  private String spell(String text, Imports imports) {
    String spelled = text;
    for (var name : imports.names().entrySet()) {
      spelled = spelled.replace(PoolCode.placeholder(name.getKey()), name.getValue());
    }
    return spelled;
  }

  static Edit edit(int start, int end, String text) {
    return new Edit(new Span(start, end), text, RULE);
  }
}
