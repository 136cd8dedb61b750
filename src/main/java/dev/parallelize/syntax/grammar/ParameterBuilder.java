package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.TypeParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parameter lists of functions and lambdas, and type parameter lists. */
final class ParameterBuilder {
  private final Building building;
  private final ExpressionBuilder expressions;

  ParameterBuilder(Building building, ExpressionBuilder expressions) {
    this.building = building;
    this.expressions = expressions;
  }

  static Arguments none(int offset) {
    return new Arguments(
        offset,
        offset,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  /** The parameters of a {@code parameters} or {@code lambdaParameters} branch. */
  Arguments of(Branch branch) {
    Reading reading = new Reading();
    for (int i = 0; i < branch.size(); i++) {
      if (branch.child(i) instanceof Branch parameter) {
        reading.add(parameter);
      }
    }
    return reading.finish(branch);
  }

  /** One pass over a parameter list; remembers what has been seen. */
  private final class Reading {
    private List<Argument> positionalOnly = List.of();
    private List<Argument> positional = new ArrayList<>(4);
    private final List<Expression> defaults = new ArrayList<>(2);
    private final List<Argument> keywordOnly = new ArrayList<>(0);
    private final List<Optional<Expression>> keywordDefaults = new ArrayList<>(0);
    private @Nullable Argument variadic;
    private @Nullable Argument keywordVariadic;
    private @Nullable Branch star;
    private boolean slash;

    void add(Branch parameter) {
      int offset = parameter.startOffset();
      if (keywordVariadic != null) {
        throw new Rejection(
            offset,
            "arguments cannot follow var-keyword argument",
            "move the **parameter to the end");
      }
      switch (parameter.type(0)) {
        case PythonGrammar.SLASH -> slash(offset);
        case PythonGrammar.STAR -> star(parameter);
        case PythonGrammar.DOUBLE_STAR -> keywordVariadic = variadic(parameter, "var-keyword");
        default -> plain(parameter);
      }
    }

    private void slash(int offset) {
      if (slash) {
        throw new Rejection(offset, "/ may appear only once", "delete one of them");
      }
      if (star != null) {
        throw new Rejection(offset, "/ must be ahead of *", "move / before the starred parameter");
      }
      if (positional.isEmpty()) {
        throw new Rejection(
            offset,
            "at least one argument must precede /",
            "delete / or add a parameter before it");
      }
      slash = true;
      positionalOnly = positional;
      positional = new ArrayList<>(2);
    }

    private void star(Branch parameter) {
      if (star != null) {
        throw new Rejection(
            parameter.startOffset(),
            "* argument may appear only once",
            "delete one of the starred parameters");
      }
      star = parameter;
      if (parameter.size() > 1) {
        variadic = variadic(parameter, "var-positional");
      }
    }

    private Argument variadic(Branch parameter, String kind) {
      Argument argument = argument(parameter, 1);
      int equal = parameter.size() - 2;
      if (parameter.type(equal) == PythonGrammar.EQUAL) {
        throw new Rejection(
            parameter.startOf(equal),
            kind + " argument cannot have default value",
            "delete the default");
      }
      return argument;
    }

    private void plain(Branch parameter) {
      Argument argument = argument(parameter, 0);
      int equal = parameter.size() - 2;
      boolean hasDefault = equal > 0 && parameter.type(equal) == PythonGrammar.EQUAL;
      Optional<Expression> value =
          hasDefault
              ? Optional.of(expressions.expression(parameter.child(equal + 1)))
              : Optional.empty();
      if (star != null) {
        keywordOnly.add(argument);
        keywordDefaults.add(value);
        return;
      }
      if (!hasDefault && !defaults.isEmpty()) {
        throw new Rejection(
            argument.start(),
            building.version.atLeast(12)
                ? "parameter without a default follows parameter with a default"
                : "non-default argument follows default argument",
            "give '" + argument.name() + "' a default, or move it forward");
      }
      if (value.isPresent()) {
        defaults.add(value.get());
      }
      positional.add(argument);
    }

    Arguments finish(Branch branch) {
      if (star != null && star.size() == 1 && keywordOnly.isEmpty()) {
        throw new Rejection(
            star.startOffset(),
            "named arguments must follow bare *",
            "delete * or add a parameter after it");
      }
      return new Arguments(
          branch.startOffset(),
          branch.endOffset(),
          List.copyOf(positionalOnly),
          List.copyOf(positional),
          Optional.ofNullable(variadic),
          List.copyOf(keywordOnly),
          List.copyOf(keywordDefaults),
          Optional.ofNullable(keywordVariadic),
          List.copyOf(defaults));
    }
  }

  private Argument argument(Branch parameter, int nameAt) {
    Terminal name = parameter.terminal(nameAt);
    int end = name.end;
    Optional<Expression> annotation = Optional.empty();
    if (parameter.type(nameAt + 1) == PythonGrammar.COLON) {
      if (parameter.type(nameAt + 2) == PythonGrammar.STAR) {
        annotation = Optional.of(starredAnnotation(parameter, nameAt + 2));
        end = parameter.endOf(nameAt + 3);
      } else {
        annotation = Optional.of(expressions.expression(parameter.child(nameAt + 2)));
        end = parameter.endOf(nameAt + 2);
      }
    }
    return new Argument(name.start, end, building.name(name), annotation);
  }

  private Expression starredAnnotation(Branch parameter, int star) {
    building.requires(11, "starred annotations", parameter.startOf(star));
    Expression value = expressions.bitwiseOr(parameter.child(star + 1));
    return new Expression.Starred(
        parameter.startOf(star), parameter.endOf(star + 1), value, Context.LOAD);
  }

  List<TypeParameter> typeParameters(Branch branch) {
    building.requires(12, "type parameter lists", branch.startOffset());
    List<TypeParameter> parameters = new ArrayList<>(branch.size() / 2);
    for (int i = 1; i < branch.size() - 1; i++) {
      if (branch.child(i) instanceof Branch parameter) {
        parameters.add(typeParameter(parameter));
      }
    }
    return List.copyOf(parameters);
  }

  private TypeParameter typeParameter(Branch branch) {
    int start = branch.startOffset();
    int end = branch.endOffset();
    int stars = branch.type(0) == PythonGrammar.NAME ? 0 : 1;
    Terminal nameToken = branch.terminal(stars);
    String name = building.name(nameToken);
    int i = stars + 1;
    Optional<Expression> bound = Optional.empty();
    if (branch.type(i) == PythonGrammar.COLON) {
      bound = Optional.of(expressions.expression(branch.child(i + 1)));
      if (stars > 0) {
        String kind = branch.type(0) == PythonGrammar.STAR ? "TypeVarTuple" : "ParamSpec";
        throw new Rejection(
            branch.startOf(i),
            "cannot use "
                + (bound.get() instanceof Expression.TupleDisplay ? "constraints" : "bound")
                + " with "
                + kind,
            "only plain type parameters have bounds");
      }
      i += 2;
    }
    Optional<Expression> defaultValue = defaultValue(branch, i);
    return switch (branch.type(0)) {
      case PythonGrammar.STAR -> new TypeParameter.TypeVarTuple(start, end, name, defaultValue);
      case PythonGrammar.DOUBLE_STAR -> new TypeParameter.ParamSpec(start, end, name, defaultValue);
      default -> new TypeParameter.TypeVar(start, end, name, bound, defaultValue);
    };
  }

  private Optional<Expression> defaultValue(Branch branch, int equal) {
    if (branch.type(equal) != PythonGrammar.EQUAL) {
      return Optional.empty();
    }
    building.requires(13, "type parameter defaults", branch.startOf(equal));
    if (branch.type(equal + 1) != PythonGrammar.STAR) {
      return Optional.of(expressions.expression(branch.child(equal + 1)));
    }
    if (branch.type(0) != PythonGrammar.STAR) {
      throw Building.invalid(
          branch.startOf(equal + 1), "only the default of a *parameter can be starred");
    }
    return Optional.of(expressions.starred(branch.terminal(equal + 1), branch.child(equal + 2)));
  }
}
