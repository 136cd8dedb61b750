package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the shape in which a loop over requests becomes coroutines. */
record FetchShapes(Assignments assignments, Candidate candidate, Iterations iterations) {
  private Program program() {
    return assignments.program();
  }

  /** All results gathered at once, where the loop does nothing but collect them. */
  Optional<FetchPlan.Gathered> gathered() {
    if (candidate.node() instanceof Expression.ListComp comp) {
      return comprehension(Optional.empty(), comp.element());
    }
    if (candidate.node() instanceof Expression.DictComp comp) {
      return comprehension(Optional.of(comp.key()), comp.value());
    }
    if (!(candidate.node() instanceof Statement.For loop)
        || !loop.orElse().isEmpty()
        || insideTry()
        || iterations.leavesNames()) {
      return Optional.empty();
    }
    List<Statement> fetch = loop.body().subList(0, loop.body().size() - 1);
    Statement last = loop.body().get(loop.body().size() - 1);
    return fetch.stream().allMatch(iterations::mayMove) ? collected(fetch, last) : Optional.empty();
  }

  private Optional<FetchPlan.Gathered> comprehension(Optional<Expression> key, Expression value) {
    boolean quiet = iterations.isQuiet(value) && key.stream().allMatch(iterations::isQuiet);
    return quiet && RequestsCheck.sends(assignments, value)
        ? Optional.of(
            new FetchPlan.Gathered(List.of(), key, value, Optional.empty(), Optional.empty()))
        : Optional.empty();
  }

  private Optional<FetchPlan.Gathered> collected(List<Statement> fetch, Statement last) {
    Optional<Expression> key = Optional.empty();
    Expression container;
    Expression value;
    if (last instanceof Statement.ExpressionStatement e
        && e.value() instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute a
        && a.attribute().equals("append")
        && call.arguments().size() == 1
        && call.keywords().isEmpty()
        && !(call.arguments().get(0) instanceof Expression.Starred)) {
      container = a.value();
      value = call.arguments().get(0);
    } else if (last instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Subscript s) {
      container = s.value();
      key = Optional.of(s.slice());
      value = assign.value();
    } else {
      return Optional.empty();
    }
    if (!(container instanceof Expression.Name name)
        || !isQuietResult(fetch, key, value, name)
        || !program().type(name).name().equals(key.isPresent() ? "dict" : "list")) {
      return Optional.empty();
    }
    return freshBefore(name, key.isPresent())
        .map(
            s -> new FetchPlan.Gathered(fetch, keyOf(last), value, adjacent(s), Optional.of(name)));
  }

  private static Optional<Expression> keyOf(Statement last) {
    return last instanceof Statement.Assign a
            && a.targets().get(0) instanceof Expression.Subscript s
        ? Optional.of(s.slice())
        : Optional.empty();
  }

  private boolean isQuietResult(
      List<Statement> fetch, Optional<Expression> key, Expression value, Expression.Name into) {
    AssignedNames names = iterations.assigned();
    Optional<Set<String>> assigned = names.after(fetch, iterations.targets());
    List<Node> code = new ArrayList<>(fetch);
    key.ifPresent(code::add);
    code.add(value);
    boolean readsResults =
        code.stream()
            .anyMatch(
                c ->
                    AssignedNames.read(program(), candidate.frame(), c).contains(into.id())
                        || AssignedNames.bound(program(), candidate.frame(), c)
                            .contains(into.id()));
    return assigned.isPresent()
        && !readsResults
        && iterations.isQuiet(value)
        && names.reads(value, assigned.get())
        && key.stream().allMatch(k -> iterations.isQuiet(k) && names.reads(k, assigned.get()));
  }

