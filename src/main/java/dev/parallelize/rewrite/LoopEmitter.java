package dev.parallelize.rewrite;

import dev.parallelize.dependence.FailureOrder;
import dev.parallelize.dependence.Fission;
import dev.parallelize.dependence.Iteration;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.Options;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Token;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Emits a {@code for} loop whose parallel part runs in a pool and whose remainder stays as it was. */
final class LoopEmitter {
  private final Judgement judgement;
  private final Program program;
  private final Layout layout;
  private final FreshNames fresh;
  private final PoolCode code;
  private final Worker worker;
  private final Initializer initializer;
  private final Statement.For loop;
  private final Fission fission;
  private final Iteration iteration;
  private final String indent;
  private final String inner;
  private final String newline;
  private final String errors;
  private final Optional<Statement> rounds;
  private final boolean mayChunk;
  private final Optional<LookAhead> ahead;
  private final Optional<ShownProgress> progress;

  LoopEmitter(
      Judgement judgement,
      Layout layout,
      FreshNames fresh,
      PoolCode code,
      Worker worker,
      Initializer initializer) {
    this.judgement = judgement;
    this.program = judgement.program();
    this.layout = layout;
    this.fresh = fresh;
    this.code = code;
    this.worker = worker;
    this.initializer = initializer;
    this.loop = (Statement.For) judgement.candidate().node();
    this.fission = judgement.model().fission();
    this.iteration = judgement.model().iteration().orElseThrow();
    this.progress = iteration.progress().map(p -> new ShownProgress(p, layout.source()));
    this.indent = layout.indentation(loop);
    this.inner = indent + code.shift();
    this.newline = layout.newline();
    this.rounds =
        code.mayServeRounds(initializer) ? Hoisting.of(judgement, layout) : Optional.empty();
    this.errors = code.tolerant() ? fresh.fresh("errors", "item_errors", "errors") : "";
    this.mayChunk = code.tolerant() || FailureOrder.allowsChunks(program, judgement.model());
    this.ahead = code.lookAhead(judgement, fresh, collects() && !skips(), needsItem());
  }

  /** How the loop takes items ahead, where it cannot take all of them first. */
  Optional<LookAhead> ahead() {
    return ahead;
  }

  void emit(List<Edit> edits) {
    if (!layout.startsLine(loop)) {
      throw new WorkerBuilder.Unsupported("the loop shares its line with other statements");
    }
    if (collects() && !skips() && ahead.isEmpty()) {
      collect(edits);
    } else {
      refuseOddFailures();
      stream(edits);
    }
  }

  /** Options that have no plain meaning for this loop. */
  private void refuseOddFailures() {
    if (fission.inPlace() && code.sequentialBelow().isPresent()) {
      throw new WorkerBuilder.Unsupported(
          "with sequentialBelow the loop would have to stand there twice, since it needs results in"
              + " the middle of an iteration");
    }
    if (!code.tolerant()) {
      return;
    }
    boolean handled = fission.extractions().stream().anyMatch(Fission.Extraction::guarded);
    if (handled || !fission.guards().isEmpty()) {
      throw new WorkerBuilder.Unsupported(
          "onError: the loop itself decides which items are worked on or what happens when one"
              + " fails");
    }
    if (layout.source().line(loop.body().get(0).start())
        == layout.source().line(loop.iterable().end())) {
      throw new WorkerBuilder.Unsupported("the loop is written on one line");
    }
    if (gathers() && fission.exits()) {
      throw new WorkerBuilder.Unsupported(
          "onError collect: the loop may be left before all items are done; use skip");
    }
    if (gathers() && !code.hasExceptionGroups()) {
      throw new WorkerBuilder.Unsupported(
          "onError collect: this loop's results have no place for exceptions, and groups of"
              + " exceptions need Python 3.11; use skip");
    }
  }

  /** Failures go into a list of their own, since the results have no place for them. */
  private boolean gathers() {
    return code.onError() == Options.OnError.COLLECT && !keepsResults();
  }

