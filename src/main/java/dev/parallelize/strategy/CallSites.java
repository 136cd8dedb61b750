package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls of a function in its own file. */
final class CallSites {
  private CallSites() {}

  /**
   * What every use of a top-level function passes for a parameter; empty when there is no use, or one
   * that is not a plain call with that argument.
   */
  static List<Expression> argumentsFor(
      Program program, Scope scope, Statement.FunctionDef function, Argument parameter) {
    int position = function.arguments().positional().indexOf(parameter);
    boolean plain =
        position >= 0
            && function.arguments().positionalOnly().isEmpty()
            && scope.parent().filter(p -> p.parent().isEmpty()).isPresent()
            && scope.parent().orElseThrow().bindings(function.name()).size() == 1;
    if (!plain) {
      return List.of();
    }
    List<Expression> found = new ArrayList<>();
    Uses uses = uses(program, function);
    uses.calls().forEach(call -> argument(call, position, parameter.name(), found));
    return found.size() == uses.names() ? found : List.of();
  }

  /** How many plain calls there are; 0 where the function is also used in other ways. */
  static int count(Program program, Statement.FunctionDef function) {
    Uses uses = uses(program, function);
    return uses.names() == uses.calls().size() ? uses.names() : 0;
  }

  /** How often a function is named, and the plain calls among these. */
  private record Uses(int names, List<Expression.Call> calls) {}

  private static Uses uses(Program program, Statement.FunctionDef function) {
    int[] names = {0};
    List<Expression.Call> calls = new ArrayList<>();
    Walk.each(
        program.tree().module(),
        node -> {
          if (node instanceof Expression.Name name && name.id().equals(function.name())) {
            names[0]++;
          } else if (node instanceof Expression.Call call
              && call.function() instanceof Expression.Name name
              && name.id().equals(function.name())) {
            calls.add(call);
          }
        });
    return new Uses(names[0], calls);
  }

  /** What the call passes for a parameter. */
  static Optional<Expression> argument(
      Statement.FunctionDef function, Expression.Call call, String parameter) {
    for (int i = 0; i < function.arguments().positional().size(); i++) {
      if (function.arguments().positional().get(i).name().equals(parameter)) {
        List<Expression> found = new ArrayList<>();
        argument(call, i, parameter, found);
        return found.stream().findFirst();
      }
    }
    return Optional.empty();
  }

  private static void argument(
      Expression.Call call, int position, String name, List<Expression> found) {
    boolean spread = call.arguments().stream().anyMatch(a -> a instanceof Expression.Starred);
    if (position < call.arguments().size() && !spread) {
      found.add(call.arguments().get(position));
      return;
    }
    for (Keyword keyword : call.keywords()) {
      if (keyword.name().filter(name::equals).isPresent()) {
        found.add(keyword.value());
        return;
      }
    }
  }

  /** The function or module whose code holds the expression. */
  static Scope frameAround(Program program, Expression expression) {
    Scope scope = program.scopes().module();
    boolean deeper = true;
    while (deeper) {
      deeper = false;
      for (Scope child : scope.children()) {
        boolean around =
            child.kind() == Scope.Kind.FUNCTION
                && child.node().start() <= expression.start()
                && expression.end() <= child.node().end();
        if (around) {
          scope = child;
          deeper = true;
          break;
        }
      }
    }
    return scope;
  }
}
