package dev.parallelize.rewrite;

import dev.parallelize.dependence.Construct;
import dev.parallelize.dependence.FailureOrder;
import dev.parallelize.dependence.Iteration;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.strategy.Options;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Emits a comprehension, generator expression or {@code map} call as a map over a pool. */
final class ExpressionEmitter {
  private final Judgement judgement;
  private final Program program;
  private final Layout layout;
  private final FreshNames fresh;
  private final PoolCode code;
  private final Worker worker;
  private final Initializer initializer;
  private final Node node;
  private final Statement statement;
  private final Optional<ChosenItems> chosen;
  private final boolean mayChunk;
  private final Optional<LookAhead> ahead;
  private final boolean free;
  private final boolean sure;
  private final List<String> inside = new ArrayList<>();
  private final Optional<ShownProgress> progress;
  private String length = "";

  ExpressionEmitter(
      Judgement judgement,
      Layout layout,
      FreshNames fresh,
      PoolCode code,
      Worker worker,
      Initializer initializer,
      Optional<ChosenItems> chosen) {
    this.chosen = chosen;
    this.judgement = judgement;
    this.program = judgement.program();
    this.layout = layout;
    this.fresh = fresh;
    this.code = code;
    this.worker = worker;
    this.initializer = initializer;
    this.node = judgement.candidate().node();
    this.statement = judgement.candidate().statement();
    this.progress =
        judgement
            .model()
            .iteration()
            .flatMap(Iteration::progress)
            .map(p -> new ShownProgress(p, layout.source()));
    this.mayChunk =
        code.tolerant() || FailureOrder.allowsChunks(judgement.program(), judgement.model());
    this.ahead = code.lookAhead(judgement, fresh);
    this.free = StatementOrder.isFree(judgement);
    this.sure = StatementOrder.isSure(judgement);
  }

  /** How items are taken ahead, where not all of them can be taken first. */
  Optional<LookAhead> ahead() {
    return ahead;
  }

  void emit(List<Edit> edits) {
    refuseOddPlaces();
    refuseOddFailures();
    if (progress.filter(p -> p.counts() || chosen.isPresent()).isPresent()) {
      throw new WorkerBuilder.Unsupported(
          "the progress that it shows has no place there; write it as a loop");
    }
    String indent = layout.indentation(statement);
    String newline = layout.newline();
    List<String> lines = new ArrayList<>();
    Iteration iteration = judgement.model().iteration().orElseThrow();
    String replacement;
    if (ahead.isPresent()) {
      replacement = ahead(ahead.get(), iteration, indent + code.shift());
    } else if (chosen.isPresent()) {
      replacement = chosen(chosen.get(), lines, indent);
    } else if (judgement.candidate().construct() == Construct.MAP_CALL) {
      Items items = items("");
      if (!items.line().isEmpty()) {
        lines.add(indent + items.line());
      }
      replacement = skipped(map(List.of(items.text()), items.sized()));
    } else {
      replacement = comprehension(iteration, lines, indent);
    }
    lines.addAll(code.prelude(indent, length, mayChunk));
    lines.addAll(code.open(indent, initializer));
    lines.addAll(inside);
    Optional<Expression> first = TestedFirst.of(layout, statement, node);
    if (first.isPresent()) {
      lines.add(computed(first.get(), replacement, indent + code.shift(), edits));
    }
    int start = layout.lineStart(statement);
    edits.add(PoolRewriter.edit(start, start, String.join(newline, lines) + newline));
    if (first.isPresent()) {
      return;
    }
    for (int offset : layout.indentable(start, statement.end())) {
      boolean inside = node.start() < offset && offset <= node.end();
      if (!inside && !code.shift().isEmpty()) {
        edits.add(PoolRewriter.edit(offset, offset, code.shift()));
      }
    }
    edits.add(PoolRewriter.edit(node.start(), node.end(), replacement));
    edits.addAll(code.close(indent, statement));
  }

  /** What a test starts with gets a name in front of it. */
  private String computed(Expression first, String replacement, String indent, List<Edit> edits) {
    String text = layout.source().text();
    String value =
        text.substring(first.start(), node.start())
            + replacement
            + text.substring(node.end(), first.end());
    String name = fresh.fresh(value.startsWith("all(") ? "holds" : "found", "result", "value");
    edits.add(PoolRewriter.edit(first.start(), first.end(), name));
    return indent + name + " = " + value;
  }

