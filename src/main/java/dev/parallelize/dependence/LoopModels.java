package dev.parallelize.dependence;

import dev.parallelize.dependence.LoopModel.DataFlow;
import dev.parallelize.dependence.LoopModel.Standing;
import dev.parallelize.library.Aliasing;
import dev.parallelize.library.LibraryType;
import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Cost;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.semantics.Value;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the model of each candidate. */
public final class LoopModels {
  /** The parallel part must be at least this share of an iteration's work. */
  private static final double SMALLEST_SHARE = 0.25;

  /** Changes times everything done: a few seconds of comparing. */
  private static final long MOST_PAIRS = 2_000_000;

  /** What keeps code from workers, and does no harm where the parent runs it in order. */
  private static final Set<Obstruction.Kind> NEEDS_WORKERS =
      Set.of(Obstruction.Kind.SHARED_MUTATION, Obstruction.Kind.THREAD_UNSAFE);

  private final Program program;
  private final CostModel costs;
  private final ExpressionModels expressions;
  private final KeptAttributes attributes;
  private final Map<Scope, List<Expression.Name>> readNames = new HashMap<>();

  /**
   * @param costs tells which parts are worth a worker
   */
  public LoopModels(Program program, CostModel costs) {
    this.program = program;
    this.costs = costs;
    this.expressions = new ExpressionModels(program, costs);
    this.attributes = new KeptAttributes(program, costs);
  }

  public LoopModel of(Candidate candidate) {
    LoopModel model = build(candidate);
    if (program.settled() || model.standing() == Standing.BLOCKED) {
      return model;
    }
    Obstruction limit =
        new Obstruction(
            Obstruction.Kind.NOT_SETTLED,
            "",
            candidate.node().start(),
            List.of(),
            Optional.of(new Assumption("independent", candidate.id())));
    return assuming(List.of(limit), model);
  }

  private static LoopModel assuming(List<Obstruction> needed, LoopModel model) {
    return new LoopModel(
        model.candidate(),
        model.iteration(),
        model.fission(),
        Standing.ASSUMED,
        needed,
        model.itemCost(),
        model.parallelCost(),
        model.trips(),
        model.dataFlow());
  }

  private LoopModel build(Candidate candidate) {
    return switch (candidate.construct()) {
      case FOR -> apart(candidate, (Statement.For) candidate.node());
      case WHILE -> repeated(candidate, (Statement.While) candidate.node());
      case COMPREHENSION, GENERATOR_EXPRESSION, MAP_CALL -> expressions.of(candidate);
      case STATEMENTS -> expressions.ofStatements(candidate);
      case AWAIT_SEQUENCE -> awaiting(candidate);
      case APPLY_CALL -> expressions.ofRows(candidate);
    };
  }

  private LoopModel awaiting(Candidate candidate) {
    if (!candidate.group().isEmpty()) {
      return expressions.ofStatements(candidate);
    } else if (candidate.node() instanceof Statement.For loop && !loop.isAsync()) {
      return apart(candidate, loop);
    }
    return candidate.node() instanceof Statement.For
        ? unknown(candidate)
        : expressions.of(candidate);
  }

  private static LoopModel unknown(Candidate candidate) {
    return blocked(
        candidate,
        Optional.empty(),
        List.of(obstruction(Obstruction.Kind.AWAIT, candidate.node())),
        Cost.ZERO);
  }

  private static Obstruction obstruction(Obstruction.Kind kind, Node at) {
    return new Obstruction(kind, "", at.start(), List.of(), Optional.empty());
  }

  static LoopModel blocked(
      Candidate candidate, Optional<Iteration> iteration, List<Obstruction> why, Cost cost) {
    return new LoopModel(
        candidate,
        iteration,
        Fission.NONE,
        Standing.BLOCKED,
        why,
        cost,
        Cost.ZERO,
        Optional.of(1.0),
        DataFlow.NONE);
  }

