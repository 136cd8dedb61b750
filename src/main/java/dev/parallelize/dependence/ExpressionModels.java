package dev.parallelize.dependence;

import dev.parallelize.dependence.LoopModel.DataFlow;
import dev.parallelize.dependence.LoopModel.Standing;
import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Cost;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Summary;
import dev.parallelize.semantics.Value;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Models of comprehensions, generator expressions, {@code map} calls and adjacent statements. */
final class ExpressionModels {
  private static final Set<String> CONSUMERS =
      Set.of(
          "sum",
          "any",
          "all",
          "max",
          "min",
          "list",
          "tuple",
          "set",
          "frozenset",
          "dict",
          "sorted",
          "join",
          "Counter",
          "deque",
          "fsum",
          "next");

  private final Program program;
  private final CostModel costs;

  ExpressionModels(Program program, CostModel costs) {
    this.program = program;
    this.costs = costs;
  }

  LoopModel of(Candidate candidate) {
    Node node = candidate.node();
    Optional<String> consumer = consumer(candidate);
    if (node instanceof Expression.ListComp c) {
      return comprehension(candidate, c, List.of(c.element()), c.generators(), Optional.of(""));
    } else if (node instanceof Expression.SetComp c) {
      return comprehension(candidate, c, List.of(c.element()), c.generators(), Optional.of(""));
    } else if (node instanceof Expression.DictComp c) {
      return comprehension(
          candidate, c, List.of(c.key(), c.value()), c.generators(), Optional.of(""));
    } else if (node instanceof Expression.GeneratorExp c) {
      return comprehension(candidate, c, List.of(c.element()), c.generators(), consumer);
    }
    return MappedCall.of(program, node)
        .map(mapped -> mapCall(candidate, mapped, consumer))
        .orElseGet(() -> spelledOut(candidate));
  }

  /** A call that has to be said in another way first. */
  private LoopModel spelledOut(Candidate candidate) {
    SpelledOut call = SpelledOut.of(program, candidate.node()).orElseThrow();
    String name = program.tree().source().text(call.call().function().span());
    Obstruction unknown = at(Obstruction.Kind.UNKNOWN_CALL, name, candidate.node());
    Cost cost = costs.invoked(call.function());
    return LoopModels.blocked(candidate, Optional.empty(), List.of(unknown), cost);
  }

  /** The function whose argument the expression is, when it uses it up at once. */
  private Optional<String> consumer(Candidate candidate) {
    String[] found = new String[1];
    Walk.each(
        candidate.statement(),
        n -> {
          if (n instanceof Expression.Call call
              && call.arguments().stream().anyMatch(a -> a == candidate.node())) {
            String name =
                call.function() instanceof Expression.Name f
                    ? f.id()
                    : call.function() instanceof Expression.Attribute a ? a.attribute() : "";
            if (CONSUMERS.contains(name)) {
              found[0] = name;
            }
          }
        });
    return Optional.ofNullable(found[0]);
  }

