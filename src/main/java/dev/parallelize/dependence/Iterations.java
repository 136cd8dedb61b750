package dev.parallelize.dependence;

import dev.parallelize.library.Callee;
import dev.parallelize.library.LibraryType;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Tells what a loop runs over: how often it can be iterated, and whether it ends. */
public final class Iterations {
  private static final Set<String> REPEATABLE =
      Set.of(
          "list",
          "tuple",
          "dict",
          "set",
          "frozenset",
          "str",
          "bytes",
          "bytearray",
          "range",
          "iterable",
          "collections.deque",
          "collections.Counter",
          "collections.defaultdict",
          "collections.OrderedDict",
          "numpy.ndarray",
          "pandas.Series");
  private static final Set<String> LAZY_VIEWS =
      Set.of(
          "builtins.enumerate",
          "builtins.zip",
          "builtins.reversed",
          "builtins.map",
          "builtins.filter");

  /** They take all that they are made of when they are called, or leave out what fails. */
  private static final Set<String> SETTLED =
      Set.of(
          "itertools.product",
          "itertools.permutations",
          "itertools.combinations",
          "itertools.combinations_with_replacement",
          "os.walk");

  /** They may be told to fail where what they go through ends too early. */
  private static final Set<String> STRICT =
      Set.of("builtins.zip", "builtins.map", "itertools.batched");

  private static final Set<String> ENDLESS = Set.of("itertools.count", "itertools.cycle");

  private Iterations() {}

  static Iteration of(Program program, Expression target, Expression iterable) {
    Optional<Progress> progress = Progress.of(program, iterable);
    Expression items = progress.flatMap(Progress::items).orElse(iterable);
    boolean counts = progress.isPresent() && items == iterable;
    Iteration.Kind kind = counts ? Iteration.Kind.RANGE : kind(program, items);
    return new Iteration(target, items, kind, names(target), progress);
  }

  /** Whether what a loop runs over shows how far it has come. */
  public static boolean showsProgress(Program program, Expression iterable) {
    return Progress.of(program, iterable).isPresent();
  }

  static List<String> names(Expression target) {
    List<String> names = new ArrayList<>();
    Walk.each(
        target,
        n -> {
          if (n instanceof Expression.Name name
              && name.context() == dev.parallelize.syntax.Context.STORE) {
            names.add(name.id());
          }
        });
    return names;
  }

  /**
   * Whether items come into being only when they are asked for: there may be many, or no end of them, and making one
   * may fail.
   */
  public static boolean areMadeOnDemand(Program program, Iteration iteration) {
    Expression iterable = iteration.iterable();
    return switch (iteration.kind()) {
      case ONE_SHOT, INFINITE -> true;
      case RANGE -> endsInFailure(program, iterable);
      case REPEATABLE, PASSED ->
          callsForEachItem(program, iterable) || endsInFailure(program, iterable);
      case UNKNOWN ->
          callsForEachItem(program, iterable)
              || endsInFailure(program, iterable)
              || iterable instanceof Expression.Call call
                  && program.targets(call).stream().noneMatch(CallTarget.Known.class::isInstance);
    };
  }

  /** {@code zip(xs, ys, strict=True)} may fail when all other items have been used. */
  private static boolean endsInFailure(Program program, Expression iterable) {
    boolean[] found = {false};
    Walk.each(
        iterable,
        n ->
            found[0] |=
                n instanceof Expression.Call call
                    && isStrict(call)
                    && program.targets(call).stream()
                        .anyMatch(
                            t ->
                                t instanceof CallTarget.Known known
                                    && STRICT.contains(known.callee().name())));
    return found[0];
  }

  private static boolean isStrict(Expression.Call call) {
    return call.keywords().stream()
        .anyMatch(k -> k.name().map("strict"::equals).orElse(true) && !isFalse(k.value()));
  }

  private static boolean isFalse(Expression e) {
    return e instanceof Expression.Constant c && c.value() == Literal.Singleton.FALSE;
  }

  /** Whether there is an end to the items, and nothing is done to make one that may fail. */
  public static boolean areSettled(Program program, Iteration iteration) {
    return iteration.iterable() instanceof Expression.Call call
        && !callsForEachItem(program, call)
        && program.targets(call).stream()
            .allMatch(
                t ->
                    t instanceof CallTarget.Known known && SETTLED.contains(known.callee().name()));
  }

  /** Whether making the next item calls a function: {@code map(f, xs)}, {@code (f(x) for x in xs)}. */
  static boolean callsForEachItem(Program program, Expression iterable) {
    boolean[] found = {iterable instanceof Expression.GeneratorExp};
    Walk.each(
        iterable,
        n ->
            found[0] |=
                n instanceof Expression.Call call
                    && program.targets(call).stream()
                        .anyMatch(
                            t ->
                                t instanceof CallTarget.Known known
                                    && isGivenFunction(known.callee(), call)
                                    && known.callee().result().startsWith("iterator")));
    return found[0];
  }