  /** A {@code while} loop decides after each round whether there is another one. */
  private LoopModel repeated(Candidate candidate, Statement.While loop) {
    BodyNames names = BodyNames.of(program, candidate.scope(), Set.of(), loop.body());
    List<Obstruction> why = new ArrayList<>();
    names
        .uses(loop.test())
        .forEach(
            (name, offset) -> {
              if (names.bound().contains(name)) {
                why.add(
                    new Obstruction(
                        Obstruction.Kind.CARRIED_NAME, name, offset, List.of(), Optional.empty()));
              }
            });
    if (why.isEmpty()) {
      why.add(obstruction(Obstruction.Kind.EARLY_EXIT, loop));
    }
    return blocked(candidate, Optional.empty(), why, costs.of(loop.body()));
  }

  /** The loop, where parameters that a caller chooses have to be objects of their own. */
  private LoopModel apart(Candidate candidate, Statement.For loop) {
    LoopModel model = loop(candidate, loop);
    if (model.standing() == Standing.BLOCKED) {
      return model;
    }
    Iteration iteration = model.iteration().orElseThrow();
    Region region = region(candidate, loop, new LinkedHashSet<>(iteration.targets()));
    List<Node> work = model.fission().work();
    List<Node> apart = work.isEmpty() ? List.copyOf(loop.body()) : work;
    List<Obstruction> needed = new ArrayList<>(model.obstructions());
    needed.addAll(OverlappingParameters.of(program, region, loop, iteration, apart));
    return needed.size() == model.obstructions().size() ? model : assuming(needed, model);
  }

  private LoopModel loop(Candidate candidate, Statement.For loop) {
    Iteration iteration = Iterations.of(program, loop.target(), loop.iterable());
    Set<String> targets = new LinkedHashSet<>(iteration.targets());
    Region region = region(candidate, loop, targets);
    if (isTooMuch(region)) {
      Obstruction limit = obstruction(Obstruction.Kind.NOT_SETTLED, loop);
      return blockedLoop(candidate, iteration, List.of(limit), costs.of(loop.body()), loop);
    }
    Set<String> usedAfter = usedAfter(candidate, loop);
    ApartContainers apart = new ApartContainers(program, candidate, loop, attributes);
    boolean watched = Watched.isWatched(program, candidate.frame(), loop);
    FissionBuilder strict =
        builder(candidate, loop, iteration, region, usedAfter, false, watched, apart);
    Fission proved = strict.build();
    Cost item = costs.of(loop.body());
    List<Obstruction> outer =
        new ArrayList<>(aroundLoop(candidate, loop, iteration, region, usedAfter, watched, apart));
    boolean free = outer.stream().allMatch(Obstruction::assumable);
    if (free && isWorth(proved, item)) {
      outer.addAll(handover(candidate, loop, iteration, region, proved));
      UnusedAnswers.of(region, proved).ifPresent(outer::add);
      return model(candidate, iteration, proved, strict, outer, item, loop);
    }
    FissionBuilder hopeful =
        builder(candidate, loop, iteration, region, usedAfter, true, watched, apart);
    Fission assumed = hopeful.build();
    if (free && isWorth(assumed, item)) {
      List<Obstruction> needed = new ArrayList<>(outer);
      needed.addAll(hopeful.assumed());
      needed.addAll(handover(candidate, loop, iteration, region, assumed));
      UnusedAnswers.of(region, assumed).ifPresent(needed::add);
      return model(candidate, iteration, assumed, hopeful, needed, item, loop);
    }
    Optional<LoopModel> trivial =
        item.isTrivial() && outer.isEmpty() && !holdsYield(loop)
            ? Optional.of(trivial(candidate, iteration, loop, region, proved, strict, item))
            : Optional.empty();
    if (trivial.filter(t -> t.standing() == Standing.PROVED).isPresent()) {
      return trivial.get();
    }
    if (holdsBySubscripts(candidate, loop)) {
      return new LoopModel(
          candidate,
          Optional.of(iteration),
          Fission.NONE,
          Standing.PROVED,
          List.of(),
          item,
          Cost.ZERO,
          costs.knownTrips(iteration.iterable()),
          flow(iteration, Fission.NONE, candidate, loop.body()));
    }
    if (trivial.isPresent()) {
      return trivial.get();
    }
    List<Obstruction> why = new ArrayList<>(outer);
    why.addAll(strict.obstructions());
    return blockedLoop(candidate, iteration, why, item, loop);
  }

