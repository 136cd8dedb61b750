package dev.parallelize.dependence;

import dev.parallelize.dependence.LoopModel.Result;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names the shapes in which a loop leaves its results behind. */
final class ResultShapes {
  private static final Map<String, String> METHODS =
      Map.of(
          "append", "list-append",
          "appendleft", "list-append",
          "extend", "list-extend",
          "add", "set-add",
          "update", "dict-slot",
          "setdefault", "dict-slot");
  private static final Map<String, String> CONSUMERS =
      Map.of(
          "sum", "sum",
          "any", "any",
          "all", "all",
          "max", "max",
          "min", "min",
          "dict", "dict-slot",
          "set", "set-add",
          "join", "string-concat",
          "next", "first-match");

  private ResultShapes() {}

  static List<Result> ofLoop(Program program, List<Statement> body) {
    Set<Result> results = new LinkedHashSet<>();
    for (Statement s : body) {
      Walk.each(s, node -> add(program, node, results));
    }
    if (results.isEmpty()) {
      results.add(new Result("", "effects-only"));
    }
    return List.copyOf(results);
  }

  private static void add(Program program, Node node, Set<Result> results) {
    if (node instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute a
        && a.value() instanceof Expression.Name name
        && METHODS.containsKey(a.attribute())) {
      results.add(new Result(name.id(), METHODS.get(a.attribute())));
    } else if (node instanceof Statement.AugAssign aug) {
      results.add(new Result(name(aug.target()), augmented(program, aug)));
    } else if (node instanceof Statement.Assign assign
        && assign.targets().get(0) instanceof Expression.Subscript s) {
      boolean dict = program.type(s.value()).name().contains("ict");
      results.add(new Result(name(s), dict ? "dict-slot" : "list-slot"));
    } else if (node instanceof Statement.If branch
        && branch.test() instanceof Expression.Compare compare
        && branch.body().stream().anyMatch(b -> b instanceof Statement.Assign)) {
      extreme(branch, compare, results);
    } else if (node instanceof Statement.Break || node instanceof Statement.Return) {
      results.add(new Result("", "first-match"));
    }
  }

  private static void extreme(
      Statement.If branch, Expression.Compare compare, Set<Result> results) {
    for (Statement s : branch.body()) {
      if (s instanceof Statement.Assign a
          && a.targets().get(0) instanceof Expression.Name target
          && compare.comparators().size() == 1) {
        boolean right =
            compare.comparators().get(0) instanceof Expression.Name n && n.id().equals(target.id());
        boolean left = compare.left() instanceof Expression.Name n && n.id().equals(target.id());
        Comparator operator = compare.operators().get(0);
        boolean greater = operator == Comparator.GT || operator == Comparator.GT_E;
        if (left || right) {
          results.add(new Result(target.id(), greater == right ? "max" : "min"));
        }
      }
    }
  }

  private static String augmented(Program program, Statement.AugAssign aug) {
    if (aug.target() instanceof Expression.Subscript) {
      return "counter";
    }
    if (aug.operator() == Operator.MULT) {
      return "product";
    }
    if (program.type(aug.value()).name().equals("str")) {
      return "string-concat";
    }
    boolean one =
        aug.value() instanceof Expression.Constant c
            && c.value() instanceof Literal.IntegerNumber n
            && n.value().intValue() == 1;
    return one ? "count" : "sum";
  }

  static List<Result> ofExpression(Expression node, String consumer) {
    String shape =
        node instanceof Expression.DictComp
            ? "dict-slot"
            : node instanceof Expression.SetComp
                ? "set-add"
                : CONSUMERS.getOrDefault(consumer, "list-append");
    return List.of(new Result("", shape));
  }

  private static String name(Expression target) {
    if (target instanceof Expression.Name n) {
      return n.id();
    } else if (target instanceof Expression.Subscript s) {
      return name(s.value());
    }
    return target instanceof Expression.Attribute a ? a.attribute() : "";
  }
}