  private LoopModel comprehension(
      Candidate candidate,
      Expression node,
      List<Expression> elements,
      List<Comprehension> generators,
      Optional<String> consumer) {
    Comprehension first = generators.get(0);
    Iteration iteration = Iterations.of(program, first.target(), first.iterable());
    Region region =
        new Region(
            program,
            candidate.frame(),
            new Root.ItemOf(first.start(), first.end()),
            node.span(),
            candidate.id(),
            Set.copyOf(iteration.targets()),
            PrivateConnection.of(program, candidate)
                .map(c -> c.objects(program))
                .orElse(PrivateObjects.NONE));
    List<Node> parts = new ArrayList<>(elements);
    parts.addAll(first.conditions());
    for (Comprehension inner : generators.subList(1, generators.size())) {
      parts.add(inner.iterable());
      parts.addAll(inner.conditions());
    }
    List<Obstruction> found = new ArrayList<>();
    parts.forEach(p -> found.addAll(region.obstructions(p)));
    OutsideConflict outside = new OutsideConflict(region);
    parts.forEach(p -> found.addAll(outside.within(p, parts)));
    parts.forEach(p -> special(candidate, p, found));
    generators.forEach(g -> StoringTarget.in(program, g.target()).ifPresent(found::add));
    iterable(candidate, iteration, consumer, found);
    List<? extends Expression> results =
        SelectedItems.test(node).<List<? extends Expression>>map(List::of).orElse(elements);
    found.addAll(handover(candidate, region, iteration, results, parts));
    NanKeys.in(program, node, candidate.id()).ifPresent(found::add);
    boolean async = generators.stream().anyMatch(Comprehension::isAsync);
    if (async) {
      found.add(at(Obstruction.Kind.AWAIT, node));
    }
    Cost element = costs.of(parts);
    if (generators.size() > 1) {
      element = element.times(costs.trips(generators.get(1).iterable()));
    }
    Fission fission =
        new Fission(
            List.of(),
            elements.stream()
                .map(e -> new Fission.Extraction(e, candidate.statement(), List.of(), false))
                .toList(),
            List.of(),
            Set.of(),
            false,
            false,
            consumer.filter(Set.of("any", "all", "next")::contains).isPresent(),
            false,
            List.of());
    return finish(candidate, iteration, fission, found, element, parts, consumer.orElse(""));
  }

  /** What the items and results of a comprehension are in the way of processes. */
  private List<Obstruction> handover(
      Candidate candidate,
      Region region,
      Iteration iteration,
      List<? extends Expression> elements,
      List<Node> parts) {
    if (Awaits.inCoroutine(program, candidate.scope())) {
      return List.of();
    }
    Scope own = program.scopes().openedBy(candidate.node());
    List<Handover.Item> sent = new ArrayList<>();
    for (String name : iteration.targets()) {
      Value value = program.frame(candidate.frame()).variable(own, name);
      sent.add(new Handover.Item(name, value, iteration.target().start()));
    }
    List<Handover.Item> results = new ArrayList<>();
    for (Expression e : elements) {
      results.add(handed(e));
    }
    int start = parts.stream().mapToInt(Node::start).min().orElse(0);
    int end = parts.stream().mapToInt(Node::end).max().orElse(0);
    List<Obstruction> found =
        new Handover(program, region)
            .obstructions(sent, results, new Span(start, end), candidate.node().end());
    if (!costs.of(parts).mostlyWaits()) {
      found = new ArrayList<>(found);
      new Handover(program, region).items(iteration.iterable()).ifPresent(found::add);
      found.addAll(new PassedClasses(program, candidate.scope()).in(parts));
      new DeepNesting(program).in(parts, iteration.iterable()).ifPresent(found::add);
      found.addAll(new SentExceptions(program).among(sent, results, parts));
      found.addAll(new PassedFunctions(program).among(sent, parts));
    }
    return found;
  }

  private void iterable(
      Candidate candidate,
      Iteration iteration,
      Optional<String> consumer,
      List<Obstruction> found) {
    Assumption independent = new Assumption("independent", candidate.id());
    boolean vouched = program.assumptions().all().contains(independent);
    boolean exits = consumer.filter(Set.of("any", "all", "next")::contains).isPresent();
    if (iteration.kind() == Iteration.Kind.INFINITE) {
      found.add(at(Obstruction.Kind.USED_UP_ITERATOR, iteration.iterable()));
    }
    if (exits
        && !vouched
        && (iteration.kind() == Iteration.Kind.UNKNOWN
            || iteration.kind() == Iteration.Kind.ONE_SHOT)) {
      found.add(assumed(Obstruction.Kind.USED_UP_ITERATOR, iteration.iterable(), independent));
    }
    if (Iterations.callsForEachItem(program, iteration.iterable())) {
      program.facts(candidate.frame(), iteration.iterable().span()).stream()
          .filter(l -> isSeen(l.fact(), iteration))
          .findFirst()
          .ifPresent(l -> found.add(Region.of(Obstruction.Kind.USED_UP_ITERATOR, "", l)));
    }
    if (consumer.isEmpty() && !vouched && !UsedUpInOrder.holds(program, candidate, CONSUMERS)) {
      found.add(assumed(Obstruction.Kind.GENERATOR, candidate.node(), independent));
    }
    if (iteration.kind() == Iteration.Kind.ONE_SHOT) {
      for (Located l : program.facts(candidate.frame(), iteration.iterable().span())) {
        if (l.fact() instanceof Fact.Does d
            && Region.isOrdered(d.effect())
            && !(iteration.progress().isPresent() && Progress.shows(d.callee()))) {
          found.add(Region.of(Obstruction.Kind.USED_UP_ITERATOR, d.callee(), l));
        }
      }
    }
  }