  /** Each change is held against all that the body does: of a body of thousands of lines, nothing is proved. */
  private static boolean isTooMuch(Region region) {
    List<Located> facts = region.program().facts(region.frame(), region.body());
    long changes = facts.stream().filter(l -> l.fact() instanceof Fact.Mutates).count();
    return changes * facts.size() > MOST_PAIRS;
  }

  /** Whether iterations share no element and no variable, or do no more than add to the same ones. */
  private boolean holdsBySubscripts(Candidate candidate, Statement.For loop) {
    AffineResult result = AffineDependence.of(program, candidate.frame(), loop);
    return result instanceof AffineResult.Independent || result instanceof AffineResult.Reduction;
  }

  /** What the items and results of the parallel part are in the way of processes, which no coroutine uses. */
  private List<Obstruction> handover(
      Candidate candidate,
      Statement.For loop,
      Iteration iteration,
      Region region,
      Fission fission) {
    if (Awaits.inCoroutine(program, candidate.scope())) {
      return List.of();
    }
    List<Node> parts = fission.work();
    List<Handover.Item> results = new ArrayList<>();
    for (Fission.Extraction extraction : fission.extractions()) {
      Expression e = extraction.expression();
      results.add(new Handover.Item(text(e), program.value(e), e.start()));
    }
    for (String name : fission.crossing()) {
      results.add(new Handover.Item(name, held(candidate.scope(), name, loop), loop.start()));
    }
    List<Handover.Item> sent = new ArrayList<>();
    BodyNames names =
        BodyNames.of(program, candidate.scope(), Set.copyOf(iteration.targets()), loop.body());
    boolean whole = parts.size() > 0 && !takenApart(loop.iterable());
    for (String name : iteration.targets()) {
      if (whole || parts.stream().anyMatch(p -> names.uses(p).containsKey(name))) {
        sent.add(
            new Handover.Item(name, held(candidate.scope(), name, loop), loop.target().start()));
      }
    }
    int start = parts.stream().mapToInt(Node::start).min().orElse(0);
    int end = parts.stream().mapToInt(Node::end).max().orElse(0);
    Span part = parts.size() == 1 ? new Span(start, end) : new Span(start, start);
    int after = givesNewItems(loop.iterable()) ? loop.iterable().end() : loop.start();
    List<Obstruction> found =
        new ArrayList<>(new Handover(program, region).obstructions(sent, results, part, after));
    if (!partCost(fission).mostlyWaits()) {
      new Handover(program, region).items(loop.iterable()).filter(o -> whole).ifPresent(found::add);
      found.addAll(new PassedClasses(program, candidate.scope()).in(parts));
      found.addAll(new PassedFunctions(program).among(sent, loop.body()));
      new DeepNesting(program).in(parts, loop.iterable()).ifPresent(found::add);
      found.addAll(new SentExceptions(program).among(sent, results, parts));
    } else {
      found.removeIf(o -> o.kind() == Obstruction.Kind.UNPICKLABLE && isGiven(o, results));
    }
    return found;
  }

  /**
   * What threads give need not be able to travel, if it holds nothing open: {@code re.Match}. Processes are asked about it
   * ({@link SentValues}).
   */
  private boolean isGiven(Obstruction obstruction, List<Handover.Item> results) {
    return results.stream()
        .filter(r -> r.symbol().equals(obstruction.symbol()))
        .anyMatch(
            r ->
                program
                    .library()
                    .type(r.value().type().name())
                    .filter(LibraryType::immutable)
                    .isPresent());
  }

  /** Keys and values of a mapping travel one without the other. */
  private static boolean takenApart(Expression iterable) {
    return iterable instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute method
        && method.attribute().equals("items");
  }

  /** A reader of a library that makes each item anew: reading on leaves those before as they are. */
  private boolean givesNewItems(Expression iterable) {
    return program
        .library()
        .type(program.type(iterable).name())
        .map(type -> type.methods().get("__next__"))
        .filter(next -> next.aliasing() == Aliasing.FRESH)
        .isPresent();
  }

  private Value held(Scope scope, String name, Node loop) {
    return program.given(scope.owner(name).orElse(scope), name, loop.span());
  }

