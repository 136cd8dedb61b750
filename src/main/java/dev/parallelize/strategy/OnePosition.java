package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Statements of a loop's body as they run in one of its iterations: the loop's variables are set to a
 * position that was found, and variables that became arrays are read there.
 */
final class OnePosition {
  private final ArrayLoop loop;
  private final Set<String> locals;
  private final Map<String, String> names = new LinkedHashMap<>();

  /**
   * @param locals variables of the body that became arrays
   */
  OnePosition(ArrayLoop loop, Set<String> locals) {
    this.loop = loop;
    this.locals = Set.copyOf(locals);
    for (String variable : loop.order()) {
      boolean named = variable.matches("\\w+");
      names.put(variable, named ? variable : loop.fresh("position"));
    }
  }

  /**
   * The statements that set the loop's variables.
   *
   * @param flat the number of the iteration, as a Python expression
   * @param used names that the statements after it read
   */
  List<String> found(String flat, Set<String> used) {
    List<String> lines = new ArrayList<>();
    List<String> order = loop.order();
    Optional<LoopNest.Item> only = onlyItem();
    if (only.isPresent()) {
      String item = loop.nest().items().keySet().iterator().next();
      return List.of(item + " = " + loop.text(only.get().array()) + "[" + flat + "]");
    }
    if (order.size() == 1) {
      LoopNest.Axis axis = loop.nest().axes().get(order.get(0));
      requireStep(axis);
      String from = axis.low().equals(Affine.ZERO) ? "" : axis.lowText() + " + ";
      lines.add(names.get(order.get(0)) + " = " + from + "int(" + flat + ")");
    } else if (order.size() == 2 && order.stream().allMatch(loop::countsFromZero)) {
      String length = loop.nest().axes().get(order.get(1)).highText();
      lines.add(String.join(", ", names.values()) + " = divmod(int(" + flat + "), " + length + ")");
    } else {
      throw new NotVectorizable("the position in the nest is not found by one division");
    }
    loop.nest()
        .items()
        .forEach(
            (name, item) -> {
              if (used.contains(name)) {
                lines.add(name + " = " + element(item));
              }
            });
    return lines;
  }

  /** The element, where a loop runs over an array's elements and its position has no name. */
  private Optional<LoopNest.Item> onlyItem() {
    boolean unnamed = loop.order().size() == 1 && !loop.order().get(0).matches("\\w+");
    return Optional.of(loop.nest().items().values())
        .filter(items -> unnamed && locals.isEmpty() && items.size() == 1)
        .map(items -> items.iterator().next());
  }

  private static void requireStep(LoopNest.Axis axis) {
    if (axis.step() != 1) {
      throw new NotVectorizable("the loop counts by " + axis.step());
    }
  }

  private String element(LoopNest.Item item) {
    return loop.text(item.array()) + "[" + names.get(item.variable()) + "]";
  }

  /** The statement's lines; throws {@link NotVectorizable} for what is more than simple. */
  List<String> lines(Statement statement) {
    if (!(statement instanceof Statement.If choice)) {
      requireSimple(statement);
      return List.of(spliced(statement));
    }
    List<String> lines = new ArrayList<>();
    lines.add("if " + spliced(choice.test()) + ":");
    choice.body().forEach(s -> lines(s).forEach(l -> lines.add(VectorizePlan.INDENT + l)));
    if (!choice.orElse().isEmpty()) {
      lines.add("else:");
      choice.orElse().forEach(s -> lines(s).forEach(l -> lines.add(VectorizePlan.INDENT + l)));
    }
    return lines;
  }

  private void requireSimple(Statement statement) {
    boolean simple =
        statement instanceof Statement.Assign
            || statement instanceof Statement.AugAssign
            || statement instanceof Statement.ExpressionStatement
            || statement instanceof Statement.Return
            || statement instanceof Statement.Raise
            || statement instanceof Statement.Pass;
    if (!simple) {
      throw new NotVectorizable(
          "the statement in line " + loop.line(statement) + " is more than an assignment");
    }
  }

  /** The text on one line, with elements for the variables that became arrays. */
  private String spliced(Node node) {
    Map<Integer, Expression.Name> reads = new TreeMap<>();
    Walk.each(
        node,
        n -> {
          if (n instanceof Expression.Name name
              && name.context() == Context.LOAD
              && locals.contains(name.id())) {
            reads.put(name.start(), name);
          }
        });
    StringBuilder code = new StringBuilder();
    int position = node.start();
    String text = loop.text(node);
    for (Expression.Name read : reads.values()) {
      code.append(text, position - node.start(), read.start() - node.start());
      code.append(read(read));
      position = read.end();
    }
    code.append(text.substring(position - node.start()));
    String line = code.toString();
    if (line.contains("\n") && line.matches("(?s).*[#'\"\\\\].*")) {
      throw new NotVectorizable("`" + text.lines().findFirst().orElse("") + "` runs over lines");
    }
    return ArrayRendering.flat(line);
  }

  private String read(Expression.Name name) {
    ArrayRendering.Text local = loop.rendering().locals().get(name.id());
    if (local.axes().isEmpty() && local.kind() == ArrayRendering.Kind.FIXED) {
      return name.id();
    }
    boolean element =
        local.kind() == ArrayRendering.Kind.ELEMENT && local.axes().size() == loop.order().size();
    if (!element) {
      throw new NotVectorizable("`" + name.id() + "` is no element of an array in every iteration");
    }
    List<String> indices = new ArrayList<>();
    for (String variable : loop.order()) {
      Affine low = loop.nest().axes().get(variable).low();
      String text = names.get(variable);
      indices.add(low.equals(Affine.ZERO) ? text : ArrayText.text(Affine.of(text).minus(low)));
    }
    return name.id() + "[" + String.join(", ", indices) + "]";
  }
}
