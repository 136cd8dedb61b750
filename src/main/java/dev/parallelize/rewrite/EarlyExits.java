package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * What leaves a loop before its end also drops the tasks that have not started, since the block
 * that the executor is opened in waits for all others.
 *
 * <p>Where an exit may turn out to be none ({@code raise} in a {@code try} or {@code with} that may
 * swallow it, anything with a {@code finally}), tasks are kept: dropping them is never needed for
 * the result, and the loop may still ask for theirs. A returned value that waits for a task itself
 * is computed first.
 *
 * @param executor the name of the executor
 * @param taken what is replaced by a result of a task that may not have run yet
 */
record EarlyExits(Layout layout, FreshNames fresh, String executor, List<Expression> taken) {
  private static final Context START = new Context(false, true);

  EarlyExits {
    taken = List.copyOf(taken);
  }

  /**
   * Where a statement stands.
   *
   * @param inInnerLoop a break would end an inner loop only
   * @param raises an exception leaves the loop
   */
  private record Context(boolean inInnerLoop, boolean raises) {
    Context inLoop() {
      return new Context(true, raises);
    }

    Context guarded() {
      return new Context(inInnerLoop, false);
    }
  }

  /** The edits at the exits in the statements of a loop's body, which moves one step to the right. */
  List<Edit> edits(List<Statement> body) {
    List<Edit> edits = new ArrayList<>();
    body.forEach(s -> visit(s, START, edits));
    return edits;
  }

  private void visit(Node node, Context context, List<Edit> edits) {
    if (node instanceof Expression
        || node instanceof Statement.FunctionDef
        || node instanceof Statement.ClassDef) {
      return;
    }
    if (node instanceof Statement.Try t) {
      visitTry(t, context, edits);
    } else if (node instanceof Statement.Break && !context.inInnerLoop()) {
      cancel((Statement) node, edits);
    } else if (node instanceof Statement.Return leaving) {
      leave(leaving, edits);
    } else if (node instanceof Statement.Raise raise && context.raises() && !waits(raise)) {
      cancel(raise, edits);
    } else {
      Context inside = inside(node, context);
      Children.of(node).forEach(child -> visit(child, inside, edits));
    }
  }

  private static Context inside(Node node, Context context) {
    if (node instanceof Statement.For || node instanceof Statement.While) {
      return context.inLoop();
    }
    return node instanceof Statement.With ? context.guarded() : context;
  }

  private void visitTry(Statement.Try statement, Context context, List<Edit> edits) {
    if (!statement.finalBody().isEmpty()) {
      return;
    }
    statement.body().forEach(s -> visit(s, context.guarded(), edits));
    for (ExceptHandler handler : statement.handlers()) {
      handler.body().forEach(s -> visit(s, context, edits));
    }
    statement.orElse().forEach(s -> visit(s, context, edits));
  }

  private boolean waits(Node node) {
    boolean[] found = {false};
    Walk.each(node, n -> found[0] |= taken.stream().anyMatch(e -> e == n));
    return found[0];
  }

  private void leave(Statement.Return leaving, List<Edit> edits) {
    if (leaving.value().filter(this::waits).isEmpty()) {
      cancel(leaving, edits);
    } else if (layout.isAlone(leaving)) {
      String name = fresh.fresh("found", "answer", "found");
      String indent = layout.indentation(leaving) + layout.unit();
      edits.add(
          PoolRewriter.edit(leaving.start(), leaving.start() + "return".length(), name + " ="));
      String after = layout.newline() + indent + shutdown() + layout.newline() + indent;
      edits.add(PoolRewriter.edit(leaving.end(), leaving.end(), after + "return " + name));
    }
  }

  private void cancel(Statement exit, List<Edit> edits) {
    String indent = layout.indentation(exit) + layout.unit();
    if (layout.startsLine(exit)) {
      String text = shutdown() + layout.newline() + indent;
      edits.add(PoolRewriter.edit(exit.start(), exit.start(), text));
      return;
    }
    String before = layout.source().text().substring(layout.lineStart(exit), exit.start());
    if (before.stripTrailing().endsWith(":") && layout.endsLine(exit)) {
      String deeper = layout.newline() + indent + layout.unit();
      int colon = layout.lineStart(exit) + before.stripTrailing().length();
      edits.add(PoolRewriter.edit(colon, exit.start(), deeper + shutdown() + deeper));
    }
  }

  private String shutdown() {
    return executor + ".shutdown(wait=False, cancel_futures=True)";
  }
}