  private LoopModel blockedLoop(
      Candidate candidate,
      Iteration iteration,
      List<Obstruction> why,
      Cost item,
      Statement.For loop) {
    return new LoopModel(
        candidate,
        Optional.of(iteration),
        Fission.NONE,
        Standing.BLOCKED,
        why,
        item,
        Cost.ZERO,
        costs.knownTrips(iteration.iterable()),
        flow(iteration, Fission.NONE, candidate, loop.body()));
  }

  private FissionBuilder builder(
      Candidate candidate,
      Statement.For loop,
      Iteration iteration,
      Region region,
      Set<String> usedAfter,
      boolean optimistic,
      boolean watched,
      ApartContainers apart) {
    return new FissionBuilder(
        program,
        costs,
        candidate.scope(),
        region,
        loop.body(),
        Set.copyOf(iteration.targets()),
        iteration,
        usedAfter,
        optimistic,
        watched,
        apart);
  }

  private Region region(Candidate candidate, Statement.For loop, Set<String> targets) {
    Set<String> names = new LinkedHashSet<>(targets);
    names.addAll(BodyNames.of(program, candidate.scope(), targets, loop.body()).bound());
    int end = loop.body().get(loop.body().size() - 1).end();
    return new Region(
        program,
        candidate.frame(),
        new Root.ItemOf(loop.start(), loop.end()),
        new Span(loop.body().get(0).start(), end),
        candidate.id(),
        names,
        own(candidate));
  }

  private PrivateObjects own(Candidate candidate) {
    return PrivateConnection.of(program, candidate)
        .map(c -> c.objects(program))
        .orElse(PrivateObjects.NONE);
  }

  private boolean isWorth(Fission fission, Cost item) {
    Cost part = partCost(fission);
    return !fission.isEmpty()
        && !part.isTrivial()
        && part.totalMicros() >= SMALLEST_SHARE * item.totalMicros();
  }

  private Cost partCost(Fission fission) {
    Cost cost = costs.of(fission.parallel());
    for (Fission.Extraction extraction : fission.extractions()) {
      cost = cost.plus(costs.of(extraction.expression()));
    }
    return cost;
  }

  private LoopModel model(
      Candidate candidate,
      Iteration iteration,
      Fission fission,
      FissionBuilder builder,
      List<Obstruction> needed,
      Cost item,
      Statement.For loop) {
    return new LoopModel(
        candidate,
        Optional.of(iteration),
        fission,
        needed.isEmpty() ? Standing.PROVED : Standing.ASSUMED,
        needed,
        item,
        partCost(fission),
        costs.knownTrips(iteration.iterable()),
        flow(iteration, fission, candidate, loop.body()));
  }

  /** Obstructions of the loop as a whole: its iterable, its exits. */
  private List<Obstruction> aroundLoop(
      Candidate candidate,
      Statement.For loop,
      Iteration iteration,
      Region region,
      Set<String> usedAfter,
      boolean watched,
      ApartContainers apart) {
    List<Obstruction> found = new ArrayList<>();
    Assumption independent = new Assumption("independent", candidate.id());
    boolean vouched = program.assumptions().all().contains(independent);
    boolean exits = loop.body().stream().anyMatch(s -> FissionBuilder.leaves(s, false));
    boolean yields = holdsYield(loop);
    if (iteration.kind() == Iteration.Kind.INFINITE
        && !LookingAhead.mayBeInVain(region, loop.body())) {
      found.add(obstruction(Obstruction.Kind.USED_UP_ITERATOR, loop.iterable()));
    } else if (iteration.kind() == Iteration.Kind.UNKNOWN && (exits || yields) && !vouched) {
      found.add(
          new Obstruction(
              Obstruction.Kind.USED_UP_ITERATOR,
              text(loop.iterable()),
              loop.iterable().start(),
              List.of(),
              Optional.of(independent)));
    }
    if (yields && !vouched) {
      found.add(
          new Obstruction(
              Obstruction.Kind.GENERATOR,
              "yield",
              loop.start(),
              List.of(),
              Optional.of(independent)));
    }
    StoringTarget.in(program, loop.target()).ifPresent(found::add);
    restSeen(loop, iteration, region, usedAfter, exits || watched).ifPresent(found::add);
    mutatedIterable(loop, iteration, region, apart).ifPresent(found::add);
    lazyIterable(loop, iteration, region, apart).ifPresent(found::add);
    new LookingAhead(program, region, loop, madeBy(loop.iterable(), region))
        .obstruction(iteration, exits || watched)
        .ifPresent(found::add);
    return found;
  }