  /** Whether something is passed where the callee takes a function. */
  private static boolean isGivenFunction(Callee callee, Expression.Call call) {
    boolean spread =
        call.arguments().stream().anyMatch(Expression.Starred.class::isInstance)
            || call.keywords().stream().anyMatch(k -> k.name().isEmpty());
    return callee.invokes().stream()
        .anyMatch(
            position ->
                spread
                    || position < call.arguments().size()
                    || call.keywords().stream()
                        .flatMap(k -> k.name().stream())
                        .anyMatch(n -> callee.position(n).equals(OptionalInt.of(position))));
  }

  /** Whether going through a value of the type twice gives the same items. */
  static boolean isRepeatable(Type type) {
    return REPEATABLE.contains(type.name());
  }

  private static Iteration.Kind kind(Program program, Expression iterable) {
    if (iterable instanceof Expression.Call call) {
      for (CallTarget target : program.targets(call)) {
        Optional<Iteration.Kind> known = call(program, call, target);
        if (known.isPresent()) {
          return known.get();
        }
      }
    }
    String type = program.type(iterable).name();
    if (REPEATABLE.contains(type)) {
      if (Parameters.isOpen(program, iterable)) {
        return Iteration.Kind.PASSED;
      }
      return type.equals("range") ? Iteration.Kind.RANGE : Iteration.Kind.REPEATABLE;
    }
    if (Set.of("iterator", "generator", "file").contains(type)) {
      return Iteration.Kind.ONE_SHOT;
    }
    Optional<LibraryType> known = program.library().type(type);
    if (known.isPresent() && !type.equals("object")) {
      return known.get().reiterable() ? Iteration.Kind.REPEATABLE : Iteration.Kind.ONE_SHOT;
    }
    return Iteration.Kind.UNKNOWN;
  }

  private static Optional<Iteration.Kind> call(
      Program program, Expression.Call call, CallTarget target) {
    if (target instanceof CallTarget.Known known) {
      String name = known.callee().name();
      if (name.equals("builtins.range")) {
        return Optional.of(Iteration.Kind.RANGE);
      }
      boolean forever =
          name.equals("itertools.repeat")
              && call.arguments().size() < 2
              && call.keywords().isEmpty();
      if (ENDLESS.contains(name) || forever) {
        return Optional.of(Iteration.Kind.INFINITE);
      }
      if (name.equals("builtins.zip")) {
        boolean allEndless =
            call.arguments().stream().allMatch(a -> kind(program, a) == Iteration.Kind.INFINITE);
        return Optional.of(allEndless ? Iteration.Kind.INFINITE : viewKind(program, call));
      }
      if (LAZY_VIEWS.contains(name) && !call.arguments().isEmpty()) {
        return Optional.of(viewKind(program, call));
      }
    }
    if (target instanceof CallTarget.ProgramFunction function && mayNotEnd(function.scope())) {
      return Optional.of(Iteration.Kind.INFINITE);
    }
    return Optional.empty();
  }

  /** A view like {@code enumerate(xs)} can be made again when all that it looks at can be. */
  private static Iteration.Kind viewKind(Program program, Expression.Call call) {
    Iteration.Kind worst = Iteration.Kind.REPEATABLE;
    for (Expression argument : call.arguments()) {
      Iteration.Kind kind =
          argument instanceof Expression.Starred s
              ? Iteration.Kind.UNKNOWN
              : kind(program, argument);
      boolean function = program.type(argument).name().equals("function");
      boolean certain = worst != Iteration.Kind.REPEATABLE && kind == Iteration.Kind.PASSED;
      if (function || kind.isRepeatable() || certain) {
        continue;
      }
      worst = kind == Iteration.Kind.INFINITE ? worst : kind;
      if (kind == Iteration.Kind.INFINITE && call.arguments().size() == 1) {
        return kind;
      }
    }
    return worst;
  }

  /** A generator function with {@code while True} and no way out of it. */
  private static boolean mayNotEnd(Scope function) {
    if (!(function.node() instanceof Statement.FunctionDef definition)) {
      return false;
    }
    boolean[] endless = {false};
    Walk.each(
        definition,
        n -> {
          if (n instanceof Statement.While loop
              && loop.test() instanceof Expression.Constant c
              && c.value() != Literal.Singleton.FALSE) {
            boolean[] way = {false};
            loop.body()
                .forEach(
                    b ->
                        Walk.each(
                            b,
                            inner ->
                                way[0] |=
                                    inner instanceof Statement.Break
                                        || inner instanceof Statement.Return
                                        || inner instanceof Statement.Raise));
            endless[0] |= !way[0];
          }
        });
    return endless[0];
  }
}
