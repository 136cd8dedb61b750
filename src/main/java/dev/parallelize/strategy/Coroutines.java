package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.Optional;

/** Whether a function can become a coroutine behind a function of the same name. */
final class Coroutines {
  private Coroutines() {}

  /** Why it cannot; empty when it can, or is one already. */
  static Optional<String> objection(Program program, Scope frame, Statement.FunctionDef function) {
    boolean method = frame.parent().orElseThrow().kind() == Scope.Kind.CLASS;
    if (program.summary(frame).generator() || (method && !function.decorators().isEmpty())) {
      return Optional.of(
          function.name() + " is a generator or decorated, and cannot be a coroutine");
    }
    Optional<Statement.FunctionDef> coroutine = new Callers(program).coroutine(frame);
    return coroutine.isPresent() && !function.isAsync()
        ? Optional.of(
            "the coroutine "
                + coroutine.get().name()
                + " calls this function, and an event loop cannot be started while another runs")
        : Optional.empty();
  }

  /** Whether the call can only be of the function, and that is one that can have a coroutine beside it. */
  static boolean canHaveTwin(
      Program program, Expression.Call call, Statement.FunctionDef function) {
    Scope scope = program.scopes().openedBy(function);
    return call.function() instanceof Expression.Name
        && program.targets(call).size() == 1
        && scope.parent().orElseThrow().kind() == Scope.Kind.MODULE
        && function.decorators().isEmpty()
        && !function.isAsync()
        && !program.summary(scope).generator();
  }
}
