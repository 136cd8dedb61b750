package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.List;
import java.util.Optional;

/**
 * What exceptions are made of anew when they arrive in another process: {@code args}, which their constructor is called
 * with (documentation of {@code BaseException.args}).
 */
public final class ExceptionArguments {
  private ExceptionArguments() {}

  /** Whether a class of that name is one of exceptions, as far as names tell. */
  static boolean isException(String name) {
    return name.endsWith("Error") || name.endsWith("Exception") || name.endsWith("Warning");
  }

  /**
   * Unpickling an exception calls its class with {@code args}: what reached {@code
   * BaseException.__init__}, or else all that the constructor was given.
   */
  public static boolean areLost(Program program, Scope type) {
    if (program.method(type, "__reduce__").isPresent()
        || program.method(type, "__reduce_ex__").isPresent()) {
      return false;
    }
    Optional<Scope> constructor = program.method(type, "__init__");
    if (constructor.isEmpty()
        || !(constructor.get().node() instanceof Statement.FunctionDef definition)) {
      return false;
    }
    Arguments arguments = definition.arguments();
    int positional = arguments.positionalOnly().size() + arguments.positional().size() - 1;
    int required = positional - arguments.defaults().size();
    boolean keywords = arguments.keywordDefaults().stream().anyMatch(Optional::isEmpty);
    boolean open = arguments.variadic().isPresent();
    boolean[] loses = {keywords};
    Walk.each(
        definition,
        n -> {
          if (n instanceof Expression.Call call
              && call.function() instanceof Expression.Attribute a
              && a.attribute().equals("__init__")) {
            boolean bound = a.value() instanceof Expression.Call;
            int handed = call.arguments().size() - (bound ? 0 : 1);
            boolean fits = handed >= required && (handed <= positional || open);
            boolean same = fits && passesOn(definition, call, bound ? 0 : 1);
            loses[0] |= !same;
          }
        });
    return loses[0];
  }

  /** The constructor hands on just what it was given, in the same order. */
  private static boolean passesOn(
      Statement.FunctionDef definition, Expression.Call call, int from) {
    List<String> parameters =
        definition.arguments().all().stream().skip(1).map(a -> a.name()).toList();
    List<Expression> handed = call.arguments().subList(from, call.arguments().size());
    for (int i = 0; i < handed.size(); i++) {
      Expression plain = handed.get(i) instanceof Expression.Starred s ? s.value() : handed.get(i);
      boolean own =
          plain instanceof Expression.Name name
              && i < parameters.size()
              && name.id().equals(parameters.get(i));
      if (!own) {
        return false;
      }
    }
    return true;
  }
}