  /** Tasks are started while their results are used. */
  private String ahead(LookAhead window, Iteration iteration, String deeper) {
    List<Comprehension> generators = Comprehension.of(node);
    boolean plain =
        generators.size() < 2 && generators.stream().allMatch(g -> g.conditions().isEmpty());
    boolean keyed = node instanceof Expression.DictComp c && isKeyTarget(c, iteration);
    if (!free || !sure || !plain || keyed || progress.isPresent()) {
      throw LookAhead.tooEarly();
    }
    String futures = fresh.fresh("futures", "pending", "futures");
    String future = fresh.fresh("future", "pending_result", "future");
    inside.add(started(futures, iteration, generators.isEmpty(), deeper));
    String results = code.result(future) + " for " + window.over(future, futures, code.count());
    if (node instanceof Expression.ListComp) {
      return "[" + results + "]";
    } else if (node instanceof Expression.SetComp) {
      return "{" + results + "}";
    } else if (node instanceof Expression.DictComp) {
      return "dict(" + results + ")";
    }
    String text = layout.source().text();
    boolean only = text.charAt(node.start() - 1) == '(' && text.charAt(node.end()) == ')';
    return only ? results : "(" + results + ")";
  }

  private String started(String futures, Iteration iteration, boolean mapped, String deeper) {
    boolean whole = worker.arguments().isEmpty();
    boolean named = !mapped && (!whole || iteration.target() instanceof Expression.Name);
    String item =
        named
            ? layout.source().text(iteration.target().span())
            : fresh.fresh("item", "entry", "item");
    String task = code.submit(worker.callable(), whole ? List.of(item) : worker.arguments());
    String clause = LookAhead.clause(layout.source(), item, iteration.iterable());
    String line = deeper + futures + " = (" + task + " " + clause + ")";
    if (PoolCode.length(line) <= PoolCode.LINE_LENGTH) {
      return line;
    }
    String inner = deeper + layout.unit();
    boolean fits = PoolCode.length(inner + task + " " + clause) <= PoolCode.LINE_LENGTH;
    String newline = layout.newline();
    String between = fits ? " " : newline + inner;
    String tasks = inner + task + between + clause;
    return deeper + futures + " = (" + newline + tasks + newline + deeper + ")";
  }

  /** Results go under a name; what is chosen by them stands where the expression stood. */
  private String chosen(ChosenItems choice, List<String> lines, String indent) {
    if (!free || !sure) {
      throw stuck();
    }
    Items items = Items.of(judgement, layout.source(), fresh);
    if (!items.line().isEmpty()) {
      lines.add(indent + items.line());
    }
    length = items.sized();
    String deeper = indent + code.shift();
    String before = choice.results() + " = ";
    inside.addAll(
        code.branches(deeper, before, worker, List.of(items.text()), items.sized(), mayChunk, ""));
    String outer = layout.newline() + deeper;
    int taken = rest() + code.shift().length();
    String text =
        choice.text(items.text(), PoolCode.LINE_LENGTH - taken, outer, outer + layout.unit());
    boolean wrapped =
        node instanceof Expression.GeneratorExp && (sharesParentheses() || !choice.isCall());
    return wrapped ? "(" + text + ")" : text;
  }

  /** How long the statement's line is without the expression. */
  private int rest() {
    return layout.source().lineText(layout.source().line(statement.start())).length()
        - (node.end() - node.start());
  }

  /** The items, where they stand if they must not be taken before. */
  private Items items(String conditions) {
    if (free) {
      return Items.of(judgement, layout.source(), fresh, conditions);
    } else if (!conditions.isEmpty() || node instanceof Expression.DictComp) {
      throw stuck();
    }
    Expression iterable = judgement.model().iteration().orElseThrow().iterable();
    return new Items(layout.source().text(iterable.span()), "", "");
  }

