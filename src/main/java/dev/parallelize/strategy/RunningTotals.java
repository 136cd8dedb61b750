package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.dependence.FreshArrays;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Prefix sums and products: each element is the one before it and one more number. {@code np.cumsum}
 * adds in the same order, one number after the other, and so gives the same bits.
 */
final class RunningTotals {
  private static final Map<Operator, String> FUNCTIONS =
      Map.of(Operator.ADD, ".cumsum(", Operator.MULT, ".cumprod(");

  private final ArrayLoop loop;
  private final Expression.Subscript target;

  private RunningTotals(ArrayLoop loop, Expression.Subscript target) {
    this.loop = loop;
    this.target = target;
  }

  /**
   * What an element becomes.
   *
   * @param former the element before it
   */
  private record Step(Expression.Subscript former, Operator operator, Expression value) {}

  /** Empty if it is no such loop; throws {@link NotVectorizable} where arrays would do otherwise. */
  static Optional<Vectorization.Result> of(Program program, Scope frame, Statement.For loop) {
    Optional<ArrayLoop.Body> body = ArrayLoop.Body.of(loop);
    Optional<Expression.Subscript> target = body.flatMap(b -> target(b.last()));
    Optional<Step> step = body.flatMap(b -> step(program, b.last()));
    if (step.isEmpty()) {
      return Optional.empty();
    }
    ArrayLoop whole = ArrayLoop.of(program, frame, loop);
    return new RunningTotals(whole, target.orElseThrow()).write(body.get(), step.get());
  }

  private static Optional<Expression.Subscript> target(Statement statement) {
    Expression target =
        statement instanceof Statement.AugAssign update
            ? update.target()
            : statement instanceof Statement.Assign assign && assign.targets().size() == 1
                ? assign.targets().get(0)
                : null;
    return target instanceof Expression.Subscript element
            && element.value() instanceof Expression.Name
        ? Optional.of(element)
        : Optional.empty();
  }

  /** {@code a[i] = a[i - 1] + value}, or the other way around, or {@code a[i] += a[i - 1]}. */
  private static Optional<Step> step(Program program, Statement statement) {
    Optional<Expression.Subscript> target = target(statement);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    if (statement instanceof Statement.AugAssign update) {
      return step(program, target.get(), update.operator(), update.value(), target.get());
    }
    return ((Statement.Assign) statement).value() instanceof Expression.BinOp op
        ? step(program, target.get(), op.operator(), op.left(), op.right())
            .or(() -> step(program, target.get(), op.operator(), op.right(), op.left()))
        : Optional.empty();
  }

  private static Optional<Step> step(
      Program program,
      Expression.Subscript target,
      Operator operator,
      Expression former,
      Expression value) {
    boolean same =
        FUNCTIONS.containsKey(operator)
            && former instanceof Expression.Subscript f
            && text(program, f.value()).equals(text(program, target.value()))
            && !text(program, f.slice()).equals(text(program, target.slice()));
    return same
        ? Optional.of(new Step((Expression.Subscript) former, operator, value))
        : Optional.empty();
  }

  private static String text(Program program, Expression e) {
    return program.tree().source().text(e.span());
  }

  private Optional<Vectorization.Result> write(ArrayLoop.Body body, Step step) {
    if (loop.order().size() != 1 || !isOneBefore(step.former())) {
      return Optional.empty();
    }
    loop.requireNoneLiveOut(Set.of());
    boolean inPlace = loop.text(step.value()).equals(loop.text(target));
    if (!inPlace) {
      requireApart(body, step.value());
    }
    loop.define(body.locals());
    ArrayFact fact = loop.facts().of(target.value()).orElseThrow(() -> unknown(target));
    ArrayRendering.Text value = loop.rendering().render(step.value());
    loop.requireElements(step.value(), value);
    requireTakes(fact, value, step.value());
    loop.requireItems();
    String former = former(fact);
    String values =
        inPlace
            ? former
            : VectorizePlan.NUMPY
                + ".append("
                + loop.text(target.value())
                + "["
                + first()
                + "], "
                + ArrayRendering.unwrapped(value.code())
                + ")";
    String stored = former.endsWith("]") ? former : former + "[:]";
    loop.lines()
        .add(stored + " = " + VectorizePlan.NUMPY + FUNCTIONS.get(step.operator()) + values + ")");
    return Optional.of(loop.result());
  }

  private NotVectorizable unknown(Expression.Subscript element) {
    return new NotVectorizable(
        "`" + loop.text(element.value()) + "` is not known to be a NumPy array");
  }

  private LoopNest.Axis axis() {
    return loop.nest().axes().get(loop.order().get(0));
  }

  private Affine offset() {
    return loop.facts().integer(target.slice()).orElseThrow().without(axis().variable());
  }

  /** The number of the element that the first iteration reads. */
  private String first() {
    return ArrayText.text(axis().low().plus(offset()).plus(-1));
  }

  /** From the element that the first iteration reads to the one that the last iteration stores. */
  private String former(ArrayFact fact) {
    LoopNest.Axis axis = axis();
    Affine low = axis.low().plus(-1);
    LoopNest.Axis longer =
        new LoopNest.Axis(
            axis.variable(), low, axis.high(), ArrayText.text(low), axis.highText(), 1);
    String array = loop.text(target.value());
    String slice = loop.arrays().slice(array, fact, 0, longer, offset());
    return slice.equals(":") ? array : array + "[" + slice + "]";
  }

  private boolean isOneBefore(Expression.Subscript former) {
    String variable = loop.order().get(0);
    Optional<Affine> stored = loop.facts().integer(target.slice());
    Optional<Affine> read = loop.facts().integer(former.slice());
    return stored.isPresent()
        && read.isPresent()
        && stored.get().coefficient(variable) == 1
        && axis().step() == 1
        && stored.get().minus(read.get()).equals(Affine.constant(1));
  }

  /** The numbers that are added must not be among those that the loop stores. */
  private void requireApart(ArrayLoop.Body body, Expression value) {
    String array = loop.text(target.value());
    boolean reads = LoopNest.names(value).contains(array);
    for (Statement.Assign local : body.locals()) {
      reads |= LoopNest.names(local.value()).contains(array);
    }
    FreshArrays fresh = new FreshArrays(loop.program(), loop.frame(), loop.loop());
    if (reads || !fresh.isUnshared(target.value())) {
      throw new NotVectorizable(
          "`" + array + "` is not known to be apart from what is combined with its elements");
    }
  }

  private void requireTakes(ArrayFact fact, ArrayRendering.Text value, Expression e) {
    boolean vector = fact.dimensions().filter(d -> d == 1).isPresent();
    boolean whole = value.element() == ArrayFact.Element.INT64;
    boolean takes =
        fact.element() == ArrayFact.Element.INT64 && whole
            || fact.element() == ArrayFact.Element.FLOAT64
                && (whole || value.element() == ArrayFact.Element.FLOAT64);
    boolean[] divides = {false};
    Walk.each(
        e, n -> divides[0] |= n instanceof Expression.IfExp || n instanceof Expression.NamedExpr);
    if (!vector || !takes || divides[0]) {
      throw new NotVectorizable(
          "`" + loop.text(e) + "` is not known to be of the type of `" + loop.text(target) + "`");
    }
  }
}
