package dev.parallelize.dependence;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Cost;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Token;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes one loop over combinations of loops that do nothing but hold each other, so that all the innermost
 * iterations can run side by side, not just as many as the outermost loop has items (loop coalescing,
 * Polychronopoulos, 1987):
 *
 * <pre>
 * for rate in rates:                      for rate, size in [
 *     for size in sizes:                      (rate, size) for rate in rates for size in sizes
 *         losses.append(train(rate, size))    ]:
 *                                             losses.append(train(rate, size))
 * </pre>
 *
 * <p>It is allowed where the inner iterables do nothing and nothing that the body does changes what they give,
 * and worth it where an innermost iteration is enough for a task of its own. Clauses of a comprehension are
 * taken together likewise.
 */
public final class FlatNest {
  private static final String RULE = "flat-nest";
  private static final int LINE_LENGTH = 88;

  /** From here on each combination is work enough to be handed over by itself. */
  private static final double TASK_MICROS = 500;

  private final Program program;
  private final CostModel costs;
  private final Candidate outer;
  private final PythonSource source;

  private FlatNest(Program program, CostModel costs, Candidate outer) {
    this.program = program;
    this.costs = costs;
    this.outer = outer;
    this.source = program.tree().source();
  }

  /** One of the loops, or of the clauses. */
  private record Level(Expression target, Expression iterable, List<Expression> conditions) {
    static Level of(Statement.For loop) {
      return new Level(loop.target(), loop.iterable(), List.of());
    }

    static Level of(Comprehension clause) {
      return new Level(clause.target(), clause.iterable(), clause.conditions());
    }
  }

  /** The change of the candidate; empty where it is no such nest. */
  public static Optional<Distribution> of(Program program, CostModel costs, Candidate outer) {
    if (outer.scope().kind() == Scope.Kind.CLASS || program.writesNamesByText()) {
      return Optional.empty();
    }
    FlatNest nest = new FlatNest(program, costs, outer);
    return outer.node() instanceof Statement.For loop ? nest.loops(loop) : nest.clauses();
  }

  private Optional<Distribution> loops(Statement.For loop) {
    List<Statement.For> loops = new ArrayList<>(List.of(loop));
    while (isNest(loops.get(loops.size() - 1))) {
      loops.add((Statement.For) loops.get(loops.size() - 1).body().get(0));
    }
    Statement.For last = loops.get(loops.size() - 1);
    List<Level> levels = loops.stream().map(Level::of).toList();
    boolean plain =
        loops.size() > 1
            && loops.stream().noneMatch(l -> l.isAsync() || !l.orElse().isEmpty())
            && isWorthIt(levels, costs.of(last.body()))
            && isLeftToTheEnd(last)
            && isLaidOut(loop, last)
            && mayBeTakenFirst(levels, last.body());
    Set<String> needed = needed(levels, last.body(), loop);
    if (!plain || needed.isEmpty() || isUsedAfter(levels, loop)) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    int colon = source.text().indexOf(':', last.iterable().end());
    edits.add(
        new Edit(
            new Span(loop.start(), colon),
            "for " + header(levels, needed, indentation(loop.start())),
            RULE));
    edits.addAll(dedented(loop, last));
    return Optional.of(change(edits));
  }

  private Optional<Distribution> clauses() {
    List<Comprehension> clauses = Comprehension.of(outer.node());
    List<Level> levels = clauses.stream().map(Level::of).toList();
    List<Node> body = elements(outer.node());
    if (clauses.size() < 2
        || clauses.stream().anyMatch(Comprehension::isAsync)
        || !isWorthIt(levels, costs.of(body))
        || !mayBeTakenFirst(levels, body)) {
      return Optional.empty();
    }
    Set<String> needed = needed(levels, body, outer.node());
    Span span = new Span(clauses.get(0).start(), clauses.get(clauses.size() - 1).end());
    return needed.isEmpty() || source.text(span).contains("#")
        ? Optional.empty()
        : Optional.of(
            change(
                List.of(
                    new Edit(
                        span,
                        "for " + header(levels, needed, indentation(outer.statement().start())),
                        RULE))));
  }

  private Distribution change(List<Edit> edits) {
    return new Distribution(
        edits,
        List.of(program.line(outer.node())),
        "the loops inside each other are made one loop over combinations");
  }

  private static boolean isNest(Statement.For loop) {
    return loop.body().size() == 1 && loop.body().get(0) instanceof Statement.For;
  }

  private static List<Node> elements(Node node) {
    if (node instanceof Expression.ListComp c) {
      return List.of(c.element());
    } else if (node instanceof Expression.SetComp c) {
      return List.of(c.element());
    } else if (node instanceof Expression.GeneratorExp c) {
      return List.of(c.element());
    } else if (node instanceof Expression.DictComp c) {
      return List.of(c.key(), c.value());
    }
    return List.of();
  }

