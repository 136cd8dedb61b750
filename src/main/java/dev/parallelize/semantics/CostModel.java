package dev.parallelize.semantics;

import dev.parallelize.library.Blocking;
import dev.parallelize.library.Callee;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Estimates what code costs from its text: loops times trip counts (those that cannot be read off are
 * taken as a fixed number), calls by the library knowledge or by their own bodies.
 */
public final class CostModel {
  /** Trips of a loop over a collection whose size the text does not tell. */
  public static final double USUAL_TRIPS = 40;

  /** The same for a range of numbers that are not the length of something. */
  private static final double USUAL_NUMBERS = 600;

  /** The same for the words, lines or matches of a text. */
  private static final double USUAL_WORDS = 500;

  /** The same for the records of a data file. */
  private static final double USUAL_RECORDS = 5_000;

  private static final double USUAL_ROUNDS = 200;
  private static final Set<String> PARTS_OF_TEXTS =
      Set.of("split", "splitlines", "readlines", "read", "findall", "finditer", "read_text");

  private static final Set<String> RECORDS =
      Set.of("json.load", "json.loads", "csv.reader", "csv.DictReader", "pickle.load");

  private static final double RECURSION_FACTOR = 200;
  private static final double OPERATION = 0.03;
  private static final double CALL = 0.08;

  /** Asking the file system about a file whose entry is in memory: processor and waiting, each. */
  private static final double METADATA = 2;

  private static final double LARGEST = 1e12;
  private static final Map<Blocking, Double> WAITS =
      Map.of(
          Blocking.NETWORK, 50_000.0,
          Blocking.DISK, 200.0,
          Blocking.DATABASE, 2_000.0,
          Blocking.LOCAL_DATABASE, 2_000.0,
          Blocking.SUBPROCESS, 20_000.0,
          Blocking.SLEEP, 50_000.0,
          Blocking.INPUT, 1_000_000.0,
          Blocking.NONE, 0.0);

  private final Program program;
  private final double slowness;
  private final Extents extents;
  private final ShortData shortData;
  private final Map<Scope, Cost> functions = new HashMap<>();
  private final Set<Scope> active = new HashSet<>();
  private final Set<Scope> recursive = new HashSet<>();

  public CostModel(Program program) {
    this(program, 1);
  }

  /**
   * @param slowness how many times slower than an ordinary machine the program's is taken to be: with
   *     a large number no work is too small to be handed to a worker
   */
  public CostModel(Program program, double slowness) {
    this.program = program;
    this.slowness = slowness;
    this.extents = new Extents(program);
    this.shortData = new ShortData(program);
  }

  public Cost of(List<? extends Node> nodes) {
    return nodes.stream().map(this::of).reduce(Cost.ZERO, Cost::plus);
  }

  /** The cost of running or evaluating the node once. */
  public Cost of(Node node) {
    Cost cost = compute(node);
    return cost.totalMicros() > LARGEST ? cost.times(LARGEST / cost.totalMicros()) : cost;
  }

  private Cost compute(Node node) {
    if (node instanceof Statement.FunctionDef
        || node instanceof Statement.ClassDef
        || node instanceof Expression.Lambda) {
      return cpu(OPERATION);
    } else if (node instanceof Statement.For loop) {
      return of(loop.iterable())
          .plus(of(loop.body()).plus(cpu(OPERATION)).times(trips(loop.iterable())))
          .plus(of(loop.orElse()));
    } else if (node instanceof Statement.While loop) {
      return of(loop.body()).plus(of(loop.test())).times(USUAL_ROUNDS);
    } else if (node instanceof Statement.If branch) {
      Cost body = of(branch.body());
      Cost other = of(branch.orElse());
      return of(branch.test()).plus(body.totalMicros() >= other.totalMicros() ? body : other);
    } else if (node instanceof Expression.ListComp c) {
      return comprehension(c.generators(), List.of(c.element()));
    } else if (node instanceof Expression.SetComp c) {
      return comprehension(c.generators(), List.of(c.element()));
    } else if (node instanceof Expression.GeneratorExp c) {
      return comprehension(c.generators(), List.of(c.element()));
    } else if (node instanceof Expression.DictComp c) {
      return comprehension(c.generators(), List.of(c.key(), c.value()));
    } else if (node instanceof Expression.Call call) {
      return call(call);
    } else if (node instanceof Expression.BinOp op) {
      return cpu(operation(op)).plus(of(Children.of(node)));
    } else if (node instanceof Expression.Constant) {
      return Cost.ZERO;
    }
    return cpu(OPERATION).plus(of(Children.of(node)));
  }

  private Cost cpu(double micros) {
    return Cost.cpu(micros * slowness);
  }

