package dev.parallelize.rewrite;

import dev.parallelize.dependence.Fission;
import dev.parallelize.dependence.Iteration;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.TaskPlan;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Token;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts one task an item in the place of a loop, comprehension or run of statements in a coroutine. The
 * remainder of a loop stays, and awaits the tasks in the order of the items; whatever way it is left,
 * tasks that still run are cancelled and waited for.
 */
final class TaskEmitter {
  private static final String RULE = "tasks";

  /** Enough to hide a wait of a tenth of a second, few enough for a server to bear. */
  private static final int IN_FLIGHT = 32;

  private static final int THREADS = 16;

  /**
   * What stands around the tasks.
   *
   * @param lines code in front of them, without indentation
   * @param deeper whether the tasks stand in a block, one step to the right
   */
  record Opening(List<String> lines, boolean deeper) {
    static final Opening NONE = new Opening(List.of(), false);

    Opening {
      lines = List.copyOf(lines);
    }
  }

  private final Judgement judgement;
  private final Opening opening;
  private final Program program;
  private final Fission fission;
  private final TaskPlan.Turn turn;
  private final Options options;
  private final CodeText text;
  private final Layout layout;
  private final String asyncio;
  private final TaskNames names;
  private final Optional<ShownProgress> progress;
  private final TaskWorker worker;
  private final boolean bounded;
  private final List<Edit> edits = new ArrayList<>();

  TaskEmitter(
      Judgement judgement,
      TaskPlan.Turn turn,
      Options options,
      String asyncio,
      Function<Node, List<Edit>> inside,
      Opening opening) {
    this.judgement = judgement;
    this.opening = opening;
    this.program = judgement.program();
    this.fission = part(judgement);
    this.turn = turn;
    this.options = options;
    this.text = new CodeText(program.tree());
    this.layout = new Layout(program.tree());
    this.asyncio = asyncio;
    List<Node> parts = fission.work();
    refuse(parts);
    this.progress =
        judgement
            .model()
            .iteration()
            .flatMap(Iteration::progress)
            .map(p -> new ShownProgress(p, program.tree().source()));
    boolean loop = judgement.candidate().node() instanceof Statement.For;
    if (progress.filter(p -> p.counts() || !loop).isPresent()) {
      throw new WorkerBuilder.Unsupported(
          "the progress that it shows has no place there; write it as a loop over items");
    }
    this.names = TaskNames.of(judgement, judgement.candidate().frame().node(), parts);
    this.bounded = !fewItems();
    List<String> targets = judgement.model().iteration().map(Iteration::targets).orElse(List.of());
    if (fission.isCrossed()) {
      throw new WorkerBuilder.Unsupported(
          "the work on an item goes on behind the statement that takes its result; give the result a"
              + " name first");
    }
    if (!java.util.Collections.disjoint(targets, fission.crossing())) {
      throw new WorkerBuilder.Unsupported("the work on an item gives its variable a new value");
    }
    List<String> all = new ArrayList<>(targets);
    clauses().forEach(c -> all.addAll(bound(c.target())));
    this.worker =
        new TaskWorker(
            text,
            fission,
            judgement.candidate().node(),
            names,
            all.stream().distinct().toList(),
            turn,
            bounded,
            asyncio,
            this::isQuick,
            inside);
  }

  /** Of a dict comprehension whose keys are the items themselves only the values are computed. */
  private static Fission part(Judgement judgement) {
    Fission fission = judgement.model().fission();
    if (!isKeyed(judgement)) {
      return fission
          .testedFirst()
          .orElseThrow(
              () ->
                  new WorkerBuilder.Unsupported(
                      "whether an item is worked on is decided in the middle of the work on it"));
    }
    return Fission.of(fission.extractions().get(1));
  }

  private static boolean isKeyed(Judgement judgement) {
    return judgement.candidate().node() instanceof Expression.DictComp c
        && c.generators().size() == 1
        && c.generators().get(0).conditions().isEmpty()
        && ExpressionEmitter.isKeyTarget(c, judgement.model().iteration().orElseThrow())
        && judgement.model().fission().extractions().size() == 2;
  }

