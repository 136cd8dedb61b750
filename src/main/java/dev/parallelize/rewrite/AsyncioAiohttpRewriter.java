package dev.parallelize.rewrite;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.Addresses;
import dev.parallelize.strategy.Assignments;
import dev.parallelize.strategy.FetchPlan;
import dev.parallelize.strategy.Options;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a loop over requests into coroutines on an aiohttp session, and runs them in its place. */
public final class AsyncioAiohttpRewriter {
  private static final String RULE = "asyncio-aiohttp";

  private final Program program;
  private final Assignments assignments;
  private final Candidate candidate;
  private final FetchPlan plan;
  private final List<Expression.Call> computing;
  private final Options options;
  private final SyntaxTree tree;
  private final CodeText text;
  private final FreshNames fresh;
  private final Imports imports;
  private final Optional<String> charset;
  private final Optional<String> address;
  private final Map<Statement.FunctionDef, String> twins = new LinkedHashMap<>();
  private final List<Edit> edits = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();

  private AsyncioAiohttpRewriter(
      Judgement judgement,
      FetchPlan plan,
      List<Expression.Call> computing,
      Options options,
      List<String> modules) {
    this.computing = computing;
    this.program = judgement.program();
    this.assignments = new Assignments(program);
    this.candidate = judgement.candidate();
    this.plan = plan;
    this.options = options;
    this.tree = program.tree();
    this.text = new CodeText(tree);
    this.fresh = FreshNames.of(tree);
    boolean decodes = reads("text") || reads("json");
    this.charset = decodes ? Optional.of(fresh.fresh("undeclared_charset")) : Optional.empty();
    Addresses addresses = new Addresses(assignments);
    boolean plain = plan.requests().stream().allMatch(addresses::isPlain);
    this.address = plain ? Optional.empty() : Optional.of(fresh.fresh("address_to_send"));
    List<String> all = new ArrayList<>(modules);
    if (reads("json")) {
      all.add(AsyncEdits.JSON);
    }
    if (!plain) {
      all.addAll(List.of(AsyncEdits.REQUESTS, AsyncEdits.URL));
    }
    this.imports = Imports.ensure(tree, candidate.span().start(), all);
    plan.helpers().forEach(h -> twins.put(h, fresh.fresh(h.name() + "_async")));
  }

  public static Rewrite rewrite(Judgement judgement, FetchPlan plan, Options options) {
    List<String> modules = List.of(AsyncEdits.ASYNCIO, AsyncEdits.AIOHTTP);
    return new AsyncioAiohttpRewriter(judgement, plan, List.of(), options, modules).rewrite();
  }

  static Rewrite rewrite(
      Judgement judgement, FetchPlan plan, List<Expression.Call> computing, Options options) {
    List<String> modules =
        List.of(AsyncEdits.ASYNCIO, AsyncEdits.OS, AsyncEdits.POOL, AsyncEdits.AIOHTTP);
    return new AsyncioAiohttpRewriter(judgement, plan, computing, options, modules).rewrite();
  }

  private Rewrite rewrite() {
    if (plan.shape() instanceof FetchPlan.Gathered gathered) {
      gather(gathered);
    } else if (plan.shape() instanceof FetchPlan.Streamed streamed) {
      new StreamedFetch(this, streamed).write();
    }
    writeTwins();
    RequestsImport.remove(tree, edits).ifPresent(edits::add);
    edits.addAll(imports.edits());
    return new Rewrite(edits, imports.added(), List.of("aiohttp"), changes, warnings());
  }

  /** True when the loop or a function it calls reads that part of a response. */
  private boolean reads(String part) {
    List<Node> code = new ArrayList<>(plan.helpers());
    code.add(candidate.node());
    boolean[] found = {false};
    for (Node node : code) {
      Walk.each(
          node,
          n ->
              found[0] |=
                  n instanceof Expression.Attribute a
                      && a.attribute().equals(part)
                      && assignments.isResponse(a.value()));
    }
    return found[0];
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    warnings.add(
        "a request that fails now raises an exception of aiohttp instead of one of requests");
    return warnings;
  }

