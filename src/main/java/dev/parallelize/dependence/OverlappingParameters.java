package dev.parallelize.dependence;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Type;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parameters of a function that nothing in the file calls: whoever calls it may pass one list for two
 * of them, or two views of one array's memory. A loop that stores into one and reads the other in
 * what is to run apart is right only where they share nothing.
 *
 * <p>Where one of them is known for a builtin container, sharing means being the same object: then an
 * iteration that reads the very slot it writes does no harm, and an object of another type is another
 * object. Two NumPy views may share memory at different subscripts.
 */
final class OverlappingParameters {
  private static final Set<String> WHOLE =
      Set.of(
          "list",
          "dict",
          "set",
          "bytearray",
          "collections.deque",
          "collections.Counter",
          "collections.OrderedDict",
          "collections.defaultdict");

  private final Program program;
  private final Region region;
  private final Iteration iteration;
  private final Set<Span> lengths = new HashSet<>();

  private OverlappingParameters(Program program, Region region, Iteration iteration) {
    this.program = program;
    this.region = region;
    this.iteration = iteration;
  }

  /**
   * What has to be vouched for.
   *
   * @param work what is to run apart
   */
  static List<Obstruction> of(
      Program program, Region region, Statement.For loop, Iteration iteration, List<Node> work) {
    if (program.assumptions().holds("independent", region.candidateId())) {
      return List.of();
    }
    return new OverlappingParameters(program, region, iteration).found(loop, work);
  }

  private List<Obstruction> found(Statement.For loop, List<Node> work) {
    List<Located> reads = new ArrayList<>();
    for (Node part : work) {
      Walk.each(part, this::noteLength);
      reads.addAll(region.facts(part));
    }
    Set<Root> taken = iterated(loop.iterable());
    Set<Obstruction> found = new LinkedHashSet<>();
    for (Statement statement : loop.body()) {
      for (Located write : region.facts(statement)) {
        if (write.fact() instanceof Fact.Mutates mutates
            && isStore(write)
            && parameter(mutates.root()).isPresent()
            && (meetsItems(write, mutates.root(), taken)
                || reads.stream().anyMatch(r -> meets(write, mutates, r)))) {
          found.add(
              Region.assumable(
                  Obstruction.Kind.OVERLAP,
                  region.describe(mutates.root()),
                  write,
                  new Assumption("independent", region.candidateId())));
        }
      }
    }
    return found.stream().limit(1).toList();
  }

  private void noteLength(Node node) {
    if (node instanceof Expression.Call call && AffineForms.calls(program, call, "builtins.len")) {
      lengths.add(call.span());
    }
  }

  private boolean isStore(Located write) {
    return program.subscriptAt(write.start(), write.end()).isPresent();
  }

  /** The parameter that an object is, or is inside of, where no call in the file tells what it is. */
  private Optional<Root.Parameter> parameter(Root root) {
    Root base = root.base();
    return base instanceof Root.Parameter parameter
            && parameter.function() == region.frame()
            && !program.isPassed(parameter)
        ? Optional.of(parameter)
        : Optional.empty();
  }

  /** What the items come from; those of a range are numbers, wherever its bounds come from. */
  private Set<Root> iterated(Expression iterable) {
    Set<Root> found = new LinkedHashSet<>();
    if (iteration.kind() != Iteration.Kind.RANGE) {
      Walk.each(
          iterable,
          n -> {
            if (n instanceof Expression e) {
              found.addAll(program.value(e).roots());
            }
          });
    }
    return found;
  }

  /**
   * Whether the items of the loop are taken from what it stores into. What is indexed by the items
   * themselves is no list of them: a dictionary keeps its keys whatever is stored under them.
   */
  private boolean meetsItems(Located write, Root written, Set<Root> taken) {
    boolean keyed = iteration.target() instanceof Expression.Name item && isIndex(write, item.id());
    return !keyed
        && taken.stream()
            .anyMatch(source -> mayOverlap(source, written) && !isOwnItem(write, source, written));
  }

  private boolean isOwnItem(Located write, Root source, Root written) {
    return isWhole(source, written)
        && SameSlot.counter(program, iteration).filter(c -> isIndex(write, c)).isPresent();
  }

  private boolean meets(Located write, Fact.Mutates mutates, Located read) {
    return read.fact() instanceof Fact.Reads reads
        && Fact.overlap(reads.field(), mutates.field())
        && !lengths.contains(new Span(read.start(), read.end()))
        && mayOverlap(reads.root(), mutates.root())
        && !(isWhole(reads.root(), mutates.root()) && isSameSlot(read, write));
  }

  private boolean isSameSlot(Located read, Located write) {
    return SameSlot.counter(program, iteration)
        .filter(counter -> isIndex(read, counter) && isIndex(write, counter))
        .isPresent();
  }

  private boolean isIndex(Located access, String counter) {
    return program
        .subscriptAt(access.start(), access.end())
        .filter(s -> s.slice() instanceof Expression.Name index && index.id().equals(counter))
        .isPresent();
  }

  private boolean mayOverlap(Root read, Root written) {
    Optional<Root.Parameter> one = parameter(read);
    Optional<Root.Parameter> other = parameter(written);
    if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
      return false;
    }
    if (!isWhole(read, written)) {
      return true;
    }
    Type left = type(one.get());
    Type right = type(other.get());
    boolean differ = !left.isUnknown() && !right.isUnknown() && !left.name().equals(right.name());
    return !differ && read.equals(one.get()) && written.equals(other.get());
  }

  /** Whether they can share nothing but themselves. */
  private boolean isWhole(Root one, Root other) {
    return parameter(one).filter(p -> WHOLE.contains(type(p).name())).isPresent()
        || parameter(other).filter(p -> WHOLE.contains(type(p).name())).isPresent();
  }

  private Type type(Root.Parameter parameter) {
    return program.frame(region.frame()).variable(region.frame(), parameter.name()).type();
  }
}
