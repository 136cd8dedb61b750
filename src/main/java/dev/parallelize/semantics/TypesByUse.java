package dev.parallelize.semantics;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Types of parameters that nothing declares and no call in the file shows, from uses that only objects of one type stand:
 * {@code iterrows} of pandas frames, and a {@code shape} of several lengths of NumPy arrays; where the file uses frames,
 * too, only with elements by as many indices.
 */
final class TypesByUse {
  private static final Type ARRAY = new Type("numpy.ndarray");
  private static final Type FRAME = new Type("pandas.DataFrame");
  private static final Set<String> OF_FRAMES = Set.of("iterrows", "itertuples");

  /** Packages whose arrays have shapes and elements, too. */
  private static final Set<String> OTHER_ARRAYS =
      Set.of("torch", "jax", "cupy", "tensorflow", "h5py", "zarr", "dask", "xarray", "scipy");

  private final boolean arrays;
  private final boolean frames;
  private final Map<String, Set<Integer>> axes = new HashMap<>();
  private final Map<String, Set<Integer>> indices = new HashMap<>();
  private final Set<String> tables = new HashSet<>();

  private TypesByUse(Program program) {
    Set<String> modules = new HashSet<>();
    program.importedModules().forEach(m -> modules.add(m.split("\\.", 2)[0]));
    this.frames =
        modules.contains("pandas")
            && Stream.concat(OF_FRAMES.stream(), Stream.of("apply")).noneMatch(program::hasOwn);
    this.arrays =
        modules.contains("numpy")
            && modules.stream().noneMatch(OTHER_ARRAYS::contains)
            && !program.hasOwn("shape");
  }

  /** By the names of variables of the function. */
  static Map<String, Type> of(Program program, Node function) {
    TypesByUse uses = new TypesByUse(program);
    Map<String, Type> types = new HashMap<>();
    if (!uses.arrays && !uses.frames) {
      return types;
    }
    Walk.each(function, uses::note);
    boolean mayBeFrames = program.importedModules().contains("pandas");
    uses.axes.forEach(
        (name, counts) -> {
          boolean noFrame = !mayBeFrames || counts.equals(uses.indices.get(name));
          if (uses.arrays && counts.size() == 1 && !counts.contains(1) && noFrame) {
            types.put(name, ARRAY);
          }
        });
    uses.tables.forEach(name -> types.put(name, FRAME));
    return types;
  }

  private void note(Node node) {
    if (node instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.TupleDisplay targets
        && assign.value() instanceof Expression.Attribute shape
        && shape.attribute().equals("shape")
        && shape.value() instanceof Expression.Name name) {
      axes.computeIfAbsent(name.id(), n -> new HashSet<>()).add(targets.elements().size());
    } else if (node instanceof Expression.Subscript element
        && element.value() instanceof Expression.Name name
        && element.slice() instanceof Expression.TupleDisplay all) {
      indices.computeIfAbsent(name.id(), n -> new HashSet<>()).add(all.elements().size());
    } else if (node instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute method
        && method.value() instanceof Expression.Name name
        && frames
        && (OF_FRAMES.contains(method.attribute()) || appliesToRows(call, method))) {
      tables.add(name.id());
    }
  }

  /** {@code frame.apply(…, axis=1)}. */
  private static boolean appliesToRows(Expression.Call call, Expression.Attribute method) {
    return method.attribute().equals("apply")
        && call.keywords().stream().anyMatch(k -> k.name().filter("axis"::equals).isPresent());
  }
}
