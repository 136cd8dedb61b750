package dev.parallelize.dependence;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.BooleanOperator;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the largest parallel part of a loop's body: starts with all statements and takes away, until
 * nothing changes, what has effects outside, what needs a value of an earlier iteration or of the
 * remainder, and what reads an object that the remainder changes.
 */
final class FissionBuilder {
  private final Program program;
  private final CostModel costs;
  private final Scope scope;
  private final Region region;
  private final List<Statement> body;
  private final Set<String> targets;
  private final Iteration iteration;
  private final boolean optimistic;
  private final boolean watched;
  private final boolean coroutine;
  private final BodyNames names;
  private final OutsideConflict outside;
  private final Conflicts conflicts;
  private final Set<String> usedAfter;

  private final Set<Statement> parallel =
      java.util.Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Fission.Extraction> extractions = new ArrayList<>();
  private final Map<String, Boolean> scratch = new HashMap<>();
  private Optional<Set<String>> readByName = Optional.empty();
  private final Map<Node, List<Obstruction>> met = new IdentityHashMap<>();
  private final List<Statement> continuing;
  private final Map<Statement, Integer> positions = new IdentityHashMap<>();
  private final Map<String, List<Statement>> binders = new HashMap<>();
  private final Map<String, List<Statement>> users = new HashMap<>();

  FissionBuilder(
      Program program,
      CostModel costs,
      Scope scope,
      Region region,
      List<Statement> body,
      Set<String> targets,
      Iteration iteration,
      Set<String> usedAfter,
      boolean optimistic,
      boolean watched,
      ApartContainers apart) {
    this.program = program;
    this.costs = costs;
    this.scope = scope;
    this.region = region;
    this.body = body;
    this.targets = targets;
    this.iteration = iteration;
    this.usedAfter = usedAfter;
    this.optimistic = optimistic;
    this.watched = watched;
    this.coroutine = Awaits.inCoroutine(program, scope);
    this.names = BodyNames.of(program, scope, targets, body);
    this.outside = new OutsideConflict(region);
    this.conflicts = new Conflicts(program, region, iteration, apart, outside);
    this.continuing = body.stream().filter(FissionBuilder::continues).toList();
    for (int i = 0; i < body.size(); i++) {
      positions.put(body.get(i), i);
      for (String name : names.bindings(body.get(i))) {
        binders.computeIfAbsent(name, n -> new ArrayList<>()).add(body.get(i));
      }
      for (String name : names.uses(body.get(i)).keySet()) {
        users.computeIfAbsent(name, n -> new ArrayList<>()).add(body.get(i));
      }
    }
  }

  /** The statements of the body that give the name a value, in order. */
  private List<Statement> binders(String name) {
    return binders.getOrDefault(name, List.of());
  }

  private List<Statement> users(String name) {
    return users.getOrDefault(name, List.of());
  }

  BodyNames names() {
    return names;
  }

  /**
   * Everything that was met in the way. Where a costly expression is, what keeps it there is told; that the statement
   * around it also stores its result is no reason, since storing could stay in the parent.
   */
  List<Obstruction> obstructions() {
    List<Node> nodes = new ArrayList<>(met.keySet());
    nodes.sort(java.util.Comparator.comparingInt(Node::start).thenComparingInt(Node::end));
    List<Obstruction> all = new ArrayList<>();
    for (Node node : nodes) {
      if (nodes.stream().noneMatch(n -> isStuck(n, node))) {
        all.addAll(met.get(node));
      }
    }
    List<Obstruction> causes = all.stream().filter(o -> !isConsequence(o)).toList();
    return causes.isEmpty() ? all : causes;
  }

  /** Whether what is costly about a node is the expression inside it, which cannot move itself. */
  private boolean isStuck(Node expression, Node around) {
    return expression instanceof Expression
        && expression != around
        && !met.get(expression).isEmpty()
        && around.start() <= expression.start()
        && expression.end() <= around.end()
        && (around instanceof Statement || !isCostlyBeside(around, expression));
  }

  private boolean isCostlyBeside(Node around, Node expression) {
    return !costs.of(around).plus(costs.of(expression).times(-1)).isTrivial();
  }

  /** A value that comes from the remainder only because of what keeps its statement there. */
  private boolean isConsequence(Obstruction obstruction) {
    return obstruction.kind() == Obstruction.Kind.CARRIED_NAME
        && !names.exposed().containsKey(obstruction.symbol())
        && !targets.contains(obstruction.symbol())
        && !usedAfter.contains(obstruction.symbol());
  }

