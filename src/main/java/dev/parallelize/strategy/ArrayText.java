package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes accesses of single elements as slices over whole loops: {@code a[i, j + 1]} becomes {@code
 * a[:, 1:]}, with axes arranged so that operands line up.
 */
final class ArrayText {
  private final ArrayFacts facts;
  private final LoopNest nest;
  private final List<String> order;

  /**
   * @param order loop variables in the order of the target's axes
   */
  ArrayText(ArrayFacts facts, LoopNest nest, List<String> order) {
    this.facts = facts;
    this.nest = nest;
    this.order = List.copyOf(order);
  }

  /** An access as written over the whole loops. */
  record Access(String array, ArrayFact fact, List<String> parts, List<String> axes) {
    boolean isWhole() {
      return parts.stream().allMatch(":"::equals)
          && fact.dimensions().filter(d -> d == parts.size()).isPresent();
    }
  }

  /** Reads an access; throws where its elements are not slices of the array. */
  Access access(Expression.Subscript subscript) {
    List<Expression> indices = new ArrayList<>();
    Expression base = subscript;
    while (base instanceof Expression.Subscript level) {
      indices.addAll(
          0,
          level.slice() instanceof Expression.TupleDisplay tuple
              ? tuple.elements()
              : List.of(level.slice()));
      base = level.value();
    }
    if (!(base instanceof Expression.Name array) || nest.bound().contains(array.id())) {
      throw new NotVectorizable("`" + facts.text(base) + "` is no variable that stays the same");
    }
    ArrayFact fact =
        facts
            .of(array)
            .orElseThrow(
                () -> new NotVectorizable("`" + array.id() + "` is not known to be a NumPy array"));
    if (fact.dimensions().filter(d -> d != indices.size()).isPresent()) {
      throw new NotVectorizable(
          "`"
              + facts.text(subscript)
              + "` is not one element: `"
              + array.id()
              + "` has "
              + fact.dimensions().get()
              + " axes");
    }
    List<String> parts = new ArrayList<>();
    Set<String> axes = new LinkedHashSet<>();
    for (int axis = 0; axis < indices.size(); axis++) {
      parts.add(part(array.id(), fact, axis, indices.get(axis), axes));
    }
    return new Access(array.id(), fact, parts, List.copyOf(axes));
  }

  private String part(String array, ArrayFact fact, int axis, Expression index, Set<String> axes) {
    Set<String> used = LoopNest.names(index);
    used.retainAll(nest.bound());
    if (used.isEmpty()) {
      if (!facts.isCount(index)) {
        throw new NotVectorizable(
            "the index `" + facts.text(index) + "` is not known to be a whole number");
      }
      return facts.text(index);
    }
    Affine form =
        facts
            .integer(index)
            .orElseThrow(
                () ->
                    new NotVectorizable(
                        "the index `"
                            + facts.text(index)
                            + "` is not a sum of a loop variable and"
                            + " a fixed number"));
    String variable = used.iterator().next();
    boolean shifted = used.size() == 1 && nest.axes().containsKey(variable);
    if (!shifted || form.coefficient(variable) != 1) {
      throw new NotVectorizable(
          "the index `" + facts.text(index) + "` is not a loop variable plus a fixed number");
    }
    if (!axes.add(variable)) {
      throw new NotVectorizable("`" + variable + "` indexes two axes of `" + array + "`");
    }
    return slice(array, fact, axis, nest.axes().get(variable), form.without(variable));
  }