  /** What making an item leaves behind, whether or not it is asked for. */
  private static boolean isSeen(Fact fact, Iteration iteration) {
    return fact instanceof Fact.BindsName
        || fact instanceof Fact.Mutates m
            && !m.field().equals(Fact.EVERYTHING)
            && !isMadeIn(iteration.iterable().span(), m.root());
  }

  private static boolean isMadeIn(Span part, Root root) {
    if (root instanceof Root.Inside inside) {
      return isMadeIn(part, inside.base());
    } else if (root instanceof Root.ItemOf item) {
      return part.start() <= item.start() && item.end() <= part.end();
    }
    return root instanceof Root.Site site
        && part.start() <= site.start()
        && site.end() <= part.end();
  }

  private static Obstruction at(Obstruction.Kind kind, Node node) {
    return new Obstruction(kind, "", node.start(), List.of(), Optional.empty());
  }

  private static Obstruction assumed(Obstruction.Kind kind, Node node, Assumption assumption) {
    return new Obstruction(kind, "", node.start(), List.of(), Optional.of(assumption));
  }

  /** What an expression cannot hold when it moves into a worker. */
  private void special(Candidate candidate, Node part, List<Obstruction> found) {
    boolean coroutine =
        Awaits.inCoroutine(program, candidate.scope())
            && !(candidate.node() instanceof Expression.GeneratorExp);
    Walk.each(
        part,
        n -> {
          if (n instanceof Expression.NamedExpr w && w.target() instanceof Expression.Name name) {
            found.add(
                new Obstruction(
                    Obstruction.Kind.CARRIED_NAME,
                    name.id(),
                    w.start(),
                    List.of(),
                    Optional.empty()));
          } else if (n instanceof Expression.Await && !coroutine) {
            found.add(at(Obstruction.Kind.AWAIT, n));
          } else if (n instanceof Expression.Yield || n instanceof Expression.YieldFrom) {
            found.add(at(Obstruction.Kind.GENERATOR, n));
          }
        });
  }

  private LoopModel mapCall(
      Candidate candidate, MappedCall mapped, Optional<String> consumerOfLazy) {
    Expression.Call call = mapped.call();
    Optional<String> consumer = mapped.use().isComplete() ? Optional.of("") : consumerOfLazy;
    Expression iterable = mapped.iterable();
    Iteration iteration = Iterations.of(program, call, iterable);
    Region region =
        new Region(
            program,
            candidate.frame(),
            new Root.ItemOf(call.start(), call.end()),
            call.span(),
            candidate.id(),
            Set.of(),
            PrivateObjects.NONE);
    List<Obstruction> found = new ArrayList<>(region.obstructions(call));
    found.addAll(new OutsideConflict(region).within(call, List.of(call)));
    for (Expression argument : call.arguments()) {
      iterable(candidate, Iterations.of(program, argument, argument), consumer, found);
    }
    found.removeIf(
        o -> o.kind() == Obstruction.Kind.USED_UP_ITERATOR && o.assumable() && !isExit(consumer));
    unpicklableResult(mapped.function()).ifPresent(found::add);
    Cost element = costs.invoked(mapped.function());
    Fission fission =
        new Fission(
            List.of(),
            List.of(new Fission.Extraction(call, candidate.statement(), List.of(), false)),
            List.of(),
            Set.of(),
            false,
            false,
            isExit(consumer),
            false,
            List.of());
    return finish(
        candidate,
        new Iteration(
            iteration.target(),
            iteration.iterable(),
            iteration.kind(),
            List.of(),
            iteration.progress()),
        fission,
        new ArrayList<>(new LinkedHashSet<>(found)),
        element,
        List.of(),
        consumer.orElse(""));
  }

