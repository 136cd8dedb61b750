package dev.parallelize.dependence;

import dev.parallelize.library.Callee;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Functions and generators that may outlive the iteration that makes them: they look their variables
 * up when they run (section 4.2.2 of the language reference), so all of them see the last values.
 */
final class Closures {
  private Closures() {}

  /** A name that the loop binds and that a closure made in the node looks up later, if any. */
  static Optional<Obstruction> lateUse(
      Program program, Node node, Scope frame, Set<String> loopNames) {
    Set<Node> consumed = Collections.newSetFromMap(new IdentityHashMap<>());
    Walk.each(node, n -> consumption(program, n, consumed));
    Obstruction[] found = {null};
    Walk.each(
        node,
        n -> {
          boolean closure =
              n instanceof Expression.Lambda
                  || n instanceof Expression.GeneratorExp
                  || n instanceof Statement.FunctionDef;
          if (closure && !consumed.contains(n) && found[0] == null) {
            found[0] = use(program, n, frame, loopNames).orElse(null);
          }
        });
    return Optional.ofNullable(found[0]);
  }

  private static Optional<Obstruction> use(
      Program program, Node closure, Scope frame, Set<String> loopNames) {
    List<? extends Node> parts =
        closure instanceof Expression.Lambda lambda
            ? List.of(lambda.body())
            : closure instanceof Statement.FunctionDef f ? f.body() : List.of(closure);
    for (Node part : parts) {
      for (String name : Captures.of(program, part, frame)) {
        if (loopNames.contains(name) && !isOwn(program, closure, name)) {
          return Optional.of(
              new Obstruction(
                  Obstruction.Kind.CARRIED_NAME,
                  name,
                  closure.start(),
                  List.of(),
                  Optional.empty()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOwn(Program program, Node closure, String name) {
    return program.scopes().opensScope(closure)
        && !program.scopes().openedBy(closure).bindings(name).isEmpty();
  }

  /** Arguments that a call uses up before it returns. */
  private static void consumption(Program program, Node node, Set<Node> consumed) {
    if (node instanceof Expression.Call call
        && program.targets(call).stream()
            .allMatch(t -> t instanceof CallTarget.Known k && usesUp(k.callee()))) {
      consumed.addAll(call.arguments());
      for (Keyword keyword : call.keywords()) {
        consumed.add(keyword.value());
      }
    }
  }

  private static boolean usesUp(Callee callee) {
    boolean lazy =
        callee.result().startsWith("iterator")
            || callee.result().startsWith("generator")
            || callee.name().equals("functools.partial");
    boolean iterated = !callee.iterates().isEmpty() || !callee.invokes().isEmpty();
    return !lazy && iterated && !callee.name().endsWith(".append");
  }
}
