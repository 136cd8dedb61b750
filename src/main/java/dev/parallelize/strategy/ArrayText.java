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
  private final RunTimeGuards guards;
  private final Set<String> numbered = new LinkedHashSet<>();
  private int widest;

  /**
   * @param order loop variables in the order of the target's axes
   */
  ArrayText(ArrayFacts facts, LoopNest nest, List<String> order, RunTimeGuards guards) {
    this.facts = facts;
    this.guards = guards;
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

  /** The element at a loop's position. */
  Access item(LoopNest.Item item) {
    ArrayFact fact = facts.of(item.array()).orElseThrow();
    String array = facts.text(item.array());
    Affine zero = Affine.ZERO;
    String part = slice(array, fact, 0, nest.axis(item.variable()), zero);
    return new Access(array, fact, List.of(part), List.of(item.variable()));
  }

  /** The elements of a row, as in {@code r, g, b = image[i, j]}. */
  List<Access> unpacked(Expression.Subscript row, int count) {
    ArrayElement element = ArrayElement.of(row, facts, nest.bound());
    ArrayFact fact = element.fact();
    int last = element.indices().size();
    if (fact.dimensions().filter(d -> d == last + 1).isEmpty()) {
      throw new NotVectorizable("`" + facts.text(row) + "` is not known to be a row of numbers");
    }
    Affine length = facts.length(element.array(), fact, last);
    if (!facts.isEqual(length, Affine.constant(count))) {
      guards.require(element.array() + ".shape[" + last + "] == " + count);
    }
    Set<String> axes = new LinkedHashSet<>();
    List<String> parts = new ArrayList<>();
    for (int axis = 0; axis < last; axis++) {
      parts.add(part(element.array(), fact, axis, element.indices().get(axis), axes));
    }
    List<Access> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> all = new ArrayList<>(parts);
      all.add(Integer.toString(i));
      elements.add(new Access(element.array(), fact, all, List.copyOf(axes)));
    }
    return elements;
  }

  /** Reads an access; throws where its elements are not slices of the array. */
  Access access(Expression.Subscript subscript) {
    ArrayElement element = ArrayElement.of(subscript, facts, nest.bound());
    String array = element.array();
    ArrayFact fact = element.fact();
    List<Expression> indices = element.indices();
    if (fact.dimensions().filter(d -> d != indices.size()).isPresent()) {
      throw new NotVectorizable(
          "`"
              + facts.text(subscript)
              + "` is not one element: `"
              + array
              + "` has "
              + fact.dimensions().get()
              + " axes");
    }
    List<String> parts = new ArrayList<>();
    Set<String> axes = new LinkedHashSet<>();
    for (int axis = 0; axis < indices.size(); axis++) {
      parts.add(part(array, fact, axis, indices.get(axis), axes));
    }
    return new Access(array, fact, parts, List.copyOf(axes));
  }

  private String part(String array, ArrayFact fact, int axis, Expression index, Set<String> axes) {
    if (!nest.inOrder() && index instanceof Expression.Subscript numbers) {
      return numbered(array, fact, numbers, axes);
    }
    Set<String> used = LoopNest.names(index);
    used.retainAll(nest.bound());
    if (nest.kept().keySet().containsAll(used)) {
      if (!used.isEmpty()) {
        requireInside(array, fact, axis, index);
      } else if (!facts.isCount(index)) {
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
    List<String> running = used.stream().filter(u -> !nest.kept().containsKey(u)).toList();
    String variable = running.get(0);
    boolean shifted = running.size() == 1 && nest.axes().containsKey(variable);
    if (!shifted || form.coefficient(variable) != 1) {
      throw new NotVectorizable(
          "the index `" + facts.text(index) + "` is not a loop variable plus a fixed number");
    }
    if (!axes.add(variable)) {
      throw new NotVectorizable("`" + variable + "` indexes two axes of `" + array + "`");
    }
    LoopNest.Axis loop = nest.axes().get(variable);
    return running.size() == used.size()
        ? slice(array, fact, axis, loop, form.without(variable))
        : window(array, fact, axis, loop, form.without(variable));
  }

  /** {@code a[numbers[i]]}: the elements that another array numbers, negative ones from the end. */
  private String numbered(
      String array, ArrayFact fact, Expression.Subscript numbers, Set<String> axes) {
    Access access = access(numbers);
    boolean vector =
        order.size() == 1
            && access.axes().equals(order)
            && access.fact().element() == ArrayFact.Element.INT64
            && fact.dimensions().filter(d -> d == 1).isPresent();
    if (!vector) {
      throw new NotVectorizable(
          "`" + facts.text(numbers) + "` is not known to number elements of `" + array + "`");
    }
    numbered.add(array);
    axes.addAll(order);
    return operand(access);
  }

  /** Arrays whose elements other arrays number, perhaps with numbers that are too large. */
  Set<String> numbered() {
    return Set.copyOf(numbered);
  }

  /** The elements at a distance from the loop's positions that a loop around changes. */
  private String window(String array, ArrayFact fact, int axis, LoopNest.Axis loop, Affine offset) {
    Affine start = loop.low().plus(offset);
    Affine stop = loop.high().plus(offset);
    if (loop.step() != 1) {
      throw new NotVectorizable("the loop over `" + loop.variable() + "` counts by more than one");
    }
    guards.requireItems(List.of(loop));
    requireFromStart(array, text(start), least(start));
    guards.requireAtMost(most(stop), facts.length(array, fact, axis));
    return written(text(start), moved(loop.highText(), offset), 1);
  }

  private static String moved(String end, Affine offset) {
    String distance = text(offset);
    return distance.startsWith("-")
        ? end + " - " + distance.substring(1)
        : (end.matches("\\w+") ? distance + " + " + end : end + " + " + distance);
  }

  /** The elements at a fixed distance from the loop's positions, along one axis. */
  String slice(String array, ArrayFact fact, int axis, LoopNest.Axis loop, Affine offset) {
    Affine start = loop.low().plus(offset);
    Affine stop = loop.high().plus(offset);
    Affine length = facts.length(array, fact, axis);
    if (!facts.isNotNegative(start)) {
      throw new NotVectorizable(
          "an index of `" + array + "` may be negative, and so count from the end");
    }
    String from = start.equals(Affine.ZERO) ? "" : text(start);
    Affine beyond = stop.minus(length);
    String to;
    if (beyond.isConstant()) {
      if (beyond.constant() > 0) {
        throw new NotVectorizable("the loop reads past the end of `" + array + "`");
      }
      to = beyond.constant() == 0 ? "" : Long.toString(beyond.constant());
    } else if (facts.isEqual(stop, length)) {
      to = "";
    } else {
      requireEnd(loop, stop);
      guards.requireAtMost(stop, length);
      to = offset.equals(Affine.ZERO) ? loop.highText() : text(stop);
    }
    return written(from, to, loop.step());
  }

  /** An end below zero would count from the end of the array: then the loop does not run at all. */
  private void requireEnd(LoopNest.Axis loop, Affine stop) {
    if (!facts.isNotNegative(stop)) {
      guards.requireItems(List.of(loop));
    }
  }

  private static String written(String from, String to, long step) {
    if (step != 1) {
      return from + ":" + to + ":" + step;
    }
    // The formatters' rule: spaces around the colon where an end is more than a name or number.
    boolean simple = from.matches("-?\\w*") && to.matches("-?\\w*");
    return simple ? from + ":" + to : (from + " : " + to).strip();
  }

  /** An index by the variable of a loop that stays a loop: the same elements for all others. */
  private void requireInside(String array, ArrayFact fact, int axis, Expression index) {
    Affine form =
        facts
            .integer(index)
            .orElseThrow(
                () ->
                    new NotVectorizable(
                        "the index `" + facts.text(index) + "` is not a sum of loop variables"));
    requireFromStart(array, facts.text(index), least(form));
    guards.requireAtMost(most(form).plus(1), facts.length(array, fact, axis));
  }

  private void requireFromStart(String array, String index, Affine least) {
    boolean settled = nest.kept().keySet().stream().noneMatch(least.names()::contains);
    if (!settled || !facts.isNotNegative(least)) {
      throw new NotVectorizable("the index `" + index + "` of `" + array + "` may leave the array");
    }
  }

  /** The smallest value of the form over all iterations of the loops that stay. */
  private Affine least(Affine form) {
    Affine least = form;
    for (LoopNest.Axis loop : nest.kept().values()) {
      long times = form.coefficient(loop.variable());
      Affine end = times < 0 ? loop.high().plus(-1) : loop.low();
      least = least.without(loop.variable()).plus(end.times(times));
    }
    return least;
  }

  /** The largest value of the form over all iterations of the loops that stay. */
  private Affine most(Affine form) {
    return least(form.times(-1)).times(-1);
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
    widest = Math.max(widest, access.axes().size());
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
    while (lined.size() > 1 && lined.get(lined.size() - 1).equals(":")) {
      lined.remove(lined.size() - 1);
    }
    return whole ? array : array + "[" + String.join(", ", lined) + "]";
  }

  /** Whether all operands so far were vectors, or single elements. */
  boolean areVectors() {
    return widest <= 1;
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
        while (next < parts.size() && !parts.get(next).contains(":")) {
          lined.add(parts.get(next++));
        }
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
            + (fromZero && axis.step() == 1 ? "" : axis.lowText() + ", ")
            + axis.highText()
            + (axis.step() == 1 ? "" : ", " + axis.step())
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
