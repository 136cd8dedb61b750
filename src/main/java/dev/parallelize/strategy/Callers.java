package dev.parallelize.strategy;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which calls of the file lead to a function. */
final class Callers {
  private final Program program;
  private final List<Expression.Call> calls = new ArrayList<>();
  private final List<Statement.FunctionDef> functions = new ArrayList<>();

  Callers(Program program) {
    this.program = program;
    Walk.each(
        program.tree().module(),
        n -> {
          if (n instanceof Expression.Call call) {
            calls.add(call);
          } else if (n instanceof Statement.FunctionDef function) {
            functions.add(function);
          }
        });
  }

  /** The calls that run the function, directly or through other functions of the file. */
  Set<Expression.Call> leadingTo(Scope function) {
    Set<Expression.Call> found = new LinkedHashSet<>();
    Set<Scope> reached = new LinkedHashSet<>(List.of(function));
    List<Scope> pending = new ArrayList<>(reached);
    while (!pending.isEmpty()) {
      Scope callee = pending.remove(pending.size() - 1);
      for (Expression.Call call : calls) {
        if (mayCall(call, callee) && found.add(call)) {
          around(call.span())
              .map(f -> program.scopes().openedBy(f))
              .filter(reached::add)
              .ifPresent(pending::add);
        }
      }
    }
    return found;
  }

  private boolean mayCall(Expression.Call call, Scope callee) {
    return program.targets(call).stream()
        .anyMatch(
            t ->
                t instanceof CallTarget.ProgramFunction f && f.scope() == callee
                    || t instanceof CallTarget.ProgramClass c
                        && callee.parent().filter(p -> p == c.scope()).isPresent());
  }

  /** The innermost function around a piece of the text. */
  Optional<Statement.FunctionDef> around(Span span) {
    Statement.FunctionDef innermost = null;
    for (Statement.FunctionDef function : functions) {
      if (function.span().contains(span)
          && !function.span().equals(span)
          && (innermost == null || innermost.span().contains(function.span()))) {
        innermost = function;
      }
    }
    return Optional.ofNullable(innermost);
  }

  /** A coroutine of the file that runs the function, which then cannot start an event loop. */
  Optional<Statement.FunctionDef> coroutine(Scope function) {
    return leadingTo(function).stream()
        .flatMap(call -> around(call.span()).stream())
        .filter(Statement.FunctionDef::isAsync)
        .findFirst();
  }

  /** The {@code try} statements whose body runs the function or holds the code. */
  List<Statement.Try> guarding(Scope function, Node code) {
    Set<Expression.Call> leading = leadingTo(function);
    List<Statement.Try> found = new ArrayList<>();
    Walk.each(
        program.tree().module(),
        n -> {
          if (n instanceof Statement.Try attempt && !code.span().contains(attempt.span())) {
            int end = attempt.body().get(attempt.body().size() - 1).end();
            Span body = new Span(attempt.body().get(0).start(), end);
            boolean guards =
                body.contains(code.span())
                    || leading.stream().anyMatch(c -> body.contains(c.span()));
            if (guards) {
              found.add(attempt);
            }
          }
        });
    return found;
  }
}