  private static Set<String> bound(Expression target) {
    Set<String> names = new java.util.LinkedHashSet<>();
    Walk.each(
        target,
        n -> {
          if (n instanceof Expression.Name x) {
            names.add(x.id());
          }
        });
    return names;
  }

  private boolean isQuick(Node node) {
    return new CostModel(program).of(node).isTrivial();
  }

  private List<Comprehension> clauses() {
    return Comprehension.of(judgement.candidate().node());
  }

  /** What only the function itself can do, not one inside it. */
  private static void refuse(List<Node> parts) {
    for (Node part : parts) {
      Walk.each(
          part,
          n -> {
            if (n instanceof Expression.Name name && name.id().equals("super")) {
              throw new WorkerBuilder.Unsupported("it calls super(), which only a method can");
            }
          });
    }
  }

  private int most() {
    return options.maxWorkers().orElse(turn == TaskPlan.Turn.THREAD ? THREADS : IN_FLIGHT);
  }

  /** True when the text itself says that there are few items. */
  private boolean fewItems() {
    if (!judgement.candidate().group().isEmpty()) {
      return judgement.candidate().group().size() <= most();
    }
    Optional<Iteration> iteration = judgement.model().iteration();
    boolean display =
        iteration.isPresent()
            && (iteration.get().iterable() instanceof Expression.Call
                || iteration.get().iterable() instanceof Expression.ListDisplay
                || iteration.get().iterable() instanceof Expression.TupleDisplay);
    return display && judgement.model().trips().filter(t -> t <= most()).isPresent();
  }

  List<Edit> emit() {
    Node node = judgement.candidate().node();
    if (!judgement.candidate().group().isEmpty()) {
      group();
    } else if (node instanceof Statement.For loop) {
      if (!layout.startsLine(loop)
          || program.line(loop) == program.line(loop.body().get(0))
          || !(loop.target() instanceof Expression.Name
              || loop.target() instanceof Expression.TupleDisplay)) {
        throw new WorkerBuilder.Unsupported("the loop shares its line with other statements");
      }
      Optional<String> list = collected(loop);
      if (list.isPresent()) {
        collect(loop, list.get());
      } else {
        stream(loop);
      }
    } else {
      comprehension((Expression) node);
    }
    return edits;
  }

  /** What each item's task runs. */
  List<Node> parts() {
    return worker.parts();
  }

  private String deeper(String indent) {
    return opening.deeper() ? indent + text.unit() : indent;
  }

  private String opened(String indent) {
    StringBuilder code = new StringBuilder();
    opening.lines().forEach(l -> code.append(indent).append(l).append(text.end()));
    return code.toString();
  }

  private static Edit edit(int start, int end, String replacement) {
    return new Edit(new Span(start, end), replacement, RULE);
  }

  /** The semaphore and the coroutine for one item, then the tasks. */
  private String prelude(String indent, String clauses) {
    StringBuilder code = new StringBuilder();
    if (bounded) {
      code.append(indent).append(names.semaphore()).append(" = ").append(asyncio);
      code.append(".Semaphore(").append(most()).append(")").append(text.end());
    }
    boolean direct = isDirect();
    if (!direct) {
      code.append(bounded || !opensBlock() ? text.end() : "").append(worker.definition(indent));
      code.append(text.end());
    }
    String coroutine = direct ? directCall() : worker.call();
    return code.append(list().started(indent, coroutine, clauses)).toString();
  }

  /** True when the candidate is the first thing in its block, where a blank line would look odd. */
  private boolean opensBlock() {
    return judgement.candidate().block().get(0) == judgement.candidate().statement();
  }

  private TaskList list() {
    return new TaskList(text, names.tasks(), names.task(), asyncio);
  }

  /** A task can run a coroutine function of the file itself where nothing holds it back. */
  private boolean isDirect() {
    List<Node> parts = worker.parts();
    return !bounded
        && fission.guards().isEmpty()
        && parts.size() == 1
        && (fission.parallel().isEmpty() || fission.crossing().size() == 1)
        && isCoroutineCall(parts.get(0));
  }

