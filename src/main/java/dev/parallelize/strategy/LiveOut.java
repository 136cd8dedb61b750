package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Whether the variables of a loop are read elsewhere, where they would have other values. */
final class LiveOut {
  private static final Set<String> BY_TEXT =
      Set.of("locals", "vars", "globals", "dir", "eval", "exec");

  private final Program program;
  private final Scope frame;
  private final Statement.For loop;

  private LiveOut(Program program, Scope frame, Statement.For loop) {
    this.program = program;
    this.frame = frame;
    this.loop = loop;
  }

  /** After the loop its variables hold the last iteration's values: nobody may read them. */
  static void requireNone(Program program, Scope frame, Statement.For loop, Set<String> bound) {
    new LiveOut(program, frame, loop).require(bound);
  }

  private void require(Set<String> bound) {
    requireNotReadByText();
    Deque<Node> pending = new ArrayDeque<>(List.of(program.tree().module()));
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      if (node == loop) {
        continue;
      }
      if (node instanceof Expression.Name name
          && name.context() != Context.STORE
          && bound.contains(name.id())
          && program.scopes().around(name).owner(name.id()).filter(o -> o == frame).isPresent()
          && !isRebound(name)) {
        throw new NotVectorizable("`" + name.id() + "` is read outside of the loop that sets it");
      }
      Children.of(node).forEach(pending::push);
    }
  }

  /** {@code locals()} and {@code eval} read variables that they do not name. */
  private void requireNotReadByText() {
    Walk.each(
        frame.node(),
        n -> {
          if (n instanceof Expression.Call call
              && call.function() instanceof Expression.Name function
              && BY_TEXT.contains(function.id())) {
            throw new NotVectorizable(
                "`" + function.id() + "` may read the variables that the loop sets");
          }
        });
  }

  /** Whether the read stands in the body of another loop, which gives the variable a value first. */
  private boolean isRebound(Expression.Name read) {
    boolean[] found = {false};
    Walk.each(
        frame.node(),
        node -> {
          if (node instanceof Statement.For other && other != loop && !other.body().isEmpty()) {
            boolean inside =
                other.body().get(0).start() <= read.start()
                    && read.end() <= other.body().get(other.body().size() - 1).end();
            boolean around = other.start() <= loop.start() && loop.end() <= other.end();
            found[0] |= inside && !around && gives(other, read);
          }
        });
    return found[0];
  }

  private static boolean gives(Statement.For loop, Expression.Name read) {
    return LoopNest.names(loop.target()).contains(read.id())
        || loop.body().stream()
            .anyMatch(
                s ->
                    s instanceof Statement.Assign assign
                        && assign.end() <= read.start()
                        && assign.targets().stream()
                            .anyMatch(
                                t -> t instanceof Expression.Name n && n.id().equals(read.id())));
  }
}
