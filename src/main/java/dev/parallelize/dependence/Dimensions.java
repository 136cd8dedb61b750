package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Operator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How many dimensions a new array has, where the text tells: {@code zeros((n, m))} has two. */
final class Dimensions {
  private static final Set<String> OF_SHAPE =
      Set.of("numpy.zeros", "numpy.ones", "numpy.empty", "numpy.full");

  private Dimensions() {}

  /** Empty, too, where the expression may give an array that is not new. */
  static Optional<Integer> ofMade(Program program, Expression value) {
    if (!(value instanceof Expression.Call call) || call.arguments().isEmpty()) {
      return Optional.empty();
    }
    Set<Root> roots = program.value(call.function()).roots();
    if (roots.size() != 1 || !(roots.iterator().next() instanceof Root.LibraryObject callee)) {
      return Optional.empty();
    }
    boolean plain =
        call.keywords().stream().allMatch(k -> k.name().filter(n -> n.equals("dtype")).isPresent());
    if (OF_SHAPE.contains(callee.name())) {
      return ofShape(program, call.arguments().get(0));
    }
    return switch (callee.name()) {
      case "numpy.arange", "numpy.linspace" -> Optional.of(1);
      case "numpy.identity" -> Optional.of(2);
      case "numpy.array" -> plain ? ofDisplay(program, call.arguments().get(0)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> ofShape(Program program, Expression shape) {
    if (shape instanceof Expression.TupleDisplay tuple) {
      return Optional.of(tuple.elements().size());
    } else if (shape instanceof Expression.ListDisplay list) {
      return Optional.of(list.elements().size());
    }
    return program.type(shape).isInteger() ? Optional.of(1) : Optional.empty();
  }

  /** Nested lists of numbers: one dimension for each level. */
  private static Optional<Integer> ofDisplay(Program program, Expression e) {
    List<Expression> elements = List.of();
    if (e instanceof Expression.ListComp comprehension) {
      elements = List.of(comprehension.element());
    } else if (e instanceof Expression.ListDisplay list) {
      elements = list.elements();
    } else if (e instanceof Expression.BinOp repeat && repeat.operator() == Operator.MULT) {
      return ofDisplay(program, repeat.left());
    }
    if (elements.isEmpty()) {
      return Optional.empty();
    }
    Type type = program.type(elements.get(0));
    if (elements.stream().allMatch(x -> isNumber(program.type(x)))) {
      return Optional.of(1);
    }
    return type.name().equals("list")
        ? ofDisplay(program, elements.get(0)).map(d -> d + 1)
        : Optional.empty();
  }

  private static boolean isNumber(Type type) {
    return type.isNumber() || type.name().equals("scalar");
  }
}
