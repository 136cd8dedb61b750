package dev.parallelize.dependence;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.semantics.Value;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Variables that the work uses as a class, as in {@code isinstance(item, kind)} and {@code except kind:}, and that may
 * hold any: a class that was made inside a function has no name by which another process could find it (documentation
 * of {@code pickle}, "What can be pickled and unpickled?").
 */
final class PassedClasses {
  private static final Set<String> ASKING = Set.of("isinstance", "issubclass");

  private final Program program;
  private final Scope scope;

  /**
   * @param scope where the work stands
   */
  PassedClasses(Program program, Scope scope) {
    this.program = program;
    this.scope = scope;
  }

  /** What has to be vouched for before the work goes to another process. */
  List<Obstruction> in(List<? extends Node> work) {
    Set<String> names = new LinkedHashSet<>();
    work.forEach(part -> names.addAll(Captures.of(program, part, program.frameOf(scope))));
    List<Obstruction> found = new ArrayList<>();
    for (String name : names) {
      Assumption assumption = new Assumption("picklable", name);
      if (!program.assumptions().all().contains(assumption)) {
        work.stream()
            .flatMap(part -> use(part, name, new HashSet<>()).stream())
            .findFirst()
            .ifPresent(use -> found.add(Obstruction.unpicklable(name, use.start())));
      }
    }
    return found;
  }

  /** Where the code, or what it calls, takes what the variable holds for a class. */
  private Optional<Node> use(Node code, String variable, Set<Node> seen) {
    Node[] found = {null};
    Walk.where(
        code,
        n -> {
          boolean uses =
              asked(n).filter(e -> isOpen(e, variable)).isPresent()
                  || n instanceof Expression.Call call && isUsedByCallee(call, variable, seen);
          found[0] = found[0] == null && uses ? n : found[0];
          return found[0] == null;
        });
    return Optional.ofNullable(found[0]);
  }

  /** The expression that has to be a class, or several, for the node to work. */
  private Optional<Expression> asked(Node node) {
    if (node instanceof ExceptHandler handler) {
      return handler.type();
    }
    return node instanceof Expression.Call call
            && call.arguments().size() == 2
            && ASKING.stream().anyMatch(name -> Mentions.isName(call.function(), name))
        ? Optional.of(call.arguments().get(1))
        : Optional.empty();
  }

  /** True when the variable, or an attribute of it, is among the classes, and may be any. */
  private boolean isOpen(Expression classes, String variable) {
    if (classes instanceof Expression.TupleDisplay several) {
      return several.elements().stream().anyMatch(e -> isOpen(e, variable));
    }
    Expression holder = classes;
    while (holder instanceof Expression.Attribute attribute) {
      holder = attribute.value();
    }
    return Mentions.isName(holder, variable) && !isKnown(program.value(classes));
  }

  /** The file says which classes it is, and another process finds each by its name. */
  private boolean isKnown(Value value) {
    Set<Root> code = value.roots().stream().filter(Root::isCode).collect(Collectors.toSet());
    return !code.isEmpty()
        && new Picklability(program)
            .holds(program.frame(program.frameOf(scope)), Value.of(Type.UNKNOWN, code));
  }

  private boolean isUsedByCallee(Expression.Call call, String variable, Set<Node> seen) {
    return program.targets(call).stream()
        .filter(CallTarget.ProgramFunction.class::isInstance)
        .map(t -> ((CallTarget.ProgramFunction) t).scope().node())
        .filter(Statement.FunctionDef.class::isInstance)
        .map(Statement.FunctionDef.class::cast)
        .anyMatch(
            f ->
                Arguments.parameter(f, call, variable)
                    .filter(p -> seen.add(f) && isUsed(f, p, seen))
                    .isPresent());
  }

  private boolean isUsed(Statement.FunctionDef function, String parameter, Set<Node> seen) {
    return function.body().stream().anyMatch(s -> use(s, parameter, seen).isPresent());
  }
}