  /** Assumable obstructions of what ended up in the parallel part. */
  List<Obstruction> assumed() {
    Set<Obstruction> assumed = new LinkedHashSet<>();
    List<Node> parts = new ArrayList<>(body.stream().filter(parallel::contains).toList());
    extractions.forEach(e -> parts.add(e.expression()));
    for (Node part : parts) {
      region.obstructions(part).stream().filter(Obstruction::assumable).forEach(assumed::add);
      conflicts(part, remainderNodes()).stream()
          .filter(Obstruction::assumable)
          .forEach(assumed::add);
    }
    return List.copyOf(assumed);
  }

  Fission build() {
    parallel.addAll(body);
    boolean changed = true;
    while (changed) {
      changed = takeAway();
    }
    changed = true;
    while (changed) {
      extractions.clear();
      body.stream().filter(s -> !parallel.contains(s)).forEach(this::extract);
      changed = takeAway();
    }
    keepWorthwhile();
    return result();
  }

  /** In the order of the text, so that what is told as the reason is the same each time. */
  private boolean takeAway() {
    boolean changed = false;
    for (Statement statement : body) {
      if (parallel.contains(statement) && !stays(statement)) {
        parallel.remove(statement);
        changed = true;
      }
    }
    return changed;
  }

  private boolean stays(Statement unit) {
    List<Obstruction> found = check(unit, unit);
    met.put(unit, found);
    return found.isEmpty();
  }

  /** Why a statement or expression of the body cannot be in the parallel part as things stand. */
  private List<Obstruction> check(Node node, Statement unit) {
    List<Obstruction> found = new ArrayList<>();
    if (node instanceof Statement statement) {
      escapes(statement, false).ifPresent(found::add);
    }
    if (deletesForOthers(node)) {
      found.add(escape(Obstruction.Kind.EARLY_EXIT, node).orElseThrow());
    }
    if (afterUnsteadyContinue(node.start())) {
      found.add(escape(Obstruction.Kind.EARLY_EXIT, node).orElseThrow());
    }
    region.obstructions(node).stream().filter(this::counts).forEach(found::add);
    found.addAll(outside.within(node, body));
    Closures.lateUse(program, node, scope, region.loopNames()).ifPresent(found::add);
    flow(node, unit, found);
    conflicts(node, remainderNodes()).stream().filter(this::counts).forEach(found::add);
    return found;
  }

  /** Whether it takes away a name that the remainder, or code after the loop, still looks at. */
  private boolean deletesForOthers(Node node) {
    boolean[] found = {false};
    Walk.each(
        node,
        n -> {
          if (n instanceof Statement.Delete delete) {
            found[0] |=
                delete.targets().stream()
                    .anyMatch(t -> t instanceof Expression.Name name && isSeen(name.id()));
          }
        });
    return found[0];
  }

  private boolean isSeen(String name) {
    return usedAfter.contains(name)
        || body.stream().anyMatch(s -> !parallel.contains(s) && Mentions.of(s, name));
  }

  private boolean counts(Obstruction obstruction) {
    return !(optimistic && obstruction.assumable());
  }

  /**
   * Whether the name is a scratch variable of single statements: each that uses it gives it a value
   * first, so that no two of them share a value (privatization).
   */
  private boolean isScratch(String name) {
    return scratch.computeIfAbsent(
        name,
        n ->
            !targets.contains(n)
                && !usedAfter.contains(n)
                && !names.exposed().containsKey(n)
                && users(n).stream().allMatch(s -> names.suppliesItself(s, n))
                && !readByName().contains(n));
  }

  /** The names that functions called in the body, or closures made in it, read. */
  private Set<String> readByName() {
    if (readByName.isEmpty()) {
      Set<String> read = new HashSet<>();
      for (Statement s : body) {
        for (Located located : region.facts(s)) {
          if (located.fact() instanceof Fact.ReadsName reads) {
            read.add(reads.name());
          }
        }
      }
      readByName = Optional.of(read);
    }
    return readByName.get();
  }