  /** All that the loop does with a result is to put it into a place of its own. */
  private boolean keepsResults() {
    if (fission.inPlace() || fission.remainder().size() != 1 || worker.results().size() != 1) {
      return false;
    }
    return appended().isPresent()
        || (fission.remainder().get(0) instanceof Statement.Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Expression.Subscript
            && isResult(assign.value()));
  }

  private boolean isResult(Expression value) {
    boolean extracted =
        fission.extractions().size() == 1 && fission.extractions().get(0).expression() == value;
    return extracted
        || (value instanceof Expression.Name n && fission.crossing().equals(Set.of(n.id())));
  }

  /** The remainder does nothing but append the result to a list. */
  private boolean collects() {
    if (fission.inPlace()
        || fission.exits()
        || progress.filter(ShownProgress::counts).isPresent()
        || fission.remainder().size() != 1
        || worker.results().size() != 1
        || !loop.orElse().isEmpty()
        || holdsComment()
        || usedOutside(iteration.targets())
        || usedOutside(List.copyOf(fission.crossing()))) {
      return false;
    }
    return appended().isPresent();
  }

  private Optional<Expression.Name> appended() {
    if (fission.remainder().get(0) instanceof Statement.ExpressionStatement s
        && s.value() instanceof Expression.Call call
        && call.arguments().size() == 1
        && call.keywords().isEmpty()
        && call.function() instanceof Expression.Attribute a
        && a.attribute().equals("append")
        && program.type(a.value()).name().equals("list")
        && a.value() instanceof Expression.Name list) {
      return isResult(call.arguments().get(0)) ? Optional.of(list) : Optional.empty();
    }
    return Optional.empty();
  }

  private void collect(List<Edit> edits) {
    Items items = Items.of(judgement, layout.source(), fresh);
    Expression.Name list = appended().orElseThrow();
    Optional<Statement> empty = emptyListBefore(list.id());
    List<String> mapped = mappedItems(items);
    String sized = worker.items().isEmpty() ? items.sized() : worker.items().get(0);
    List<String> lines = new ArrayList<>();
    boolean own = worker.items().isEmpty();
    if (own && !items.line().isEmpty()) {
      lines.add((rounds.isPresent() ? inner : indent) + items.line());
    }
    lines.addAll(opened(sized, mayChunk));
    String before = empty.isPresent() ? list.id() + " = list(" : list.id() + ".extend(";
    if (progress.isPresent()) {
      String name = fresh.fresh("results", "outcomes", "results");
      lines.addAll(code.branches(inner, name + " = ", worker, mapped, sized, mayChunk, ""));
      List<String> shown = progress.get().arguments(name, sized);
      lines.add(code.wrapped(inner, before + progress.get().open(), shown, "))"));
    } else {
      lines.addAll(code.branches(inner, before, worker, mapped, sized, mayChunk, ")"));
    }
    int start = empty.map(layout::lineStart).orElse(layout.lineStart(loop));
    edits.add(PoolRewriter.edit(start, loop.end(), String.join(newline, lines)));
    edits.addAll(code.close(indent, loop));
    openForRounds(edits);
  }

  /** The pool right before the loop; where it is open already, only the size of its tasks. */
  private List<String> opened(String sized, boolean mayChunk) {
    if (rounds.isPresent()) {
      return code.chunks(inner, sized, mayChunk);
    }
    List<String> lines = new ArrayList<>(code.prelude(indent, sized, mayChunk));
    if (gathers()) {
      lines.add(indent + errors + " = []");
    }
    lines.addAll(code.open(indent, initializer));
    return lines;
  }

  /** Opens the pool in front of the loop around, whose lines move one step to the right. */
  private void openForRounds(List<Edit> edits) {
    if (rounds.isEmpty()) {
      return;
    }
    Statement outer = rounds.get();
    int start = layout.lineStart(outer);
    List<Span> gone = edits.stream().map(Edit::span).filter(s -> s.length() > 0).toList();
    List<String> lines = code.openForRounds(layout.indentation(outer), initializer);
    edits.add(PoolRewriter.edit(start, start, String.join(newline, lines) + newline));
    for (int offset : layout.indentable(start, outer.end())) {
      if (gone.stream().noneMatch(s -> s.start() <= offset && offset < s.end())) {
        edits.add(PoolRewriter.edit(offset, offset, layout.unit()));
      }
    }
  }

