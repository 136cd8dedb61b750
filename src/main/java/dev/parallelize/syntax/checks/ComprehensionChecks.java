package dev.parallelize.syntax.checks;

import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.PythonVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comprehensions, and what {@code :=} may bind from inside them (PEP 572). */
final class ComprehensionChecks {
  private final ExpressionChecks expressions;
  private final PythonVersion version;
  private final Problems problems;

  ComprehensionChecks(ExpressionChecks expressions, PythonVersion version, Problems problems) {
    this.expressions = expressions;
    this.version = version;
    this.problems = problems;
  }

  void comprehension(Expression e, Scope scope) {
    if (e instanceof Expression.ListComp n) {
      Scope inner = open(n, n.generators(), "list comprehension", scope);
      expressions.value(n.element(), inner);
      close(n, inner, scope);
    } else if (e instanceof Expression.SetComp n) {
      Scope inner = open(n, n.generators(), "set comprehension", scope);
      expressions.value(n.element(), inner);
      close(n, inner, scope);
    } else if (e instanceof Expression.DictComp n) {
      Scope inner = open(n, n.generators(), "dict comprehension", scope);
      expressions.value(n.key(), inner);
      expressions.value(n.value(), inner);
      close(n, inner, scope);
    } else if (e instanceof Expression.GeneratorExp n) {
      Scope inner = open(n, n.generators(), "generator expression", scope);
      inner.generator = true;
      expressions.value(n.element(), inner);
      close(n, inner, scope);
    }
  }

  /** The clauses; what the first one iterates over is evaluated outside. */
  private Scope open(Expression e, List<Comprehension> generators, String noun, Scope scope) {
    expressions.innerScope(e, "comprehension", scope);
    scope.iterables++;
    expressions.value(generators.get(0).iterable(), scope);
    scope.iterables--;
    Scope inner = new Scope(Scope.Kind.COMPREHENSION, scope, e, noun);
    inner.isAsync = scope.isAsync;
    for (int i = 0; i < generators.size(); i++) {
      Comprehension clause = generators.get(i);
      inner.coroutine |= clause.isAsync();
      expressions.target(clause.target(), inner);
      if (i > 0) {
        inner.iterables++;
        expressions.value(clause.iterable(), inner);
        inner.iterables--;
      }
      for (Expression condition : clause.conditions()) {
        expressions.value(condition, inner);
      }
    }
    return inner;
  }

  private void close(Expression e, Scope inner, Scope scope) {
    if (!inner.coroutine || inner.generator) {
      return;
    }
    boolean allowed =
        scope.kind == Scope.Kind.FUNCTION && scope.isAsync
            || scope.kind == Scope.Kind.COMPREHENSION && version.atLeast(11);
    if (!allowed) {
      problems.add(
          e.start(),
          "asynchronous comprehension outside of an asynchronous function",
          "make the enclosing function async");
    }
    if (scope.kind == Scope.Kind.COMPREHENSION || version.atLeast(11)) {
      scope.coroutine = true;
    }
  }

  /** A clause of a comprehension binds a name. */
  void bind(Expression.Name name, Scope scope) {
    if (scope.kind != Scope.Kind.COMPREHENSION) {
      return;
    }
    if (scope.assignedOutside.contains(name.id())) {
      problems.add(
          name.start(),
          "comprehension inner loop cannot rebind assignment expression target '" + name.id() + "'",
          "rename one of the two");
    }
    scope.iterationNames.add(name.id());
  }

  /** The target of {@code :=} belongs to the nearest scope that is no comprehension. */
  void assignment(Expression.NamedExpr e, Scope scope) {
    if (!(e.target() instanceof Expression.Name target)) {
      return;
    }
    expressions.forbidden(target.id(), target.start());
    if (expressions.restricted(e, "named expression", scope)) {
      return;
    }
    if (scope.iterables > 0) {
      problems.add(
          e.start(),
          "assignment expression cannot be used in a comprehension iterable expression",
          "compute the value in a statement before it");
      return;
    }
    @Nullable Scope outer = scope;
    while (outer != null && outer.kind == Scope.Kind.COMPREHENSION) {
      if (outer.iterationNames.contains(target.id())) {
        problems.add(
            target.start(),
            "assignment expression cannot rebind comprehension iteration variable '"
                + target.id()
                + "'",
            "use another name");
        return;
      }
      outer.assignedOutside.add(target.id());
      outer = outer.parent;
    }
    if (scope.kind == Scope.Kind.COMPREHENSION && outer != null) {
      owner(e, outer);
    }
  }

  private void owner(Expression.NamedExpr e, Scope outer) {
    String place =
        switch (outer.kind) {
          case CLASS -> "in a class body";
          case TYPE_PARAMETERS -> "within the definition of a generic";
          case ANNOTATION ->
              version.atLeast(12) && !outer.noun.equals("an annotation") ? "in " + outer.noun : "";
          default -> "";
        };
    if (!place.isEmpty()) {
      problems.add(
          e.start(),
          "assignment expression within a comprehension cannot be used " + place,
          "compute the value in a statement before it");
    }
  }
}
