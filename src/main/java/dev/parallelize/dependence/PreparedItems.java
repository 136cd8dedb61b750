package dev.parallelize.dependence;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Frame;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Splits a loop that first makes something in order, as numbers are drawn, and then works on it, so that the work can be the
 * parallel part of a loop of its own (loop distribution, Allen and Kennedy, 1987):
 *
 * <pre>
 * for _ in range(size):                   children = []
 *     a, b = rng.sample(parents, 2)       for _ in range(size):
 *     child = crossed(a, b)                   a, b = rng.sample(parents, 2)
 *     scored.append((fitness(child),          child = crossed(a, b)
 *                    child))                  children.append(child)
 *                                         for child in children:
 *                                             scored.append((fitness(child), child))
 * </pre>
 *
 * <p>It is allowed where the second half does nothing that the first sees, nor anything that is left behind when a later item
 * cannot be made, and the first changes nothing that it has handed over.
 */
public final class PreparedItems {
  private static final String RULE = "prepared-items";
  private static final Set<String> LAZY = Set.of("generator", "iterator", "iterable");

  private final Program program;
  private final CostModel costs;
  private final Candidate outer;
  private final Statement.For loop;
  private final Iteration iteration;
  private final BodyNames names;
  private final Region region;

  private PreparedItems(Program program, CostModel costs, Candidate outer, Statement.For loop) {
    this.program = program;
    this.costs = costs;
    this.outer = outer;
    this.loop = loop;
    this.iteration = Iterations.of(program, loop.target(), loop.iterable());
    Set<String> targets = new LinkedHashSet<>(iteration.targets());
    this.names = BodyNames.of(program, outer.scope(), targets, loop.body());
    Set<String> bound = new LinkedHashSet<>(targets);
    bound.addAll(names.bound());
    this.region =
        new Region(
            program,
            outer.frame(),
            new Root.ItemOf(loop.start(), loop.end()),
            new Span(loop.body().get(0).start(), loop.end()),
            outer.id(),
            bound,
            PrivateObjects.NONE);
  }

  /** The change of the loop's text; empty where the halves belong together. */
  public static Optional<Distribution> of(Program program, CostModel costs, Candidate outer) {
    boolean plain =
        outer.node() instanceof Statement.For loop
            && !loop.isAsync()
            && loop.orElse().isEmpty()
            && loop.body().size() > 1
            && outer.scope() == outer.frame()
            && outer.scope().kind() != Scope.Kind.CLASS
            && !Watched.isWatched(program, outer.frame(), loop)
            && !Distribution.isGuarded(program, loop);
    return plain
        ? new PreparedItems(program, costs, outer, (Statement.For) outer.node()).found()
        : Optional.empty();
  }

  private Optional<Distribution> found() {
    boolean passed = iteration.kind() == Iteration.Kind.PASSED;
    if (!iteration.kind().isRepeatable() && !passed || leaves()) {
      return Optional.empty();
    }
    return splitAt(true).or(() -> splitAt(false));
  }

