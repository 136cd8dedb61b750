package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An assignment that gives a variable or element its own value combined with another: {@code x = x + y},
 * {@code x = y * x}, {@code x = max(x, y)}.
 *
 * @param operator the operator's symbol, or {@code min} or {@code max}
 * @param value what is combined with the old value
 */
record Rebuilt(Expression target, String operator, Expression value) {
  private static final Set<Operator> BOTH_WAYS =
      Set.of(Operator.ADD, Operator.MULT, Operator.BIT_AND, Operator.BIT_OR, Operator.BIT_XOR);

  static Optional<Rebuilt> of(Program program, Statement s) {
    if (!(s instanceof Statement.Assign assign) || assign.targets().size() != 1) {
      return Optional.empty();
    }
    Expression target = assign.targets().get(0);
    String text = text(program, target);
    if (!(target instanceof Expression.Name || target instanceof Expression.Subscript)) {
      return Optional.empty();
    }
    if (assign.value() instanceof Expression.BinOp operation) {
      return of(program, target, text, operation);
    }
    return assign.value() instanceof Expression.Call call
        ? extreme(program, target, text, call)
        : Optional.empty();
  }

  private static Optional<Rebuilt> of(
      Program program, Expression target, String text, Expression.BinOp operation) {
    String symbol = operation.operator().symbol();
    boolean either = BOTH_WAYS.contains(operation.operator());
    if ((either || operation.operator() == Operator.SUB)
        && text(program, operation.left()).equals(text)) {
      return Optional.of(new Rebuilt(target, symbol, operation.right()));
    }
    return either && text(program, operation.right()).equals(text)
        ? Optional.of(new Rebuilt(target, symbol, operation.left()))
        : Optional.empty();
  }

  private static Optional<Rebuilt> extreme(
      Program program, Expression target, String text, Expression.Call call) {
    List<Expression> arguments = call.arguments();
    if (arguments.size() != 2) {
      return Optional.empty();
    }
    for (String name : List.of("min", "max")) {
      if (AffineForms.calls(program, call, "builtins." + name)) {
        for (int i = 0; i < 2; i++) {
          if (text(program, arguments.get(i)).equals(text)) {
            return Optional.of(new Rebuilt(target, name, arguments.get(1 - i)));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String text(Program program, Expression e) {
    return program.tree().source().text(e.span());
  }
}
