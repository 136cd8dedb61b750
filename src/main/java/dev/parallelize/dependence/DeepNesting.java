package dev.parallelize.dependence;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Results that a loop wraps again and again, as {@code head = (item, head)} does: {@code pickle} calls itself for what is
 * inside, and fails when a few hundred lie one in another.
 */
final class DeepNesting {
  private final Program program;

  DeepNesting(Program program) {
    this.program = program;
  }

  /** What has to be vouched for before items go to another process, and what the work makes of them comes back. */
  Optional<Obstruction> in(List<? extends Node> work, Expression items) {
    List<Statement.Assign> wraps =
        program.questions().wraps().stream().filter(this::isDeep).toList();
    if (wraps.isEmpty()) {
      return Optional.empty();
    }
    List<Node> made = new ArrayList<>(work);
    made.add(items);
    return Reached.by(program, made).stream()
        .flatMap(code -> wraps.stream().filter(w -> isHandedOut(w, code)))
        .map(w -> (Expression.Name) w.targets().get(0))
        .filter(w -> !program.assumptions().holds("picklable", w.id()))
        .findFirst()
        .map(w -> Obstruction.unpicklable(w.id(), w.start()));
  }

  /** The variable is an element of what is made, or given to the constructor of a class of the file. */
  private boolean isDeep(Statement.Assign wrap) {
    Expression made = wrap.value();
    return made instanceof Expression.ListDisplay
        || made instanceof Expression.TupleDisplay
        || made instanceof Expression.DictDisplay
        || made instanceof Expression.Call call
            && program.targets(call).stream().anyMatch(CallTarget.ProgramClass.class::isInstance);
  }

  /** A loop of the code wraps the variable, and the code returns it, or is a part of something longer. */
  private static boolean isHandedOut(Statement.Assign wrap, Node code) {
    if (!code.span().contains(wrap.span())) {
      return false;
    }
    String name = ((Expression.Name) wrap.targets().get(0)).id();
    boolean[] loops = {false};
    boolean[] returned = {!(code instanceof Statement.FunctionDef)};
    Walk.each(
        code,
        n -> {
          boolean loop = n instanceof Statement.For || n instanceof Statement.While;
          loops[0] |= loop && n.span().contains(wrap.span());
          returned[0] |=
              n instanceof Statement.Return r
                  && r.value().filter(v -> Mentions.of(v, name)).isPresent();
        });
    return loops[0] && returned[0];
  }
}
