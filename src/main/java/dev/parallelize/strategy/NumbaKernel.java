package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.dependence.AffineDependence;
import dev.parallelize.dependence.AffineResult;
import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a loop as a kernel that Numba compiles and runs in parallel, or says why that is wrong. */
final class NumbaKernel {
  /** Bits grow by one in a pass where a value is added to itself: such loops do not settle. */
  private static final int MOST_PASSES = 8;

  private final Program program;
  private final Candidate candidate;
  private final Scope frame;
  private final Statement.For loop;
  private final ArrayFacts facts;
  private final RunTimeGuards guards;
  private final KernelAccess access;
  private final KernelArithmetic arithmetic;
  private final Set<String> bound = new HashSet<>();
  private final Set<String> caveats = new LinkedHashSet<>();
  private final Map<String, KernelPlan.Total> totals = new LinkedHashMap<>();
  private final Deque<Boolean> uncertain = new ArrayDeque<>();
  private Optional<String> stored = Optional.empty();

  private NumbaKernel(
      Program program, Candidate candidate, Statement.For loop, SupposedArrays supposed) {
    this.program = program;
    this.candidate = candidate;
    this.frame = candidate.frame();
    this.loop = loop;
    this.facts = new ArrayFacts(program, frame, loop.start());
    this.guards = new RunTimeGuards(facts);
    supposed.tell(facts, guards);
    Walk.each(
        loop,
        n -> {
          if (n instanceof Expression.Name name && name.context() != Context.LOAD) {
            bound.add(name.id());
          }
        });
    this.access = new KernelAccess(facts, guards, bound);
    this.arithmetic = new KernelArithmetic(program, frame, facts, access, guards, bound, caveats);
  }

  /** A plan, and what the user should know of it. */
  record Result(KernelPlan plan, List<String> caveats) {}

  /** Throws {@link NotVectorizable} with the reason. */
  static Result of(Program program, Candidate candidate, Statement.For loop) {
    return new SupposedArrays(program, candidate.frame(), loop)
        .tried(supposed -> new NumbaKernel(program, candidate, loop, supposed).read());
  }

  private Result read() {
    if (frame.node() instanceof Statement.FunctionDef f && !f.decorators().isEmpty()) {
      throw new NotVectorizable("the function around the loop has decorators");
    }
    RunTimeGuards.requireNotGuarded(facts, frame.node(), loop);
    requireIndependent();
    Span range = enter(loop);
    block(loop.body());
    if (stored.isEmpty() && totals.isEmpty()) {
      throw new NotVectorizable("the loop neither stores elements of an array nor adds up");
    }
    Set<String> left = new HashSet<>(bound);
    left.removeAll(totals.keySet());
    LiveOut.requireNone(program, frame, loop, left);
    LoopNest.names(loop.iterable()).stream()
        .filter(n -> frame.owner(n).isPresent())
        .filter(n -> !bound.contains(n))
        .forEach(arithmetic.captured()::add);
    List<String> parameters =
        arithmetic.captured().stream().filter(n -> !totals.containsKey(n)).sorted().toList();
    String name =
        stored.map(s -> "_fill_" + s).orElseGet(() -> "_sum_" + totals.keySet().iterator().next());
    KernelPlan plan =
        new KernelPlan(
            loop, range, name, parameters, List.copyOf(totals.values()), guards.conditions());
    return new Result(plan, List.copyOf(caveats));
  }

  /** No iteration needs another one; what it may share with them is a total. */
  private void requireIndependent() {
    AffineResult result = AffineDependence.of(program, frame, loop);
    if (result instanceof AffineResult.Dependent d) {
      throw new NotVectorizable(
          "line "
              + d.line()
              + " needs what another iteration does to `"
              + d.variable()
              + "` in line "
              + d.otherLine());
    } else if (result instanceof AffineResult.MayAlias a) {
      throw new NotVectorizable("`" + a.first() + "` and `" + a.second() + "` may share memory");
    } else if (result instanceof AffineResult.Unknown u) {
      throw new NotVectorizable(u.reason());
    } else if (result instanceof AffineResult.Reduction r
        && (!r.operator().equals("+") || !bound.contains(r.target()))) {
      throw new NotVectorizable(
          "`" + r.target() + "` in line " + r.line() + " is combined over the iterations");
    }
  }

