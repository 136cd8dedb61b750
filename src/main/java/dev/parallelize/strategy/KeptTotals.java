package dev.parallelize.strategy;

import dev.parallelize.dependence.FreshArrays;
import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A total that grows with each iteration, and each of whose values is stored into an array or appended
 * to a list: {@code np.cumsum} makes all of them, in the order of the loop and so with the same bits.
 */
final class KeptTotals {
  private static final Map<Operator, String> FUNCTIONS =
      Map.of(Operator.ADD, ".cumsum(", Operator.MULT, ".cumprod(");

  private final ArrayLoop loop;
  private final Update update;
  private final boolean inclusive;

  private KeptTotals(ArrayLoop loop, Update update, boolean inclusive) {
    this.loop = loop;
    this.update = update;
    this.inclusive = inclusive;
  }

  /** {@code total += value}. */
  private record Update(Expression.Name total, Operator operator, Expression value) {
    static Optional<Update> of(Statement statement) {
      if (statement instanceof Statement.AugAssign a
          && a.target() instanceof Expression.Name total
          && FUNCTIONS.containsKey(a.operator())) {
        return Optional.of(new Update(total, a.operator(), a.value()));
      }
      boolean sum =
          statement instanceof Statement.Assign a
              && a.targets().size() == 1
              && a.targets().get(0) instanceof Expression.Name total
              && a.value() instanceof Expression.BinOp op
              && FUNCTIONS.containsKey(op.operator())
              && op.left() instanceof Expression.Name former
              && former.id().equals(total.id());
      if (!sum) {
        return Optional.empty();
      }
      Statement.Assign assign = (Statement.Assign) statement;
      Expression.BinOp op = (Expression.BinOp) assign.value();
      return Optional.of(
          new Update((Expression.Name) assign.targets().get(0), op.operator(), op.right()));
    }
  }

  /** Empty if it is no such loop; throws {@link NotVectorizable} where arrays would do otherwise. */
  static Optional<Vectorization.Result> of(Program program, Scope frame, Statement.For loop) {
    int count = loop.body().size();
    if (count < 2) {
      return Optional.empty();
    }
    Statement one = loop.body().get(count - 2);
    Statement two = loop.body().get(count - 1);
    Optional<Update> before = Update.of(one).filter(u -> keeps(two, u));
    Optional<Update> update = before.or(() -> Update.of(two).filter(u -> keeps(one, u)));
    Optional<ArrayLoop.Body> body =
        ArrayLoop.Body.of(loop.body().subList(0, count - 2), before.isPresent() ? two : one);
    if (update.isEmpty() || body.isEmpty()) {
      return Optional.empty();
    }
    ArrayLoop whole = ArrayLoop.of(program, frame, loop);
    return Optional.of(new KeptTotals(whole, update.get(), before.isPresent()).write(body.get()));
  }

  /** {@code out[…] = total}, {@code out.append(total)}. */
  private static boolean keeps(Statement statement, Update update) {
    if (statement instanceof Statement.Assign a) {
      return a.targets().size() == 1
          && a.targets().get(0) instanceof Expression.Subscript element
          && element.value() instanceof Expression.Name
          && isTotal(a.value(), update);
    }
    return statement instanceof Statement.ExpressionStatement e
        && e.value() instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute method
        && method.attribute().equals("append")
        && method.value() instanceof Expression.Name
        && call.arguments().size() == 1
        && call.keywords().isEmpty()
        && isTotal(call.arguments().get(0), update);
  }

  private static boolean isTotal(Expression e, Update update) {
    return e instanceof Expression.Name name && name.id().equals(update.total().id());
  }

  private Vectorization.Result write(ArrayLoop.Body body) {
    String total = update.total().id();
    loop.requireNoneLiveOut(Set.of(total));
    boolean live = isLive(total);
    loop.define(body.locals());
    ArrayRendering.Text value = loop.rendering().render(update.value());
    loop.requireElements(update.value(), value);
    boolean whole = requireNumbers(value);
    String sums =
        VectorizePlan.NUMPY
            + FUNCTIONS.get(update.operator())
            + VectorizePlan.NUMPY
            + ".append("
            + total
            + ", "
            + ArrayRendering.unwrapped(value.code())
            + "))";
    if (live || !loop.countsFromZero(loop.order().get(0))) {
      loop.requireItems();
    }
    String name = live ? loop.fresh("totals") : sums;
    if (live) {
      loop.lines().add(name + " = " + sums);
    }
    loop.lines().add(kept(body, name + (inclusive ? "[1:]" : "[:-1]"), whole));
    if (live) {
      loop.lines().add(total + " = " + name + "[-1]");
    }
    return loop.result();
  }

