package dev.parallelize.dependence;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The code that some work runs: its own, and that of the functions of the file which it calls, however far down. */
final class Reached {
  private Reached() {}

  static Set<Node> by(Program program, List<? extends Node> work) {
    Set<Node> reached = new LinkedHashSet<>(work);
    Deque<Node> edge = new ArrayDeque<>(work);
    while (!edge.isEmpty()) {
      Walk.each(
          edge.pop(),
          n -> {
            if (n instanceof Expression.Call call) {
              for (CallTarget target : program.targets(call)) {
                if (target instanceof CallTarget.ProgramFunction f
                    && f.scope().node() instanceof Statement.FunctionDef function
                    && reached.add(function)) {
                  edge.push(function);
                }
              }
            }
          });
    }
    return reached;
  }
}