  /** The values of a loop's variable; gives where {@code range} stands. */
  private Span enter(Statement.For statement) {
    boolean plain =
        !statement.isAsync()
            && statement.orElse().isEmpty()
            && statement.target() instanceof Expression.Name
            && statement.iterable() instanceof Expression.Call call
            && LoopNest.calls(program, call, "range")
            && !call.arguments().isEmpty()
            && call.arguments().size() < 3;
    if (!plain) {
      throw new NotVectorizable("the loop does not run over the numbers of a `range` by one");
    }
    Expression.Call call = (Expression.Call) statement.iterable();
    String variable = ((Expression.Name) statement.target()).id();
    if (timesBound(variable) > 1) {
      throw new NotVectorizable("`" + variable + "` is bound more than once in the loop");
    }
    List<Expression> ends = call.arguments();
    Affine low = ends.size() == 1 ? Affine.ZERO : whole(ends.get(0));
    Affine high = whole(ends.get(ends.size() - 1));
    access.enter(variable, new KernelAccess.Range(low, high));
    arithmetic.locals().put(variable, KernelValue.COUNTER);
    return call.function().span();
  }

  private Affine whole(Expression e) {
    LoopNest.names(e).stream()
        .filter(n -> !bound.contains(n) && frame.owner(n).isPresent())
        .forEach(arithmetic.captured()::add);
    return facts
        .integer(e)
        .orElseThrow(
            () -> new NotVectorizable("the end `" + facts.text(e) + "` of a loop is not fixed"));
  }

  private int timesBound(String name) {
    int[] times = {0};
    Walk.each(
        loop,
        n ->
            times[0] +=
                n instanceof Expression.Name b && b.context() != Context.LOAD && b.id().equals(name)
                    ? 1
                    : 0);
    return times[0];
  }

  private void block(List<Statement> statements) {
    statements.forEach(this::statement);
  }

  private void statement(Statement statement) {
    if (statement instanceof Statement.Assign assign && assign.targets().size() == 1) {
      assign(assign.targets().get(0), assign.value());
    } else if (statement instanceof Statement.AugAssign update) {
      update(update);
    } else if (statement instanceof Statement.If choice) {
      arithmetic.truth(choice.test());
      choose(choice);
    } else if (statement instanceof Statement.For inner) {
      enter(inner);
      repeat(inner.body(), false);
    } else if (statement instanceof Statement.While inner && inner.orElse().isEmpty()) {
      arithmetic.truth(inner.test());
      repeat(inner.body(), true);
      arithmetic.truth(inner.test());
    } else if (!(statement instanceof Statement.Pass
        || statement instanceof Statement.Continue
        || statement instanceof Statement.Break)) {
      throw new NotVectorizable(
          "the statement in line "
              + program.tree().source().line(statement.start())
              + " is nothing that a kernel can do");
    }
  }

  private void choose(Statement.If choice) {
    uncertain.push(true);
    Map<String, KernelValue> before = new HashMap<>(arithmetic.locals());
    block(choice.body());
    Map<String, KernelValue> then = new HashMap<>(arithmetic.locals());
    arithmetic.locals().clear();
    arithmetic.locals().putAll(before);
    block(choice.orElse());
    then.forEach((n, v) -> arithmetic.locals().merge(n, v, KernelValue::join));
    uncertain.pop();
  }

  /** Passes over the body until what its variables hold settles. */
  private void repeat(List<Statement> body, boolean mayNotRun) {
    uncertain.push(mayNotRun);
    for (int pass = 0; ; pass++) {
      Map<String, KernelValue> before = new HashMap<>(arithmetic.locals());
      block(body);
      before.forEach((n, v) -> arithmetic.locals().merge(n, v, KernelValue::join));
      if (arithmetic.locals().equals(before)) {
        break;
      }
      if (pass == MOST_PASSES) {
        throw new NotVectorizable("whole numbers of the loop may grow beyond 64 bits");
      }
    }
    uncertain.pop();
  }

  private void assign(Expression target, Expression value) {
    if (target instanceof Expression.TupleDisplay names
        && value instanceof Expression.TupleDisplay values
        && names.elements().size() == values.elements().size()) {
      List<KernelValue> all = values.elements().stream().map(arithmetic::of).toList();
      for (int i = 0; i < all.size(); i++) {
        give(names.elements().get(i), all.get(i));
      }
      return;
    }
    give(target, arithmetic.of(value));
  }

  private void give(Expression target, KernelValue value) {
    if (target instanceof Expression.Name name) {
      KernelValue before = arithmetic.locals().getOrDefault(name.id(), value);
      // Numba gives a variable one type in all of the function.
      arithmetic.locals().put(name.id(), before.join(value));
    } else if (target instanceof Expression.Subscript element) {
      store(element, value);
    } else {
      throw arithmetic.refused(target);
    }
  }