  /** Values must come from the item, from outside, or from earlier parts of the parallel part. */
  private void flow(Node node, Statement unit, List<Obstruction> found) {
    int position = positions.get(unit);
    Set<String> own = node instanceof Statement s ? names.bindings(s) : names.bindings(node);
    names
        .uses(node)
        .forEach(
            (name, offset) -> {
              if (node == unit && isScratch(name)) {
                return;
              }
              if (!names.bound().contains(name) || targets.contains(name)) {
                boolean rebound = targets.contains(name) && names.bound().contains(name);
                if (rebound && !isRenewed(name)) {
                  found.add(carried(name, offset));
                }
                return;
              }
              boolean carriedIn = names.exposed().containsKey(name);
              boolean fromRemainder =
                  binders(name).stream()
                      .anyMatch(s -> (s != unit || node != unit) && !parallel.contains(s));
              boolean later =
                  binders(name).stream()
                      .anyMatch(
                          s ->
                              positions.get(s) > position
                                  && s != unit
                                  && !own.contains(name)
                                  && !boundBefore(name, position));
              if (carriedIn || fromRemainder || later) {
                found.add(carried(name, offset));
              }
            });
    if (node instanceof Statement statement) {
      Set<String> sure = names.surelyAssigned(statement);
      for (String name : own) {
        if (isScratch(name)) {
          continue;
        }
        boolean elsewhere =
            binders(name).stream().anyMatch(s -> s != unit && !parallel.contains(s));
        boolean neededOutside =
            usedAfter.contains(name) || users(name).stream().anyMatch(s -> s != unit);
        boolean target = targets.contains(name);
        boolean maybe =
            !target && neededOutside && !sure.contains(name) && !boundSurelyBefore(name, position);
        boolean lost = target && !isRenewed(name);
        if (elsewhere || maybe || names.exposed().containsKey(name) || lost) {
          found.add(carried(name, statement.start()));
        }
      }
    } else if (!own.isEmpty()) {
      own.forEach(n -> found.add(carried(n, node.start())));
    }
  }

  /**
   * Whether the parallel part alone gives a loop's variable another value, which all that comes after
   * sees, as {@code line = line.strip()} does. A counter with another value would no longer tell
   * places of different iterations apart.
   */
  private boolean isRenewed(String name) {
    int first = binders(name).stream().mapToInt(Statement::start).min().orElse(Integer.MAX_VALUE);
    return parallel.containsAll(binders(name))
        && users(name).stream().allMatch(s -> parallel.contains(s) || s.start() > first)
        && (SameSlot.counter(program, iteration).filter(name::equals).isEmpty()
            || users(name).stream().noneMatch(s -> isIndex(s, name)));
  }

  private static boolean isIndex(Statement statement, String name) {
    boolean[] found = {false};
    Walk.each(
        statement,
        n -> found[0] |= n instanceof Expression.Subscript slot && Mentions.of(slot.slice(), name));
    return found[0];
  }

  private boolean boundBefore(String name, int position) {
    return binders(name).stream().anyMatch(s -> positions.get(s) < position);
  }

  private boolean boundSurelyBefore(String name, int position) {
    return binders(name).stream()
        .anyMatch(
            s ->
                positions.get(s) < position
                    && parallel.contains(s)
                    && names.surelyAssigned(s).contains(name));
  }

  private Obstruction carried(String name, int offset) {
    return new Obstruction(
        Obstruction.Kind.CARRIED_NAME, name, offset, List.of(), Optional.empty());
  }

