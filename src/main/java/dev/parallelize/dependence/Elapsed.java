package dev.parallelize.dependence;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Readings of a clock that serve nothing but telling how long something took, on the same worker: {@code time.time() -
 * started}. What they give is another number in each run, and as good a number when other items are worked on in the meantime.
 *
 * @param body what is gone through for each item
 */
record Elapsed(Program program, Scope frame, Span body) {

  /** Whether the reading is one of two, and just their difference is used. */
  boolean holds(Located reading) {
    List<Node> path = path(reading.origin());
    Scope function = functionAround(path);
    Span where = function == frame ? body : function.node().span();
    for (int i = path.size() - 1; i > 0; i--) {
      if (path.get(i) instanceof Expression.Call clock && clock.start() == reading.origin()) {
        return isClock(clock)
            && !isAsked(path, clock)
            && where.contains(clock.span())
            && isMeasured(clock, path.get(i - 1), function, where);
      }
    }
    return false;
  }

  private boolean isMeasured(Expression clock, Node holder, Scope function, Span where) {
    if (holder instanceof Statement.Assign start
        && start.targets().size() == 1
        && start.targets().get(0) instanceof Expression.Name name) {
      return isStart(name.id(), function, where);
    }
    return isDifference(holder, clock, function, where);
  }

  /** Whether a loop goes on for as long as the clock tells it. */
  private static boolean isAsked(List<Node> path, Node reading) {
    return path.stream()
        .anyMatch(n -> n instanceof Statement.While w && w.test().span().contains(reading.span()));
  }

  /** {@code time.time() - started}, {@code ended - started}. */
  private boolean isDifference(Node holder, Expression one, Scope function, Span where) {
    if (!(holder instanceof Expression.BinOp sum) || sum.operator() != Operator.SUB) {
      return false;
    }
    Expression other = sum.left() == one ? sum.right() : sum.left();
    return other instanceof Expression.Call call && isClock(call)
        || other instanceof Expression.Name name && isGivenByClock(name.id(), function, where);
  }

  /** Whether each use of the variable is in a difference of two readings. */
  private boolean isStart(String name, Scope function, Span where) {
    return isGivenByClock(name, function, where)
        && program.mentions(name).stream()
            .filter(
                n -> program.scopes().around(n).owner(name).filter(o -> o == function).isPresent())
            .filter(n -> n.context() == Context.LOAD)
            .allMatch(
                n -> {
                  List<Node> path = path(n.start());
                  int at = path.indexOf(n);
                  return at > 0
                      && !isAsked(path, n)
                      && where.contains(n.span())
                      && program.scopes().around(n) == function
                      && isDifference(path.get(at - 1), n, function, where);
                });
  }

  private boolean isGivenByClock(String name, Scope function, Span where) {
    List<Binding> bindings = function.bindings(name);
    return !bindings.isEmpty()
        && bindings.stream()
            .allMatch(
                b ->
                    where.contains(b.node().span())
                        && program.singleValue(b.node()).filter(this::isClock).isPresent());
  }

  private boolean isClock(Expression e) {
    if (!(e instanceof Expression.Call call) || !call.arguments().isEmpty()) {
      return false;
    }
    List<CallTarget> targets = program.targets(call);
    return !targets.isEmpty()
        && targets.stream()
            .allMatch(
                t ->
                    t instanceof CallTarget.Known k
                        && k.callee().effects().equals(Set.of(Effect.CLOCK))
                        && k.callee().name().startsWith("time."));
  }

  private Scope functionAround(List<Node> path) {
    Scope found = program.scopes().module();
    for (Node node : path) {
      if (node instanceof Statement.FunctionDef || node instanceof Expression.Lambda) {
        found = program.scopes().openedBy(node);
      }
    }
    return found;
  }

  /** The nodes that begin at the offset or hold what does, outermost first. */
  private List<Node> path(int offset) {
    List<Node> found = new ArrayList<>();
    Optional<Node> at = Optional.of(program.tree().module());
    while (at.isPresent()) {
      found.add(at.get());
      at =
          Children.of(at.get()).stream()
              .filter(c -> c.start() <= offset && offset < c.end())
              .findFirst();
    }
    return found;
  }
}
