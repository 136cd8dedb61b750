package dev.parallelize.dependence;

import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the calls of a function pass for a parameter, where the file shows every call of it. */
final class Arguments {
  /**
   * @param scope where the call stands
   */
  record Given(Scope scope, Expression.Call call, Expression argument) {}

  private Arguments() {}

  /**
   * One entry for each call; empty when the function is used otherwise than by calls, so that others
   * may call it, or when nothing calls it.
   */
  static Optional<List<Given>> of(Program program, Scope function, String parameter) {
    if (!(function.node() instanceof Statement.FunctionDef definition)
        || !definition.decorators().isEmpty()
        || program.writesNamesByText()) {
      return Optional.empty();
    }
    Scope home = function.parent().orElseThrow();
    List<Binding> bindings = home.bindings(definition.name());
    if (!(home.node() instanceof Module) || bindings.size() != 1) {
      return Optional.empty();
    }
    List<Given> all = new ArrayList<>();
    for (Expression.Name name : program.mentions(definition.name())) {
      Scope around = program.scopes().around(name);
      if (around.owner(name.id()).filter(o -> o == home).isEmpty()) {
        continue;
      }
      Optional<Expression.Call> call = program.callOf(name);
      Optional<Expression> argument = call.flatMap(c -> argument(definition, c, parameter));
      if (argument.isEmpty() || name.context() != Context.LOAD) {
        return Optional.empty();
      }
      all.add(new Given(around, call.get(), argument.get()));
    }
    return Optional.of(all).filter(a -> !a.isEmpty());
  }

  private static Optional<Expression> argument(
      Statement.FunctionDef definition, Expression.Call call, String parameter) {
    boolean spread =
        call.arguments().stream().anyMatch(a -> a instanceof Expression.Starred)
            || call.keywords().stream().anyMatch(k -> k.name().isEmpty());
    if (spread) {
      return Optional.empty();
    }
    int position = position(definition, parameter);
    if (position >= 0 && position < call.arguments().size()) {
      return Optional.of(call.arguments().get(position));
    }
    return call.keywords().stream()
        .filter(k -> k.name().filter(parameter::equals).isPresent())
        .map(Keyword::value)
        .findFirst();
  }

  /** The parameter that the variable is passed for, where it is passed once and by itself. */
  static Optional<String> parameter(
      Statement.FunctionDef definition, Expression.Call call, String variable) {
    List<String> found =
        definition.arguments().all().stream()
            .map(Argument::name)
            .filter(
                p ->
                    argument(definition, call, p)
                        .filter(a -> a instanceof Expression.Name n && n.id().equals(variable))
                        .isPresent())
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static int position(Statement.FunctionDef definition, String parameter) {
    List<Argument> positional = new ArrayList<>(definition.arguments().positionalOnly());
    positional.addAll(definition.arguments().positional());
    for (int i = 0; i < positional.size(); i++) {
      if (positional.get(i).name().equals(parameter)) {
        return i;
      }
    }
    return -1;
  }
}
