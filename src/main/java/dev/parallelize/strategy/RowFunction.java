package dev.parallelize.strategy;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A function of the file that only computes: assignments to its own names, branches and returns.
 *
 * @param body the statements; a lambda returns its expression
 */
record RowFunction(Program program, Scope scope, List<String> parameters, List<Statement> body) {
  private static final int MOST_BRANCHES = 12;

  /** The lambda, or the function that a name means; empty for anything else. */
  static Optional<RowFunction> of(Program program, Expression function) {
    if (function instanceof Expression.Lambda lambda) {
      Statement result =
          new Statement.Return(
              lambda.body().start(), lambda.body().end(), Optional.of(lambda.body()));
      return of(program, program.scopes().openedBy(lambda), lambda.arguments(), List.of(result));
    }
    if (!(function instanceof Expression.Name name)) {
      return Optional.empty();
    }
    Scope module = program.scopes().module();
    boolean plain =
        program.scopes().around(name).owner(name.id()).filter(o -> o == module).isPresent()
            && module.bindings(name.id()).size() == 1
            && program.rebinders(name.id()).isEmpty()
            && !program.writesNamesByText();
    return plain && module.bindings(name.id()).get(0).node() instanceof Statement.FunctionDef def
        ? of(program, def)
        : Optional.empty();
  }

  /** The function that a call surely calls. */
  static Optional<RowFunction> called(Program program, Expression.Call call) {
    List<CallTarget> targets = program.targets(call);
    return targets.size() == 1 && targets.get(0) instanceof CallTarget.ProgramFunction
        ? of(program, call.function())
        : Optional.empty();
  }

  private static Optional<RowFunction> of(Program program, Statement.FunctionDef def) {
    return def.isAsync() || !def.decorators().isEmpty()
        ? Optional.empty()
        : of(program, program.scopes().openedBy(def), def.arguments(), def.body());
  }

  private static Optional<RowFunction> of(
      Program program, Scope scope, Arguments arguments, List<Statement> body) {
    boolean plain =
        arguments.all().equals(arguments.positional()) && arguments.defaults().isEmpty();
    List<String> names = arguments.positional().stream().map(Argument::name).toList();
    return plain ? Optional.of(new RowFunction(program, scope, names, body)) : Optional.empty();
  }

  /** The names that only mean something inside of the function. */
  Set<String> own() {
    return scope.bindings().keySet();
  }

  /** Throws where a name of the function means something else at the place of the call. */
  void requireSameNames(Scope place) {
    for (Statement statement : body) {
      Walk.each(
          statement,
          node -> {
            if (node instanceof Expression.Name name && !own().contains(name.id())) {
              Optional<Scope> inside = program.scopes().around(name).owner(name.id());
              if (!inside.equals(place.owner(name.id()))) {
                throw new NotVectorizable("`" + name.id() + "` may mean something else elsewhere");
              }
            }
          });
    }
  }

  /** What the function returns, with the values that its names have. */
  RowValue value(RowExpressions expressions) {
    return value(expressions, body, 0);
  }

  private RowValue value(RowExpressions expressions, List<Statement> statements, int branches) {
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      List<Statement> rest = statements.subList(i + 1, statements.size());
      if (statement instanceof Statement.Return result && result.value().isPresent()) {
        return expressions.render(result.value().get());
      } else if (statement instanceof Statement.Assign assign
          && assign.targets().size() == 1
          && assign.targets().get(0) instanceof Expression.Name name) {
        expressions.name(name.id(), expressions.render(assign.value()));
      } else if (statement instanceof Statement.AugAssign update
          && update.target() instanceof Expression.Name name
          && expressions.locals().containsKey(name.id())) {
        RowValue value = expressions.render(update.value());
        RowValue now = expressions.locals().get(name.id());
        expressions
            .locals()
            .put(name.id(), expressions.combined(name, update.operator(), now, value));
      } else if (statement instanceof Statement.If choice && branches < MOST_BRANCHES) {
        return chosen(expressions, choice, rest, branches + 1);
      } else if (!isText(statement)) {
        break;
      }
    }
    throw new NotVectorizable("the function does more than compute a value");
  }

  private static boolean isText(Statement statement) {
    return statement instanceof Statement.ExpressionStatement e
        && e.value() instanceof Expression.Constant;
  }

  private RowValue chosen(
      RowExpressions expressions, Statement.If choice, List<Statement> rest, int branches) {
    RowValue condition = expressions.condition(choice.test());
    RowValue then =
        expressions.aside(() -> value(expressions, followed(choice.body(), rest), branches));
    RowValue otherwise =
        expressions.aside(() -> value(expressions, followed(choice.orElse(), rest), branches));
    return then.equals(otherwise)
        ? then
        : expressions.choose(choice.test(), condition, then, otherwise);
  }

  private static List<Statement> followed(List<Statement> body, List<Statement> rest) {
    List<Statement> all = new ArrayList<>(body);
    all.addAll(rest);
    return all;
  }
}