  private boolean isCoroutineCall(Node part) {
    Node awaited = part instanceof Statement.Assign a ? a.value() : part;
    return awaited instanceof Expression.Await await
        && await.value() instanceof Expression.Call call
        && program.targets(call).stream()
            .allMatch(
                t ->
                    t instanceof CallTarget.ProgramFunction f
                        && f.scope().node() instanceof Statement.FunctionDef d
                        && d.isAsync()
                        && d.decorators().isEmpty()
                        && !program.summary(f.scope()).generator());
  }

  private String directCall() {
    Node call = TaskNames.called(worker.parts().get(0));
    return layout.source().text(call.span());
  }

  private String loopClause(Statement.For loop, String items) {
    return "for " + layout.source().text(loop.target().span()) + " in " + items;
  }

  /** The list that the loop fills with the results, and does nothing else. */
  private Optional<String> collected(Statement.For loop) {
    boolean plain =
        !fission.inPlace()
            && !fission.exits()
            && fission.remainder().size() == 1
            && worker.crossing().size() + fission.extractions().size() == 1
            && loop.orElse().isEmpty()
            && !holdsComment(loop)
            && !isGuarded(loop)
            && !usedElsewhere(loop, bound(loop.target()))
            && !usedElsewhere(loop, fission.crossing());
    if (!plain
        || !(fission.remainder().get(0) instanceof Statement.ExpressionStatement s)
        || !(s.value() instanceof Expression.Call call)
        || call.arguments().size() != 1
        || !call.keywords().isEmpty()
        || !(call.function() instanceof Expression.Attribute a)
        || !a.attribute().equals("append")
        || !(a.value() instanceof Expression.Name list)
        || emptyBefore(loop, list.id()).isEmpty()) {
      return Optional.empty();
    }
    Expression argument = call.arguments().get(0);
    boolean extracted = fission.extractions().stream().anyMatch(e -> e.expression() == argument);
    boolean crossed =
        argument instanceof Expression.Name n && fission.crossing().equals(Set.of(n.id()));
    return extracted || crossed ? Optional.of(list.id()) : Optional.empty();
  }

  /** {@code results = []} right before the loop. */
  private Optional<Statement> emptyBefore(Statement.For loop, String name) {
    List<Statement> block = judgement.candidate().block();
    int index = block.indexOf(loop);
    if (index == 0) {
      return Optional.empty();
    }
    Statement before = block.get(index - 1);
    Optional<Expression> target = Optional.empty();
    Optional<Expression> value = Optional.empty();
    if (before instanceof Statement.Assign a && a.targets().size() == 1) {
      target = Optional.of(a.targets().get(0));
      value = Optional.of(a.value());
    } else if (before instanceof Statement.AnnAssign a) {
      target = Optional.of(a.target());
      value = a.value();
    }
    boolean empty =
        target.filter(t -> t instanceof Expression.Name n && n.id().equals(name)).isPresent()
            && value
                .filter(v -> v instanceof Expression.ListDisplay l && l.elements().isEmpty())
                .isPresent()
            && layout.isAlone(before)
            && layout.source().text().substring(before.end(), layout.lineStart(loop)).isBlank();
    return empty ? Optional.of(before) : Optional.empty();
  }

  /** True when something around the loop could catch a failure and look at what was collected. */
  private boolean isGuarded(Node node) {
    boolean[] found = {false};
    Walk.each(
        judgement.candidate().frame().node(),
        n -> {
          boolean around = n != node && n.span().contains(node.span());
          found[0] |= around && (n instanceof Statement.Try || n instanceof Statement.With);
        });
    return found[0];
  }

  private boolean holdsComment(Node node) {
    for (Token token : program.tree().tokens()) {
      if (token.kind() == Token.Kind.COMMENT
          && node.start() <= token.start()
          && token.end() <= node.end()) {
        return true;
      }
    }
    return false;
  }

  private void collect(Statement.For loop, String list) {
    Statement empty = emptyBefore(loop, list).orElseThrow();
    String outer = layout.indentation(loop);
    String indent = deeper(outer);
    String items = items(loop);
    String assigned =
        layout
            .source()
            .text()
            .substring(
                empty.start(),
                empty instanceof Statement.AnnAssign a
                    ? a.value().orElseThrow().start()
                    : ((Statement.Assign) empty).value().start());
    String code =
        opened(outer)
            + prelude(indent, loopClause(loop, items))
            + indent
            + "try:"
            + text.end()
            + indent
            + text.unit()
            + assigned
            + taken("[", "]")
            + text.end()
            + list().ending(indent);
    edits.add(edit(layout.lineStart(empty), loop.end(), code));
  }

