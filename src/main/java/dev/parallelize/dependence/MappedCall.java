package dev.parallelize.dependence;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call that applies a function to each item of an iterable: {@code map(f, xs)}, {@code filter(f, xs)}, {@code
 * sorted(xs, key=f)}. The function is called once for each item, in order; the rest is cheap.
 *
 * @param function what is called with each item
 * @param use what becomes of the results
 * @param rest the other arguments by name: {@code reverse}, {@code default}
 */
public record MappedCall(
    Expression.Call call, Expression function, Expression iterable, Use use, List<Keyword> rest) {
  public MappedCall {
    rest = List.copyOf(rest);
  }

  /** What becomes of what the function gives. */
  public enum Use {
    /** It is the result. */
    VALUES,
    /** It tells which items are kept. */
    FILTER,
    /** Items are compared by it. */
    MIN,
    MAX,
    SORTED;

    /** Whether the call gives items, and not what the function gave. */
    public boolean givesItems() {
      return this != VALUES;
    }

    /** Whether the call itself goes through all items. */
    public boolean isComplete() {
      return this != VALUES && this != FILTER;
    }
  }

  /** The call as one of these; {@code map} over several iterables is one of the first of them. */
  public static Optional<MappedCall> of(Program program, Node node) {
    if (!(node instanceof Expression.Call call)) {
      return Optional.empty();
    }
    return program.targets(call).stream()
        .flatMap(
            t ->
                t instanceof CallTarget.Known k
                    ? of(k.callee().name(), call).stream()
                    : Stream.empty())
        .findFirst();
  }

  private static Optional<MappedCall> of(String name, Expression.Call call) {
    return switch (name) {
      case "builtins.map" ->
          call.arguments().size() >= 2 ? positional(call, Use.VALUES) : Optional.empty();
      case "builtins.filter" ->
          call.arguments().size() == 2 ? positional(call, Use.FILTER) : Optional.empty();
      case "builtins.min" -> keyed(call, Use.MIN);
      case "builtins.max" -> keyed(call, Use.MAX);
      case "builtins.sorted" -> keyed(call, Use.SORTED);
      default -> Optional.empty();
    };
  }

  private static Optional<MappedCall> positional(Expression.Call call, Use use) {
    Expression function = call.arguments().get(0);
    return isNone(function)
        ? Optional.empty()
        : Optional.of(
            new MappedCall(call, function, call.arguments().get(1), use, call.keywords()));
  }

  private static Optional<MappedCall> keyed(Expression.Call call, Use use) {
    boolean named = call.keywords().stream().allMatch(k -> k.name().isPresent());
    Optional<Keyword> key =
        call.keywords().stream()
            .filter(k -> k.name().filter("key"::equals).isPresent())
            .findFirst();
    if (!named
        || key.isEmpty()
        || isNone(key.get().value())
        || call.arguments().size() != 1
        || call.arguments().get(0) instanceof Expression.Starred) {
      return Optional.empty();
    }
    List<Keyword> rest = call.keywords().stream().filter(k -> k != key.get()).toList();
    return Optional.of(new MappedCall(call, key.get().value(), call.arguments().get(0), use, rest));
  }

  private static boolean isNone(Expression e) {
    return e instanceof Expression.Constant c && c.value() == Literal.Singleton.NONE;
  }
}
