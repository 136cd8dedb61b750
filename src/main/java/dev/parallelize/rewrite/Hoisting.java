package dev.parallelize.rewrite;

import dev.parallelize.dependence.Fission;
import dev.parallelize.library.Effect;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.strategy.Blocks;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sequential loop around a candidate, when one pool can serve all its rounds: workers are started once, not once a
 * round. What the rounds change has to reach the workers with each task, as it does where workers are spawned; and what
 * a new process would inherit from this one (its folder, its environment) must stay as it is.
 */
final class Hoisting {
  /** Modules that start processes of their own, which should not inherit a running pool. */
  private static final Set<String> FORKING = Set.of("multiprocessing", "concurrent", "pty");

  private Hoisting() {}

  /** The outermost loop that the pool can be opened in front of; empty for none. */
  static Optional<Statement> of(Judgement judgement, Layout layout) {
    Program program = judgement.program();
    Fission fission = judgement.model().fission();
    Scope frame = judgement.candidate().frame();
    if (fission.exits()
        || fission.inPlace()
        || !(frame.node() instanceof Statement.FunctionDef function)
        || forks(program)) {
      return Optional.empty();
    }
    Optional<Statement> outermost = Optional.empty();
    for (Statement around : around(function, judgement.candidate().node())) {
      if (around instanceof Statement.For || around instanceof Statement.While) {
        if (isPlain(program, frame, around) && layout.isAlone(around)) {
          outermost = Optional.of(around);
        } else {
          break;
        }
      } else if (!(around instanceof Statement.If)) {
        break;
      }
    }
    return outermost;
  }

  private static boolean forks(Program program) {
    boolean[] found = {false};
    Walk.each(
        program.tree().module(),
        n -> {
          if (n instanceof Statement.Import imports) {
            found[0] |= imports.names().stream().anyMatch(a -> isForking(a.name()));
          } else if (n instanceof Statement.ImportFrom from) {
            found[0] |= isForking(from.module().orElse(""));
          }
        });
    return found[0];
  }

  private static boolean isForking(String module) {
    return FORKING.contains(module.split("\\.")[0]);
  }

  /** The statements around the node, innermost first. */
  private static List<Statement> around(Statement.FunctionDef function, Node node) {
    List<Statement> path = new ArrayList<>();
    for (List<Statement> block : Blocks.of(function)) {
      for (Statement s : block) {
        if (s != node && s.span().contains(node.span())) {
          path.add(s);
        }
      }
    }
    Collections.reverse(path);
    return path;
  }

  private static boolean isPlain(Program program, Scope frame, Statement loop) {
    boolean[] plain = {!(loop instanceof Statement.For f && f.isAsync())};
    Walk.each(
        loop,
        n ->
            plain[0] &=
                !(n instanceof Expression.Yield
                    || n instanceof Expression.YieldFrom
                    || n instanceof Expression.Await));
    return plain[0]
        && program.facts(frame, loop.span()).stream()
            .map(Located::fact)
            .noneMatch(
                f ->
                    f instanceof Fact.CallsUnknown
                        || f instanceof Fact.Does d
                            && (d.effect() == Effect.WRITES_PROCESS_STATE
                                || d.effect() == Effect.STARTS_PROCESS));
  }
}