  private boolean isLive(String total) {
    try {
      loop.requireNoneLiveOut(Set.of());
      return false;
    } catch (NotVectorizable read) {
      return true;
    }
  }

  private String kept(ArrayLoop.Body body, String totals, boolean whole) {
    if (body.last() instanceof Statement.Assign assign) {
      return stored(body, (Expression.Subscript) assign.targets().get(0), whole) + " = " + totals;
    }
    Expression.Call append =
        (Expression.Call) ((Statement.ExpressionStatement) body.last()).value();
    Expression list = ((Expression.Attribute) append.function()).value();
    ArrayLoop.requireOnlyAppended(loop.loop(), loop.text(list));
    if (!inclusive || !loop.program().type(list).name().equals("list")) {
      throw new NotVectorizable("`" + loop.text(append) + "` may append Python's numbers");
    }
    return loop.text(list) + ".extend(" + totals + ")";
  }

  private String stored(ArrayLoop.Body body, Expression.Subscript element, boolean whole) {
    requireApart(body, element);
    ArrayText.Access access = loop.arrays().access(element);
    ArrayFact fact = access.fact();
    boolean takes =
        fact.dimensions().filter(d -> d == 1).isPresent()
            && access.axes().equals(loop.order())
            && (fact.element() == ArrayFact.Element.FLOAT64
                || fact.element() == ArrayFact.Element.INT64 && whole);
    if (!takes) {
      throw new NotVectorizable(
          "`"
              + loop.text(element)
              + "` is not known to take `"
              + update.total().id()
              + "` as it is");
    }
    return access.array() + "[" + access.parts().get(0) + "]";
  }

  /** What is added must not be what the loop stores, except the element that it replaces. */
  private void requireApart(ArrayLoop.Body body, Expression.Subscript element) {
    String array = loop.text(element.value());
    boolean[] reads = {false};
    boolean[] others = {false};
    Walk.each(
        loop.loop(),
        n -> {
          if (n instanceof Expression.Subscript s && s.context() == Context.LOAD) {
            boolean same = loop.text(s.value()).equals(array);
            reads[0] |= same && !loop.text(s).equals(loop.text(element));
            others[0] |= !same;
          }
          reads[0] |=
              n instanceof Expression.Name name
                  && loop.nest().items().containsKey(name.id())
                  && name.context() == Context.LOAD
                  && loop.text(loop.nest().items().get(name.id()).array()).equals(array)
                  && !inclusive;
        });
    boolean items = !loop.nest().items().isEmpty();
    boolean alone = inclusive && !others[0] && !items && !reads[0];
    FreshArrays fresh = new FreshArrays(loop.program(), loop.frame(), loop.loop());
    boolean apart = fresh.isUnshared(element.value()) && (inclusive ? !reads[0] : !reads(array));
    if (!alone && !apart) {
      throw new NotVectorizable("`" + array + "` is not known to be apart from what is added");
    }
  }

  private boolean reads(String array) {
    boolean[] found = {false};
    Walk.each(
        loop.loop(),
        n ->
            found[0] |=
                n instanceof Expression.Subscript s
                    && s.context() == Context.LOAD
                    && loop.text(s.value()).equals(array));
    return found[0];
  }

  /** Whether the total is a whole number; it starts as a plain number and is a sum of known ones. */
  private boolean requireNumbers(ArrayRendering.Text value) {
    boolean whole = value.element() == ArrayFact.Element.INT64;
    if (!whole && value.element() != ArrayFact.Element.FLOAT64
        || value.code().contains(".where(")
        || LoopNest.names(update.value()).contains(update.total().id())) {
      throw new NotVectorizable(
          "the type of `" + loop.text(update.value()) + "` is not known, so its sum may round");
    }
    for (Binding binding : loop.frame().bindings(update.total().id())) {
      boolean inside =
          loop.loop().start() <= binding.node().start()
              && binding.node().end() <= loop.loop().end();
      Optional<Expression> start =
          new LocalAssignments(loop.frame().node(), loop.frame().node().end())
              .value(binding.node());
      if (!inside && start.filter(Gathering::isNumber).isEmpty()) {
        throw new NotVectorizable("`" + update.total().id() + "` does not start as a plain number");
      }
      whole &= inside || start.filter(KeptTotals::isWhole).isPresent();
    }
    return whole;
  }

  private static boolean isWhole(Expression e) {
    return e instanceof Expression.Constant c && c.value() instanceof Literal.IntegerNumber;
  }
}