  private static WorkerBuilder.Unsupported stuck() {
    return new WorkerBuilder.Unsupported(
        "its items are not known in front of the statement, where they would be counted: give what"
            + " comes before it in the statement a name first, or write a condition as an `if`"
            + " statement");
  }

  private void refuseOddPlaces() {
    Scope scope = judgement.candidate().scope();
    boolean nested =
        scope.kind() == Scope.Kind.COMPREHENSION
            || scope.kind() == Scope.Kind.LAMBDA
            || scope.kind() == Scope.Kind.CLASS;
    if (nested) {
      throw new WorkerBuilder.Unsupported(
          "it stands inside another comprehension, a lambda or a class body");
    }
    boolean simple =
        statement instanceof Statement.Assign
            || statement instanceof Statement.AnnAssign
            || statement instanceof Statement.AugAssign
            || statement instanceof Statement.Return
            || statement instanceof Statement.ExpressionStatement
            || (statement instanceof Statement.For loop
                && loop.iterable().start() <= node.start()
                && node.end() <= loop.iterable().end())
            || (!code.isPool() && TestedFirst.of(layout, statement, node).isPresent());
    if (!simple || !layout.startsLine(statement)) {
      throw new WorkerBuilder.Unsupported(
          "it stands in a statement that cannot be wrapped; assign its value to a name first");
    }
  }

  /** The map itself where the statement still fits on its line, else a name for it. */
  private String map(List<String> items, String sized) {
    length = sized;
    String mapped = code.map("", "", worker, items, sized, mayChunk, "");
    int line = layout.source().lineText(layout.source().line(statement.start())).length();
    int around =
        layout.unit().length()
            + (node instanceof Expression.DictComp ? 13 + items.get(0).length() : 8);
    int length = line - (node.end() - node.start()) + PoolCode.length(mapped) + around;
    boolean fits =
        !code.tolerant()
            && !code.inStatements()
            && length <= PoolCode.LINE_LENGTH
            && !mapped.contains("\n")
            && progress.isEmpty()
            && layout.source().line(statement.start()) == layout.source().line(statement.end());
    if (fits && Comprehension.of(node).size() < 2) {
      return mapped;
    } else if (!free || !sure) {
      throw stuck();
    }
    String deeper = layout.indentation(statement) + code.shift();
    String name = fresh.fresh("results", "outcomes", "results");
    inside.addAll(code.branches(deeper, name + " = ", worker, items, sized, mayChunk, ""));
    return progress.map(p -> p.around(name, sized)).orElse(name);
  }

  private String comprehension(Iteration iteration, List<String> lines, String indent) {
    List<Comprehension> generators = Comprehension.of(node);
    boolean filter = WorkerBuilder.filtersFirst(node);
    String conditions =
        filter
            ? generators.get(0).conditions().stream()
                .map(c -> " if " + layout.source().text(c.span()))
                .collect(Collectors.joining())
            : "";
    Items items = items(conditions);
    boolean own = worker.items().isEmpty() || filter;
    if (own && !items.line().isEmpty()) {
      lines.add(indent + items.line());
    }
    List<String> mapped = own ? List.of(items.text()) : worker.items();
    String sized = !free ? "" : own ? items.sized() : worker.items().get(0);
    String map = map(mapped, sized);
    boolean flattened =
        generators.size() > 1 || (!generators.get(0).conditions().isEmpty() && !filter);
    if (flattened) {
      return flattened(map);
    }
    if (skips()) {
      return withoutFailures(map, items, iteration);
    }
    if (node instanceof Expression.ListComp) {
      return "list(" + map + ")";
    } else if (node instanceof Expression.SetComp) {
      return "set(" + map + ")";
    } else if (node instanceof Expression.DictComp c) {
      boolean zipped = worker.results().size() == 1 && isKeyTarget(c, iteration);
      return zipped ? "dict(zip(" + items.text() + ", " + map + "))" : "dict(" + map + ")";
    }
    return sharesParentheses() ? "(" + map + ")" : map;
  }

  private boolean skips() {
    return code.onError() == Options.OnError.SKIP;
  }

  private String succeeded(String name) {
    return skips() ? " if not isinstance(" + name + ", Exception)" : "";
  }

  private String skipped(String map) {
    if (!skips()) {
      return map;
    }
    String value = outcome();
    return comprehension("(", value, value + " in " + map, value, ")");
  }