  private String taken(String open, String close) {
    String tasks = progress.map(p -> p.around(names.tasks(), "")).orElse(names.tasks());
    return open + "await " + names.task() + " for " + names.task() + " in " + tasks + close;
  }

  private String items(Statement.For loop) {
    return progress
        .map(ShownProgress::items)
        .orElseGet(() -> layout.source().text(loop.iterable().span()));
  }

  /** The loop's header, with what shows its progress around the tasks. */
  private String header(String target, String tasks, String indent) {
    if (progress.isEmpty()) {
      return target + " in " + tasks;
    }
    String sized = tasks.equals(names.tasks()) ? "" : names.tasks();
    String start = "for " + target + " in " + progress.get().open();
    String line = text.fold(indent, start, progress.get().arguments(tasks, sized), "):");
    return line.substring(indent.length() + "for ".length(), line.lastIndexOf(':'));
  }

  /** The loop stays, one step to the right, and awaits. */
  private void stream(Statement.For loop) {
    Iteration iteration = judgement.model().iteration().orElseThrow();
    boolean needsItem = needsItem(loop);
    String outer = layout.indentation(loop);
    String indent = deeper(outer);
    String items = items(loop);
    StringBuilder lines = new StringBuilder(opened(outer));
    if (needsItem) {
      Items named = Items.apart(iteration, layout.source(), FreshNames.of(program.tree()));
      items = named.text();
      lines.append(named.line().isEmpty() ? "" : indent + named.line() + text.end());
    }
    lines.append(prelude(indent, loopClause(loop, items)));
    lines.append(indent).append("try:").append(text.end());
    takeResults(loop);
    List<Span> gone = edits.stream().map(Edit::span).filter(s -> s.length() > 0).toList();
    String header =
        needsItem
            ? header(
                TargetText.single(layout.source(), loop.target()) + ", " + names.task(),
                "zip(" + items + ", " + names.tasks() + ")",
                indent + text.unit())
            : header(names.task(), names.tasks(), indent + text.unit());
    int start = layout.lineStart(loop);
    edits.add(edit(start, start, lines.toString()));
    edits.add(edit(loop.target().start(), loop.iterable().end(), header));
    shift(start, loop.end(), gone, new Span(loop.target().start(), loop.iterable().end()));
    int end = text.endWithComment(loop);
    edits.add(edit(end, end, text.end() + list().ending(indent)));
  }

  private void shift(int start, int end, List<Span> gone, Span header) {
    for (int offset : layout.indentable(start, end)) {
      boolean inHeader = header.start() < offset && offset <= header.end();
      boolean removed = gone.stream().anyMatch(s -> s.start() <= offset && offset < s.end());
      if (!inHeader && !removed) {
        edits.add(edit(offset, offset, deeper(text.unit())));
      }
    }
  }

  /** Where the program waited it awaits the item's task now. */
  private void takeResults(Statement.For loop) {
    String await = "await " + names.task();
    List<Statement> parallel = fission.parallel();
    boolean single = parallel.size() + fission.extractions().size() == 1;
    for (Statement s : parallel) {
      if (!layout.isAlone(s)) {
        throw new WorkerBuilder.Unsupported("several statements share a line of the loop");
      }
    }
    if (single && parallel.isEmpty()) {
      Expression e = fission.extractions().get(0).expression();
      edits.add(edit(e.start(), e.end(), isTight(e) ? "(" + await + ")" : await));
      return;
    }
    if (single && assignedValue(parallel.get(0)).isPresent()) {
      Expression value = assignedValue(parallel.get(0)).get();
      edits.add(edit(value.start(), value.end(), await));
      return;
    }
    List<String> results = new ArrayList<>(worker.crossing());
    Set<String> used = FreshNames.identifiers(judgement.candidate().frame().node());
    for (Fission.Extraction extraction : fission.extractions()) {
      String name = FetchNames.local(used, "result", "value");
      used.add(name);
      results.add(name);
      edits.add(edit(extraction.expression().start(), extraction.expression().end(), name));
    }
    String line = results.isEmpty() ? await : String.join(", ", results) + " = " + await;
    if (parallel.isEmpty()) {
      Statement first = loop.body().get(0);
      String indent = layout.indentation(first);
      int at = text.startWithComments(first.start());
      edits.add(edit(at, at, deeper(indent) + text.unit() + line + text.end()));
      return;
    }
    Statement first = parallel.get(0);
    edits.add(edit(first.start(), first.end(), line));
    for (Statement other : parallel.subList(1, parallel.size())) {
      Span lines = layout.lines(other);
      boolean last = other == loop.body().get(loop.body().size() - 1);
      int from = last ? endOfPrevious(loop, other) : lines.start();
      edits.add(edit(from, last ? other.end() : lines.end(), ""));
    }
  }

