package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.UnaryOperator;
import java.util.Locale;
import java.util.Optional;

/**
 * One number of each group.
 *
 * @param column what it is taken of; empty for the number of rows
 */
record GroupAggregate(Kind kind, Optional<String> column) {
  /** What pandas computes of a group, alone as of all groups at once. */
  enum Kind {
    SIZE("size", "sizes", true),
    COUNT("count", "counts", false),
    NUNIQUE("nunique", "unique_counts", true),
    SUM("sum", "sums", false),
    MEAN("mean", "means", false),
    MEDIAN("median", "medians", false),
    MIN("min", "minima", false),
    MAX("max", "maxima", false),
    FIRST("first", "firsts", false),
    LAST("last", "lasts", false);

    private final String method;
    private final String plural;
    private final boolean python;

    Kind(String method, String plural, boolean python) {
      this.method = method;
      this.plural = plural;
      this.python = python;
    }

    String method() {
      return method;
    }

    /** What the values of all groups are called. */
    String plural() {
      return plural;
    }

    /** Whether the loop sees Python's numbers; else NumPy's, or what the column holds. */
    boolean python() {
      return python;
    }
  }

  /** What the node takes of the group, if it is nothing but an aggregate. */
  static Optional<GroupAggregate> of(Program program, GroupLoop loop, Node node) {
    if (node instanceof Expression.Call call && call.keywords().isEmpty()) {
      return length(program, loop, call).or(() -> method(loop, call));
    } else if (node instanceof Expression.Subscript s
        && s.value() instanceof Expression.Attribute place) {
      if (place.attribute().equals("shape")
          && loop.only().isEmpty()
          && loop.isGroup(place.value())) {
        return position(s.slice()).filter(p -> p == 0).map(p -> ofRows());
      } else if (place.attribute().equals("iloc")) {
        return position(s.slice())
            .flatMap(p -> column(loop, place.value(), p == 0 ? Kind.FIRST : Kind.LAST));
      }
    }
    return Optional.empty();
  }

  private static GroupAggregate ofRows() {
    return new GroupAggregate(Kind.SIZE, Optional.empty());
  }

  /** 0 or -1: the first or the last. */
  private static Optional<Integer> position(Expression e) {
    if (e instanceof Expression.UnaryOp minus && minus.operator() == UnaryOperator.U_SUB) {
      return isNumber(minus.operand(), 1) ? Optional.of(-1) : Optional.empty();
    }
    return isNumber(e, 0) ? Optional.of(0) : Optional.empty();
  }

  private static boolean isNumber(Expression e, int number) {
    return e instanceof Expression.Constant c
        && c.value() instanceof Literal.IntegerNumber n
        && n.value().intValue() == number
        && n.value().bitLength() < 8;
  }

  private static Optional<GroupAggregate> length(
      Program program, GroupLoop loop, Expression.Call call) {
    boolean length =
        call.function() instanceof Expression.Name name
            && name.id().equals("len")
            && program.scopes().around(name).owner("len").isEmpty()
            && call.arguments().size() == 1
            && loop.isGroup(call.arguments().get(0));
    return length ? Optional.of(ofRows()) : Optional.empty();
  }

  private static Optional<GroupAggregate> method(GroupLoop loop, Expression.Call call) {
    if (!call.arguments().isEmpty() || !(call.function() instanceof Expression.Attribute method)) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      boolean called = kind != Kind.SIZE && kind != Kind.FIRST && kind != Kind.LAST;
      if (called && kind.method().equals(method.attribute())) {
        return column(loop, method.value(), kind);
      }
    }
    return Optional.empty();
  }

  /** The column of the group that the expression is. */
  private static Optional<GroupAggregate> column(GroupLoop loop, Expression e, Kind kind) {
    if (loop.only().isPresent()) {
      return loop.only().filter(k -> loop.isGroup(e)).map(k -> of(kind, GroupLoop.text(k)));
    } else if (e instanceof Expression.Subscript s && loop.isGroup(s.value())) {
      return GroupLoop.text(s.slice()).map(c -> of(kind, Optional.of(c)));
    }
    return e instanceof Expression.Attribute a
            && loop.isGroup(a.value())
            && !FrameMembers.has(a.attribute())
        ? Optional.of(of(kind, Optional.of(a.attribute())))
        : Optional.empty();
  }

  private static GroupAggregate of(Kind kind, Optional<String> column) {
    return new GroupAggregate(kind, column);
  }

  /** The values of all groups, from what makes the groups. */
  String all(GroupLoop loop, String groups) {
    return groups
        + column.map(c -> "[" + loop.quoted(c) + "]").orElse("")
        + "."
        + kind.method()
        + "()";
  }

  /** What a variable that holds one group's value may be called. */
  String name() {
    return column.isEmpty() ? kind.method() : prefix() + kind.method();
  }

  /** What a variable that holds the values of all groups may be called. */
  String plural() {
    return prefix() + kind.plural();
  }

  private String prefix() {
    String name = column.orElse("").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").strip();
    return name.matches("[a-z]\\w*") ? name.replaceAll("_+$", "") + "_" : "";
  }
}
