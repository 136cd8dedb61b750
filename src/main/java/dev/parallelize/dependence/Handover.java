package dev.parallelize.dependence;

import dev.parallelize.library.LibraryType;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What travels between the parent and a worker process: it has to be picklable, and arrives as a copy,
 * which matters when the program tells objects apart or changes one that both sides hold.
 */
final class Handover {
  private static final Set<String> LAZY = Set.of("generator", "iterator", "file");

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

  /** What stands in the way of sending these to workers and the results back. */
  List<Obstruction> obstructions(List<Item> sent, List<Item> results, Span part, int after) {
    List<Obstruction> found = new ArrayList<>();
    for (Item item : sent) {
      unpicklable(item).ifPresent(found::add);
    }
    for (Item item : results) {
      unpicklable(item).ifPresent(found::add);
      identity(item, part, after).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Obstruction> unpicklable(Item item) {
    boolean code =
        frame.reachable(item.value().roots()).stream()
            .anyMatch(r -> r instanceof Root.FunctionObject f && isNested(f.scope()));
    if (!code && isPicklable(item.value().type(), new HashSet<>())) {
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

  /** Functions and classes are pickled by their qualified name: local ones have none. */
  private static boolean isNested(Scope scope) {
    if (scope.kind() == Scope.Kind.LAMBDA) {
      return true;
    }
    Scope around = scope.parent().orElse(scope);
    while (around.kind() == Scope.Kind.CLASS) {
      around = around.parent().orElseThrow();
    }
    return around.kind() != Scope.Kind.MODULE;
  }

  private boolean isPicklable(Type type, Set<Type> seen) {
    if (!seen.add(type)) {
      return true;
    }
    if (LAZY.contains(type.name())) {
      return false;
    }
    if (type.isProgramClass()) {
      Optional<Scope> scope = program.programClass(type.className());
      if (scope.isPresent() && isNested(scope.get())) {
        return false;
      }
      boolean custom =
          scope.isPresent()
              && List.of("__getstate__", "__reduce__", "__reduce_ex__").stream()
                  .anyMatch(m -> program.method(scope.get(), m).isPresent());
      return custom || program.attributeTypes(type).stream().allMatch(a -> isPicklable(a, seen));
    }
    Optional<LibraryType> known = program.library().type(type.name());
    boolean itself = type.isUnknown() || known.map(LibraryType::picklable).orElse(true);
    return itself && type.arguments().stream().allMatch(a -> isPicklable(a, seen));
  }

  /** A result that is, or holds, an object from outside comes back as a copy of it. */
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
    Optional<Located> told = program.identityTests().or(() -> changeAfter(shared, part, after));
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
