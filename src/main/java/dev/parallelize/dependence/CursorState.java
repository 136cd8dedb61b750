package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether every iteration executes a query on a cursor before it fetches from it: then no rows go from one iteration to the
 * next, or come from before the loop. A forward analysis, where paths meet by "and".
 */
final class CursorState {
  private final Program program;
  private final Map<Node, Node> parents = new IdentityHashMap<>();
  private final Set<Statement.FunctionDef> entered = new HashSet<>();
  private boolean stale;

  CursorState(Program program) {
    this.program = program;
  }

  /**
   * @param part what an iteration runs, in order
   */
  boolean isOwn(List<Node> part, String cursor) {
    boolean executed = false;
    for (Node node : part) {
      executed =
          node instanceof Statement s ? after(s, cursor, executed) : of(node, cursor, executed);
    }
    return !stale;
  }

  private boolean after(List<Statement> block, String cursor, boolean before) {
    boolean executed = before;
    for (Statement s : block) {
      executed = after(s, cursor, executed);
    }
    return executed;
  }

  private boolean after(Statement s, String cursor, boolean before) {
    if (!mentions(s, cursor)) {
      return before || leaves(s);
    } else if (s instanceof Statement.If branch) {
      boolean tested = of(branch.test(), cursor, before);
      boolean then = after(branch.body(), cursor, tested) || ends(branch.body());
      boolean otherwise = after(branch.orElse(), cursor, tested) || ends(branch.orElse());
      return then && otherwise;
    } else if (s instanceof Statement.For loop) {
      boolean started = of(loop.iterable(), cursor, before);
      after(loop.body(), cursor, started);
      after(loop.orElse(), cursor, started);
      return started;
    } else if (s instanceof Statement.While loop) {
      boolean started = of(loop.test(), cursor, before);
      after(loop.body(), cursor, started);
      after(loop.orElse(), cursor, started);
      return started;
    } else if (s instanceof Statement.With with) {
      boolean started = before;
      for (Node item : with.items()) {
        started = of(item, cursor, started);
      }
      return after(with.body(), cursor, started);
    } else if (s instanceof Statement.Try
        || s instanceof Statement.Match
        || s instanceof Statement.FunctionDef
        || s instanceof Statement.ClassDef) {
      stale = true;
      return before;
    }
    return of(s, cursor, before) || leaves(s);
  }

  private static boolean ends(List<Statement> block) {
    return !block.isEmpty() && leaves(block.get(block.size() - 1));
  }

  private static boolean leaves(Statement s) {
    return s instanceof Statement.Continue
        || s instanceof Statement.Break
        || s instanceof Statement.Return
        || s instanceof Statement.Raise;
  }

  /** The uses in an expression, or a statement without a body, in the order in which their calls end. */
  private boolean of(Node code, String cursor, boolean before) {
    index(code);
    List<Use> uses = new ArrayList<>();
    Walk.each(
        code,
        n -> {
          if (n instanceof Expression.Name name && name.id().equals(cursor)) {
            uses.add(use(name, code));
          }
        });
    uses.sort(Comparator.comparingInt(Use::at));
    boolean executed = before;
    for (Use use : uses) {
      stale |= use.needs() && !executed;
      executed |= use.gives();
    }
    return executed;
  }

  /**
   * @param needs it fetches
   * @param gives it surely executes
   */
  private record Use(int at, boolean needs, boolean gives) {}

  private Use use(Expression.Name name, Node code) {
    Node parent = parents.get(name);
    if (parent instanceof Expression.Attribute a
        && parents.get(a) instanceof Expression.Call call) {
      boolean executes = a.attribute().equals("execute");
      return new Use(call.end(), !executes, executes && isSure(call, code));
    }
    Optional<Statement.FunctionDef> helper =
        parent instanceof Expression.Call call
            ? ConnectionUses.helper(program, call)
            : Optional.empty();
    if (helper.isPresent()) {
      return passed((Expression.Call) parent, name, helper.get());
    }
    return new Use(name.end(), true, false);
  }

  /** What is passed on is executed there before it is fetched from, or has been before. */
  private Use passed(Expression.Call call, Expression.Name name, Statement.FunctionDef helper) {
    Optional<String> parameter = ConnectionUses.parameter(call, name, helper);
    boolean own =
        parameter.isPresent()
            && entered.add(helper)
            && new CursorState(program).isOwn(List.copyOf(helper.body()), parameter.get());
    entered.remove(helper);
    return new Use(call.end(), !own, false);
  }

  private boolean isSure(Node call, Node code) {
    for (Node n = call; n != code; n = parents.get(n)) {
      Node around = parents.get(n);
      boolean maybe =
          around instanceof Expression.IfExp
              || around instanceof Expression.BoolOp
              || around instanceof Expression.Lambda
              || around instanceof Comprehension
              || !Comprehension.of(around).isEmpty();
      if (maybe) {
        return false;
      }
    }
    return true;
  }

  private void index(Node code) {
    Walk.each(code, n -> Children.of(n).forEach(child -> parents.put(child, n)));
  }

  private static boolean mentions(Node code, String name) {
    boolean[] found = {false};
    Walk.each(code, n -> found[0] |= n instanceof Expression.Name x && x.id().equals(name));
    return found[0];
  }
}