  /** The first place where the halves are apart: where costly work begins, or else anywhere before it. */
  private Optional<Distribution> splitAt(boolean costly) {
    for (int at = 1; at < loop.body().size(); at++) {
      Half first = half(loop.body().subList(0, at));
      Half second = half(loop.body().subList(at, loop.body().size()));
      boolean worth =
          costly
              ? !costs.of(loop.body().get(at)).isTrivial()
              : !costs.of(second.code()).isTrivial() && isOrdered(first);
      if (worth
          && isSmall(first, second)
          && isOnLinesOfItsOwn(at)
          && areApart(first, second)
          && failsAlike(first, second)) {
        List<String> needed = needed(first, second);
        if (!needed.isEmpty() && needed.stream().allMatch(n -> isSure(n, first))) {
          return Optional.of(split(at, needed));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the first exception stays the first when no item is worked on before all are made. */
  private boolean failsAlike(Half first, Half second) {
    return !Failures.mayRaise(program, first.code(), List.of())
        || !Failures.mayRaise(program, second.code(), List.of());
  }

  /** What stays in order is less than half of what need not. */
  private boolean isSmall(Half first, Half second) {
    return costs.of(first.code()).totalMicros() < 0.5 * costs.of(second.code()).totalMicros();
  }

  /** Whether its last statement has to be done in order. */
  private boolean isOrdered(Half first) {
    Statement last = first.code().get(first.code().size() - 1);
    return !region.obstructions(last).isEmpty();
  }

  /** The loop is left, or gives something away. */
  private boolean leaves() {
    boolean[] found = {loop.body().stream().anyMatch(FissionBuilder::breaks)};
    for (Statement s : loop.body()) {
      Walk.where(
          s,
          n -> {
            found[0] |=
                n instanceof Statement.Return
                    || n instanceof Statement.Global
                    || n instanceof Statement.Nonlocal
                    || n instanceof Statement.Delete
                    || n instanceof Expression.Yield
                    || n instanceof Expression.YieldFrom
                    || n instanceof Expression.Await
                    || n instanceof Expression.Lambda
                    || n instanceof Statement.FunctionDef
                    || n instanceof Statement.ClassDef;
            return !found[0];
          });
    }
    return found[0];
  }

  /** What some statements of the body do in one iteration. */
  private record Half(
      List<Statement> code, Set<String> bound, Set<String> used, List<Located> facts) {}

  private Half half(List<Statement> code) {
    Set<String> bound = new LinkedHashSet<>();
    Set<String> used = new LinkedHashSet<>();
    List<Located> facts = new ArrayList<>();
    for (Statement s : code) {
      bound.addAll(names.bindings(s));
      used.addAll(names.uses(s).keySet());
      facts.addAll(region.facts(s));
    }
    return new Half(code, bound, used, facts);
  }

  private List<String> needed(Half first, Half second) {
    List<String> needed = new ArrayList<>();
    for (String name : second.used()) {
      if (first.bound().contains(name) || iteration.targets().contains(name)) {
        needed.add(name);
      }
    }
    List<String> targets = iteration.targets();
    needed.sort(
        Comparator.comparingInt(n -> targets.contains(n) ? targets.indexOf(n) : targets.size()));
    return needed;
  }

  /** Every iteration gives it a value before it is handed over. */
  private boolean isSure(String name, Half first) {
    boolean target = iteration.targets().contains(name);
    boolean rebound = first.bound().contains(name);
    return (target && !rebound)
        || (!target && first.code().stream().anyMatch(s -> names.surelyAssigned(s).contains(name)));
  }

  private boolean areApart(Half first, Half second) {
    Set<String> before = new LinkedHashSet<>(first.used());
    before.addAll(first.bound());
    before.addAll(iteration.targets());
    return Collections.disjoint(second.bound(), before)
        && first.used().stream().noneMatch(this::isMadeOnDemand)
        && first.facts().stream().allMatch(l -> isQuiet(l, first, second))
        && second.facts().stream().allMatch(l -> isUnseen(l, first));
  }

  /** An iterator may look at what the second half changes, whenever it is asked for more. */
  private boolean isMadeOnDemand(String name) {
    Optional<Scope> owner = outer.scope().owner(name);
    if (owner.isEmpty()) {
      return false;
    }
    String type =
        program.frame(program.frameOf(owner.get())).variable(owner.get(), name).type().name();
    return LAZY.contains(type)
        || program.library().type(type).filter(t -> !t.reiterable()).isPresent();
  }

  /** What the first half does may be done for all items before the second half begins. */
  private boolean isQuiet(Located located, Half first, Half second) {
    Fact fact = located.fact();
    if (fact instanceof Fact.Does does) {
      boolean draws = does.effect() == Effect.RANDOM && !isHandled();
      return draws || (!Region.isOrdered(does.effect()) && does.effect() != Effect.SLEEPS);
    } else if (fact instanceof Fact.Mutates m) {
      return !region.outlives(m)
          && !m.field().equals(Fact.EVERYTHING)
          && !meets(m.root(), second.facts())
          && needed(first, second).stream().noneMatch(n -> isHeld(m.root(), n, first));
    }
    return !isUnknown(fact);
  }

  /** A handler anywhere may go on with what was drawn for items that nobody works on any more. */
  private boolean isHandled() {
    boolean[] handled = {false};
    Walk.each(
        program.tree().module(),
        n -> handled[0] |= n instanceof Statement.Try t && !t.handlers().isEmpty());
    return handled[0];
  }

  private static boolean isUnknown(Fact fact) {
    return fact instanceof Fact.CallsUnknown
        || fact instanceof Fact.CallsParameter
        || fact instanceof Fact.BindsName;
  }

  /** Whether a later iteration's first half changes what an earlier one has handed over. */
  private boolean isHeld(Root changed, String name, Half first) {
    boolean fresh =
        changed instanceof Root.Site site
            && !names.exposed().containsKey(name)
            && first.code().stream()
                .anyMatch(s -> s.start() <= site.start() && site.end() <= s.end());
    boolean kept =
        first.used().stream()
            .filter(n -> names.exposed().containsKey(n) || !first.bound().contains(n))
            .anyMatch(n -> reached(n).contains(changed));
    return (!fresh || kept)
        && reached(name).stream().anyMatch(r -> program.mayAlias(outer.frame(), r, changed));
  }

  private Set<Root> reached(String name) {
    Frame frame = program.frame(outer.frame());
    return outer.scope().owner(name).filter(o -> program.frameOf(o) == outer.frame()).isPresent()
        ? frame.reachable(frame.variable(outer.scope(), name).roots())
        : Set.of();
  }

  private boolean meets(Root changed, List<Located> others) {
    return others.stream()
        .map(Located::fact)
        .anyMatch(
            f ->
                (f instanceof Fact.Reads r && program.mayAlias(outer.frame(), r.root(), changed))
                    || (f instanceof Fact.Mutates m
                        && program.mayAlias(outer.frame(), m.root(), changed)));
  }

  /** Neither the first half of a later iteration nor anybody after a failure sees it. */
  private boolean isUnseen(Located located, Half first) {
    Fact fact = located.fact();
    if (fact instanceof Fact.Does does) {
      return !Region.isOrdered(does.effect());
    } else if (fact instanceof Fact.Mutates m) {
      return !region.outlives(m)
          && !m.field().equals(Fact.EVERYTHING)
          && !meets(m.root(), first.facts())
          && !meets(m.root(), program.facts(outer.frame(), loop.iterable().span()));
    }
    return !isUnknown(fact);
  }

  private boolean isOnLinesOfItsOwn(int at) {
    PythonSource source = program.tree().source();
    Statement next = loop.body().get(at);
    int lineStart = source.lineStart(program.line(next));
    return source.text().substring(lineStart, next.start()).isBlank()
        && source.text().substring(source.lineStart(program.line(loop)), loop.start()).isBlank()
        && program.line(loop.body().get(0)) > program.line(loop.iterable().end());
  }

  private Distribution split(int at, List<String> needed) {
    PythonSource source = program.tree().source();
    String newline = source.lineSeparator();
    int loopLine = source.lineStart(program.line(loop));
    String indent = source.text().substring(loopLine, loop.start());
    Statement next = loop.body().get(at);
    int line = program.line(next);
    String inner = source.text().substring(source.lineStart(line), next.start());
    while (source.lineText(line - 1).strip().startsWith("#")) {
      line--;
    }
    int cut = source.lineStart(line);
    Set<String> taken = Distribution.identifiers(program);
    String one = needed.get(0);
    String list =
        needed.size() > 1 || one.length() < 3
            ? Distribution.fresh(taken, "prepared", "prepared_items")
            : Distribution.fresh(taken, plural(one), one + "_values");
    String item = String.join(", ", needed);
    String value = needed.size() == 1 ? item : "(" + item + ")";
    String second =
        inner
            + list
            + ".append("
            + value
            + ")"
            + newline
            + indent
            + "for "
            + item
            + " in "
            + list
            + ":"
            + newline;
    List<Edit> edits =
        List.of(
            new Edit(new Span(loopLine, loopLine), indent + list + " = []" + newline, RULE),
            new Edit(new Span(cut, cut), second, RULE));
    String change = "what is made in order is made for all items first";
    return new Distribution(edits, List.of(program.line(loop)), change, id(at));
  }

  private static String plural(String name) {
    if (name.equals("child")) {
      return "children";
    }
    return name.endsWith("s") ? "all_" + name : name + "s";
  }

  /** The second loop is the candidate then. */
  private Optional<String> id(int at) {
    int[] loops = {1};
    loop.body()
        .subList(0, at)
        .forEach(s -> Walk.each(s, n -> loops[0] += n instanceof Statement.For ? 1 : 0));
    int slash = outer.id().lastIndexOf('/') + 1;
    int ordinal = Integer.parseInt(outer.id().substring(slash)) + loops[0];
    return Optional.of(outer.id().substring(0, slash) + ordinal);
  }
}