  private void gather(FetchPlan.Gathered gathered) {
    List<Node> code = FetchCode.codeOf(gathered);
    FetchCode fetch = code(code, Map.of(), collected(gathered));
    List<Expression> results = new ArrayList<>(gathered.key().stream().toList());
    results.add(gathered.value());
    AsyncBlocks blocks = new AsyncBlocks(text, fetch.edits(), fetch.client(), code);
    String body = blocks.write(gathered.fetch(), results, text.unit(), fetch.locals().semaphore());
    insertBefore(topLevel(), List.of(fetch.item(code, body), fetch.all(code)));
    String call = fetch.call(code, items(), fetch.isAwaited());
    if (gathered.key().isPresent()) {
      call = "dict(" + call + ")";
    }
    replaceLoop(gathered, call);
    changes.add(
        "the "
            + candidate.construct().word()
            + " at line "
            + program.line(candidate.node())
            + " fetches its items together, at most "
            + options.maxWorkers().orElse(FetchCode.IN_FLIGHT)
            + " at a time, and keeps their order");
  }

  private void replaceLoop(FetchPlan.Gathered gathered, String call) {
    Node node = candidate.node();
    if (gathered.container().isEmpty()) {
      edits.add(new Edit(node.span(), call, RULE));
      return;
    }
    String name = gathered.container().get().id();
    Optional<Statement> start = gathered.start().filter(this::isAlone);
    String line = name + (gathered.key().isPresent() ? ".update(" : ".extend(") + call + ")";
    if (start.isPresent()) {
      PythonSource source = tree.source();
      int first = source.line(start.get().start());
      Span lines = new Span(source.lineStart(first), source.lineStart(first + 1));
      edits.add(new Edit(lines, "", RULE));
      Span left = new Span(start.get().start(), value(start.get()).start());
      line = source.text(left) + call;
    }
    edits.add(new Edit(node.span(), line, RULE));
  }

  private static Expression value(Statement start) {
    return start instanceof Statement.AnnAssign a
        ? a.value().orElseThrow()
        : ((Statement.Assign) start).value();
  }

  private boolean isAlone(Statement statement) {
    PythonSource source = tree.source();
    int line = source.line(statement.start());
    String code = source.text(statement.span());
    return source.line(statement.end()) == line && source.lineText(line).strip().equals(code);
  }

  /** What the loop's results are called, best first. */
  private List<String> collected(FetchPlan.Gathered gathered) {
    List<String> names = new ArrayList<>();
    gathered.container().ifPresent(c -> names.add(c.id()));
    if (candidate.statement() instanceof Statement.Assign a
        && a.targets().get(0) instanceof Expression.Name n) {
      names.add(n.id());
    }
    if (candidate.frame().node() instanceof Statement.FunctionDef f) {
      names.add(f.name());
    }
    return names;
  }

  FetchCode code(List<Node> code, Map<Expression.Call, String> replaced, List<String> collected) {
    Set<String> used = new LinkedHashSet<>(FreshNames.identifiers(candidate.node()));
    plan.helpers().forEach(h -> used.addAll(FreshNames.identifiers(h)));
    Node home = candidate.frame().node();
    if (plan.shape() instanceof FetchPlan.Streamed && home instanceof Statement.FunctionDef) {
      used.addAll(FreshNames.identifiers(home));
    }
    FetchCode.Locals locals =
        new FetchCode.Locals(
            FetchNames.local(used, "session", "client_session"),
            FetchNames.local(used, "semaphore", "in_flight"),
            FetchNames.local(used, "tasks", "fetch_tasks"),
            FetchNames.local(used, "task", "fetch_task"),
            itemsName(used));
    AsyncEdits translation =
        new AsyncEdits(
            assignments,
            text,
            twins,
            replaced,
            locals.session(),
            FetchNames.local(used, "response", "answer"),
            offload(used),
            address.orElse(""),
            imports);
    ClientSessionCode client = ClientSessionCode.of(text, translation, plan.requests(), charset);
    List<String> nouns = new ArrayList<>(collected);
    nouns.add(locals.items());
    return new FetchCode(
        program,
        candidate,
        options,
        text,
        translation,
        client,
        FetchNames.choose(tree, fresh, "fetch", nouns),
        locals,
        target(),
        iterable());
  }

  private Offload offload(Set<String> used) {
    return computing.isEmpty()
        ? Offload.NONE
        : Offload.of(assignments, computing, used, FetchNames.local(used, "pool", "executor"));
  }

  private String itemsName(Set<String> used) {
    if (iterable() instanceof Expression.Name n && plan.shape() instanceof FetchPlan.Gathered) {
      return n.id();
    }
    if (target() instanceof Expression.Name n) {
      String plural = n.id().endsWith("s") || n.id().length() < 2 ? "items" : n.id() + "s";
      return FetchNames.local(used, plural, "items");
    }
    return FetchNames.local(used, "items");
  }

