package dev.parallelize.syntax.checks;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code global} and {@code nonlocal}: sections 7.12 and 7.13 of the language reference. */
final class DeclarationChecks {
  private final Problems problems;

  DeclarationChecks(Problems problems) {
    this.problems = problems;
  }

  void global(Statement.Global statement, Scope scope) {
    scope.declares = true;
    for (String name : statement.names()) {
      Optional<ScopeNames.Use> use = scope.names().of(name);
      use.ifPresent(u -> conflict(name, u, "global", statement.start()));
    }
  }

  void nonlocal(Statement.Nonlocal statement, Scope scope) {
    scope.declares = true;
    if (scope.kind == Scope.Kind.MODULE) {
      problems.add(
          statement.start(),
          "nonlocal declaration not allowed at module level",
          "delete it: at module level all names are global");
      return;
    }
    for (String name : statement.names()) {
      Optional<ScopeNames.Use> use = scope.names().of(name);
      use.ifPresent(u -> conflict(name, u, "nonlocal", statement.start()));
      if (use.isPresent() && use.get().global != Integer.MAX_VALUE) {
        problems.add(
            statement.start(),
            "name '" + name + "' is nonlocal and global",
            "delete one of the two declarations");
      } else {
        binding(name, statement.start(), scope);
      }
    }
  }

  private void conflict(String name, ScopeNames.Use use, String word, int offset) {
    String reason;
    if (use.parameter) {
      reason = "name '" + name + "' is parameter and " + word;
    } else if (use.used < offset) {
      reason = "name '" + name + "' is used prior to " + word + " declaration";
    } else if (use.annotated < offset) {
      reason = "annotated name '" + name + "' can't be " + word;
    } else if (use.assigned < offset) {
      reason = "name '" + name + "' is assigned to before " + word + " declaration";
    } else {
      return;
    }
    problems.add(
        offset,
        reason,
        "move the declaration to the start of the function, or rename the variable");
  }

  /** A nonlocal name must be bound in a function around. */
  private void binding(String name, int offset, Scope scope) {
    for (@Nullable Scope outer = scope.parent; outer != null; outer = outer.parent) {
      if (outer.kind == Scope.Kind.TYPE_PARAMETERS && outer.iterationNames.contains(name)) {
        problems.add(
            offset,
            "nonlocal binding not allowed for type parameter '" + name + "'",
            "use another name for the variable");
        return;
      }
      if (outer.kind == Scope.Kind.CLASS && name.equals("__class__")) {
        return;
      }
      boolean function = outer.kind == Scope.Kind.FUNCTION || outer.kind == Scope.Kind.LAMBDA;
      if (function) {
        Optional<ScopeNames.Use> use = outer.names().of(name);
        if (use.isPresent() && use.get().isBound()) {
          return;
        }
        if (use.isPresent() && use.get().global != Integer.MAX_VALUE) {
          break;
        }
      }
    }
    problems.add(
        offset,
        "no binding for nonlocal '" + name + "' found",
        "bind the name in a function around this one, or declare it global");
  }

  /** An annotated name of a function or class cannot be declared elsewhere. */
  void annotated(Expression.Name name, Scope scope) {
    if (!scope.isFunction() && scope.kind != Scope.Kind.CLASS) {
      return;
    }
    Optional<ScopeNames.Use> use = scope.declares ? scope.names().of(name.id()) : Optional.empty();
    if (use.isPresent()) {
      String word =
          use.get().global < name.start()
              ? "global"
              : use.get().nonlocal < name.start() ? "nonlocal" : "";
      if (!word.isEmpty()) {
        problems.add(
            name.start(),
            "annotated name '" + name.id() + "' can't be " + word,
            "delete the annotation");
      }
    }
  }
}