  private List<String> mappedItems(Items items) {
    return worker.items().isEmpty() ? List.of(items.text()) : worker.items();
  }

  /** {@code results = []} right before the loop. */
  private Optional<Statement> emptyListBefore(String name) {
    List<Statement> block = judgement.candidate().block();
    int index = block.indexOf(loop);
    if (index > 0
        && !fission.effectsOutlive()
        && block.get(index - 1) instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Name n
        && n.id().equals(name)
        && assign.value() instanceof Expression.ListDisplay display
        && display.elements().isEmpty()
        && layout.isAlone(assign)
        && layout.source().text().substring(assign.end(), layout.lineStart(loop)).isBlank()) {
      return Optional.of(assign);
    }
    return Optional.empty();
  }

  private boolean holdsComment() {
    for (Token token : program.tree().tokens()) {
      if (token.kind() == Token.Kind.COMMENT
          && loop.start() <= token.start()
          && token.end() <= loop.end()) {
        return true;
      }
    }
    return false;
  }

  /** Streams results into the loop, whose lines stay and move one step to the right. */
  private void stream(List<Edit> edits) {
    boolean needsItem = needsItem();
    Items items = Items.of(judgement, layout.source(), fresh);
    boolean projected = !worker.items().isEmpty() && !fission.inPlace();
    String again = projected ? iterable() : items.text();
    again = progress.filter(ShownProgress::counts).map(ShownProgress::call).orElse(again);
    List<String> lines = new ArrayList<>();
    if (!projected && !items.line().isEmpty() && ahead.isEmpty()) {
      lines.add((rounds.isPresent() ? inner : indent) + items.line());
    }
    String sized = ahead.isPresent() ? "" : projected ? worker.items().get(0) : items.sized();
    lines.addAll(opened(sized, !fission.inPlace() && mayChunk));
    String header;
    if (ahead.isPresent()) {
      header = ahead(ahead.get(), lines, needsItem, edits);
    } else if (fission.inPlace()) {
      String futures = fresh.fresh("futures", "pending", "futures");
      String future = fresh.fresh("future", "pending_result", "future");
      lines.add(submit(futures, items));
      header = paired(future) + " in zip(" + again + ", " + futures + ")";
      if (code.tolerant()) {
        tolerate(code.result(future), List.of(), edits);
      }
      takeInPlace(future, edits);
      cancelAtExits(true, edits);
    } else {
      if (code.sequentialBelow().isPresent()) {
        cancelAtExits(false, edits);
      }
      header = header(lines, items, again, sized, needsItem, projected, edits);
      removeParts(edits);
    }
    List<Span> gone = edits.stream().map(Edit::span).filter(s -> s.length() > 0).toList();
    String above = lines.isEmpty() ? "" : String.join(newline, lines) + newline;
    edits.add(PoolRewriter.edit(layout.lineStart(loop), layout.lineStart(loop), above));
    edits.add(
        PoolRewriter.edit(loop.target().start(), loop.iterable().end(), shown(header, sized)));
    edits.addAll(code.close(indent, loop));
    if (gathers()) {
      int end = layout.lineEnd(loop);
      edits.add(PoolRewriter.edit(end, end, raised()));
    }
    int headerEnd = loop.iterable().end();
    if (rounds.isPresent()) {
      openForRounds(edits);
      return;
    }
    for (int offset : layout.indentable(layout.lineStart(loop), loop.end())) {
      boolean inHeader = loop.target().start() < offset && offset <= headerEnd;
      boolean removed = gone.stream().anyMatch(s -> s.start() <= offset && offset < s.end());
      if (!inHeader && !removed && !code.shift().isEmpty()) {
        edits.add(PoolRewriter.edit(offset, offset, code.shift()));
      }
    }
  }