  Expression target() {
    return candidate.node() instanceof Statement.For f ? f.target() : clause().target();
  }

  Expression iterable() {
    return candidate.node() instanceof Statement.For f ? f.iterable() : clause().iterable();
  }

  private Comprehension clause() {
    return candidate.node() instanceof Expression.DictComp d
        ? d.generators().get(0)
        : ((Expression.ListComp) candidate.node()).generators().get(0);
  }

  /** What the coroutine is given to run over: the items that pass the conditions. */
  private String items() {
    String items = tree.source().text(iterable().span());
    if (candidate.node() instanceof Statement.For || clause().conditions().isEmpty()) {
      return items;
    }
    String target = tree.source().text(target().span());
    StringBuilder conditions = new StringBuilder();
    clause()
        .conditions()
        .forEach(c -> conditions.append(" if ").append(tree.source().text(c.span())));
    String each = TargetText.single(tree.source(), target());
    return "[" + each + " for " + target + " in " + items + conditions + "]";
  }

  private void writeTwins() {
    for (Map.Entry<Statement.FunctionDef, String> entry : twins.entrySet()) {
      Statement.FunctionDef helper = entry.getKey();
      String code = twin(helper, entry.getValue());
      Span at = new Span(helper.end(), helper.end());
      String gap = text.end().repeat(3);
      edits.add(new Edit(at, gap + code.stripTrailing(), RULE));
      changes.add(entry.getValue() + " is " + helper.name() + " as a coroutine");
    }
  }

  private String twin(Statement.FunctionDef helper, String name) {
    Set<String> used = FreshNames.identifiers(helper);
    String session = FetchNames.local(used, "session", "client_session");
    AsyncEdits translation =
        new AsyncEdits(
            assignments,
            text,
            twins,
            Map.of(),
            session,
            FetchNames.local(used, "response", "answer"),
            Offload.NONE,
            address.orElse(""),
            imports);
    ClientSessionCode client = ClientSessionCode.of(text, translation, plan.requests(), charset);
    AsyncBlocks blocks = new AsyncBlocks(text, translation, client, helper.body());
    String all = tree.source().text();
    int open = all.indexOf('(', helper.start()) + 1;
    boolean alone = helper.arguments().all().isEmpty();
    int head = text.startWithComments(helper.body().get(0).start());
    int from = head > helper.start() ? head : helper.body().get(0).start();
    return "async def "
        + name
        + "("
        + session
        + (alone ? "" : ", ")
        + all.substring(open, from).stripTrailing()
        + text.end()
        + blocks.write(helper.body(), List.of(), text.unit(), "");
  }

  /** The module-level statement that holds the candidate. */
  Statement topLevel() {
    return tree.module().body().stream()
        .filter(s -> s.start() <= candidate.span().start() && candidate.span().end() <= s.end())
        .findFirst()
        .orElseThrow();
  }

  /** Adds functions above a module-level statement, two blank lines around each. */
  void insertBefore(Statement statement, List<String> coroutines) {
    List<String> functions = new ArrayList<>();
    charset.ifPresent(
        c -> functions.add(ClientSessionCode.charsetFunction(text, c, reads("text"))));
    address.ifPresent(
        a ->
            functions.add(
                ClientSessionCode.addressFunction(
                    text,
                    a,
                    imports,
                    plan.requests().stream().anyMatch(ClientSessionCode::queries))));
    coroutines.forEach(c -> functions.add(LongLines.folded(c, text.unit(), text.end())));
    int at = text.outerStart(statement);
    PythonSource source = tree.source();
    int blank = 0;
    int line = source.line(at);
    while (line - blank > 1 && source.lineText(line - blank - 1).isBlank()) {
      blank++;
    }
    String missing = line == 1 ? "" : text.end().repeat(Math.max(0, 2 - blank));
    String gap = text.end().repeat(2);
    edits.add(new Edit(new Span(at, at), missing + String.join(gap, functions) + gap, RULE));
  }

  Program program() {
    return program;
  }

  Candidate candidate() {
    return candidate;
  }

  CodeText text() {
    return text;
  }

  FreshNames fresh() {
    return fresh;
  }

  List<Edit> edits() {
    return edits;
  }

  List<String> changes() {
    return changes;
  }
}