  private static final Set<String> NO_ATTRIBUTES =
      Set.of(Fact.ELEMENTS, Fact.ANY, Fact.FILE, Fact.EVERYTHING);

  private static final Set<String> ELEMENTS_ONLY =
      Set.of("list", "tuple", "dict", "set", "frozenset", "collections.deque");

  private static boolean holdsYield(Statement.For loop) {
    boolean[] found = {false};
    Walk.each(
        loop, n -> found[0] |= n instanceof Expression.Yield || n instanceof Expression.YieldFrom);
    return found[0];
  }

  /** Attributes of objects say nothing of which elements a container of the language has. */
  private boolean isOnlyAttribute(String field, Expression iterable) {
    return !NO_ATTRIBUTES.contains(field) && ELEMENTS_ONLY.contains(program.type(iterable).name());
  }

  /** The body changes what the loop runs over. */
  private Optional<Obstruction> mutatedIterable(
      Statement.For loop, Iteration iteration, Region region, ApartContainers apart) {
    Set<Root> containers = program.value(loop.iterable()).roots();
    Set<Root> sources = new HashSet<>(containers);
    sources.addAll(program.frame(region.frame()).sources(region.item()));
    Walk.each(
        loop.iterable(),
        n -> {
          if (n instanceof Expression e && !(n instanceof Expression.Attribute)) {
            sources.addAll(program.value(e).roots());
          }
        });
    for (Statement s : loop.body()) {
      for (Located located : region.facts(s)) {
        if (located.fact() instanceof Fact.Mutates m
            && !m.field().equals(Fact.EVERYTHING)
            && !region.own().holds(m.root())
            && !isOnlyAttribute(m.field(), loop.iterable())
            && (sources.stream().anyMatch(r -> !r.isCode() && r.equals(m.root()))
                || containers.stream().anyMatch(r -> isSame(region, r, m.root())))
            && !isOwnSlot(located, iteration, region)
            && !apart.cannotMeet(located, loop.iterable())) {
          return Optional.of(
              Region.of(Obstruction.Kind.ITERABLE_MUTATED, region.describe(m.root()), located));
        }
      }
    }
    return Optional.empty();
  }

  /** Two names for one object, as {@code rows[0]} may be for {@code row}. */
  private boolean isSame(Region region, Root container, Root changed) {
    return !(container instanceof Root.External)
        && !(changed instanceof Root.External)
        && program.mayAlias(region.frame(), container, changed);
  }

  private boolean isOwnSlot(Located write, Iteration iteration, Region region) {
    return SameSlot.holds(program, write, write, region.loopNames(), iteration);
  }