  /** {@code frame.apply(f, axis=1)}: the function gets each row, a new object, and nothing else. */
  LoopModel ofRows(Candidate candidate) {
    Expression.Call call = (Expression.Call) candidate.node();
    Expression frame = ((Expression.Attribute) call.function()).value();
    if (call.arguments().isEmpty()) {
      Obstruction unknown = at(Obstruction.Kind.UNKNOWN_CALL, "DataFrame.apply", call);
      return LoopModels.blocked(candidate, Optional.empty(), List.of(unknown), Cost.ZERO);
    }
    Expression function = call.arguments().get(0);
    Root.ItemOf row = new Root.ItemOf(call.start(), call.end());
    Region region =
        new Region(
            program,
            candidate.frame(),
            row,
            call.span(),
            candidate.id(),
            Set.of(),
            PrivateObjects.NONE);
    List<Obstruction> found = new ArrayList<>(region.obstructions(call));
    unpicklableResult(function).ifPresent(found::add);
    Fission fission =
        Fission.of(new Fission.Extraction(call, candidate.statement(), List.of(), false));
    Iteration rows = new Iteration(call, frame, Iteration.Kind.REPEATABLE, List.of());
    Cost cost = costs.invoked(function);
    return finish(candidate, rows, fission, found, cost, List.of(), "");
  }

  /** A function that gives generators, or functions of its own, cannot work in another process. */
  private Optional<Obstruction> unpicklableResult(Expression function) {
    String name = program.tree().source().text(function.span());
    for (Root root : program.value(function).roots()) {
      if (root instanceof Root.FunctionObject object) {
        Summary summary = program.summary(object.scope());
        boolean holds =
            new Picklability(program).holds(program.frame(object.scope()), summary.result());
        if (summary.generator() || !holds) {
          return Optional.of(at(Obstruction.Kind.UNPICKLABLE, name, function));
        }
      }
    }
    return Optional.empty();
  }

  private static Obstruction at(Obstruction.Kind kind, String symbol, Node node) {
    return new Obstruction(kind, symbol, node.start(), List.of(), Optional.empty());
  }

  private static boolean isExit(Optional<String> consumer) {
    return consumer.filter(Set.of("any", "all", "next")::contains).isPresent();
  }

  private LoopModel finish(
      Candidate candidate,
      Iteration iteration,
      Fission fission,
      List<Obstruction> found,
      Cost element,
      List<Node> parts,
      String consumer) {
    Standing standing =
        found.isEmpty()
            ? Standing.PROVED
            : found.stream().allMatch(Obstruction::assumable) ? Standing.ASSUMED : Standing.BLOCKED;
    Set<String> captures = captures(candidate, iteration, parts);
    return new LoopModel(
        candidate,
        Optional.of(iteration),
        standing == Standing.BLOCKED ? Fission.NONE : fission,
        standing,
        found,
        element,
        element,
        costs.knownTrips(iteration.iterable()),
        new DataFlow(
            iteration.targets(),
            List.copyOf(captures),
            List.copyOf(captures),
            ResultShapes.ofExpression((Expression) candidate.node(), consumer)));
  }

  private Set<String> captures(Candidate candidate, Iteration iteration, List<Node> parts) {
    Set<String> captures = new LinkedHashSet<>();
    for (Node part : parts) {
      captures.addAll(Captures.of(program, part, candidate.frame()));
    }
    captures.removeAll(iteration.targets());
    return captures;
  }