  /** The loop runs over tasks that are started while it goes on. */
  private String ahead(LookAhead window, List<String> lines, boolean needsItem, List<Edit> edits) {
    if (window.isBuffer()) {
      removeParts(edits);
      List<String> arguments = List.of(worker.callable(), iterable(), window.buffer(code.count()));
      String start = "for " + results() + " in " + code.executor() + ".map(";
      return code.wrapped(inner, start, arguments, ")").substring(inner.length() + "for ".length());
    }
    String futures = fresh.fresh("futures", "pending", "futures");
    String future = fresh.fresh("future", "pending_result", "future");
    lines.add(started(futures, needsItem));
    boolean one = fission.parallel().size() + fission.extractions().size() == 1;
    boolean inPlace = fission.inPlace() || (one && !fission.testsInside());
    if (inPlace) {
      if (code.tolerant()) {
        tolerate(code.result(future), List.of(), edits);
      }
      takeInPlace(future, edits);
    } else {
      String deeper = layout.indentation(loop.body().get(0)) + code.shift();
      String taken = (worker.results().isEmpty() ? "" : results() + " = ") + code.result(future);
      edits.add(PoolRewriter.edit(headerEnd(), headerEnd(), newline + deeper + taken));
      removeParts(edits);
    }
    cancelAtExits(inPlace, edits);
    return window.over(needsItem ? paired(future) : future, futures, code.count());
  }

  private String iterable() {
    return progress
        .map(ShownProgress::items)
        .orElseGet(() -> layout.source().text(loop.iterable().span()));
  }

  /** What shows the loop's progress stands around the results. */
  private String shown(String header, String sized) {
    if (progress.filter(p -> !p.counts()).isEmpty()) {
      return header;
    }
    int in = header.indexOf(" in ");
    String before = header.substring(0, in) + " in " + progress.get().open();
    return zipped(before, progress.get().arguments(header.substring(in + 4), sized));
  }

  private String header(
      List<String> lines,
      Items items,
      String again,
      String sized,
      boolean needsItem,
      boolean projected,
      List<Edit> edits) {
    List<String> mapped = projected ? worker.items() : List.of(items.text());
    String results = tolerated(edits);
    boolean once = !code.inStatements() && progress.isEmpty();
    if (once && (fission.exits() || !needsItem)) {
      String map = code.map("", "", worker, mapped, sized, mayChunk, "");
      boolean short_ = !map.contains("\n") && map.length() < 60;
      if (needsItem) {
        return zipped(paired(results) + " in zip(", List.of(again, oneLine(map)));
      }
      if (short_ || fission.exits()) {
        String start = "for " + results + " in ";
        return code.map(inner, start, worker, mapped, sized, mayChunk, "")
            .substring(inner.length() + "for ".length());
      }
    }
    String name = fresh.fresh(plural(), "outcomes", "results");
    lines.addAll(code.branches(inner, name + " = ", worker, mapped, sized, mayChunk, ""));
    return needsItem
        ? paired(results) + " in zip(" + again + ", " + name + ")"
        : results + " in " + name;
  }

  /** What the loop calls an item's outcome; where it may be a failure, the body looks at it first. */
  private String tolerated(List<Edit> edits) {
    boolean nothingLeft = fission.remainder().isEmpty() && !gathers();
    if (!code.tolerant() || nothingLeft || (keepsResults() && !skips())) {
      return results();
    }
    boolean one = worker.results().size() == 1;
    String outcome =
        one ? worker.results().get(0) : fresh.fresh("outcome", "item_outcome", "outcome");
    boolean several = worker.results().size() > 1;
    tolerate(outcome, several ? List.of(results() + " = " + outcome) : List.of(), edits);
    return outcome;
  }

  private boolean skips() {
    return code.onError() == Options.OnError.SKIP;
  }

  /** Leaves out the items that failed, at the start of the body. */
  private void tolerate(String outcome, List<String> after, List<Edit> edits) {
    String deeper = layout.indentation(loop.body().get(0)) + code.shift();
    List<String> lines = new ArrayList<>();
    lines.add(deeper + "if isinstance(" + outcome + ", Exception):");
    if (gathers()) {
      lines.add(deeper + layout.unit() + errors + ".append(" + outcome + ")");
    }
    lines.add(deeper + layout.unit() + "continue");
    after.forEach(line -> lines.add(deeper + line));
    int end = headerEnd();
    edits.add(PoolRewriter.edit(end, end, newline + String.join(newline, lines)));
  }