  private String slice(String array, ArrayFact fact, int axis, LoopNest.Axis loop, Affine offset) {
    Affine start = loop.low().plus(offset);
    Affine stop = loop.high().plus(offset);
    if (!facts.isNotNegative(start)) {
      throw new NotVectorizable(
          "an index of `" + array + "` may be negative, and so count from the end");
    }
    String from = start.equals(Affine.ZERO) ? "" : text(start);
    Affine beyond = stop.minus(facts.length(array, fact, axis));
    String to;
    if (beyond.isConstant()) {
      if (beyond.constant() > 0) {
        throw new NotVectorizable("the loop reads past the end of `" + array + "`");
      }
      to = beyond.constant() == 0 ? "" : Long.toString(beyond.constant());
    } else if (facts.isNotNegative(stop)) {
      to = offset.equals(Affine.ZERO) ? loop.highText() : text(stop);
    } else {
      throw new NotVectorizable(
          "the end of the loop over `"
              + loop.variable()
              + "` may be negative, which would count"
              + " from the end of `"
              + array
              + "`");
    }
    // The formatters' rule: spaces around the colon where an end is more than a name or number.
    boolean simple = from.matches("-?\\w*") && to.matches("-?\\w*");
    return simple ? from + ":" + to : (from + " : " + to).strip();
  }

  /** A linear form as Python text. */
  static String text(Affine form) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Long> term : new TreeMap<>(form.terms()).entrySet()) {
      long c = term.getValue();
      text.append(text.isEmpty() ? (c < 0 ? "-" : "") : (c < 0 ? " - " : " + "));
      text.append(Math.abs(c) == 1 ? "" : Math.abs(c) + " * ").append(term.getKey());
    }
    long c = form.constant();
    if (text.isEmpty()) {
      return Long.toString(c);
    }
    return c == 0 ? text.toString() : text + (c < 0 ? " - " : " + ") + Math.abs(c);
  }

  /** The access lined up with the target's axes. */
  String operand(Access access) {
    List<String> ordered = order.stream().filter(access.axes()::contains).toList();
    List<String> parts = new ArrayList<>(access.parts());
    String array = access.array();
    if (!ordered.equals(access.axes())) {
      boolean swapped = access.axes().size() == 2 && parts.size() == 2;
      if (!swapped) {
        throw new NotVectorizable("the axes of `" + array + "` come in another order");
      }
      array += ".T";
      parts = new ArrayList<>(List.of(parts.get(1), parts.get(0)));
    }
    List<String> lined = lined(parts, ordered);
    boolean whole =
        lined.stream().allMatch(":"::equals)
            && access.fact().dimensions().filter(d -> d == lined.size()).isPresent();
    return whole ? array : array + "[" + String.join(", ", lined) + "]";
  }

  /** Puts {@code None} where the target has an axis that the operand lacks, the first ones apart. */
  private List<String> lined(List<String> parts, List<String> axes) {
    List<String> lined = new ArrayList<>();
    int next = 0;
    boolean started = false;
    for (String axis : order) {
      if (axes.contains(axis)) {
        started = true;
        next = copyThroughSlice(parts, next, lined);
      } else if (started) {
        lined.add("None");
      }
    }
    lined.addAll(parts.subList(next, parts.size()));
    return lined;
  }

  private static int copyThroughSlice(List<String> parts, int from, List<String> lined) {
    int next = from;
    while (next < parts.size()) {
      String part = parts.get(next++);
      lined.add(part);
      if (part.contains(":")) {
        return next;
      }
    }
    return next;
  }

  /** The numbers that a loop variable takes, lined up with the target's axes. */
  String counter(String variable) {
    LoopNest.Axis axis = nest.axes().get(variable);
    boolean fromZero = axis.low().equals(Affine.ZERO);
    String numbers =
        VectorizePlan.NUMPY
            + ".arange("
            + (fromZero ? "" : axis.lowText() + ", ")
            + axis.highText()
            + ")";
    int missing = order.size() - 1 - order.indexOf(variable);
    return missing == 0 ? numbers : numbers + "[:" + ", None".repeat(missing) + "]";
  }

  List<String> order() {
    return order;
  }

  static Optional<Long> wholeNumber(Expression e) {
    return e instanceof Expression.Constant c
            && c.value() instanceof Literal.IntegerNumber n
            && n.value().bitLength() < 31
        ? Optional.of(n.value().longValue())
        : Optional.empty();
  }
}
