package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.MatchCase;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether what a loop leaves in a variable may be read once the loop is over: a live-variable analysis on the blocks of a
 * function, where a plain assignment in front of a use, in one of the blocks around it, gives the variable another value.
 */
record ReadAfter(Program program, Scope frame, Node loop, String name) {

  /** Whether any use outside of the loop may see a value that the loop has given the variable. */
  boolean holds() {
    boolean[] read = {false};
    Walk.each(
        program.tree().module(),
        n -> {
          if (n instanceof Expression.Name use && use.context() != Context.STORE) {
            read[0] |= sees(use);
          } else if (n instanceof Statement.AugAssign sum
              && sum.target() instanceof Expression.Name use) {
            read[0] |= sees(use);
          }
        });
    return read[0];
  }

  private boolean sees(Expression.Name use) {
    return use.id().equals(name)
        && !loop.span().contains(use.span())
        && program.scopes().around(use).owner(name).filter(o -> o == frame).isPresent()
        && !isGivenAnew(use);
  }

  /** Whether no way leads from the loop to the use but through an assignment. */
  private boolean isGivenAnew(Expression.Name use) {
    List<Statement> block = body(frame.node());
    while (true) {
      Optional<Statement> holder = holder(block, use);
      if (holder.isEmpty()) {
        return false;
      }
      Statement inner = holder.get();
      int last = block.indexOf(inner);
      for (int i = 0; i < last; i++) {
        Node next = block.get(i + 1);
        boolean between = next.start() <= loop.start() && loop.end() <= inner.end();
        if (gives(block.get(i)) && !between) {
          return true;
        }
      }
      if (isTargetOf(inner, use)) {
        return true;
      }
      block = blocks(inner).filter(b -> holder(b, use).isPresent()).findFirst().orElse(List.of());
    }
  }

  private static List<Statement> body(Node frame) {
    if (frame instanceof Statement.FunctionDef function) {
      return function.body();
    }
    return frame instanceof dev.parallelize.syntax.Module module ? module.body() : List.of();
  }

  private static Optional<Statement> holder(List<Statement> block, Node use) {
    return block.stream().filter(s -> s.span().contains(use.span())).findFirst();
  }

  private boolean gives(Statement statement) {
    return statement instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && isIt(assign.targets().get(0));
  }

  /** Each round of a loop gives its target a value. */
  private boolean isTargetOf(Statement around, Node use) {
    return around instanceof Statement.For each
        && isIt(each.target())
        && !each.span().contains(loop.span())
        && holder(each.body(), use).isPresent();
  }

  private boolean isIt(Expression target) {
    return target instanceof Expression.Name given && given.id().equals(name);
  }

  private static Stream<List<Statement>> blocks(Statement statement) {
    if (statement instanceof Statement.For s) {
      return Stream.of(s.body(), s.orElse());
    } else if (statement instanceof Statement.While s) {
      return Stream.of(s.body(), s.orElse());
    } else if (statement instanceof Statement.If s) {
      return Stream.of(s.body(), s.orElse());
    } else if (statement instanceof Statement.With s) {
      return Stream.of(s.body());
    } else if (statement instanceof Statement.Match s) {
      return s.cases().stream().map(MatchCase::body);
    } else if (statement instanceof Statement.Try s) {
      return Stream.concat(
          Stream.of(s.body(), s.orElse(), s.finalBody()),
          s.handlers().stream().map(ExceptHandler::body));
    }
    return Stream.empty();
  }
}