  private int headerEnd() {
    return program.tree().tokens().stream()
        .filter(t -> t.kind() == Token.Kind.NEWLINE && t.start() >= loop.iterable().end())
        .findFirst()
        .orElseThrow()
        .start();
  }

  /** All failures together, once all items are done. */
  private String raised() {
    String raise = "raise ExceptionGroup(\"items failed\", " + errors + ")";
    String deeper = newline + indent + layout.unit();
    return newline + indent + "if " + errors + ":" + deeper + raise;
  }

  /** The loop's line is broken as a formatter would break it. */
  private String zipped(String before, List<String> arguments) {
    String joined = String.join(", ", arguments);
    if (PoolCode.length(inner + "for " + before + joined + "):") <= PoolCode.LINE_LENGTH) {
      return before + joined + ")";
    }
    String deeper = inner + layout.unit();
    boolean fits = PoolCode.length(deeper + joined) <= PoolCode.LINE_LENGTH;
    String lines = fits ? joined : String.join("," + newline + deeper, arguments) + ",";
    return before + newline + deeper + lines + newline + inner + ")";
  }

  private String oneLine(String map) {
    return map.replaceAll("\\s*\\R\\s*", " ")
        .replace("( ", "(")
        .replace(", )", ")")
        .replace(" )", ")");
  }

  private String plural() {
    String one = worker.results().isEmpty() ? "result" : worker.results().get(0);
    String plural = ResultNames.plural(one);
    return worker.results().size() == 1 && fresh.isFree(plural) ? plural : "results";
  }

  private String results() {
    if (worker.results().isEmpty()) {
      return "_";
    }
    return String.join(", ", worker.results());
  }

  /** {@code item, score} or {@code (i, item), (score, label)}. */
  private String paired(String second) {
    String first = TargetText.single(layout.source(), loop.target());
    return first + ", " + (second.contains(", ") ? "(" + second + ")" : second);
  }

  private String submit(String futures, Items items) {
    return tasks(futures, items.text(), "[", "]", false);
  }

  /** Tasks that are started one by one, when somebody asks for them. */
  private String started(String futures, boolean needsItem) {
    return tasks(futures, iterable(), "(", ")", needsItem);
  }

  private String tasks(String futures, String items, String open, String close, boolean paired) {
    boolean names = !worker.arguments().isEmpty() || !fission.guards().isEmpty();
    String target = layout.source().text(loop.target().span());
    String item = names || loop.target() instanceof Expression.Name ? target : "item";
    List<String> arguments = new ArrayList<>();
    arguments.add(worker.callable());
    if (worker.arguments().isEmpty()) {
      arguments.add(
          loop.target() instanceof Expression.Name ? target : names ? "(" + target + ")" : item);
    } else {
      arguments.addAll(worker.arguments());
    }
    String call = code.submit(arguments.get(0), arguments.subList(1, arguments.size()));
    List<String> choice = List.of();
    if (!fission.guards().isEmpty()) {
      String condition = new GuardText(layout.source()).of(fission.guards());
      choice = List.of("if " + condition, "else None");
    }
    String task = call;
    call = String.join(" ", Stream.concat(Stream.of(call), choice.stream()).toList());
    if (paired) {
      String given = TargetText.isBare(loop.target()) && names ? "(" + item + ")" : item;
      call = "(" + given + ", " + call + ")";
    }
    String clause =
        items.equals(iterable())
            ? LookAhead.clause(layout.source(), item, loop.iterable())
            : "for " + item + " in " + items;
    String line = inner + futures + " = " + open + call + " " + clause + close;
    if (PoolCode.length(line) <= PoolCode.LINE_LENGTH) {
      return line;
    }
    String deeper = inner + layout.unit();
    boolean fits = PoolCode.length(deeper + call + " " + clause) <= PoolCode.LINE_LENGTH;
    String between = fits ? " " : newline + deeper;
    if (!paired && PoolCode.length(deeper + call) > PoolCode.LINE_LENGTH) {
      call = task + newline + deeper + String.join(newline + deeper, choice);
    }
    return inner + futures + " = " + open + newline + deeper + call + between + clause + newline
        + inner + close;
  }

