package dev.parallelize.dependence;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Frame;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.semantics.Value;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What travels between the parent and a worker process: it has to be picklable, and arrives as a copy,
 * which matters when the program tells objects apart or changes one that both sides hold.
 */
final class Handover {
  /** Bases that leave comparison as it is. */
  private static final Set<String> PLAIN_BASES =
      Set.of("builtins.object", "abc.ABC", "typing.Generic", "typing.Protocol");

  private final Program program;
  private final Region region;
  private final Frame frame;
  private final String candidateId;

  Handover(Program program, Region region) {
    this.program = program;
    this.region = region;
    this.frame = program.frame(region.frame());
    this.candidateId = region.candidateId();
  }

  /**
   * @param symbol what the value is called in messages
   * @param offset where it comes about
   */
  record Item(String symbol, Value value, int offset) {}

  /** Items that hold what cannot travel, whatever is known of their type. */
  Optional<Obstruction> items(Expression iterable) {
    String symbol = program.tree().source().text(iterable.span());
    boolean travel =
        program.assumptions().holds("picklable", symbol)
            || new Picklability(program).itemsTravel(frame, program.value(iterable));
    return travel
        ? Optional.empty()
        : Optional.of(Obstruction.unpicklable(symbol, iterable.start()));
  }

  /** What stands in the way of sending these to workers and the results back. */
  List<Obstruction> obstructions(List<Item> sent, List<Item> results, Span part, int after) {
    List<Obstruction> found = new ArrayList<>();
    for (Item item : sent) {
      unpicklable(item).ifPresent(found::add);
      copied(item).ifPresent(found::add);
    }
    for (Item item : results) {
      unpicklable(item).ifPresent(found::add);
      copied(item).ifPresent(found::add);
      identity(item, part, after).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Obstruction> unpicklable(Item item) {
    if (new Picklability(program).holds(frame, item.value())) {
      return Optional.empty();
    }
    boolean never = item.value().type().name().equals("generator");
    if (!never && program.assumptions().holds("picklable", item.symbol())) {
      return Optional.empty();
    }
    return Optional.of(
        new Obstruction(
            Obstruction.Kind.UNPICKLABLE,
            item.symbol(),
            item.offset(),
            List.of(),
            never ? Optional.empty() : Optional.of(new Assumption("picklable", item.symbol()))));
  }

  /** A number or text that the program knows from one that is equal. */
  private Optional<Obstruction> copied(Item item) {
    Assumption independent = new Assumption("independent", candidateId);
    boolean told =
        !program.assumptions().all().contains(independent)
            && ValueIdentity.tellsApart(program, item.value().type());
    return told
        ? Optional.of(
            new Obstruction(
                Obstruction.Kind.IDENTITY,
                item.symbol(),
                item.offset(),
                List.of(),
                Optional.of(independent)))
        : Optional.empty();
  }

  /** A result that is, or holds, an object from outside comes back as a copy of it; so does what a method is bound to. */
  private Optional<Obstruction> identity(Item item, Span part, int after) {
    if (program.assumptions().holds("independent", candidateId)) {
      return Optional.empty();
    }
    Set<Root> shared = new LinkedHashSet<>();
    for (Root root : frame.reachable(item.value().roots())) {
      if (!root.isCode() && !region.isLocal(root)) {
        shared.add(root);
      }
    }
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    Optional<Root> bound = shared.stream().filter(Root.BoundMethod.class::isInstance).findFirst();
    Optional<Root> known = bound.or(() -> comparedByIdentity(item.value()));
    if (known.isPresent()) {
      return Optional.of(
          new Obstruction(
              Obstruction.Kind.IDENTITY,
              region.describe(known.get()),
              item.offset(),
              List.of(),
              Optional.of(new Assumption("independent", candidateId))));
    }
    Optional<Located> told =
        program
            .identityTests()
            .or(() -> changeAfter(shared, part, after))
            .or(() -> changeByCallers(item));
    return told.map(
        l ->
            new Obstruction(
                l.fact() instanceof Fact.Mutates
                    ? Obstruction.Kind.ALIASING
                    : Obstruction.Kind.IDENTITY,
                region.describe(shared.iterator().next()),
                l.origin(),
                l.via(),
                Optional.of(new Assumption("independent", candidateId))));
  }

  /**
   * An object from outside that equals nothing but itself, as instances do whose class has no {@code
   * __eq__}: a copy of it is not found in sets, dictionaries and lists.
   */
  private Optional<Root> comparedByIdentity(Value result) {
    Type type = result.type();
    boolean container = !type.arguments().isEmpty();
    Set<Root> held = container ? frame.contents(result.roots()) : result.roots();
    boolean told =
        container ? type.arguments().stream().anyMatch(this::isOnlyItself) : isOnlyItself(type);
    return held.stream()
        .filter(r -> !r.isCode() && !region.isLocal(r))
        .filter(r -> told || (r instanceof Root.Variable v && isOnlyItself(v)))
        .findFirst();
  }

  private boolean isOnlyItself(Root.Variable variable) {
    Scope home = program.frameOf(variable.owner());
    Type type = program.frame(home).variable(variable.owner(), variable.name()).type();
    boolean sentinel =
        variable.owner().bindings(variable.name()).stream()
            .flatMap(b -> program.singleValue(b.node()).stream())
            .anyMatch(
                v ->
                    v instanceof Expression.Call call
                        && call.function() instanceof Expression.Name name
                        && name.id().equals("object"));
    return sentinel || isOnlyItself(type);
  }

  private boolean isOnlyItself(Type type) {
    Optional<Scope> scope =
        type.isProgramClass() ? program.programClass(type.className()) : Optional.empty();
    return scope.isPresent()
        && program.method(scope.get(), "__eq__").isEmpty()
        && scope.get().node() instanceof Statement.ClassDef definition
        && definition.decorators().isEmpty()
        && PLAIN_BASES.containsAll(program.libraryBases(scope.get()));
  }

  /** A caller of the function changes what it finds in the results. */
  private Optional<Located> changeByCallers(Item item) {
    for (Expression.Call call : program.callsOf(region.frame())) {
      Frame caller = program.frame(program.frameOf(call));
      Set<Root> held = new LinkedHashSet<>(caller.contents(program.value(call).roots()));
      held.remove(new Root.Site(call.start(), call.end()));
      for (Located located : caller.facts()) {
        if (mayFollow(located, call)
            && located.fact() instanceof Fact.Mutates m
            && !m.field().equals(Fact.EVERYTHING)
            && held.contains(m.root())) {
          return Optional.of(located);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether what a caller does may happen after the call: all but what stands in front of it and runs once. */
  private boolean mayFollow(Located located, Expression.Call call) {
    if (located.start() >= call.start() && located.end() <= call.end()) {
      return false;
    }
    boolean runsOnce = program.frameOf(call).kind() == Scope.Kind.MODULE && !isInALoop(call);
    return !runsOnce || located.end() > call.start();
  }

  private boolean isInALoop(Expression.Call call) {
    boolean[] found = {false};
    Walk.where(
        program.tree().module(),
        n -> {
          boolean holds = n.span().contains(call.span());
          found[0] |= holds && (n instanceof Statement.For || n instanceof Statement.While);
          return holds;
        });
    return found[0];
  }

  private Optional<Located> changeAfter(Set<Root> shared, Span part, int after) {
    for (Located located : frame.facts()) {
      boolean later =
          located.start() >= after
              && !(part.start() <= located.start() && located.end() <= part.end());
      if (later
          && located.fact() instanceof Fact.Mutates m
          && shared.stream().anyMatch(r -> program.mayAlias(region.frame(), r, m.root()))) {
        return Optional.of(located);
      }
    }
    return Optional.empty();
  }
}