  /** The cost of calling the value of an expression once. */
  public Cost invoked(Expression function) {
    Cost largest = cpu(CALL);
    for (Root root : program.value(function).roots()) {
      Cost one =
          root instanceof Root.FunctionObject object
              ? function(object.scope())
              : root instanceof Root.LibraryObject object
                  ? program.library().function(object.name()).map(this::plain).orElse(cpu(CALL))
                  : root instanceof Root.Partial partial
                      ? partial.callees().stream()
                          .filter(Root.FunctionObject.class::isInstance)
                          .map(f -> function(((Root.FunctionObject) f).scope()))
                          .reduce(Cost.ZERO, Cost::plus)
                      : bound(root);
      if (one.totalMicros() > largest.totalMicros()) {
        largest = one;
      }
    }
    return largest;
  }

  private Cost bound(Root root) {
    if (!(root instanceof Root.BoundMethod method)) {
      return cpu(CALL);
    }
    return program.methodsNamed(method.method()).stream()
        .map(this::function)
        .reduce(cpu(CALL), Cost::plus);
  }

  private Cost plain(Callee callee) {
    double wait = WAITS.get(callee.blocking());
    double cpu =
        program
            .library()
            .micros(callee.name())
            .orElse(callee.cost() == dev.parallelize.library.Cost.HEAVY ? 20_000 : slowness);
    return new Cost(cpu, wait, callee.releasesGil() ? cpu : 0);
  }

  private double operation(Expression.BinOp op) {
    String left = program.type(op.left()).name();
    if (left.equals("numpy.ndarray")) {
      return op.operator() == Operator.MAT_MULT ? 5_000 : 20;
    }
    return OPERATION;
  }

  private Cost comprehension(List<Comprehension> generators, List<Expression> elements) {
    Cost inner = of(elements).plus(cpu(OPERATION));
    for (int i = generators.size() - 1; i >= 0; i--) {
      Comprehension generator = generators.get(i);
      inner =
          inner
              .plus(of(generator.conditions()))
              .times(trips(generator.iterable()))
              .plus(of(generator.iterable()));
    }
    return inner;
  }

  private Cost call(Expression.Call call) {
    Cost arguments = of(call.arguments()).plus(of(call.keywords()));
    if (call.function() instanceof Expression.Attribute attribute) {
      arguments = arguments.plus(of(attribute.value()));
    }
    Cost largest = cpu(CALL);
    for (CallTarget target : program.targets(call)) {
      Cost one = target(target, call);
      if (one.totalMicros() > largest.totalMicros()) {
        largest = one;
      }
    }
    return largest.plus(arguments);
  }

  /** A function of another file, which workers import by themselves: not one that is handed around. */
  private boolean isImported(Expression function) {
    if (function instanceof Expression.Attribute attribute) {
      return isImported(attribute.value());
    }
    return function instanceof Expression.Name name
        && program
            .scopes()
            .around(name)
            .owner(name.id())
            .filter(o -> o.isImported(name.id()))
            .isPresent();
  }

  /** Nobody vouches for a callee of another file, to have it run in workers, that is not worth it. */
  private static final double VOUCHED = 1_000;

  private Cost target(CallTarget target, Expression.Call call) {
    if (target instanceof CallTarget.ProgramFunction function) {
      return function(function.scope());
    }
    if (target instanceof CallTarget.ProgramClass type) {
      return program.method(type.scope(), "__init__").map(this::function).orElse(cpu(CALL * 4));
    }
    if (target instanceof CallTarget.Known known) {
      return known(known.callee(), call);
    }
    boolean vouched =
        target instanceof CallTarget.Unknown unknown
            && program.assumptions().holds("pure", unknown.name())
            && isImported(call.function());
    return cpu(vouched ? VOUCHED : CALL);
  }

  private Cost known(Callee callee, Expression.Call call) {
    if (callee.blocking() == Blocking.DISK
        && callee.cost() == dev.parallelize.library.Cost.CONSTANT) {
      return new Cost(METADATA, METADATA, 0);
    }
    double wait = WAITS.get(callee.blocking());
    if (callee.blocking() == Blocking.SLEEP && !call.arguments().isEmpty()) {
      wait = extents.number(call.arguments().get(0)).map(s -> s * 1e6).orElse(wait);
    }
    double usual =
        switch (callee.cost()) {
          case CONSTANT -> CALL * slowness;
          case LINEAR -> (consumesComprehension(call) ? CALL : 1.5) * slowness;
          case HEAVY -> 20_000;
          case BLOCKING -> 30;
        };
    double cpu = program.library().micros(callee.name()).orElse(usual) + forItsData(callee, call);
    boolean compiled = callee.releasesGil() && !shortData.isHashed(callee, call);
    return new Cost(cpu, wait, compiled ? cpu : 0).plus(callbacks(callee, call));
  }