  private void store(Expression.Subscript element, KernelValue value) {
    arithmetic.capture(element);
    KernelValue type = access.element(element);
    boolean takes =
        switch (type.kind()) {
          case ELEMENT -> value.isNumber();
          case INTEGER ->
              value.kind() == KernelValue.Kind.INTEGER || value.kind() == KernelValue.Kind.WHOLE;
          case TRUTH -> value.kind() == KernelValue.Kind.TRUTH;
          case WHOLE, FLOAT -> false;
        };
    if (!takes) {
      throw new NotVectorizable(
          "`" + facts.text(element) + "` has elements of another type than its new value");
    }
    String array = facts.text(ArrayElement.base(element));
    stored = stored.or(() -> Optional.of(array));
  }

  private void update(Statement.AugAssign update) {
    KernelValue value = arithmetic.of(update.value());
    if (update.target() instanceof Expression.Name name
        && !arithmetic.locals().containsKey(name.id())) {
      add(update, name, value);
      return;
    }
    Expression read = reading(update.target());
    boolean counts =
        value.kind() == KernelValue.Kind.WHOLE
            && value.bits() <= KernelValue.COUNTER_BITS
            && (update.operator() == Operator.ADD || update.operator() == Operator.SUB)
            && arithmetic.of(read).kind() == KernelValue.Kind.WHOLE;
    KernelValue result =
        counts
            ? KernelValue.whole(KernelValue.MOST_BITS)
            : arithmetic.of(
                new Expression.BinOp(
                    update.start(), update.end(), read, update.operator(), update.value()));
    give(update.target(), result);
  }

  private static Expression reading(Expression target) {
    return target instanceof Expression.Name n
        ? new Expression.Name(n.start(), n.end(), n.id(), Context.LOAD)
        : target;
  }

  /** A total over all iterations: exact for whole numbers, else only if it may be regrouped. */
  private void add(Statement.AugAssign update, Expression.Name name, KernelValue value) {
    requireTotal(update, name);
    boolean may =
        program.assumptions().holds("reassociable", name.id())
            || program.assumptions().holds("reassociable", candidate.id());
    if (value.isFloat() && !may) {
      throw new NotVectorizable(
          "`"
              + name.id()
              + "` adds floats, and a parallel sum rounds in another order; the assumption"
              + " reassociable for `"
              + name.id()
              + "` allows that");
    }
    String type =
        switch (value.kind()) {
          case ELEMENT -> "float64";
          case INTEGER -> "int64";
          case WHOLE, FLOAT, TRUTH -> "";
        };
    if (!type.isEmpty() && (uncertain.contains(true) || !runs())) {
      throw new NotVectorizable(
          "`" + name.id() + "` may stay a number of Python, as which a kernel cannot return it");
    }
    if (value.kind() == KernelValue.Kind.TRUTH) {
      throw arithmetic.refused(update.value());
    }
    if (value.isFloat()) {
      caveats.add("`" + name.id() + "` is summed in another order, and so rounds differently.");
    }
    if (value.kind() == KernelValue.Kind.FLOAT && !startsAsFloat(name)) {
      throw new NotVectorizable("`" + name.id() + "` may stay the whole number that it starts as");
    }
    KernelPlan.Total total = new KernelPlan.Total(name.id(), value.isFloat() ? "0.0" : "0", type);
    KernelPlan.Total before = totals.put(name.id(), total);
    if (before != null && !before.equals(total)) {
      throw new NotVectorizable("`" + name.id() + "` adds numbers of several types");
    }
  }

  /** Only a loop that surely runs leaves a number of NumPy behind. */
  private boolean runs() {
    if (uncertain.contains(false)) {
      return false;
    }
    List<Expression> ends = ((Expression.Call) loop.iterable()).arguments();
    guards.require(
        facts.text(ends.get(ends.size() - 1))
            + " > "
            + (ends.size() == 1 ? "0" : facts.text(ends.get(0))));
    return true;
  }

  private void requireTotal(Statement.AugAssign update, Expression.Name name) {
    boolean plain = update.operator() == Operator.ADD;
    for (Binding binding : frame.bindings(name.id())) {
      boolean inside = loop.start() <= binding.node().start() && binding.node().end() <= loop.end();
      Optional<Expression> value =
          new LocalAssignments(frame.node(), frame.node().end()).value(binding.node());
      plain &= inside || value.filter(NumbaKernel::isNumber).isPresent();
    }
    if (!plain) {
      throw new NotVectorizable("`" + name.id() + "` does not start as a plain number");
    }
  }

  private boolean startsAsFloat(Expression.Name name) {
    LocalAssignments values = new LocalAssignments(frame.node(), frame.node().end());
    return frame.bindings(name.id()).stream()
        .flatMap(b -> values.value(b.node()).stream())
        .allMatch(
            v -> v instanceof Expression.Constant c && c.value() instanceof Literal.FloatNumber);
  }

  private static boolean isNumber(Expression e) {
    return e instanceof Expression.Constant c
        && (c.value() instanceof Literal.FloatNumber || c.value() instanceof Literal.IntegerNumber);
  }
}
