package dev.parallelize.syntax.checks;

import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.TypeParameter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions, classes and type aliases: their parameters, type parameters and annotations. */
final class DefinitionChecks {
  private final StatementChecks statements;
  private final Problems problems;

  /** What the names of a class body go into while annotations are evaluated (PEP 695). */
  private static final String CLASS_NAMES = "__classdict__";

  /** True if annotations are not evaluated, and may hold less than other expressions. */
  private boolean deferredAnnotations;

  DefinitionChecks(StatementChecks statements, Problems problems) {
    this.statements = statements;
    this.problems = problems;
  }

  void deferAnnotations(boolean deferred) {
    deferredAnnotations = deferred;
  }

  void function(Statement.FunctionDef function, Scope scope) {
    for (Expression decorator : function.decorators()) {
      statements.expressions().value(decorator, scope);
    }
    statements.expressions().forbidden(function.name(), function.start());
    defaults(function.arguments(), scope);
    Scope around = typeParameters(function.typeParameters(), function, scope);
    for (Argument argument : function.arguments().all()) {
      annotation(argument.annotation(), around);
    }
    annotation(function.returns(), around);
    parameters(function.arguments());
    Scope inner = new Scope(Scope.Kind.FUNCTION, around, function, "");
    inner.isAsync = function.isAsync();
    inner.iterables = 0;
    statements.block(function.body(), inner);
    if (inner.fullAt >= 0 && (inner.isAsync || inner.yields)) {
      // since Python 3.13 a block of their own ends generators and coroutines
      statements.tooManyBlocks(inner.fullAt);
    }
    if (inner.isAsync && inner.yields && inner.valuedReturn >= 0) {
      problems.add(
          inner.valuedReturn,
          "'return' with value in async generator",
          "yield the value, or return without one");
    }
  }

  void defaults(Arguments arguments, Scope scope) {
    for (Node value : Outside.of(arguments)) {
      statements.expressions().value((Expression) value, scope);
    }
  }

  void parameters(Arguments arguments) {
    List<Argument> all = arguments.all();
    if (all.isEmpty()) {
      return;
    }
    Set<String> names = new HashSet<>(all.size() * 2);
    for (Argument argument : all) {
      statements.expressions().forbidden(argument.name(), argument.start());
      if (!names.add(argument.name())) {
        problems.add(
            argument.start(),
            "duplicate argument '" + argument.name() + "' in function definition",
            "rename one of the parameters");
      }
    }
  }

  void classDefinition(Statement.ClassDef definition, Scope scope) {
    for (Expression decorator : definition.decorators()) {
      statements.expressions().value(decorator, scope);
    }
    statements.expressions().forbidden(definition.name(), definition.start());
    Scope around = typeParameters(definition.typeParameters(), definition, scope);
    statements.expressions().arguments(definition.bases(), definition.keywords(), around);
    Scope inner = new Scope(Scope.Kind.CLASS, around, definition, "");
    statements.block(definition.body(), inner);
  }

  void typeAlias(Statement.TypeAlias statement, Scope scope) {
    statements.expressions().target(statement.name(), scope);
    Scope around = typeParameters(statement.typeParameters(), statement, scope);
    statements
        .expressions()
        .value(
            statement.value(),
            new Scope(Scope.Kind.ANNOTATION, around, statement.value(), "a type alias"));
  }

  /** The scope of a definition's type parameters, or the scope around if it has none. */
  private Scope typeParameters(List<TypeParameter> parameters, Node owner, Scope scope) {
    if (parameters.isEmpty()) {
      return scope;
    }
    Scope inner =
        new Scope(Scope.Kind.TYPE_PARAMETERS, scope, owner, "the definition of a generic");
    Set<String> names = new HashSet<>();
    @Nullable TypeParameter withDefault = null;
    for (TypeParameter parameter : parameters) {
      statements.expressions().forbidden(parameter.name(), parameter.start());
      if (statements.version().atLeast(14) && parameter.name().equals(CLASS_NAMES)) {
        problems.add(
            parameter.start(),
            "reserved name '" + CLASS_NAMES + "' cannot be used for type parameter",
            "rename it");
      }
      if (!names.add(parameter.name())) {
        problems.add(
            parameter.start(),
            "duplicate type parameter '" + parameter.name() + "'",
            "rename one of them");
      }
      if (parameter.defaultValue().isPresent()) {
        withDefault = parameter;
      } else if (withDefault != null) {
        problems.add(
            parameter.start(),
            "non-default type parameter '" + parameter.name() + "' follows default type parameter",
            "give it a default, or move it forward");
      }
      typeParameter(parameter, inner);
    }
    inner.iterationNames.addAll(names);
    return inner;
  }

  private void typeParameter(TypeParameter parameter, Scope scope) {
    String kind = parameter.getClass().getSimpleName();
    if (parameter instanceof TypeParameter.TypeVar variable && variable.bound().isPresent()) {
      Expression bound = variable.bound().get();
      String noun =
          bound instanceof Expression.TupleDisplay ? "a TypeVar constraint" : "a TypeVar bound";
      statements.expressions().value(bound, new Scope(Scope.Kind.ANNOTATION, scope, bound, noun));
    }
    if (parameter.defaultValue().isPresent()) {
      Expression value = parameter.defaultValue().get();
      statements
          .expressions()
          .starrable(
              value, new Scope(Scope.Kind.ANNOTATION, scope, value, "a " + kind + " default"));
    }
  }

  void annotation(Optional<Expression> annotation, Scope scope) {
    if (annotation.isPresent()) {
      Expression expression = annotation.get();
      Scope inner =
          deferredAnnotations
              ? new Scope(Scope.Kind.ANNOTATION, scope, expression, "an annotation")
              : scope;
      statements.expressions().starrable(expression, inner);
    }
  }
}