  /** What a call takes and gives goes from process to process. */
  private void unsendable(Candidate candidate, Expression.Call call, List<Obstruction> found) {
    Picklability picklability = new Picklability(program);
    List<Expression> passed = new ArrayList<>(call.arguments());
    call.keywords().forEach(k -> passed.add(k.value()));
    passed.stream()
        .filter(a -> !picklability.holds(program.frame(candidate.frame()), program.value(a)))
        .map(a -> at(Obstruction.Kind.UNPICKLABLE, program.tree().source().text(a.span()), a))
        .forEach(found::add);
    unpicklableResult(call.function()).ifPresent(found::add);
  }

  /** Adjacent assignments: each must need nothing of the others, and have no effect outside. */
  private List<Obstruction> handover(Region region, List<Statement> group) {
    List<Handover.Item> sent = new ArrayList<>();
    List<Handover.Item> results = new ArrayList<>();
    for (Statement statement : group) {
      Expression value = ((Statement.Assign) statement).value();
      results.add(handed(value));
      if (value instanceof Expression.Call call) {
        call.arguments().forEach(a -> sent.add(handed(a)));
        call.keywords().forEach(k -> sent.add(handed(k.value())));
      }
    }
    Span none = new Span(region.body().start(), region.body().start());
    return new Handover(program, region).obstructions(sent, results, none, region.body().end());
  }

  private Handover.Item handed(Expression e) {
    return new Handover.Item(program.tree().source().text(e.span()), program.value(e), e.start());
  }

  LoopModel ofStatements(Candidate candidate) {
    List<Statement> group = candidate.group();
    Region region =
        new Region(
            program,
            candidate.frame(),
            new Root.ItemOf(-1, -1),
            new Span(group.get(0).start(), group.get(group.size() - 1).end()),
            candidate.id(),
            Set.of(),
            PrivateObjects.NONE);
    List<Obstruction> found = new ArrayList<>();
    Set<String> given = new LinkedHashSet<>();
    for (Statement statement : group) {
      Statement.Assign assign = (Statement.Assign) statement;
      found.addAll(region.obstructions(assign.value()));
      special(candidate, assign.value(), found);
      if (assign.value() instanceof Expression.Call call
          && !Awaits.inCoroutine(program, candidate.scope())) {
        unsendable(candidate, call, found);
      }
      for (Node part : Children.of(assign.value())) {
        for (String used : Captures.of(program, part, candidate.frame())) {
          if (given.contains(used)) {
            found.add(
                new Obstruction(
                    Obstruction.Kind.CARRIED_NAME,
                    used,
                    assign.start(),
                    List.of(),
                    Optional.empty()));
          }
        }
      }
      Expression.Name target = (Expression.Name) assign.targets().get(0);
      if (!given.add(target.id())) {
        found.add(at(Obstruction.Kind.CARRIED_NAME, assign));
      }
    }
    if (!Awaits.inCoroutine(program, candidate.scope()) && !costs.of(group).mostlyWaits()) {
      found.addAll(handover(region, group));
    }
    List<Fission.Extraction> parts =
        group.stream()
            .map(s -> new Fission.Extraction(((Statement.Assign) s).value(), s, List.of(), false))
            .toList();
    Fission fission =
        new Fission(List.of(), parts, List.of(), given, false, false, false, false, List.of());
    Standing standing =
        found.isEmpty()
            ? Standing.PROVED
            : found.stream().allMatch(Obstruction::assumable) ? Standing.ASSUMED : Standing.BLOCKED;
    Cost cost = costs.of(group).times(1.0 / group.size());
    List<LoopModel.Result> results =
        given.stream().map(n -> new LoopModel.Result(n, "last-value")).toList();
    return new LoopModel(
        candidate,
        Optional.empty(),
        standing == Standing.BLOCKED ? Fission.NONE : fission,
        standing,
        found,
        cost,
        cost,
        Optional.of((double) group.size()),
        new DataFlow(List.of(), List.of(), List.of(), results));
  }
}
