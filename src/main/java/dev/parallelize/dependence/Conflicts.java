package dev.parallelize.dependence;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Frame;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a part of a loop's body reads and the rest of the body, in this or an earlier iteration, may
 * change. Objects are compared once, however many places look at them.
 */
final class Conflicts {
  private final Program program;
  private final Region region;
  private final Iteration iteration;
  private final ApartContainers apart;
  private final OutsideConflict outside;
  private final Map<Place, Map<Place, Boolean>> met = new HashMap<>();
  private final Map<Node, Reads> reads = new IdentityHashMap<>();
  private final Map<Node, List<Located>> writes = new IdentityHashMap<>();
  private final Map<Span, String> callees = new HashMap<>();

  /** A field of an object, or all that is reachable from it. */
  private record Place(Root root, String field) {
    static Optional<Place> of(Fact fact) {
      if (fact instanceof Fact.Reads reads) {
        return Optional.of(new Place(reads.root(), reads.field()));
      }
      return fact instanceof Fact.Mutates mutates
          ? Optional.of(new Place(mutates.root(), mutates.field()))
          : Optional.empty();
    }
  }

  /** A variable of another scope. */
  private record Variable(Scope owner, String name) {}

  /** What a part looks at, by what it is. */
  private record Reads(
      List<Located> all, Map<Place, List<Located>> places, Set<Variable> variables) {
    static Reads of(List<Located> facts) {
      Map<Place, List<Located>> places = new LinkedHashMap<>();
      Set<Variable> variables = new HashSet<>();
      for (Located located : facts) {
        Place.of(located.fact())
            .ifPresent(p -> places.computeIfAbsent(p, q -> new ArrayList<>()).add(located));
        if (located.fact() instanceof Fact.ReadsName read) {
          variables.add(new Variable(read.owner(), read.name()));
        }
      }
      return new Reads(facts, places, variables);
    }
  }

  Conflicts(
      Program program,
      Region region,
      Iteration iteration,
      ApartContainers apart,
      OutsideConflict outside) {
    this.program = program;
    this.region = region;
    this.iteration = iteration;
    this.apart = apart;
    this.outside = outside;
  }

  /**
   * The conflicts of a part with the remainder.
   *
   * @param own tells the writes that belong to parts which run apart, too
   */
  List<Obstruction> of(Node part, List<Node> remainder, Predicate<Located> own) {
    List<Obstruction> found = new ArrayList<>();
    Reads looked = reads.computeIfAbsent(part, p -> Reads.of(region.facts(p)));
    for (Node node : remainder) {
      boolean afterwards = node.start() >= part.start();
      for (Located write : writes.computeIfAbsent(node, this::writes)) {
        if (!own.test(write)) {
          conflicts(part, looked, afterwards, write, found);
        }
      }
    }
    return found;
  }

  private List<Located> writes(Node node) {
    return region.facts(node).stream().filter(l -> isWrite(l.fact())).toList();
  }

  private static boolean isWrite(Fact fact) {
    return fact instanceof Fact.Mutates
        || fact instanceof Fact.BindsName
        || fact instanceof Fact.Does;
  }

  private void conflicts(
      Node part, Reads reads, boolean afterwards, Located write, List<Obstruction> found) {
    if (write.fact() instanceof Fact.Mutates mutates) {
      if (region.own().holds(mutates.root())) {
        return;
      }
      objects(part, reads, afterwards, write, mutates, found);
    } else if (write.fact() instanceof Fact.BindsName binds) {
      if (reads.variables().contains(new Variable(binds.owner(), binds.name()))) {
        found.add(Region.of(Obstruction.Kind.CARRIED_OBJECT, binds.name(), write));
      }
    } else if (write.fact() instanceof Fact.Does does) {
      region.changesWhatIsRead(does, write, reads.all()).ifPresent(found::add);
      outside.of(does, write, reads.all()).ifPresent(found::add);
    }
  }