  /** The statement that ends the loop goes with the line end in front of it. */
  private int endOfPrevious(Statement.For loop, Statement last) {
    List<Statement> body = loop.body();
    Statement before = body.get(body.indexOf(last) - 1);
    return fission.parallel().indexOf(before) > 0
        ? layout.lineStart(last) - text.end().length()
        : text.endWithComment(before);
  }

  private Optional<Expression> assignedValue(Statement s) {
    if (s instanceof Statement.Assign a
        && a.targets().size() == 1
        && a.targets().get(0) instanceof Expression.Name n
        && fission.crossing().equals(Set.of(n.id()))) {
      return Optional.of(a.value());
    }
    return s instanceof Statement.AnnAssign a
            && a.target() instanceof Expression.Name n
            && fission.crossing().equals(Set.of(n.id()))
        ? a.value()
        : Optional.empty();
  }

  /** True when {@code await} there would bind to what stands around the expression. */
  private boolean isTight(Expression e) {
    String after = layout.source().text().substring(e.end());
    String rest = after.stripLeading();
    return rest.startsWith(".")
        || rest.startsWith("[")
        || rest.startsWith("(")
        || rest.startsWith("**");
  }

  private boolean needsItem(Statement.For loop) {
    Set<String> targets = bound(loop.target());
    boolean[] used = {false};
    List<Statement> rest = new ArrayList<>(loop.body());
    rest.removeAll(fission.parallel());
    rest.addAll(loop.orElse());
    for (Statement statement : rest) {
      Walk.where(
          statement,
          n -> {
            used[0] |= n instanceof Expression.Name x && targets.contains(x.id());
            return fission.extractions().stream().noneMatch(e -> e.expression() == n);
          });
    }
    return used[0] || usedElsewhere(loop, targets);
  }

  /** True when a name of the loop may be read outside it, before it gets another value there. */
  private boolean usedElsewhere(Statement.For loop, Set<String> wanted) {
    Scope frame = judgement.candidate().frame();
    boolean[] used = {false};
    Walk.where(
        frame.node(),
        n -> {
          if (n == loop) {
            return false;
          }
          if (n instanceof Statement.For other
              && bound(other.target()).containsAll(wanted)
              && !other.span().contains(loop.span())) {
            return false;
          }
          used[0] |=
              n instanceof Expression.Name x
                  && x.context() == Context.LOAD
                  && wanted.contains(x.id())
                  && program.scopes().around(x).owner(x.id()).filter(o -> o == frame).isPresent();
          return true;
        });
    return used[0];
  }

