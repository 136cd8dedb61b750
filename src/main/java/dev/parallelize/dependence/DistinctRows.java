package dev.parallelize.dependence;

import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Whether the rows of a nested list are surely different objects: the list is made in the same
 * function by a comprehension that makes each row anew ({@code [[0] * n for _ in range(m)]}, not
 * {@code [[0] * n] * m}), and no statement up to the loop's end puts a row into it.
 */
final class DistinctRows {
  private final Program program;
  private final Node code;
  private final Statement.For loop;
  private final String name;
  private final int depth;

  private DistinctRows(Program program, Node code, Statement.For loop, String name, int depth) {
    this.program = program;
    this.code = code;
    this.loop = loop;
    this.name = name;
    this.depth = depth;
  }

  static boolean hold(Program program, Scope frame, Statement.For loop, ArrayAccess access) {
    if (!(access.base() instanceof Expression.Name name)) {
      return false;
    }
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    List<Binding> bindings = owner.map(o -> o.bindings(name.id())).orElse(List.of());
    int depth = access.subscripts().size();
    if (OwnedContainers.holdsRows(program, frame, name, depth)) {
      return true;
    }
    boolean local = owner.filter(o -> o == frame && !(o.node() instanceof Module)).isPresent();
    if (!local || bindings.size() != 1) {
      return false;
    }
    return new DistinctRows(program, frame.node(), loop, name.id(), depth).hold();
  }

  private boolean hold() {
    boolean made = false;
    Deque<Node> pending = new ArrayDeque<>();
    pending.push(code);
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      boolean later = node.start() >= loop.end() && !isRepeated(code, loop);
      if (node instanceof Statement.Assign assign && makes(assign)) {
        if (!isFresh(program, assign.value(), depth)) {
          return false;
        }
        made = true;
        pending.push(assign.value());
      } else if (node instanceof Expression.Subscript chain && isRootedHere(chain)) {
        if (!later && levels(chain) != depth && !isRead(chain)) {
          return false;
        }
        indices(chain, pending);
      } else if (node instanceof Expression.Call call && isLength(call)) {
        continue;
      } else if (node instanceof Expression.Name other && other.id().equals(name)) {
        if (!later && !isLoopHead(other)) {
          return false;
        }
      } else {
        Children.of(node).forEach(pending::push);
      }
    }
    return made;
  }

  /** A name that stands for the loop's own iterable hands out rows, which adds none. */
  private boolean isLoopHead(Expression.Name other) {
    return loop.iterable().start() <= other.start() && other.end() <= loop.iterable().end();
  }

  /** Whether the code holds a loop around the loop. */
  static boolean isRepeated(Node code, Statement.For loop) {
    Deque<Node> pending = new ArrayDeque<>();
    pending.push(code);
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      boolean around = node.start() <= loop.start() && loop.end() <= node.end() && node != loop;
      if (around && (node instanceof Statement.For || node instanceof Statement.While)) {
        return true;
      }
      if (around) {
        Children.of(node).forEach(pending::push);
      }
    }
    return false;
  }

  private boolean makes(Statement.Assign assign) {
    return assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Name target
        && target.id().equals(name);
  }

  /** Whether evaluating the expression makes a list whose rows, down to the depth, are all new. */
  static boolean isFresh(Program program, Expression e, int depth) {
    if (e instanceof Expression.ListComp comprehension) {
      return depth == 1 || isFresh(program, comprehension.element(), depth - 1);
    }
    if (e instanceof Expression.ListDisplay list) {
      return depth == 1 || list.elements().stream().allMatch(x -> isFresh(program, x, depth - 1));
    }
    return depth == 1 && (isRepeated(e) || isCopy(program, e));
  }

  private static boolean isRepeated(Expression e) {
    return e instanceof Expression.BinOp repeat
        && repeat.operator() == Operator.MULT
        && (repeat.left() instanceof Expression.ListDisplay
            || repeat.right() instanceof Expression.ListDisplay);
  }

  /** {@code list(row)}, {@code sorted(row)} and {@code row[:]}. */
  private static boolean isCopy(Program program, Expression e) {
    if (e instanceof Expression.Call call) {
      return AffineForms.calls(program, call, "builtins.list")
          || AffineForms.calls(program, call, "builtins.sorted");
    }
    return e instanceof Expression.Subscript part
        && part.slice() instanceof Expression.Slice
        && program.type(part.value()).name().equals("list");
  }

  private boolean isRootedHere(Expression.Subscript chain) {
    Expression root = chain;
    while (root instanceof Expression.Subscript level) {
      root = level.value();
    }
    return root instanceof Expression.Name other && other.id().equals(name);
  }

  private static int levels(Expression.Subscript chain) {
    int levels = 0;
    Expression level = chain;
    while (level instanceof Expression.Subscript s) {
      levels++;
      level = s.value();
    }
    return levels;
  }

  private static boolean isRead(Expression.Subscript chain) {
    return chain.context() == dev.parallelize.syntax.Context.LOAD;
  }

  private static void indices(Expression.Subscript chain, Deque<Node> pending) {
    Expression level = chain;
    while (level instanceof Expression.Subscript s) {
      pending.push(s.slice());
      level = s.value();
    }
  }

  private boolean isLength(Expression.Call call) {
    return AffineForms.calls(program, call, "builtins.len")
        && call.arguments().get(0) instanceof Expression.Name argument
        && argument.id().equals(name);
  }
}