  private void objects(
      Node part,
      Reads reads,
      boolean afterwards,
      Located write,
      Fact.Mutates mutates,
      List<Obstruction> found) {
    Place written = new Place(mutates.root(), mutates.field());
    Set<Boolean> told = new HashSet<>();
    for (Map.Entry<Place, List<Located>> read : reads.places().entrySet()) {
      Place place = read.getKey();
      boolean itself = mayBeItself(place, written);
      boolean ownItem = itself || isOwnItem(place.root(), mutates);
      boolean sameIteration = afterwards && region.isLocal(place.root());
      if (!told.contains(ownItem)
          && !sameIteration
          && (itself || meet(place, written))
          && read.getValue().stream().anyMatch(r -> !isSameSlot(r, write))
          && !apart.cannotMeet(write, part)) {
        told.add(ownItem);
        obstruction(ownItem, write, mutates).ifPresent(found::add);
      }
    }
  }

  /**
   * Whether an item that is kept inside of an object may be that very object, as a node of a graph may
   * be its own neighbour: one attribute of both is looked at and changed.
   */
  private boolean mayBeItself(Place read, Place written) {
    Root item = region.item();
    Root other = written.root().equals(item) ? read.root() : written.root();
    boolean pair = written.root().equals(item) != read.root().equals(item);
    return pair
        && read.field().equals(written.field())
        && !read.field().equals(Fact.ELEMENTS)
        && program.frame(region.frame()).sources(region.item()).stream()
            .anyMatch(s -> s instanceof Root.Inside && s.base().equals(other))
        && !isOfAnotherClass(other);
  }

  private boolean isOfAnotherClass(Root owner) {
    Type own = typeOf(owner);
    Type item = program.type(iteration.target());
    return own.isProgramClass()
        && item.isProgramClass()
        && Collections.disjoint(relatives(own), relatives(item));
  }

  private Set<Scope> relatives(Type type) {
    return program.programClass(type.className()).map(program::withSubclasses).orElse(Set.of());
  }

  private Type typeOf(Root root) {
    Frame frame = program.frame(region.frame());
    if (root instanceof Root.Parameter parameter) {
      return frame.variable(parameter.function(), parameter.name()).type();
    }
    return root instanceof Root.Variable variable
        ? program
            .frame(program.frameOf(variable.owner()))
            .variable(variable.owner(), variable.name())
            .type()
        : Type.UNKNOWN;
  }

  /** A change of the item itself, which is another object in each iteration unless two of them are one. */
  private boolean isOwnItem(Root read, Fact.Mutates mutates) {
    return read.equals(region.item())
        && mutates.root().equals(region.item())
        && !mutates.field().equals(Fact.EVERYTHING);
  }

  private boolean isSameSlot(Located read, Located write) {
    return SameSlot.holds(program, read, write, region.loopNames(), iteration);
  }

  private boolean meet(Place read, Place written) {
    return Fact.overlap(read.field(), written.field())
        && met.computeIfAbsent(written, w -> new HashMap<>())
            .computeIfAbsent(read, r -> program.mayAlias(region.frame(), r.root(), written.root()));
  }

  private Optional<Obstruction> obstruction(boolean ownItem, Located write, Fact.Mutates mutates) {
    if (ownItem) {
      Assumption independent = new Assumption("independent", region.candidateId());
      return program.assumptions().holds("independent", region.candidateId())
          ? Optional.empty()
          : Optional.of(
              Region.assumable(
                  Obstruction.Kind.ALIASING, region.describe(mutates.root()), write, independent));
    }
    if (mutates.field().equals(Fact.EVERYTHING)) {
      String callee =
          callees.computeIfAbsent(new Span(write.start(), write.end()), this::unknownCallee);
      Assumption pure = new Assumption("pure", callee);
      return Optional.of(Region.assumable(Obstruction.Kind.UNKNOWN_CALL, callee, write, pure));
    }
    return Optional.of(
        Region.of(Obstruction.Kind.CARRIED_OBJECT, region.describe(mutates.root()), write));
  }

  private String unknownCallee(Span call) {
    return program.facts(region.frame(), call).stream()
        .map(Located::fact)
        .filter(Fact.CallsUnknown.class::isInstance)
        .map(f -> ((Fact.CallsUnknown) f).callee())
        .findFirst()
        .orElse("?");
  }
}