  /** The statement before the loop, in its block, that makes the container empty. */
  private Optional<Statement> freshBefore(Expression.Name container, boolean dict) {
    List<Statement> block = candidate.block();
    for (int i = block.indexOf(candidate.statement()) - 1; i >= 0; i--) {
      Statement before = block.get(i);
      if (AssignedNames.bound(program(), candidate.frame(), before).contains(container.id())) {
        return makesEmpty(before, dict) ? Optional.of(before) : Optional.empty();
      }
      if (AssignedNames.read(program(), candidate.frame(), before).contains(container.id())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean makesEmpty(Statement statement, boolean dict) {
    Optional<Expression> value = Optional.empty();
    if (statement instanceof Statement.Assign a
        && a.targets().size() == 1
        && a.targets().get(0) instanceof Expression.Name) {
      value = Optional.of(a.value());
    } else if (statement instanceof Statement.AnnAssign a) {
      value = a.value();
    }
    return value.isPresent()
        && (dict
            ? value.get() instanceof Expression.DictDisplay d && d.values().isEmpty()
            : value.get() instanceof Expression.ListDisplay l && l.elements().isEmpty());
  }

  private Optional<Statement> adjacent(Statement start) {
    List<Statement> block = candidate.block();
    return block.indexOf(start) == block.indexOf(candidate.statement()) - 1
        ? Optional.of(start)
        : Optional.empty();
  }

  /** True when a {@code try} of the same function could catch a failure and go on. */
  private boolean insideTry() {
    boolean[] found = {false};
    Walk.each(
        candidate.frame().node(),
        n ->
            found[0] |=
                n instanceof Statement.Try t
                    && t.span().contains(candidate.span())
                    && !t.span().equals(candidate.span()));
    return found[0];
  }

  /** The loop kept in a coroutine, each answer awaited in turn. */
  Optional<FetchPlan.Streamed> streamed() {
    if (!(candidate.node() instanceof Statement.For loop) || !mayHost()) {
      return Optional.empty();
    }
    List<Expression.Call> sending = sendingCalls(loop.body());
    if (sending.size() != 1) {
      return Optional.empty();
    }
    Expression.Call call = sending.get(0);
    Optional<List<Statement>> before = certainlyBefore(loop.body(), call);
    return before.flatMap(b -> prelude(loop, b, call));
  }

  private List<Expression.Call> sendingCalls(List<Statement> body) {
    List<Expression.Call> calls = new ArrayList<>();
    for (Statement statement : body) {
      Walk.each(
          statement,
          n -> {
            if (n instanceof Expression.Call call
                && (HttpRequest.of(assignments, call).isPresent()
                    || RequestsCheck.helper(program(), call).isPresent())) {
              calls.add(call);
            }
          });
    }
    return calls;
  }

  /**
   * The statements that run before the call in each iteration; empty unless the call is made in each
   * iteration: nothing before it leaves the loop, and only {@code try} stands around it.
   */
  private Optional<List<Statement>> certainlyBefore(List<Statement> block, Expression.Call call) {
    List<Statement> before = new ArrayList<>();
    for (Statement statement : block) {
      if (!statement.span().contains(call.span())) {
        if (leaves(statement)) {
          return Optional.empty();
        }
        before.add(statement);
      } else if (statement instanceof Statement.Try attempt) {
        return certainlyBefore(attempt.body(), call)
            .map(
                inner -> {
                  before.addAll(inner);
                  return before;
                });
      } else {
        boolean always =
            statement instanceof Statement.Assign a && isEager(a.value(), call)
                || statement instanceof Statement.AnnAssign n
                    && n.value().filter(v -> isEager(v, call)).isPresent()
                || statement instanceof Statement.ExpressionStatement e && isEager(e.value(), call)
                || statement instanceof Statement.AugAssign g && isEager(g.value(), call);
        return always ? Optional.of(before) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean leaves(Statement statement) {
    boolean[] found = {false};
    Walk.each(
        statement,
        n ->
            found[0] |=
                n instanceof Statement.Continue
                    || n instanceof Statement.Break
                    || n instanceof Statement.Return
                    || n instanceof Statement.Raise);
    return found[0];
  }

  /** True when evaluating the expression evaluates the call, whatever the values. */
  private static boolean isEager(Expression expression, Expression.Call call) {
    Surroundings around = new Surroundings(List.of(expression));
    Node inner = call;
    while (inner != expression) {
      Node outer = around.parent(inner).orElseThrow();
      Node child = inner;
      boolean conditional =
          outer instanceof Expression.IfExp x && x.test() != child
              || outer instanceof Expression.BoolOp b && b.values().get(0) != child
              || outer instanceof Expression.Lambda
              || outer instanceof dev.parallelize.syntax.Comprehension
              || outer instanceof Expression.ListComp
              || outer instanceof Expression.SetComp
              || outer instanceof Expression.DictComp
              || outer instanceof Expression.GeneratorExp;
      if (conditional) {
        return false;
      }
      inner = outer;
    }
    return true;
  }

  private Optional<FetchPlan.Streamed> prelude(
      Statement.For loop, List<Statement> before, Expression.Call call) {
    Set<String> needed = AssignedNames.read(program(), candidate.frame(), call);
    List<Statement> prelude = new ArrayList<>();
    for (int i = before.size() - 1; i >= 0; i--) {
      Set<String> bound = AssignedNames.bound(program(), candidate.frame(), before.get(i));
      if (bound.stream().anyMatch(needed::contains)) {
        prelude.add(0, before.get(i));
        needed.addAll(AssignedNames.read(program(), candidate.frame(), before.get(i)));
      }
    }
    Optional<Set<String>> assigned = iterations.assigned().after(prelude, iterations.targets());
    List<Node> code = new ArrayList<>(prelude);
    code.add(call);
    boolean apart =
        assigned.isPresent()
            && prelude.stream()
                .allMatch(s -> s instanceof Statement.Assign && iterations.mayMove(s))
            && iterations.isQuiet(call)
            && iterations.assigned().reads(call, assigned.get())
            && !iterations.disturbs(code);
    if (!apart) {
      return Optional.empty();
    }
    Set<Statement> moved = new LinkedHashSet<>();
    for (Statement statement : prelude) {
      if (!usedElsewhere(loop, statement, prelude, call)) {
        moved.add(statement);
      }
    }
    return Optional.of(new FetchPlan.Streamed(prelude, moved, call));
  }

  private boolean usedElsewhere(
      Statement.For loop, Statement statement, List<Statement> prelude, Expression.Call call) {
    Set<String> bound = AssignedNames.bound(program(), candidate.frame(), statement);
    boolean[] used = {iterations.leavesNames()};
    for (Statement other : loop.body()) {
      Walk.where(
          other,
          n -> {
            boolean ours = n == call || prelude.contains(n);
            if (!ours && n instanceof Expression.Name name) {
              used[0] |= bound.contains(name.id());
            }
            return !ours;
          });
    }
    return used[0];
  }

  /** True when the code around the loop can become a coroutine behind a function of the same name. */
  private boolean mayHost() {
    Scope frame = candidate.frame();
    if (frame.kind() == Scope.Kind.MODULE) {
      return candidate.outer().isEmpty() && !leavesModuleLoop();
    }
    if (!(frame.node() instanceof Statement.FunctionDef function)) {
      return false;
    }
    boolean method = frame.parent().orElseThrow().kind() == Scope.Kind.CLASS;
    return !program().summary(frame).generator()
        && (function.isAsync() || !method || function.decorators().isEmpty());
  }

  private boolean leavesModuleLoop() {
    boolean[] found = {false};
    Walk.each(
        candidate.node(),
        n -> found[0] |= n instanceof Expression.Yield || n instanceof Statement.Import);
    return found[0];
  }
}
