package dev.parallelize.semantics;

import dev.parallelize.library.CallShape;
import dev.parallelize.library.SelectStatement;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the text of a call says of its arguments, for callees that depend on it. */
final class CallShapes {
  private CallShapes() {}

  /** Empty where the node is no call of the callee's own arguments, and where arguments are starred. */
  static Optional<CallShape> of(Program program, Node at, Passed passed) {
    if (!(at instanceof Expression.Call call)
        || passed.spread()
        || passed.positional().size() != call.arguments().size()
        || passed.keywords().size() != call.keywords().size()) {
      return Optional.empty();
    }
    List<Optional<String>> positional = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      if (argument instanceof Expression.Starred) {
        return Optional.empty();
      }
      positional.add(literal(program, argument));
    }
    Map<String, Optional<String>> named = new LinkedHashMap<>();
    for (Keyword keyword : call.keywords()) {
      if (keyword.name().isEmpty()) {
        return Optional.empty();
      }
      named.put(keyword.name().get(), literal(program, keyword.value()));
    }
    return Optional.of(new CallShape(positional, named));
  }

  private static Optional<String> literal(Program program, Expression argument) {
    if (argument instanceof Expression.Name name) {
      return constant(program, name).flatMap(value -> literal(program, value));
    }
    if (!(argument instanceof Expression.Constant constant)) {
      return Optional.empty();
    }
    Literal value = constant.value();
    if (value instanceof Literal.Text text) {
      boolean unsure = SelectStatement.of(text.value()).isPresent() && program.hooksQueries();
      return unsure ? Optional.empty() : Optional.of(text.value());
    }
    if (value instanceof Literal.IntegerNumber number) {
      return Optional.of(number.value().toString());
    }
    if (value instanceof Literal.Singleton singleton) {
      return switch (singleton) {
        case NONE -> Optional.of("None");
        case TRUE -> Optional.of("True");
        case FALSE -> Optional.of("False");
        case ELLIPSIS -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /** What the one assignment of a name in its own function or module gives it, if that is a constant. */
  private static Optional<Expression> constant(Program program, Expression.Name name) {
    return program
        .scopes()
        .around(name)
        .owner(name.id())
        .map(scope -> scope.bindings(name.id()))
        .filter(bindings -> bindings.size() == 1 && !program.writesNamesByText())
        .flatMap(bindings -> program.singleValue(bindings.get(0).node()))
        .filter(Expression.Constant.class::isInstance);
  }
}