  private void comprehension(Expression node) {
    Statement statement = judgement.candidate().statement();
    if (!layout.startsLine(statement) || !isFirst(statement, node)) {
      throw new WorkerBuilder.Unsupported(
          "it stands in a statement that cannot be wrapped; assign its value to a name first");
    }
    String outer = layout.indentation(statement);
    String indent = deeper(outer);
    List<Comprehension> clauses = clauses();
    boolean awaits = clauses.stream().anyMatch(c -> dev.parallelize.dependence.Awaits.in(c));
    if (awaits) {
      throw new WorkerBuilder.Unsupported("what selects the items awaits, too");
    }
    StringBuilder lines = new StringBuilder(opened(outer));
    String code =
        layout
            .source()
            .text()
            .substring(clauses.get(0).start(), clauses.get(clauses.size() - 1).end());
    String replacement;
    if (node instanceof Expression.DictComp && isKeyed(judgement)) {
      Iteration iteration = judgement.model().iteration().orElseThrow();
      Items items = Items.apart(iteration, layout.source(), FreshNames.of(program.tree()));
      String key = layout.source().text(iteration.target().span());
      lines.append(items.line().isEmpty() ? "" : indent + items.line() + text.end());
      code = "for " + key + " in " + items.text();
      replacement =
          "{"
              + key
              + ": await "
              + names.task()
              + " for "
              + key
              + ", "
              + names.task()
              + " in zip("
              + items.text()
              + ", "
              + names.tasks()
              + ")}";
    } else if (node instanceof Expression.ListComp) {
      replacement = taken("[", "]");
    } else if (node instanceof Expression.SetComp) {
      replacement = taken("{", "}");
    } else {
      replacement = taken("dict([", "])");
    }
    lines.append(prelude(indent, oneLine(code)));
    lines.append(indent).append("try:").append(text.end());
    int start = layout.lineStart(statement);
    edits.add(edit(start, start, lines.toString()));
    shift(start, statement.end(), List.of(), node.span());
    edits.add(edit(node.start(), node.end(), replacement));
    int end = text.endWithComment(statement);
    edits.add(edit(end, end, text.end() + list().ending(indent)));
  }

  private static String oneLine(String code) {
    return code.replaceAll("\\s*\\R\\s*", " ");
  }

  /** True when nothing of the statement is evaluated before the comprehension. */
  private static boolean isFirst(Statement statement, Expression node) {
    Optional<Expression> value = Optional.empty();
    if (statement instanceof Statement.Assign a) {
      value = Optional.of(a.value());
    } else if (statement instanceof Statement.AnnAssign a) {
      value = a.value();
    } else if (statement instanceof Statement.Return r) {
      value = r.value();
    } else if (statement instanceof Statement.ExpressionStatement e) {
      value = Optional.of(e.value());
    }
    Expression first = value.orElse(null);
    while (first instanceof Expression.Call call
        && call.function() instanceof Expression.Name
        && !call.arguments().isEmpty()) {
      first = call.arguments().get(0);
    }
    return first == node;
  }

  private void group() {
    List<Statement> group = judgement.candidate().group();
    Statement first = group.get(0);
    String indent = layout.indentation(first);
    List<String> created = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    for (Statement s : group) {
      if (!layout.isAlone(s)) {
        throw new WorkerBuilder.Unsupported("several statements share a line");
      }
      boolean plain = TaskNames.called(s) instanceof Expression.Call c && areQuick(c);
      if (turn == TaskPlan.Turn.THREAD && !plain) {
        throw new WorkerBuilder.Unsupported("the arguments of the calls block, too");
      }
      Statement.Assign assign = (Statement.Assign) s;
      targets.add(layout.source().text(assign.targets().get(0).span()));
      created.add(created(assign));
    }
    String inner = indent + text.unit();
    String code =
        text.fit(indent, names.tasks() + " = [", created, "]")
            + indent
            + "try:"
            + text.end()
            + text.fit(inner, String.join(", ", targets) + " = ", List.of(), taken("[", "]"))
            + list().ending(indent);
    int start = layout.lineStart(first);
    Statement last = group.get(group.size() - 1);
    if (holdsComment(new Statement.Pass(start, last.end()))) {
      throw new WorkerBuilder.Unsupported("comments stand between the statements");
    }
    edits.add(edit(start, last.end(), code));
  }

  private boolean areQuick(Expression.Call call) {
    return isQuick(call.function())
        && call.arguments().stream().allMatch(this::isQuick)
        && call.keywords().stream().allMatch(k -> isQuick(k.value()));
  }

  private String created(Statement.Assign assign) {
    Expression.Call call = (Expression.Call) TaskNames.called(assign);
    String code = layout.source().text(call.span());
    if (turn == TaskPlan.Turn.AWAIT) {
      String start = isCoroutineCall(assign) ? ".create_task(" : ".ensure_future(";
      return asyncio + start + code + ")";
    }
    String passed = String.join(", ", worker.passed(call));
    return asyncio + ".create_task(" + asyncio + ".to_thread(" + passed + "))";
  }
}