  /** Folders hold very different numbers of files, so that those of one folder are no task. */
  private boolean isWorthIt(List<Level> levels, Cost innermost) {
    boolean folders =
        levels.get(0).iterable() instanceof Expression.Call call
            && program.targets(call).stream()
                .anyMatch(
                    t -> t instanceof CallTarget.Known k && k.callee().name().equals("os.walk"));
    return folders ? !innermost.isTrivial() : innermost.totalMicros() >= TASK_MICROS;
  }

  /** No {@code break} that would end the innermost loop alone, and nobody who waits for each result. */
  private static boolean isLeftToTheEnd(Statement.For last) {
    boolean[] found = {false};
    for (Statement statement : last.body()) {
      Walk.where(
          statement,
          n -> {
            found[0] |= n instanceof Statement.Break;
            return !(n instanceof Statement.For) && !(n instanceof Statement.While);
          });
      Walk.each(
          statement,
          n -> found[0] |= n instanceof Expression.Yield || n instanceof Expression.YieldFrom);
    }
    return !found[0];
  }

  /** The headers have lines of their own, without comments, and no text runs over lines below. */
  private boolean isLaidOut(Statement.For loop, Statement.For last) {
    Statement first = last.body().get(0);
    String above = source.text().substring(source.lineStart(program.line(loop)), loop.start());
    boolean longText =
        program.tree().tokens().stream()
            .filter(t -> first.start() <= t.start() && t.end() <= loop.end())
            .filter(t -> t.kind() == Token.Kind.STRING || t.kind() == Token.Kind.FSTRING_MIDDLE)
            .anyMatch(t -> source.line(t.start()) != source.line(t.end()));
    String headers = source.text().substring(loop.start(), bodyStart(last));
    return above.isBlank()
        && !longText
        && program.line(first) > source.line(last.iterable().end())
        && !headers.contains("#");
  }

  /** Where the lines of the innermost body begin, comments in front of it included. */
  private int bodyStart(Statement.For last) {
    return source.lineStart(source.line(last.iterable().end()) + 1);
  }

  /** Whether it makes no difference to take all combinations before the first is worked on. */
  private boolean mayBeTakenFirst(List<Level> levels, List<? extends Node> body) {
    List<Expression> taken = new ArrayList<>();
    Set<String> targets = new HashSet<>();
    for (Level level : levels) {
      taken.add(level.iterable());
      taken.addAll(level.conditions());
      targets.addAll(Iterations.names(level.target()));
    }
    boolean first = ends(levels.get(0));
    boolean rest = taken.stream().skip(1).allMatch(this::isQuiet);
    Set<String> names = read(taken);
    boolean fixed = names.stream().allMatch(n -> targets.contains(n) || isSettled(n));
    Set<String> bound = bound(body);
    boolean kept =
        names.stream().noneMatch(bound::contains) && targets.stream().noneMatch(bound::contains);
    return first && rest && fixed && kept && !changes(taken, body);
  }

  /** What the outermost loop runs over is there, or soon will be. */
  private boolean ends(Level level) {
    Iteration iteration = Iterations.of(program, level.target(), level.iterable());
    return Iterations.areSettled(program, iteration)
        || switch (iteration.kind()) {
          case RANGE, REPEATABLE, PASSED -> isQuiet(level.iterable());
          case UNKNOWN -> level.iterable() instanceof Expression.Name;
          case ONE_SHOT, INFINITE -> false;
        };
  }

  private boolean isQuiet(Expression e) {
    return program.facts(outer.frame(), e.span()).stream()
        .map(Located::fact)
        .allMatch(
            f ->
                f instanceof Fact.Reads
                    || f instanceof Fact.ReadsName
                    || f instanceof Fact.Iterates
                    || f instanceof Fact.Mutates m
                        && m.root() instanceof Root.Site site
                        && e.start() <= site.start()
                        && site.end() <= e.end());
  }

  private static Set<String> read(List<? extends Node> nodes) {
    Set<String> names = new LinkedHashSet<>();
    nodes.forEach(
        node ->
            Walk.each(
                node,
                n -> {
                  if (n instanceof Expression.Name name && name.context() == Context.LOAD) {
                    names.add(name.id());
                  }
                }));
    return names;
  }

  private static Set<String> bound(List<? extends Node> nodes) {
    Set<String> names = new HashSet<>();
    nodes.forEach(
        node ->
            Walk.each(
                node,
                n -> {
                  if (n instanceof Expression.Name name && name.context() != Context.LOAD) {
                    names.add(name.id());
                  }
                }));
    return names;
  }

  /** No function that the body calls gives the name another value. */
  private boolean isSettled(String name) {
    return outer
        .scope()
        .owner(name)
        .map(
            o ->
                o == program.scopes().module()
                    ? program.rebinders(name).isEmpty()
                    : o.children().stream().noneMatch(c -> c.declaresNonlocal(name)))
        .orElse(true);
  }