  private void takeInPlace(String future, List<Edit> edits) {
    String result = code.result(future);
    for (Fission.Extraction extraction : fission.extractions()) {
      edits.add(
          PoolRewriter.edit(
              extraction.expression().start(), extraction.expression().end(), result));
    }
    for (Statement statement : fission.parallel()) {
      String names = results();
      edits.add(
          PoolRewriter.edit(
              statement.start(),
              statement.end(),
              worker.results().isEmpty() ? result : names + " = " + result));
    }
  }

  /** Leaving the loop early also drops the work that has not started. */
  private void cancelAtExits(boolean inPlace, List<Edit> edits) {
    if (!fission.exits() || code.isPool()) {
      return;
    }
    List<Expression> taken =
        inPlace
            ? fission.extractions().stream().map(Fission.Extraction::expression).toList()
            : List.of();
    edits.addAll(new EarlyExits(layout, fresh, code.executor(), taken).edits(fission.remainder()));
  }

  /** The parallel statements go; what they gave comes in with the loop's targets. */
  private void removeParts(List<Edit> edits) {
    for (Statement statement : fission.parallel()) {
      if (!layout.isAlone(statement)) {
        throw new WorkerBuilder.Unsupported("several statements share a line of the loop");
      }
    }
    boolean nothingLeft = fission.remainder().isEmpty();
    for (int i = 0; i < fission.parallel().size(); i++) {
      Statement statement = fission.parallel().get(i);
      Span lines = layout.lines(statement);
      if (nothingLeft && i == 0) {
        edits.add(PoolRewriter.edit(statement.start(), statement.end(), "pass"));
      } else {
        edits.add(
            PoolRewriter.edit(
                lines.start(), Math.min(lines.end(), Math.max(loop.end(), lines.start())), ""));
      }
    }
    int first = fission.crossing().size();
    for (int i = 0; i < fission.extractions().size(); i++) {
      Expression e = fission.extractions().get(i).expression();
      edits.add(PoolRewriter.edit(e.start(), e.end(), worker.results().get(first + i)));
    }
  }

  private boolean needsItem() {
    boolean[] used = {progress.filter(ShownProgress::counts).isPresent()};
    for (Statement statement : fission.remainder()) {
      Walk.each(
          statement,
          n ->
              used[0] |=
                  n instanceof Expression.Name name
                      && iteration.targets().contains(name.id())
                      && !fission.crossing().contains(name.id())
                      && fission.extractions().stream()
                          .noneMatch(
                              e ->
                                  e.expression().start() <= name.start()
                                      && name.end() <= e.expression().end()));
    }
    List<String> given =
        iteration.targets().stream().filter(t -> !fission.crossing().contains(t)).toList();
    return used[0] || usedOutside(given);
  }

  /** True when a name of the loop is read after it, or by another function. */
  private boolean usedOutside(List<String> names) {
    boolean[] used = {false};
    Scope frame = judgement.candidate().frame();
    Walk.each(
        program.tree().module(),
        n -> {
          if (n instanceof Expression.Name name
              && name.context() != Context.STORE
              && names.contains(name.id())
              && (name.start() < loop.start() || name.start() >= loop.end())) {
            Scope around = program.scopes().around(name);
            Optional<Scope> owner = around.owner(name.id());
            boolean ours =
                owner
                    .filter(o -> o.kind() != Scope.Kind.COMPREHENSION)
                    .filter(o -> program.frameOf(o) == frame)
                    .isPresent();
            boolean elsewhere = program.frameOf(around) != frame;
            boolean again = !judgement.candidate().outer().isEmpty();
            used[0] |= ours && (name.start() >= loop.end() || elsewhere || again);
          }
        });
    loop.orElse()
        .forEach(
            s ->
                Walk.each(
                    s,
                    n ->
                        used[0] |= n instanceof Expression.Name name && names.contains(name.id())));
    return used[0];
  }
}