  /** Control that leaves the statement, and things that only the parent can do. */
  private Optional<Obstruction> escapes(Node node, boolean inInnerLoop) {
    if (node instanceof Statement.Return
        || node instanceof Statement.Global
        || node instanceof Statement.Nonlocal
        || node instanceof Statement.Import
        || node instanceof Statement.ImportFrom
        || node instanceof Statement.ClassDef) {
      return escape(Obstruction.Kind.EARLY_EXIT, node);
    }
    if ((node instanceof Statement.Break || node instanceof Statement.Continue) && !inInnerLoop) {
      return escape(Obstruction.Kind.EARLY_EXIT, node);
    }
    if (node instanceof Expression.Yield || node instanceof Expression.YieldFrom) {
      return escape(Obstruction.Kind.GENERATOR, node);
    }
    if (!coroutine && Awaits.is(node)) {
      return escape(Obstruction.Kind.AWAIT, node);
    }
    if (node instanceof Statement.FunctionDef || node instanceof Expression.Lambda) {
      return Optional.empty();
    }
    boolean loop = node instanceof Statement.For || node instanceof Statement.While;
    for (Node child : Children.of(node)) {
      Optional<Obstruction> found = escapes(child, inInnerLoop || loop);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Obstruction> escape(Obstruction.Kind kind, Node node) {
    return Optional.of(new Obstruction(kind, "", node.start(), List.of(), Optional.empty()));
  }

  /** The parts of the body that run in order: their effects happen between parallel parts. */
  private List<Node> remainderNodes() {
    List<Node> nodes = new ArrayList<>();
    body.stream().filter(s -> !parallel.contains(s)).forEach(nodes::add);
    return nodes;
  }

  /** Reads of a part that the remainder's writes, in this or an earlier iteration, may change. */
  private List<Obstruction> conflicts(Node part, List<Node> remainder) {
    return conflicts.of(part, remainder, write -> inside(write, part));
  }

  private boolean inside(Located write, Node part) {
    if (part.start() <= write.start() && write.end() <= part.end()) {
      return true;
    }
    return extractions.stream()
        .anyMatch(
            e -> e.expression().start() <= write.start() && write.end() <= e.expression().end());
  }

  /** Looks for parts of a remainder statement that can be computed in parallel. */
  private void extract(Statement unit) {
    statement(unit, unit, List.of(), false);
  }

  private void statement(Statement s, Statement unit, List<Fission.Guard> guards, boolean guarded) {
    if (s instanceof Statement.If branch) {
      int before = extractions.size();
      expression(branch.test(), unit, guards, guarded);
      boolean extracted = extractions.size() > before;
      boolean steady = !extracted && check(branch.test(), unit).isEmpty();
      if (steady) {
        branch.body().forEach(b -> statement(b, unit, with(guards, branch.test(), true), guarded));
        branch
            .orElse()
            .forEach(b -> statement(b, unit, with(guards, branch.test(), false), guarded));
      }
    } else if (s instanceof Statement.For loop) {
      expression(loop.iterable(), unit, guards, guarded);
    } else if (s instanceof Statement.With with) {
      for (WithItem item : with.items()) {
        expression(item.context(), unit, guards, guarded);
      }
    } else if (s instanceof Statement.Try attempt) {
      attempt.body().forEach(b -> statement(b, unit, guards, true));
      boolean more = !attempt.orElse().isEmpty();
      if (more) {
        attempt.orElse().forEach(b -> statement(b, unit, guards, true));
      }
    } else if (s instanceof Statement.Match match) {
      expression(match.subject(), unit, guards, guarded);
    } else if (!(s instanceof Statement.While
        || s instanceof Statement.FunctionDef
        || s instanceof Statement.ClassDef)) {
      for (Node child : Children.of(s)) {
        if (child instanceof Expression e) {
          expression(e, unit, guards, guarded);
        }
      }
    }
  }

  private static List<Fission.Guard> with(
      List<Fission.Guard> guards, Expression test, boolean whenTrue) {
    List<Fission.Guard> all = new ArrayList<>(guards);
    all.add(new Fission.Guard(test, whenTrue));
    return all;
  }

  private void expression(
      Expression e, Statement unit, List<Fission.Guard> guards, boolean guarded) {
    boolean await = e instanceof Expression.Await;
    boolean timed = e instanceof Expression.BinOp && timesWork(e);
    boolean work = e instanceof Expression.Call || isComprehension(e) || await || timed;
    if (work && !(e instanceof Expression.GeneratorExp)) {
      List<Obstruction> found = check(e, unit);
      if (found.isEmpty() && (isCostly(e) || timed) && !isViewOfWork(e)) {
        extractions.add(new Fission.Extraction(e, unit, guards, guarded));
        return;
      }
      if (isCostly(e)) {
        met.merge(e, found, (a, b) -> b);
      }
    }
    if (await) {
      return;
    }
    for (Expression child : unconditional(e)) {
      expression(child, unit, guards, guarded);
    }
    conditional(e, unit, guards, guarded);
  }

  /** Whether it tells, or begins to tell, how long something takes that runs apart. */
  private boolean timesWork(Node node) {
    Set<String> marks = new HashSet<>(names.uses(node).keySet());
    marks.addAll(names.bindings(node));
    List<Statement> starts =
        body.stream()
            .filter(s -> s instanceof Statement.Assign && readsElapsed(s))
            .filter(s -> names.bindings(s).stream().anyMatch(marks::contains))
            .toList();
    if (starts.isEmpty() || !readsElapsed(node)) {
      return false;
    }
    int start = starts.get(0).start();
    int end =
        body.stream()
            .filter(s -> names.bindings(starts.get(0)).stream().anyMatch(n -> Mentions.of(s, n)))
            .mapToInt(Statement::start)
            .max()
            .orElse(start);
    return body.stream()
            .filter(s -> start < s.start() && s.start() <= end && isCostly(s))
            .allMatch(s -> parallel.contains(s) || isExtracted(s))
        && body.stream().anyMatch(s -> start < s.start() && s.start() <= end && isCostly(s));
  }

  private boolean isExtracted(Statement unit) {
    return extractions.stream().anyMatch(e -> e.unit() == unit);
  }

  private boolean readsElapsed(Node node) {
    return region.facts(node).stream()
        .anyMatch(
            l ->
                l.fact() instanceof Fact.Does does
                    && does.effect() == Effect.CLOCK
                    && l.via().isEmpty()
                    && new Elapsed(program, region.frame(), region.body()).holds(l));
  }

  /** {@code totals(item).items()}, {@code enumerate(parse(item))}: a view stays here, what it looks at travels. */
  private boolean isViewOfWork(Expression e) {
    return e instanceof Expression.Call
        && !new Picklability(program).holds(program.type(e))
        && unconditional(e).stream().anyMatch(this::isCostly);
  }

  /** Parts that are evaluated or not, depending on a test of the item that is cheap to make twice. */
  private void conditional(
      Expression e, Statement unit, List<Fission.Guard> guards, boolean guarded) {
    if (e instanceof Expression.IfExp choice && isSteady(choice.test(), unit)) {
      expression(choice.body(), unit, with(guards, choice.test(), true), guarded);
      expression(choice.orElse(), unit, with(guards, choice.test(), false), guarded);
    } else if (e instanceof Expression.BoolOp op && isSteady(op.values().get(0), unit)) {
      boolean and = op.operator() == BooleanOperator.AND;
      expression(op.values().get(1), unit, with(guards, op.values().get(0), and), guarded);
    }
  }

  private boolean isSteady(Expression test, Statement unit) {
    return !isCostly(test) && check(test, unit).isEmpty();
  }

  private static boolean isComprehension(Expression e) {
    return e instanceof Expression.ListComp
        || e instanceof Expression.SetComp
        || e instanceof Expression.DictComp;
  }

  private boolean isCostly(Node node) {
    return !costs.of(node).isTrivial();
  }

  /** Subexpressions that are evaluated whenever the expression is, exactly once. */
  private static List<Expression> unconditional(Expression e) {
    if (e instanceof Expression.BoolOp op) {
      return op.values().subList(0, 1);
    } else if (e instanceof Expression.IfExp choice) {
      return List.of(choice.test());
    } else if (e instanceof Expression.Lambda) {
      return List.of();
    }
    List<Comprehension> clauses = Comprehension.of(e);
    if (!clauses.isEmpty()) {
      return List.of(clauses.get(0).iterable());
    }
    List<Expression> parts = new ArrayList<>();
    for (Node child : Children.of(e)) {
      if (child instanceof Expression part) {
        parts.add(part);
      } else if (child instanceof dev.parallelize.syntax.Keyword keyword) {
        parts.add(keyword.value());
      }
    }
    return parts;
  }

  /** Leaves in the remainder the cheap statements that no costly part needs or feeds. */
  private void keepWorthwhile() {
    Set<Statement> wanted = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (Statement s : body) {
      if (parallel.contains(s) && (isCostly(s) || usesOwn(s) || timesWork(s))) {
        wanted.add(s);
      }
    }
    if (wanted.isEmpty() && extractions.isEmpty()) {
      return;
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      Set<String> needed = new HashSet<>();
      wanted.forEach(s -> needed.addAll(names.uses(s).keySet()));
      extractions.forEach(
          e -> {
            needed.addAll(names.uses(e.expression()).keySet());
            e.guards().forEach(g -> needed.addAll(names.uses(g.test()).keySet()));
          });
      Set<String> given = new HashSet<>();
      wanted.forEach(s -> given.addAll(names.bindings(s)));
      for (Statement s : body) {
        boolean feeds =
            names.bindings(s).stream().anyMatch(n -> needed.contains(n) && !isScratch(n));
        boolean uses =
            names.uses(s).keySet().stream().anyMatch(n -> given.contains(n) && !isScratch(n));
        if (parallel.contains(s) && !wanted.contains(s) && (feeds || uses)) {
          wanted.add(s);
          changed = true;
        }
      }
    }
    parallel.retainAll(wanted);
    List<Statement> pure = body.stream().filter(parallel::contains).toList();
    boolean moved = pure.stream().anyMatch(s -> !stays(s));
    if (moved) {
      parallel.addAll(body.stream().filter(s -> check(s, s).isEmpty()).toList());
    }
  }

  private Fission result() {
    Fission found = split();
    return found.remainder().stream().anyMatch(s -> usesOwn(s, found.extractions()))
        ? Fission.NONE
        : found;
  }

  private boolean usesOwn(Node node) {
    return usesOwn(node, List.of());
  }

  /** What each worker has its own of, the parent has not. */
  private boolean usesOwn(Node node, List<Fission.Extraction> taken) {
    boolean[] found = {false};
    Walk.where(
        node,
        n -> {
          boolean moved = taken.stream().anyMatch(e -> e.expression() == n);
          found[0] |=
              !moved && n instanceof Expression.Name x && region.own().names().contains(x.id());
          return !moved;
        });
    return found[0];
  }

  private Fission split() {
    List<Statement> part = body.stream().filter(parallel::contains).toList();
    Fission whole = fission(part, List.copyOf(extractions));
    if (watched && losesBindings(part)) {
      return Fission.NONE;
    }
    if (!whole.inPlace() || whole.isEmpty()) {
      return handingOverLess(whole, part);
    }
    boolean several = part.size() + extractions.size() > 1;
    // A search hands over nothing but what passes the test, and nobody sees a test fail too early.
    boolean search = !several && whole.exits() && !whole.effectsOutlive();
    Optional<Fission> inside = coroutine || search ? Optional.empty() : testedInside(whole);
    return inside.orElseGet(() -> several ? single(part) : whole);
  }

  /**
   * The split whose parallel part hands over what the remainder makes of a large value, not the value: {@code
   * sum(samples)} instead of all the samples.
   */
  private Fission handingOverLess(Fission whole, List<Statement> part) {
    boolean waits = part.stream().anyMatch(s -> costs.of(s).waitMicros() > 0);
    if (coroutine || waits || part.isEmpty() || whole.exits()) {
      return whole;
    }
    List<Fission.Extraction> more = new ArrayList<>(extractions);
    for (String name : whole.crossing()) {
      SmallerResults uses =
          new SmallerResults(program, name, e -> check(e.expression(), e.unit()).isEmpty());
      if (!usedAfter.contains(name)
          && !targets.contains(name)
          && isLarge(name, whole.remainder())) {
        more.addAll(uses.in(whole.remainder(), extractions).orElse(List.of()));
      }
    }
    Fission less = fission(part, more);
    return more.size() == extractions.size() || less.inPlace() ? whole : less;
  }

  /** {@code distances = np.sqrt(…)}: nothing else is known of the type. */
  private boolean givesArray(Statement s) {
    return s instanceof Statement.Assign assign
        && program.type(assign.value()).isUnknown()
        && assign.value() instanceof Expression.Call call
        && program.targets(call).stream()
            .allMatch(
                t ->
                    t instanceof CallTarget.Known known
                        && known.callee().name().startsWith("numpy."));
  }

  /** Whether what the statements read by the name is a collection, or an array. */
  private boolean isLarge(String name, List<Statement> statements) {
    boolean[] large = {false};
    statements.forEach(
        s ->
            Walk.each(
                s,
                n ->
                    large[0] |=
                        n instanceof Expression.Name x
                            && x.id().equals(name)
                            && SmallerResults.isLarge(program.type(x))));
    return large[0] || binders(name).stream().allMatch(this::givesArray);
  }

  /**
   * The split whose parallel part tests for itself whether an item is left out, where all that keeps
   * it from being done in one go is {@code continue} and conditions around extractions.
   */
  private Optional<Fission> testedInside(Fission whole) {
    int last = lastStart(whole.parallel(), whole.extractions());
    List<Expression> skips = new ArrayList<>();
    for (Statement s : whole.remainder()) {
      if (s.end() <= last && mayLeave(s)) {
        if (!(s instanceof Statement.If branch) || !isSkip(branch)) {
          return Optional.empty();
        }
        skips.add(branch.test());
      }
    }
    List<Expression> tests = new ArrayList<>(skips);
    whole.extractions().forEach(e -> e.guards().forEach(g -> tests.add(g.test())));
    boolean unsafe =
        whole.effectsFirst()
            || isMetHalfway(whole.remainder(), last)
            || whole.isCrossed()
            || !tests.stream().allMatch(t -> isRepeatable(t, whole))
            || whole.extractions().stream().anyMatch(e -> e.guarded() || isBefore(e, skips))
            || whole.crossing().stream().anyMatch(usedAfter::contains);
    return unsafe
        ? Optional.empty()
        : Optional.of(
            new Fission(
                whole.parallel(),
                whole.extractions(),
                whole.remainder(),
                whole.crossing(),
                false,
                whole.effectsOutlive(),
                whole.exits(),
                false,
                List.of(),
                skips));
  }

  private static boolean isBefore(Fission.Extraction extraction, List<Expression> skips) {
    return skips.stream().anyMatch(t -> t.start() > extraction.expression().start());
  }

  /**
   * Whether the remainder finds the same answer as the worker, though it asks when all is computed:
   * nothing that the test looks at changes after it, and it is cheap enough to be made twice.
   */
  private boolean isRepeatable(Expression test, Fission whole) {
    Set<String> read = names.uses(test).keySet();
    return !isCostly(test)
        && names.bindings(test).isEmpty()
        && program.mentions("hash").isEmpty()
        && whole.parallel().stream()
            .filter(s -> s.end() > test.start())
            .noneMatch(s -> !java.util.Collections.disjoint(names.bindings(s), read))
        && whole.work().stream().filter(n -> n.end() > test.end()).noneMatch(n -> changes(n, test));
  }

  private boolean changes(Node node, Expression test) {
    for (Located located : region.facts(node)) {
      if (located.fact() instanceof Fact.Mutates mutates
          && region.facts(test).stream()
              .anyMatch(
                  r ->
                      r.fact() instanceof Fact.Reads reads
                          && program.mayAlias(region.frame(), reads.root(), mutates.root()))) {
        return true;
      }
    }
    return false;
  }

  /** Where a later part fails, what an earlier one gave is lost with it. */
  private boolean losesBindings(List<Statement> part) {
    int last = Math.max(0, part.size() - (extractions.isEmpty() ? 1 : 0));
    return part.subList(0, last).stream()
        .flatMap(s -> names.bindings(s).stream())
        .anyMatch(usedAfter::contains);
  }

  /** Whether a handler around the loop asks for what the remainder has bound when a part fails. */
  private boolean isMetHalfway(List<Statement> remainder, int last) {
    Set<String> bound = new HashSet<>(targets);
    remainder.stream().filter(s -> s.start() < last).forEach(s -> bound.addAll(names.bindings(s)));
    return watched && bound.stream().anyMatch(usedAfter::contains);
  }

  /** Where results are taken in place there can be one part only: the costliest that can stand. */
  private Fission single(List<Statement> part) {
    List<Node> parts = new ArrayList<>(part);
    List<Fission.Extraction> all = List.copyOf(extractions);
    all.forEach(e -> parts.add(e.expression()));
    parts.sort(java.util.Comparator.comparingDouble(n -> -costs.of(n).totalMicros()));
    for (Node one : parts) {
      parallel.clear();
      extractions.clear();
      List<Fission.Extraction> kept = all.stream().filter(e -> e.expression() == one).toList();
      if (one instanceof Statement s) {
        parallel.add(s);
      }
      extractions.addAll(kept);
      boolean stands =
          one instanceof Statement s
              ? check(s, s).isEmpty()
              : kept.stream().allMatch(this::standsAlone);
      if (stands && isCostly(one)) {
        return fission(one instanceof Statement s ? List.of(s) : List.of(), kept);
      }
    }
    return Fission.NONE;
  }

  /** Whether nothing else has to run apart for it, nor for the tests that decide whether it runs. */
  private boolean standsAlone(Fission.Extraction extraction) {
    return check(extraction.expression(), extraction.unit()).isEmpty()
        && extraction.guards().stream().allMatch(g -> check(g.test(), extraction.unit()).isEmpty());
  }

  private Fission fission(List<Statement> part, List<Fission.Extraction> extracted) {
    List<Statement> remainder = body.stream().filter(s -> !part.contains(s)).toList();
    Set<String> crossing = new LinkedHashSet<>();
    for (Statement s : part) {
      for (String name : names.bindings(s)) {
        if (isScratch(name)) {
          continue;
        }
        boolean used = remainder.stream().anyMatch(r -> reads(r, name, extracted));
        if (used || usedAfter.contains(name)) {
          crossing.add(name);
        }
      }
    }
    int last = lastStart(part, extracted);
    boolean first = remainder.stream().anyMatch(s -> s.start() < last && isVisibleBefore(s, last));
    boolean skipped = remainder.stream().anyMatch(s -> s.end() <= last && mayLeave(s));
    boolean guarded = extracted.stream().anyMatch(e -> e.guarded() || !e.guards().isEmpty());
    List<Fission.Guard> guards = new ArrayList<>();
    for (Statement s : remainder) {
      if (s.end() <= last && s instanceof Statement.If branch && isSkip(branch)) {
        guards.add(new Fission.Guard(branch.test(), false));
      }
    }
    extracted.stream().findFirst().ifPresent(e -> guards.addAll(e.guards()));
    return new Fission(
        part,
        extracted,
        remainder,
        crossing,
        first,
        watched || remainder.stream().anyMatch(this::outlives),
        remainder.stream().anyMatch(s -> leaves(s, false)),
        first || skipped || guarded || isMetHalfway(remainder, last),
        guards);
  }

  /** Whether the remainder itself reads the name, and not what was taken out of it alone. */
  private boolean reads(Statement remainder, String name, List<Fission.Extraction> extracted) {
    boolean[] found = {false};
    Walk.where(
        remainder,
        n -> {
          boolean taken = extracted.stream().anyMatch(e -> e.expression() == n);
          found[0] |= !taken && n instanceof Expression.Name other && other.id().equals(name);
          return !taken;
        });
    return found[0] && names.uses(remainder).containsKey(name);
  }

  private static int lastStart(List<Statement> part, List<Fission.Extraction> extracted) {
    return Math.max(
        part.stream().mapToInt(Statement::start).max().orElse(-1),
        extracted.stream().mapToInt(e -> e.expression().start()).max().orElse(-1));
  }

  static boolean isContinue(Statement s) {
    return s instanceof Statement.If branch && isContinue(branch);
  }

  /** {@code if test: …; continue}: where the test holds, nothing below is done for the item. */
  private static boolean isSkip(Statement.If branch) {
    int last = branch.body().size() - 1;
    return branch.orElse().isEmpty()
        && branch.body().get(last) instanceof Statement.Continue
        && branch.body().subList(0, last).stream().noneMatch(FissionBuilder::mayLeave);
  }

  private static boolean isContinue(Statement.If branch) {
    return branch.orElse().isEmpty()
        && branch.body().size() == 1
        && branch.body().get(0) instanceof Statement.Continue;
  }

  private static boolean mayLeave(Statement s) {
    return leaves(s, false) || continues(s);
  }

  private static boolean continues(Node node) {
    if (node instanceof Statement.Continue) {
      return true;
    }
    if (node instanceof Statement.For
        || node instanceof Statement.While
        || node instanceof Statement.FunctionDef
        || node instanceof Expression) {
      return false;
    }
    return Children.of(node).stream().anyMatch(FissionBuilder::continues);
  }

  /** A {@code continue} before a part must depend on nothing but the item, or work is wasted. */
  private boolean afterUnsteadyContinue(int offset) {
    for (Statement s : continuing) {
      if (s.end() <= offset) {
        boolean steady =
            s instanceof Statement.If branch && isSkip(branch) && check(branch.test(), s).isEmpty();
        if (!steady) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the part of a statement that runs before the offset does something visible. */
  private boolean isVisibleBefore(Statement s, int offset) {
    if (s.end() <= offset && s instanceof Statement.If branch && isSkip(branch)) {
      return region.facts(branch.test()).stream().anyMatch(this::isVisible);
    }
    int from = evaluatedFrom(s, offset);
    return region.facts(s).stream()
        .filter(l -> l.start() >= from && l.end() <= offset)
        .anyMatch(this::isVisible);
  }

  /** Whether somebody sees what happened, should a later part of the iteration fail. */
  private boolean isVisible(Located located) {
    return watched ? region.isVisible(located.fact()) : region.outlives(located.fact());
  }

  /** The value of an assignment is computed before its target is touched. */
  private static int evaluatedFrom(Statement s, int offset) {
    if (s.end() < offset) {
      return s.start();
    }
    if (s instanceof Statement.Assign assign) {
      return assign.value().start();
    }
    return s instanceof Statement.AugAssign assign ? assign.value().start() : s.start();
  }

  private boolean outlives(Statement s) {
    return region.facts(s).stream().anyMatch(l -> region.outlives(l.fact()));
  }

  /** Whether a {@code break} in the statement leaves the loop around it. */
  static boolean breaks(Statement statement) {
    boolean[] found = {false};
    Walk.where(
        statement,
        n -> {
          found[0] |= n instanceof Statement.Break;
          return !(n instanceof Statement.For each && each.orElse().isEmpty())
              && !(n instanceof Statement.While other && other.orElse().isEmpty());
        });
    return found[0];
  }

  static boolean leaves(Node node, boolean inInnerLoop) {
    if (node instanceof Statement.Return || node instanceof Statement.Raise) {
      return true;
    }
    if (node instanceof Statement.Break && !inInnerLoop) {
      return true;
    }
    if (node instanceof Statement.FunctionDef || node instanceof Expression) {
      return false;
    }
    boolean loop = node instanceof Statement.For || node instanceof Statement.While;
    return Children.of(node).stream()
        .filter(c -> c instanceof Statement || c instanceof ExceptHandler)
        .anyMatch(c -> leaves(c, inInnerLoop || loop));
  }
}