  /** Whether the body may change what the iterables give. */
  private boolean changes(List<Expression> taken, List<? extends Node> body) {
    Set<Root> roots = new HashSet<>();
    taken.forEach(
        e ->
            Walk.each(
                e,
                n -> {
                  if (n instanceof Expression x) {
                    roots.addAll(program.value(x).roots());
                  }
                }));
    Set<Root> reached = program.frame(outer.frame()).reachableByGenerators(roots);
    return body.stream()
        .flatMap(s -> program.facts(outer.frame(), s.span()).stream())
        .map(Located::fact)
        .anyMatch(
            f ->
                f instanceof Fact.CallsUnknown
                    || f instanceof Fact.CallsParameter
                    || f instanceof Fact.Mutates m && reached.contains(m.root()));
  }

  /** Targets that the body reads, in order. */
  private Set<String> needed(List<Level> levels, List<? extends Node> body, Node whole) {
    Set<String> used = read(body);
    Set<String> needed = new LinkedHashSet<>();
    for (Level level : levels) {
      for (String name : Iterations.names(level.target())) {
        if (used.contains(name)) {
          // The last loop that gives the name wins.
          needed.remove(name);
          needed.add(name);
        }
      }
    }
    return needed;
  }

  /** Whether something behind the loops reads what they leave in their variables. */
  private boolean isUsedAfter(List<Level> levels, Statement.For loop) {
    Set<String> targets =
        levels.stream()
            .flatMap(l -> Iterations.names(l.target()).stream())
            .collect(Collectors.toSet());
    return targets.stream()
        .flatMap(t -> program.mentions(t).stream())
        .anyMatch(
            n ->
                n.context() != Context.STORE
                    && !loop.span().contains(n.span())
                    && program
                        .scopes()
                        .around(n)
                        .owner(n.id())
                        .filter(o -> o.kind() != Scope.Kind.COMPREHENSION)
                        .filter(o -> program.frameOf(o) == outer.frame())
                        .isPresent());
  }

  /** {@code rate, size in [(rate, size) for rate in rates for size in sizes]}. */
  private String header(List<Level> levels, Set<String> needed, String indent) {
    String names = String.join(", ", needed);
    String one = needed.size() == 1 ? names : "(" + names + ")";
    List<String> parts = new ArrayList<>(List.of(one));
    for (Level level : levels) {
      parts.add("for " + text(level.target()) + " in " + text(level.iterable()));
      level.conditions().forEach(c -> parts.add("if " + text(c)));
    }
    String line = String.join(" ", parts);
    String newline = source.lineSeparator();
    boolean fits = (indent + "items = [" + line + "]").length() <= LINE_LENGTH;
    String inner = indent + unit();
    boolean alone = inner.length() + line.length() <= LINE_LENGTH;
    String broken = alone ? line : String.join(newline + inner, parts);
    String items = fits ? line : newline + inner + broken + newline + indent;
    return names + " in " + (mayBreakOff(levels) ? "(" + items + ")" : "[" + items + "]");
  }

  /** Whether a combination may fail to come, so that those in front of it must not wait for it. */
  private boolean mayBreakOff(List<Level> levels) {
    List<Expression> evaluated = new ArrayList<>();
    levels.stream().skip(1).forEach(level -> evaluated.add(level.iterable()));
    levels.forEach(level -> evaluated.addAll(level.conditions()));
    return evaluated.stream().anyMatch(FlatNest::mayBeNone)
        || Failures.mayRaise(program, evaluated, List.of());
  }

  /** {@code row.get("cells")}, over which nobody can iterate if the key is not there. */
  private static boolean mayBeNone(Expression iterable) {
    return iterable instanceof Expression.Call call
        && call.arguments().size() == 1
        && call.function() instanceof Expression.Attribute a
        && a.attribute().equals("get");
  }

  private String unit() {
    return source.text().contains("\n\t") ? "\t" : "    ";
  }

  private String text(Node node) {
    return source.text(node.span());
  }

  private String indentation(int offset) {
    String line = source.lineText(source.line(offset));
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /** The innermost body stands where the body of the outermost loop stood. */
  private List<Edit> dedented(Statement.For loop, Statement.For last) {
    int wanted = indentation(loop.body().get(0).start()).length();
    int surplus = indentation(last.body().get(0).start()).length() - wanted;
    List<Edit> edits = new ArrayList<>();
    int lastLine = source.line(Math.max(loop.start(), loop.end() - 1));
    for (int line = source.line(bodyStart(last)); line <= lastLine; line++) {
      String text = source.lineText(line);
      int blank = Math.min(surplus, text.length() - text.stripLeading().length());
      if (!text.isBlank() && blank > 0) {
        int start = source.lineStart(line);
        edits.add(new Edit(new Span(start, start + blank), "", RULE));
      }
    }
    return edits;
  }
}