  /** What large data, whose size the text tells, adds to the usual cost. */
  private double forItsData(Callee callee, Expression.Call call) {
    OptionalDouble each = program.library().microsPerElement(callee.name());
    if (each.isEmpty()) {
      return 0;
    }
    Stream<Expression> receiver =
        call.function() instanceof Expression.Attribute method
            ? Stream.of(method.value())
            : Stream.of();
    double size =
        Stream.concat(receiver, call.arguments().stream())
            .flatMap(data -> extents.length(data).stream())
            .reduce(0.0, Math::max);
    return size * each.getAsDouble();
  }

  /** What a callee calls itself, once for each element that it goes through: the key of sorted. */
  private Cost callbacks(Callee callee, Expression.Call call) {
    if (callee.invokes().isEmpty() || callee.iterates().isEmpty()) {
      return Cost.ZERO;
    }
    Cost once = Cost.ZERO;
    double times = 0;
    for (int i = 0; i < call.arguments().size(); i++) {
      Expression argument = call.arguments().get(i);
      if (callee.invokes().contains(i)) {
        once = once.plus(invoked(argument));
      } else if (callee.iterates().contains(i)) {
        times = Math.max(times, trips(argument));
      }
    }
    for (Keyword keyword : call.keywords()) {
      boolean invoked =
          keyword.name().map(callee::position).stream()
              .flatMap(p -> p.stream().boxed())
              .anyMatch(callee.invokes()::contains);
      once = invoked ? once.plus(invoked(keyword.value())) : once;
    }
    return once.times(times);
  }

  private static boolean consumesComprehension(Expression.Call call) {
    return call.arguments().stream().anyMatch(Expression.GeneratorExp.class::isInstance);
  }

  /** The cost of one call of a function of the program. */
  public Cost function(Scope scope) {
    Cost known = functions.get(scope);
    if (known != null) {
      return known;
    }
    if (!active.add(scope)) {
      recursive.add(scope);
      return cpu(CALL);
    }
    Cost cost =
        scope.node() instanceof Statement.FunctionDef f
            ? of(f.body())
            : scope.node() instanceof Expression.Lambda lambda ? of(lambda.body()) : Cost.ZERO;
    active.remove(scope);
    cost = cost.plus(cpu(CALL));
    if (recursive.contains(scope)) {
      cost = cost.times(RECURSION_FACTOR);
    }
    functions.put(scope, cost);
    return cost;
  }

  /** How often a loop over the expression runs, taking a usual number where the text does not tell. */
  public double trips(Expression iterable) {
    return knownTrips(iterable).map(t -> Math.max(1, t)).orElseGet(() -> usual(iterable, 4));
  }

  private double usual(Expression iterable, int depth) {
    if (iterable instanceof Expression.Call call) {
      if (program.targets(call).stream().anyMatch(CostModel::givesRecords)) {
        return USUAL_RECORDS;
      }
      if (call.function() instanceof Expression.Attribute method) {
        return PARTS_OF_TEXTS.contains(method.attribute()) ? USUAL_WORDS : USUAL_TRIPS;
      }
      boolean range = call.function() instanceof Expression.Name name && name.id().equals("range");
      if (range) {
        return call.arguments().stream().anyMatch(CostModel::isSize) ? USUAL_TRIPS : USUAL_NUMBERS;
      }
      return call.arguments().isEmpty() || depth == 0
          ? USUAL_TRIPS
          : usual(call.arguments().get(0), depth - 1);
    }
    if (iterable instanceof Expression.Name name && depth > 0) {
      Optional<Scope> owner = program.scopes().around(name).owner(name.id());
      if (owner.isPresent() && owner.get().bindings(name.id()).size() == 1) {
        return program
            .singleValue(owner.get().bindings(name.id()).get(0).node())
            .map(v -> usual(v, depth - 1))
            .orElse(USUAL_TRIPS);
      }
    }
    return program.type(iterable).name().equals("file") ? USUAL_WORDS : USUAL_TRIPS;
  }

  private static boolean givesRecords(CallTarget target) {
    return target instanceof CallTarget.Known known && RECORDS.contains(known.callee().name());
  }

  /** {@code len(rows)}, {@code image.shape[0]}. */
  private static boolean isSize(Expression bound) {
    boolean[] size = {false};
    Walk.each(
        bound,
        n ->
            size[0] |=
                n instanceof Expression.Call call
                        && call.function() instanceof Expression.Name name
                        && name.id().equals("len")
                    || n instanceof Expression.Attribute a && a.attribute().equals("shape"));
    return size[0];
  }

  /** How often a loop over the expression runs, where the text tells. */
  public Optional<Double> knownTrips(Expression iterable) {
    return extents.length(iterable);
  }
}
