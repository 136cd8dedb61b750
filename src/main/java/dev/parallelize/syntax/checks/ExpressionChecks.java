package dev.parallelize.syntax.checks;

import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.PythonVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks expressions; chains that grow to the left are followed in a loop. */
final class ExpressionChecks {
  private static final String DEBUG = "__debug__";
  private static final int MOST_BEFORE_STAR = 255;

  private final DefinitionChecks definitions;
  private final PythonVersion version;
  private final Problems problems;
  private final ComprehensionChecks comprehensions;

  ExpressionChecks(DefinitionChecks definitions, PythonVersion version, Problems problems) {
    this.definitions = definitions;
    this.version = version;
    this.problems = problems;
    this.comprehensions = new ComprehensionChecks(this, version, problems);
  }

  /** An expression that may be starred. */
  void starrable(Expression expression, Scope scope) {
    value(expression instanceof Expression.Starred starred ? starred.value() : expression, scope);
  }

  private void all(List<Expression> expressions, Scope scope) {
    for (Expression expression : expressions) {
      starrable(expression, scope);
    }
  }

  private void maybe(Optional<Expression> expression, Scope scope) {
    if (expression.isPresent()) {
      value(expression.get(), scope);
    }
  }

  /** An expression whose value is used, and that may not be starred. */
  void value(Expression first, Scope scope) {
    Expression e = first;
    while (true) {
      if (e instanceof Expression.Name || e instanceof Expression.Constant) {
        return;
      } else if (e instanceof Expression.Attribute n) {
        e = n.value();
      } else if (e instanceof Expression.Call n) {
        arguments(n.arguments(), n.keywords(), scope);
        e = n.function();
      } else if (e instanceof Expression.Subscript n) {
        starrable(n.slice(), scope);
        e = n.value();
      } else if (e instanceof Expression.BinOp n) {
        value(n.right(), scope);
        e = n.left();
      } else if (e instanceof Expression.UnaryOp n) {
        e = n.operand();
      } else if (e instanceof Expression.Compare n) {
        for (Expression comparator : n.comparators()) {
          value(comparator, scope);
        }
        e = n.left();
      } else if (e instanceof Expression.IfExp n) {
        value(n.body(), scope);
        value(n.test(), scope);
        e = n.orElse();
      } else {
        other(e, scope);
        return;
      }
    }
  }

  private void other(Expression e, Scope scope) {
    if (e instanceof Expression.TupleDisplay n) {
      all(n.elements(), scope);
    } else if (e instanceof Expression.ListDisplay n) {
      all(n.elements(), scope);
    } else if (e instanceof Expression.SetDisplay n) {
      all(n.elements(), scope);
    } else if (e instanceof Expression.BoolOp n) {
      for (Expression operand : n.values()) {
        value(operand, scope);
      }
    } else if (e instanceof Expression.DictDisplay n) {
      for (Optional<Expression> key : n.keys()) {
        maybe(key, scope);
      }
      for (Expression item : n.values()) {
        value(item, scope);
      }
    } else if (e instanceof Expression.JoinedStr n) {
      for (Expression piece : n.values()) {
        value(piece, scope);
      }
    } else if (e instanceof Expression.FormattedValue n) {
      field(n.value(), scope);
      maybe(n.formatSpec(), scope);
    } else if (e instanceof Expression.Slice n) {
      maybe(n.lower(), scope);
      maybe(n.upper(), scope);
      maybe(n.step(), scope);
    } else if (e instanceof Expression.Lambda n) {
      lambda(n, scope);
    } else if (e instanceof Expression.Starred n) {
      misplaced(n);
      value(n.value(), scope);
    } else {
      special(e, scope);
    }
  }

  private void special(Expression e, Scope scope) {
    if (e instanceof Expression.NamedExpr n) {
      comprehensions.assignment(n, scope);
      value(n.value(), scope);
    } else if (e instanceof Expression.Await n) {
      await(n, scope);
      value(n.value(), scope);
    } else if (e instanceof Expression.Yield n) {
      yielded(n, "'yield'", scope);
      maybe(n.value(), scope);
    } else if (e instanceof Expression.YieldFrom n) {
      yielded(n, "'yield from'", scope);
      value(n.value(), scope);
    } else if (e instanceof Expression.TemplateStr n) {
      for (Expression piece : n.values()) {
        value(piece, scope);
      }
    } else if (e instanceof Expression.Interpolation n) {
      field(n.value(), scope);
      maybe(n.formatSpec(), scope);
    } else {
      comprehensions.comprehension(e, scope);
    }
  }

  /** Python 3.11 and earlier put the field's expression in parentheses and parsed it then. */
  private void field(Expression e, Scope scope) {
    if (e instanceof Expression.Starred && !version.atLeast(12)) {
      problems.add(
          e.start(),
          "f-string: cannot use starred expression here",
          "add a comma to show a tuple: {*values,}");
      return;
    }
    value(e, scope);
  }

  private void lambda(Expression.Lambda lambda, Scope scope) {
    definitions.defaults(lambda.arguments(), scope);
    definitions.parameters(lambda.arguments());
    innerScope(lambda, "lambda", scope);
    value(lambda.body(), new Scope(Scope.Kind.LAMBDA, scope, lambda, ""));
  }

