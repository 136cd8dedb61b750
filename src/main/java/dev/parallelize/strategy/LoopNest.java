package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.dependence.AffineDependence;
import dev.parallelize.dependence.AffineResult;
import dev.parallelize.dependence.FreshArrays;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A loop and those inside of it: some become axes of arrays, one inside the other; those whose
 * iterations need each other stay loops, over whole arrays at a time.
 *
 * @param axes the loops that become axes by their variable, outermost first
 * @param kept the loops that stay, by their variable
 * @param loops what each loop of the nest became
 * @param items names that stand for an element of an array at a loop's position
 * @param atLeast lengths of arrays, beside which others run that must not be shorter
 * @param apart arrays that are stored, and others that must not share memory with them
 * @param bound every name that the loops bind
 * @param inOrder whether what becomes of the loops keeps their order, so that iterations may need
 *     earlier ones
 * @param shifts whether an iteration may read an element before another one replaces it
 */
record LoopNest(
    Statement.For root,
    Map<String, Axis> axes,
    Map<String, Axis> kept,
    Map<Statement.For, Axis> loops,
    Map<String, Item> items,
    List<AtLeast> atLeast,
    Set<Apart> apart,
    Set<String> bound,
    boolean inOrder,
    boolean[] shifts) {
  private static final int DEEPEST = 3;

  /** The values of a loop variable: from {@code low} up to, and without, {@code high}. */
  record Axis(
      String variable, Affine low, Affine high, String lowText, String highText, long step) {}

  /** One length that must not be above another. */
  record AtLeast(Affine small, Affine large) {}

  /** Two arrays that have to be checked for common memory. */
  record Apart(String stored, String other) {}

  /** The element of an array at a loop's position. */
  record Item(Expression array, String variable) {}

  static LoopNest of(Program program, Scope frame, ArrayFacts facts, Statement.For loop) {
    return read(program, frame, facts, loop, !storesElements(loop));
  }

  /** The loops of a nest whose iterations are known to be gathered in their order. */
  static LoopNest inOrder(Program program, Scope frame, ArrayFacts facts, Statement.For loop) {
    return read(program, frame, facts, loop, true);
  }

  private static LoopNest read(
      Program program, Scope frame, ArrayFacts facts, Statement.For loop, boolean inOrder) {
    Set<String> bound = new HashSet<>();
    Walk.each(
        loop,
        node -> {
          if (node instanceof Expression.Name name && name.context() != Context.LOAD) {
            bound.add(name.id());
          }
        });
    LoopNest nest =
        new LoopNest(
            loop,
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new ArrayList<>(),
            new LinkedHashSet<>(),
            bound,
            inOrder,
            new boolean[1]);
    nest.enter(program, frame, facts, loop);
    nest.inside(program, frame, facts, loop.body());
    if (!inOrder) {
      nest.requireItemsKept(program, frame, facts);
    }
    return nest;
  }

  private void inside(Program program, Scope frame, ArrayFacts facts, List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.For inner) {
        enter(program, frame, facts, inner);
        inside(program, frame, facts, inner.body());
      } else if (statement instanceof Statement.If choice) {
        inside(program, frame, facts, choice.body());
        inside(program, frame, facts, choice.orElse());
      }
    }
  }

  private void enter(Program program, Scope frame, ArrayFacts facts, Statement.For loop) {
    if (loop.isAsync() || !loop.orElse().isEmpty()) {
      throw new NotVectorizable("the loop has an `else` or is asynchronous");
    }
    Axis axis = axis(program, facts, loop);
    if (axes.containsKey(axis.variable()) || kept.containsKey(axis.variable())) {
      throw new NotVectorizable("two loops of the nest share the variable " + axis.variable());
    }
    facts.count(axis.variable(), axis.low());
    loops.put(loop, axis);
    Optional<String> obstacle = inOrder ? Optional.empty() : obstacle(program, frame, facts, loop);
    boolean nested =
        loop == root
            || axes.keySet().stream().noneMatch(a -> names(loop.iterable()).contains(a))
                && loops.keySet().stream().allMatch(l -> l == loop || l.end() >= loop.end());
    boolean uniform = names(loop.iterable()).stream().noneMatch(n -> bound.contains(n));
    if (obstacle.isEmpty() && nested && uniform && axes.size() < DEEPEST) {
      axes.put(axis.variable(), axis);
      return;
    }
    boolean fixed =
        names(loop.iterable()).stream().noneMatch(n -> bound.contains(n) && !kept.containsKey(n));
    if (loop == root || !fixed) {
      throw new NotVectorizable(
          obstacle.orElse(
              "the loop over `" + axis.variable() + "` runs further in some iterations"));
    }
    kept.put(axis.variable(), axis);
  }

  /** A loop that only gathers values keeps their order. */
  static boolean storesElements(Statement.For loop) {
    boolean[] found = {false};
    Walk.each(
        loop, n -> found[0] |= n instanceof Expression.Subscript s && s.context() != Context.LOAD);
    return found[0];
  }

  /** What keeps the iterations of one loop from running all at once. */
  private Optional<String> obstacle(
      Program program, Scope frame, ArrayFacts facts, Statement.For loop) {
    AffineResult result = AffineDependence.of(program, frame, loop);
    if (result instanceof AffineResult.Dependent d) {
      if (d.kind() == AffineResult.Kind.ANTI) {
        shifts[0] = true;
        return Optional.empty();
      }
      return Optional.of(
          "line "
              + d.line()
              + " needs what another iteration does to `"
              + d.variable()
              + "` in line "
              + d.otherLine());
    } else if (result instanceof AffineResult.Reduction r) {
      return Optional.of(
          "`" + r.target() + "` in line " + r.line() + " is combined over the iterations");
    } else if (result instanceof AffineResult.MayAlias a) {
      return areChecked(program, frame, facts)
          ? Optional.empty()
          : Optional.of("`" + a.first() + "` and `" + a.second() + "` may share memory");
    } else if (result instanceof AffineResult.Unknown u) {
      return Optional.of(u.reason());
    }
    return Optional.empty();
  }

  /** Items are taken one by one: what the loop stores must not be among those that come later. */
  private void requireItemsKept(Program program, Scope frame, ArrayFacts facts) {
    if (items.isEmpty()) {
      return;
    }
    Walk.each(
        root,
        n -> {
          if (n instanceof Expression.Subscript s && s.context() != Context.LOAD) {
            items.values().forEach(item -> requireSamePosition(facts, s, item));
          }
        });
    if (!areChecked(program, frame, facts)) {
      throw new NotVectorizable("an array that the loop runs over may share memory with another");
    }
  }

  private static void requireSamePosition(ArrayFacts facts, Expression.Subscript store, Item item) {
    boolean same =
        store.value() instanceof Expression.Name array
            && array.id().equals(facts.text(item.array()));
    if (same && !facts.text(store.slice()).equals(item.variable())) {
      throw new NotVectorizable(
          "`" + facts.text(store) + "` may be stored before the loop comes to it");
    }
  }

  /** Whether the program can check that no other array of the nest lies where one is stored. */
  private boolean areChecked(Program program, Scope frame, ArrayFacts facts) {
    FreshArrays fresh = new FreshArrays(program, frame, root);
    Map<String, Expression.Name> arrays = new LinkedHashMap<>();
    Set<String> stored = new LinkedHashSet<>();
    boolean[] named = {true};
    Walk.each(
        root,
        n -> {
          if (n instanceof Expression.Name name && facts.of(name).isPresent()) {
            arrays.put(name.id(), name);
          } else if (n instanceof Expression.Subscript s && s.context() != Context.LOAD) {
            Expression base = ArrayElement.base(s);
            named[0] &= base instanceof Expression.Name;
            stored.addAll(names(base));
          }
        });
    if (!named[0] || arrays.keySet().stream().anyMatch(bound::contains)) {
      return false;
    }
    for (String one : stored) {
      for (Map.Entry<String, Expression.Name> other : arrays.entrySet()) {
        boolean checked =
            !other.getKey().equals(one)
                && !(stored.contains(other.getKey()) && other.getKey().compareTo(one) < 0)
                && !fresh.isUnshared(other.getValue())
                && !(arrays.containsKey(one) && fresh.isUnshared(arrays.get(one)));
        if (checked && isTaken(frame, one, other.getKey())) {
          return false;
        }
        if (checked) {
          apart.add(new Apart(one, other.getKey()));
        }
      }
    }
    return arrays.keySet().containsAll(stored);
  }

  /** Whether one of the two is made of the other: a check would never hold for views. */
  private boolean isTaken(Scope frame, String one, String other) {
    LocalAssignments assignments = new LocalAssignments(frame.node(), root.start());
    return isTaken(frame, assignments, one, other) || isTaken(frame, assignments, other, one);
  }

  private static boolean isTaken(
      Scope frame, LocalAssignments assignments, String part, String whole) {
    return frame.bindings(part).stream()
        .map(b -> assignments.value(b.node()))
        .flatMap(Optional::stream)
        .anyMatch(
            v ->
                names(v).contains(whole)
                    && (v instanceof Expression.Subscript
                        || v instanceof Expression.Name
                        || v instanceof Expression.Attribute
                        || v instanceof Expression.Call c
                            && c.function() instanceof Expression.Attribute method
                            && names(method.value()).contains(whole)));
  }

  private Axis axis(Program program, ArrayFacts facts, Statement.For loop) {
    Expression.Call call = loop.iterable() instanceof Expression.Call c ? c : null;
    if (call != null
        && calls(program, call, "enumerate")
        && call.arguments().size() == 1
        && loop.target() instanceof Expression.TupleDisplay pair
        && pair.elements().size() == 2
        && pair.elements().get(0) instanceof Expression.Name index
        && pair.elements().get(1) instanceof Expression.Name item) {
      return overItems(facts, index.id(), item.id(), call.arguments().get(0));
    }
    if (call != null
        && calls(program, call, "zip")
        && loop.target() instanceof Expression.TupleDisplay names) {
      return overPairs(facts, call.arguments(), names.elements(), positionOf(names.elements()));
    }
    if (call != null
        && calls(program, call, "enumerate")
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expression.Call zip
        && calls(program, zip, "zip")
        && loop.target() instanceof Expression.TupleDisplay pair
        && pair.elements().size() == 2
        && pair.elements().get(0) instanceof Expression.Name index
        && pair.elements().get(1) instanceof Expression.TupleDisplay names) {
      return overPairs(facts, zip.arguments(), names.elements(), index.id());
    }
    if (call == null
        && loop.iterable() instanceof Expression.Name array
        && loop.target() instanceof Expression.Name item) {
      return overItems(facts, positionOf(List.of(item)), item.id(), array);
    }
    if (loop.target() instanceof Expression.Name variable
        && loop.iterable() instanceof Expression.TupleDisplay numbers) {
      return overNumbers(facts, variable.id(), numbers.elements());
    }
    if (!(loop.target() instanceof Expression.Name variable)
        || call == null
        || !calls(program, call, "range")) {
      throw new NotVectorizable("the loop does not run over the numbers of a `range`");
    }
    List<Expression> arguments = call.arguments();
    long step = arguments.size() < 3 ? 1 : ArrayText.wholeNumber(arguments.get(2)).orElse(0L);
    if (arguments.isEmpty() || arguments.size() > 3 || step < 1) {
      throw new NotVectorizable("the loop runs over a `range` whose step is no positive number");
    }
    Expression high = arguments.size() == 1 ? arguments.get(0) : arguments.get(1);
    Optional<Affine> from =
        arguments.size() == 1 ? Optional.of(Affine.ZERO) : facts.integer(arguments.get(0));
    Optional<Affine> to = facts.integer(high);
    boolean fixed =
        from.isPresent()
            && to.isPresent()
            && names(call).stream().noneMatch(n -> bound.contains(n) && !loopVariable(n));
    if (!fixed) {
      String reason =
          "the bounds of the loop over `" + variable.id() + "` are not fixed beforehand";
      throw unknownShape(facts, call)
          .<NotVectorizable>map(array -> new UnknownArray(array, reason))
          .orElseGet(() -> new NotVectorizable(reason));
    }
    String lowText = arguments.size() == 1 ? "0" : facts.text(arguments.get(0));
    return new Axis(
        variable.id(), from.orElseThrow(), to.orElseThrow(), lowText, facts.text(high), step);
  }

  /** A variable whose shape the bounds ask for, and that is not known to hold an array. */
  private static Optional<String> unknownShape(ArrayFacts facts, Expression.Call range) {
    List<String> found = new ArrayList<>();
    Walk.each(
        range,
        n -> {
          if (n instanceof Expression.Attribute shape
              && shape.attribute().equals("shape")
              && shape.value() instanceof Expression.Name array
              && facts.of(array).isEmpty()) {
            found.add(array.id());
          }
        });
    return found.stream().findFirst();
  }

  /** {@code (-1, 0, 1)}, as a {@code range} would give them. */
  private static Axis overNumbers(ArrayFacts facts, String variable, List<Expression> numbers) {
    Optional<Affine> low = numbers.isEmpty() ? Optional.empty() : facts.integer(numbers.get(0));
    for (int i = 0; i < numbers.size(); i++) {
      Affine expected = low.orElse(Affine.ZERO).plus(i);
      if (facts.integer(numbers.get(i)).filter(expected::equals).isEmpty()
          || !expected.isConstant()) {
        throw new NotVectorizable("the loop runs over numbers that do not count up by one");
      }
    }
    Affine first = low.orElseThrow(() -> new NotVectorizable("the loop runs over no numbers"));
    Affine end = first.plus(numbers.size());
    return new Axis(variable, first, end, ArrayText.text(first), ArrayText.text(end), 1);
  }

  /** No name in Python: the position has none in the text. */
  private static String positionOf(List<Expression> items) {
    return "the position of "
        + (items.get(0) instanceof Expression.Name name ? name.id() : "the items");
  }

  /** The loop ends with the first array, unless another one is shorter. */
  private Axis overPairs(
      ArrayFacts facts, List<Expression> arrays, List<Expression> names, String index) {
    if (arrays.isEmpty() || arrays.size() != names.size()) {
      throw new NotVectorizable("`zip` does not give one value for each variable");
    }
    Optional<Axis> first = Optional.empty();
    for (int i = 0; i < arrays.size(); i++) {
      if (!(names.get(i) instanceof Expression.Name item)) {
        throw new NotVectorizable("the loop unpacks the items of an array");
      }
      Axis axis = overItems(facts, index, item.id(), arrays.get(i));
      first.ifPresent(f -> atLeast.add(new AtLeast(f.high(), axis.high())));
      first = first.or(() -> Optional.of(axis));
    }
    return first.orElseThrow();
  }

  private Axis overItems(ArrayFacts facts, String index, String item, Expression array) {
    boolean vector =
        array instanceof Expression.Name name
            && !bound.contains(name.id())
            && facts.of(array).flatMap(ArrayFact::dimensions).filter(d -> d == 1).isPresent();
    if (!vector) {
      String reason = "`" + facts.text(array) + "` is not known to be an array with one axis";
      boolean unknown =
          array instanceof Expression.Name name
              && !bound.contains(name.id())
              && facts.of(array).isEmpty();
      throw unknown ? new UnknownArray(facts.text(array), reason) : new NotVectorizable(reason);
    }
    items.put(item, new Item(array, index));
    String name = facts.text(array);
    Affine length = facts.length(name, facts.of(array).orElseThrow(), 0);
    return new Axis(index, Affine.ZERO, length, "0", "len(" + name + ")", 1);
  }

  /** Arrays that run side by side end together, or the first one ends first. */
  void requireLengths(RunTimeGuards guards) {
    atLeast.forEach(a -> guards.requireAtMost(a.small(), a.large()));
  }

  /** Arrays that may share memory do not. */
  void requireApart(RunTimeGuards guards) {
    apart.forEach(
        a ->
            guards.require(
                "not "
                    + VectorizePlan.NUMPY
                    + ".may_share_memory("
                    + a.stored()
                    + ", "
                    + a.other()
                    + ")"));
  }

  /** A loop that became an axis. */
  Axis axis(String variable) {
    return Optional.ofNullable(axes.get(variable))
        .orElseThrow(() -> new NotVectorizable("the loop over `" + variable + "` stays a loop"));
  }

  private boolean loopVariable(String name) {
    return axes.containsKey(name) || kept.containsKey(name);
  }

  static boolean calls(Program program, Expression.Call call, String builtin) {
    return call.keywords().isEmpty()
        && call.arguments().stream().noneMatch(a -> a instanceof Expression.Starred)
        && program.targets(call).stream()
            .allMatch(
                t ->
                    t instanceof CallTarget.Known known
                        && known.callee().name().equals("builtins." + builtin));
  }

  static Set<String> names(Expression e) {
    Set<String> names = new HashSet<>();
    Walk.each(
        e,
        node -> {
          if (node instanceof Expression.Name name) {
            names.add(name.id());
          }
        });
    return names;
  }
}
