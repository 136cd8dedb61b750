package dev.parallelize.strategy;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which calls of a program use a client that has an asynchronous twin. */
public record TwinCalls(Program program, TwinClient client) {
  /** The library name of what is called; empty when it is not certain. */
  String callee(Expression.Call call) {
    List<CallTarget> targets = program.targets(call);
    return targets.size() == 1 && targets.get(0) instanceof CallTarget.Known k
        ? k.callee().name()
        : "";
  }

  /** A call of a method of the client. */
  public boolean isMethod(Expression.Call call) {
    return call.function() instanceof Expression.Attribute a
        && isClient(a.value())
        && callee(call).startsWith(client.type() + ".");
  }

  /** {@code client.close()}. */
  public boolean closes(Expression.Call call) {
    return call.function() instanceof Expression.Attribute a
        && a.attribute().equals("close")
        && isMethod(call);
  }

  /** A call of a function of the module that sends a request. */
  public boolean isFunction(Expression.Call call) {
    return client.sends(callee(call));
  }

  /** The expression makes a client. */
  public boolean makes(Expression e) {
    return e instanceof Expression.Call call && client.makes(callee(call));
  }

  boolean isClient(Expression e) {
    return program.type(e).name().equals(client.type());
  }

  /** The function of the file that is called, when its code uses the client or the module. */
  public Optional<Statement.FunctionDef> helper(Expression.Call call) {
    return helper(call, new LinkedHashSet<>());
  }

  private Optional<Statement.FunctionDef> helper(Expression.Call call, Set<Scope> seen) {
    for (CallTarget target : program.targets(call)) {
      if (target instanceof CallTarget.ProgramFunction f
          && f.scope().node() instanceof Statement.FunctionDef function
          && (seen.add(f.scope()) && uses(function, seen))) {
        return Optional.of(function);
      }
    }
    return Optional.empty();
  }

  private boolean uses(Statement.FunctionDef function, Set<Scope> seen) {
    return calls(function).stream()
        .anyMatch(c -> isMethod(c) || isFunction(c) || helper(c, seen).isPresent());
  }

  static List<Expression.Call> calls(Node code) {
    List<Expression.Call> calls = new ArrayList<>();
    Walk.each(
        code,
        n -> {
          if (n instanceof Expression.Call call) {
            calls.add(call);
          }
        });
    return calls;
  }
}