  /** Items that are made on demand may see, or show, what the body does in between. */
  private Optional<Obstruction> lazyIterable(
      Statement.For loop, Iteration iteration, Region region, ApartContainers apart) {
    boolean once =
        iteration.kind() == Iteration.Kind.ONE_SHOT || iteration.kind() == Iteration.Kind.INFINITE;
    boolean oneShot = once || iteration.kind() == Iteration.Kind.UNKNOWN;
    boolean calls = Iterations.callsForEachItem(program, loop.iterable());
    Optional<Obstruction> progress =
        oneShot || calls ? progressSeen(loop, region, oneShot) : Optional.empty();
    if (progress.isPresent() || !(once || calls)) {
      return progress;
    }
    for (Located located : madeBy(loop.iterable(), region)) {
      if (located.fact() instanceof Fact.Does d
          && Region.isOrdered(d.effect())
          && !(iteration.progress().isPresent() && Progress.shows(d.callee()))) {
        return Optional.of(Region.of(Obstruction.Kind.USED_UP_ITERATOR, d.callee(), located));
      }
      if (located.fact() instanceof Fact.BindsName b) {
        return Optional.of(Region.of(Obstruction.Kind.USED_UP_ITERATOR, b.name(), located));
      }
      if (located.fact() instanceof Fact.ReadsName read && isGivenAnew(read, loop, region)) {
        return Optional.of(Region.of(Obstruction.Kind.USED_UP_ITERATOR, read.name(), located));
      }
      if (located.fact() instanceof Fact.Reads reads) {
        for (Statement s : loop.body()) {
          for (Located write : region.facts(s)) {
            if (write.fact() instanceof Fact.Mutates m
                && !m.field().equals(Fact.EVERYTHING)
                && !region.isLocal(m.root())
                && program.mayAlias(region.frame(), m.root(), reads.root())
                && !isOwnSlot(write, iteration, region)
                && !apart.cannotMeet(write, loop.iterable())) {
              return Optional.of(
                  Region.of(Obstruction.Kind.ITERABLE_MUTATED, region.describe(m.root()), write));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The body gives another value to a variable that a generator looks up for each item. */
  private boolean isGivenAnew(Fact.ReadsName read, Statement.For loop, Region region) {
    boolean here =
        program.frameOf(read.owner()) == region.frame() && region.loopNames().contains(read.name());
    return here
        || loop.body().stream()
            .flatMap(s -> region.facts(s).stream())
            .anyMatch(
                l ->
                    l.fact() instanceof Fact.BindsName b
                        && b.owner() == read.owner()
                        && b.name().equals(read.name()));
  }

  /** A loop that is left early leaves the rest of an iterator to whoever goes on with it. */
  private Optional<Obstruction> restSeen(
      Statement.For loop, Iteration iteration, Region region, Set<String> usedAfter, boolean left) {
    boolean kept =
        (iteration.kind() == Iteration.Kind.ONE_SHOT || iteration.kind() == Iteration.Kind.INFINITE)
            && loop.iterable() instanceof Expression.Name name
            && (program.value(name).roots().stream().anyMatch(r -> !(r instanceof Root.Site))
                || usedAfter.contains(name.id()));
    boolean caught =
        program.callsOf(region.frame()).stream()
            .anyMatch(c -> Watched.isWatched(program, program.frameOf(c), c));
    return kept && (left || caught)
        ? Optional.of(obstruction(Obstruction.Kind.USED_UP_ITERATOR, loop.iterable()))
        : Optional.empty();
  }

  /** The body reads what making the next item changes: how far a reader has come, a counter. */
  private Optional<Obstruction> progressSeen(Statement.For loop, Region region, boolean oneShot) {
    Set<Root> changed = new LinkedHashSet<>();
    for (Root root : program.value(loop.iterable()).roots()) {
      if (oneShot && !root.isCode() && !(root instanceof Root.External)) {
        changed.add(root);
      }
    }
    for (Located located : madeBy(loop.iterable(), region)) {
      if (located.fact() instanceof Fact.Mutates m && !m.field().equals(Fact.EVERYTHING)) {
        changed.add(m.root());
      }
    }
    for (Statement s : loop.body()) {
      for (Located located : region.facts(s)) {
        if (located.fact() instanceof Fact.Reads read
            && !(read.root() instanceof Root.ItemOf)
            && !region.isLocal(read.root())
            && changed.stream().anyMatch(c -> isSame(region, c, read.root()))) {
          return Optional.of(
              Region.of(Obstruction.Kind.USED_UP_ITERATOR, region.describe(read.root()), located));
        }
      }
    }
    return Optional.empty();
  }

  /** What is done where the iterable stands, and where it was made. */
  private List<Located> madeBy(Expression iterable, Region region) {
    List<Located> made = new ArrayList<>(program.facts(region.frame(), iterable.span()));
    for (Root root : program.value(iterable).roots()) {
      if (root instanceof Root.Site site) {
        made.addAll(program.facts(region.frame(), new Span(site.start(), site.end())));
      }
    }
    return made;
  }

  /** Names that are read after the loop, or by other functions. */
  private Set<String> usedAfter(Candidate candidate, Statement.For loop) {
    Set<String> used = new HashSet<>();
    Scope frame = candidate.frame();
    for (Expression.Name name : readNames().getOrDefault(frame, List.of())) {
      if (name.start() < loop.start() || name.start() >= loop.end()) {
        boolean elsewhere = program.frameOf(program.scopes().around(name)) != frame;
        boolean again = !candidate.outer().isEmpty();
        if (name.start() >= loop.end() || elsewhere || again) {
          used.add(name.id());
        }
      }
    }
    loop.orElse().forEach(s -> Walk.each(s, n -> addName(n, used)));
    return used;
  }

  /** The places where a variable of each frame is read. */
  private Map<Scope, List<Expression.Name>> readNames() {
    if (readNames.isEmpty()) {
      Walk.each(
          program.tree().module(),
          n -> {
            if (n instanceof Expression.Name name && name.context() != Context.STORE) {
              program
                  .scopes()
                  .around(name)
                  .owner(name.id())
                  .filter(o -> o.kind() != Scope.Kind.COMPREHENSION)
                  .ifPresent(
                      o ->
                          readNames
                              .computeIfAbsent(program.frameOf(o), f -> new ArrayList<>())
                              .add(name));
            }
          });
    }
    return readNames;
  }

  private static void addName(Node node, Set<String> used) {
    if (node instanceof Expression.Name name) {
      used.add(name.id());
    }
  }

  private LoopModel trivial(
      Candidate candidate,
      Iteration iteration,
      Statement.For loop,
      Region region,
      Fission proved,
      FissionBuilder strict,
      Cost item) {
    List<Obstruction> why = new ArrayList<>();
    Set<String> reductions = Reductions.of(loop.body());
    strict
        .names()
        .exposed()
        .forEach(
            (name, offset) -> {
              if (!reductions.contains(name)) {
                why.add(
                    new Obstruction(
                        Obstruction.Kind.CARRIED_NAME, name, offset, List.of(), Optional.empty()));
              }
            });
    for (Statement s : loop.body()) {
      for (Obstruction o : region.obstructions(s)) {
        if (!NEEDS_WORKERS.contains(o.kind())) {
          why.add(o);
        }
      }
      why.addAll(TrivialConflicts.of(program, region, loop.body(), s, iteration));
      Closures.lateUse(program, s, candidate.scope(), region.loopNames()).ifPresent(why::add);
    }
    why.addAll(handover(candidate, loop, iteration, region, proved));
    Standing standing =
        why.isEmpty()
            ? Standing.PROVED
            : why.stream().allMatch(Obstruction::assumable) ? Standing.ASSUMED : Standing.BLOCKED;
    return new LoopModel(
        candidate,
        Optional.of(iteration),
        Fission.NONE,
        standing,
        why,
        item,
        item,
        costs.knownTrips(iteration.iterable()),
        flow(iteration, proved, candidate, loop.body()));
  }

  private DataFlow flow(
      Iteration iteration, Fission fission, Candidate candidate, List<Statement> body) {
    BodyNames names =
        BodyNames.of(program, candidate.scope(), Set.copyOf(iteration.targets()), body);
    List<Node> parts = fission.work();
    Set<String> captures = new LinkedHashSet<>();
    Set<String> reads = new LinkedHashSet<>();
    for (Node part : parts.isEmpty() ? body : parts) {
      for (String name : names.uses(part).keySet()) {
        boolean own = iteration.targets().contains(name) || names.bound().contains(name);
        if (!own && isData(candidate.scope(), name)) {
          (parts.isEmpty() ? reads : captures).add(name);
          reads.add(name);
        }
      }
    }
    return new DataFlow(
        iteration.targets(),
        List.copyOf(reads),
        List.copyOf(captures),
        ResultShapes.ofLoop(program, body));
  }

  /** True for names of data: not builtins, functions, classes or modules. */
  private boolean isData(Scope scope, String name) {
    Optional<Scope> owner = scope.owner(name);
    if (owner.isEmpty()) {
      return false;
    }
    Set<Root> roots =
        program.frame(program.frameOf(owner.get())).variable(owner.get(), name).roots();
    Type type = program.frame(program.frameOf(owner.get())).variable(owner.get(), name).type();
    return roots.isEmpty() ? !type.name().equals("module") : !roots.stream().allMatch(Root::isCode);
  }

  private String text(Node node) {
    return program.tree().source().text(node.span());
  }
}
