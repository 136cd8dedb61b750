package dev.parallelize.strategy;

import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Variables of which nothing is known, and that a loop uses as NumPy arrays: the program checks before the loop whether
 * they are. Subclasses do not pass, since {@code numpy.matrix} multiplies in its own way.
 */
final class SupposedArrays {
  private static final Set<String> OF_ARRAYS = Set.of("shape", "ndim", "dtype", "size", "T");

  private final Program program;
  private final Scope frame;
  private final Statement.For loop;
  private final Map<String, Integer> axes = new TreeMap<>();

  SupposedArrays(Program program, Scope frame, Statement.For loop) {
    this.program = program;
    this.frame = frame;
    this.loop = loop;
  }

  /** What the attempt gives with as little supposed as it needs; throws what it throws where that is not enough. */
  <T> T tried(Function<SupposedArrays, T> attempt) {
    while (true) {
      try {
        return attempt.apply(this);
      } catch (UnknownArray unknown) {
        if (!add(unknown.array())) {
          throw unknown;
        }
      }
    }
  }

  /** Takes the variable for an array from now on; false where nothing suggests that it is one. */
  private boolean add(String array) {
    boolean may = !axes.containsKey(array) && isUntyped(array);
    if (!may || !(isUsedAsArray(array) || storesInto(array))) {
      return false;
    }
    String told = modelOf(array).filter(m -> !axes.containsKey(m) && isUntyped(m)).orElse(array);
    axes.put(told, indices(array));
    return true;
  }

  /** The variable that the array was made a copy of, which then tells its type. */
  private Optional<String> modelOf(String array) {
    List<Binding> bindings = frame.bindings(array);
    LocalAssignments assignments = new LocalAssignments(frame.node(), loop.start());
    if (bindings.size() != 1 || !assignments.dominates(bindings.get(0).node())) {
      return Optional.empty();
    }
    return assignments
        .value(bindings.get(0).node())
        .filter(Expression.Call.class::isInstance)
        .map(Expression.Call.class::cast)
        .filter(c -> c.function() instanceof Expression.Attribute)
        .flatMap(
            c -> {
              Expression.Attribute function = (Expression.Attribute) c.function();
              boolean like = function.attribute().endsWith("_like") && !c.arguments().isEmpty();
              return like
                  ? Optional.of(c.arguments().get(0))
                  : Optional.of(function.value())
                      .filter(v -> function.attribute().equals("copy") && c.arguments().isEmpty());
            })
        .filter(v -> v instanceof Expression.Name)
        .map(v -> ((Expression.Name) v).id())
        .filter(v -> frame.bindings(v).size() == 1);
  }

  void tell(ArrayFacts facts, RunTimeGuards guards) {
    axes.forEach(
        (array, count) -> {
          facts.suppose(array, count);
          guards.requireArray(array, count);
        });
  }

  private boolean isUntyped(String array) {
    boolean[] all = {program.importedModules().contains("numpy")};
    Walk.each(
        frame.node(),
        n -> {
          if (n instanceof Expression.Name name && Mentions.isName(name, array)) {
            Type type = program.type(name);
            all[0] &= type.isUnknown() || type.name().equals("numpy.ndarray");
          }
        });
    return all[0];
  }

  /** Lists have neither a shape nor elements by several indices at once. */
  private boolean isUsedAsArray(String array) {
    boolean[] found = {false};
    Walk.each(
        frame.node(),
        n ->
            found[0] |=
                n instanceof Expression.Attribute a
                        && Mentions.isName(a.value(), array)
                        && OF_ARRAYS.contains(a.attribute())
                    || n instanceof Expression.Subscript s
                        && Mentions.isName(s.value(), array)
                        && s.slice() instanceof Expression.TupleDisplay);
    return found[0];
  }

  /** Whether the loop computes elements of another array, one that is known, from the variable's. */
  private boolean storesInto(String array) {
    ArrayFacts facts = new ArrayFacts(program, frame, loop.start());
    boolean[] found = {false};
    Walk.each(
        loop,
        n ->
            found[0] |=
                n instanceof Expression.Subscript s
                    && s.context() == Context.STORE
                    && s.value() instanceof Expression.Name stored
                    && !stored.id().equals(array)
                    && facts.of(stored).isPresent());
    return found[0];
  }

  private int indices(String array) {
    int[] most = {0};
    Walk.each(
        loop,
        n -> {
          if (n instanceof Expression.Subscript s && Mentions.isName(ArrayElement.base(s), array)) {
            most[0] = Math.max(most[0], ArrayElement.indices(s).size());
          }
        });
    return Math.max(1, most[0]);
  }
}