  private String withoutFailures(String map, Items items, Iteration iteration) {
    String value = outcome();
    String source = value + " in " + map;
    if (node instanceof Expression.ListComp) {
      return comprehension("[", value, source, value, "]");
    } else if (node instanceof Expression.SetComp) {
      return comprehension("{", value, source, value, "}");
    } else if (node instanceof Expression.DictComp c) {
      if (worker.results().size() == 1 && isKeyTarget(c, iteration)) {
        String key = fresh.fresh("key", "item_key", "key");
        String pairs = key + ", " + value + " in zip(" + items.text() + ", " + map + ")";
        return comprehension("{", key + ": " + value, pairs, value, "}");
      }
      return comprehension("dict(", value, source, value, ")");
    }
    return comprehension("(", value, source, value, ")");
  }

  private String outcome() {
    return fresh.fresh("value", "result", "outcome", "value");
  }

  /** On one line if the statement then fits on it, else a clause on each line. */
  private String comprehension(
      String open, String element, String source, String tested, String close) {
    return broken(open, List.of(element, "for " + source, succeeded(tested).strip()), close);
  }

  private String broken(String open, List<String> clauses, String close) {
    String line = open + String.join(" ", clauses) + close;
    if (rest() + code.shift().length() + PoolCode.length(line) <= PoolCode.LINE_LENGTH) {
      return line;
    }
    String outer = layout.newline() + layout.indentation(statement) + code.shift();
    String inner = outer + layout.unit();
    return open + inner + String.join(inner, clauses) + outer + close;
  }

  /** Exceptions need a place among the results. */
  private void refuseOddFailures() {
    if (code.onError() != Options.OnError.COLLECT) {
      return;
    }
    List<Comprehension> generators = Comprehension.of(node);
    boolean listed = node instanceof Expression.ListComp && generators.size() == 1;
    boolean keyed =
        node instanceof Expression.DictComp c
            && generators.size() == 1
            && isKeyTarget(c, judgement.model().iteration().orElseThrow());
    boolean filtered =
        generators.size() == 1
            && !generators.get(0).conditions().isEmpty()
            && !WorkerBuilder.filtersFirst(node);
    boolean mapped = judgement.candidate().construct() == Construct.MAP_CALL && isListed();
    if (!mapped && (filtered || !(listed || keyed))) {
      throw new WorkerBuilder.Unsupported(
          "onError collect: these results have no place for exceptions; use skip");
    }
  }

  /** {@code list(map(f, xs))}. */
  private boolean isListed() {
    boolean[] listed = {false};
    Walk.each(
        statement,
        n ->
            listed[0] |=
                n instanceof Expression.Call call
                    && call.arguments().size() == 1
                    && call.arguments().get(0) == node
                    && call.function() instanceof Expression.Name f
                    && Set.of("list", "tuple").contains(f.id()));
    return listed[0];
  }

  static boolean isKeyTarget(Expression.DictComp c, Iteration iteration) {
    return c.key() instanceof Expression.Name key
        && iteration.target() instanceof Expression.Name target
        && key.id().equals(target.id());
  }

  private String flattened(String map) {
    String values = fresh.fresh("values", "results", "values");
    String value = fresh.fresh("value", "result", "value");
    List<String> clauses =
        List.of(
            value,
            "for " + values + " in " + map + succeeded(values),
            "for " + value + " in " + values);
    if (node instanceof Expression.ListComp) {
      return broken("[", clauses, "]");
    } else if (node instanceof Expression.SetComp) {
      return broken("{", clauses, "}");
    } else if (node instanceof Expression.DictComp) {
      return broken("dict(", clauses, ")");
    }
    return broken("(", clauses, ")");
  }

  /** {@code sum(f(x) for x in xs)}: the expression's parentheses are the call's. */
  private boolean sharesParentheses() {
    boolean[] shares = {false};
    Walk.each(
        statement,
        n -> {
          if (n instanceof Expression.Call call
              && call.arguments().size() == 1
              && call.arguments().get(0) == node) {
            shares[0] = call.end() == node.end();
          }
        });
    return shares[0];
  }
}