  /** Python 3.12 could not yet let functions in annotation scopes see the names of a class. */
  void innerScope(Expression e, String kind, Scope scope) {
    if (version.minor() == 12 && scope.seesClass()) {
      problems.add(
          e.start(),
          "Cannot use " + kind + " in annotation scope within class scope",
          "compute the value in a statement before it, or target Python 3.13");
    }
  }

  void arguments(List<Expression> positional, List<Keyword> keywords, Scope scope) {
    all(positional, scope);
    if (keywords.isEmpty()) {
      return;
    }
    Set<String> names = keywords.size() > 1 ? new HashSet<>(keywords.size() * 2) : Set.of();
    for (Keyword keyword : keywords) {
      if (keyword.name().isPresent()) {
        String name = keyword.name().get();
        forbidden(name, keyword.start());
        if (keywords.size() > 1 && !names.add(name)) {
          problems.add(
              keyword.start(), "keyword argument repeated: " + name, "delete one of the two");
        }
      }
      value(keyword.value(), scope);
    }
  }

  private void await(Expression.Await await, Scope scope) {
    if (restricted(await, "await expression", scope)) {
      return;
    }
    if (!scope.isFunction()) {
      problems.add(await.start(), "'await' outside function", "move it into an async function");
    } else if (scope.kind != Scope.Kind.COMPREHENSION && !scope.isAsync) {
      problems.add(
          await.start(), "'await' outside async function", "make the enclosing function async");
    }
    scope.coroutine = true;
  }

  private void yielded(Expression e, String word, Scope scope) {
    if (restricted(e, "yield expression", scope)) {
      return;
    }
    if (scope.kind == Scope.Kind.COMPREHENSION) {
      problems.add(
          e.start(),
          "'yield' inside " + scope.noun,
          "use a for loop in place of the comprehension");
    } else if (!scope.isFunction()) {
      problems.add(e.start(), word + " outside function", "move it into a function");
    } else if (scope.isAsync && e instanceof Expression.YieldFrom) {
      problems.add(
          e.start(),
          "'yield from' inside async function",
          "iterate with 'async for' and yield each value");
    }
    scope.yields = true;
  }

  /** True if the scope is one that takes no such expression; says so. */
  boolean restricted(Expression e, String what, Scope scope) {
    boolean restricted =
        scope.kind == Scope.Kind.ANNOTATION || scope.kind == Scope.Kind.TYPE_PARAMETERS;
    if (restricted) {
      String message =
          version.atLeast(12)
              ? what + " cannot be used within " + scope.noun
              : "'" + what + "' can not be used within " + scope.noun;
      problems.add(e.start(), message, "compute the value in a statement before it");
    }
    return restricted;
  }

  /** The one name that nothing may bind. */
  void forbidden(String name, int offset) {
    if (name.equals(DEBUG)) {
      problems.add(offset, "cannot assign to __debug__", "use another name");
    }
  }

  /** What an assignment, a loop or a with statement binds. */
  void target(Expression target, Scope scope) {
    if (target instanceof Expression.Starred starred) {
      problems.add(
          starred.start(),
          "starred assignment target must be in a list or tuple",
          "add a comma: *names, = values");
      bound(starred.value(), scope);
    } else {
      bound(target, scope);
    }
  }

  private void bound(Expression target, Scope scope) {
    if (target instanceof Expression.Name name) {
      forbidden(name.id(), name.start());
      comprehensions.bind(name, scope);
    } else if (target instanceof Expression.Attribute attribute) {
      forbidden(attribute.attribute(), attribute.start());
      value(attribute.value(), scope);
    } else if (target instanceof Expression.TupleDisplay tuple) {
      unpacked(tuple.elements(), scope);
    } else if (target instanceof Expression.ListDisplay list) {
      unpacked(list.elements(), scope);
    } else if (target instanceof Expression.Starred starred) {
      bound(starred.value(), scope);
    } else {
      value(target, scope);
    }
  }

  private void unpacked(List<Expression> elements, Scope scope) {
    int star = -1;
    for (int i = 0; i < elements.size(); i++) {
      Expression element = elements.get(i);
      if (element instanceof Expression.Starred) {
        if (star >= 0) {
          problems.add(
              elements.get(0).start(),
              "multiple starred expressions in assignment",
              "only one name can take the rest");
        } else if (i > MOST_BEFORE_STAR) {
          problems.add(
              elements.get(0).start(),
              "too many expressions in star-unpacking assignment",
              "unpack in two steps");
        }
        star = i;
      }
      bound(element, scope);
    }
  }

  /** The target of an augmented assignment. */
  void updated(Expression target, Scope scope) {
    if (target instanceof Expression.Name name) {
      forbidden(name.id(), name.start());
    } else {
      value(target, scope);
    }
  }

  void deleted(Expression target, Scope scope) {
    if (target instanceof Expression.Name name) {
      if (name.id().equals(DEBUG) && name.context() == Context.DEL && version.atLeast(10)) {
        problems.add(name.start(), "cannot delete __debug__", "delete this statement");
      }
    } else if (target instanceof Expression.TupleDisplay tuple) {
      tuple.elements().forEach(element -> deleted(element, scope));
    } else if (target instanceof Expression.ListDisplay list) {
      list.elements().forEach(element -> deleted(element, scope));
    } else {
      value(target, scope);
    }
  }

  void misplaced(Expression.Starred starred) {
    problems.add(
        starred.start(),
        "can't use starred expression here",
        "put it in a list, tuple, set or call");
  }
}
