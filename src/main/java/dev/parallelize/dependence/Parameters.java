package dev.parallelize.dependence;

import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.Optional;

/**
 * Parameters of functions that other files may call: what the calls in this file pass says what is usual, not what is
 * certain.
 */
final class Parameters {
  private Parameters() {}

  /**
   * Whether the expression is a parameter that a call from elsewhere may pass an iterator for: the function can be
   * reached from outside, and neither an annotation nor a use in it says that a length or a position is there.
   */
  static boolean isOpen(Program program, Expression expression) {
    if (!(expression instanceof Expression.Name name)) {
      return false;
    }
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    return owner.isPresent()
        && owner.get().node() instanceof Statement.FunctionDef
        && isReachable(owner.get())
        && owner.get().bindings(name.id()).stream()
            .anyMatch(b -> b.kind() == Binding.Kind.PARAMETER && isUndeclared(b))
        && !isSized(owner.get().node(), name.id())
        && !isListed(program, (Statement.FunctionDef) owner.get().node(), name);
  }

  private static boolean isUndeclared(Binding parameter) {
    return !(parameter.node() instanceof Argument argument && argument.annotation().isPresent());
  }

  private static boolean isReachable(Scope function) {
    Scope scope = function;
    while (scope.parent().isPresent()) {
      boolean named =
          scope.kind() == Scope.Kind.CLASS
              || (scope == function && scope.kind() == Scope.Kind.FUNCTION);
      if (!named || isPrivate(scope)) {
        return false;
      }
      scope = scope.parent().get();
    }
    return true;
  }

  private static boolean isPrivate(Scope scope) {
    String name =
        scope.node() instanceof Statement.FunctionDef f
            ? f.name()
            : ((Statement.ClassDef) scope.node()).name();
    return name.startsWith("_") && !name.endsWith("__");
  }

  /** {@code len(xs)} or {@code xs[…]} stands in the function, or it goes through it twice. */
  private static boolean isSized(Node function, String name) {
    boolean[] found = {false};
    int[] rounds = {0};
    Walk.each(
        function,
        n -> {
          found[0] |=
              n instanceof Expression.Subscript s && Mentions.isName(s.value(), name)
                  || n instanceof Expression.Call call
                      && call.arguments().size() == 1
                      && Mentions.isName(call.function(), "len")
                      && Mentions.isName(call.arguments().get(0), name);
          if (n instanceof Statement.For loop && goesThrough(loop.iterable(), name)
              || n instanceof Comprehension c && goesThrough(c.iterable(), name)) {
            rounds[0]++;
          }
        });
    return found[0] || rounds[0] > 1;
  }

  private static boolean goesThrough(Expression iterable, String name) {
    return Mentions.isName(iterable, name)
        || iterable instanceof Expression.Call call
            && Mentions.isName(call.function(), "enumerate")
            && call.arguments().stream().anyMatch(a -> Mentions.isName(a, name));
  }

  /** {@code xs = list(xs)} stands before, where every call of the function comes by. */
  private static boolean isListed(
      Program program, Statement.FunctionDef function, Expression.Name name) {
    return function.body().stream()
        .takeWhile(s -> s.end() <= name.start())
        .anyMatch(
            s ->
                s instanceof Statement.Assign assign
                    && assign.targets().stream().anyMatch(t -> Mentions.isName(t, name.id()))
                    && Iterations.isRepeatable(program.type(assign.value())));
  }
}
