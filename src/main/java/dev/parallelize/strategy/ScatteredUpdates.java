package dev.parallelize.strategy;

import dev.parallelize.dependence.AffineDependence;
import dev.parallelize.dependence.AffineResult;
import dev.parallelize.dependence.FreshArrays;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Histograms: a loop that adds to the elements of an array that other arrays number. The numbers may
 * repeat, so that {@code counts[labels] += 1} would lose some; {@code np.add.at} adds one after the
 * other, in the order of the loop, and so rounds as the loop does.
 */
final class ScatteredUpdates {
  private static final Map<Operator, String> FUNCTIONS =
      Map.of(Operator.ADD, ".add.at(", Operator.SUB, ".subtract.at(");

  private final ArrayLoop loop;
  private final Statement.AugAssign update;
  private final Expression.Subscript target;
  private final Optional<Expression> test;

  private ScatteredUpdates(ArrayLoop loop, Statement.AugAssign update, Optional<Expression> test) {
    this.loop = loop;
    this.update = update;
    this.target = (Expression.Subscript) update.target();
    this.test = test;
  }

  /** Empty if it is no such loop; throws {@link NotVectorizable} where arrays would do otherwise. */
  static Optional<Vectorization.Result> of(Program program, Scope frame, Statement.For loop) {
    Optional<ArrayLoop.Body> body = ArrayLoop.Body.of(loop);
    if (body.isEmpty()) {
      return Optional.empty();
    }
    Statement last = body.get().last();
    Optional<Expression> test = Optional.empty();
    if (last instanceof Statement.If choice
        && choice.orElse().isEmpty()
        && choice.body().size() == 1) {
      test = Optional.of(choice.test());
      last = choice.body().get(0);
    }
    boolean scattered =
        last instanceof Statement.AugAssign update
            && FUNCTIONS.containsKey(update.operator())
            && update.target() instanceof Expression.Subscript element
            && readsElements(element.slice(), body.get(), loop);
    return scattered
        ? Optional.of(
            new ScatteredUpdates(
                    ArrayLoop.of(program, frame, loop), (Statement.AugAssign) last, test)
                .write(body.get()))
        : Optional.empty();
  }

  /** Whether an index is read from an array, or is a variable that the body sets. */
  private static boolean readsElements(Expression index, ArrayLoop.Body body, Statement.For loop) {
    boolean[] reads = {false};
    Walk.each(
        index,
        n -> {
          boolean local =
              n instanceof Expression.Name name
                  && (body.locals().stream()
                          .anyMatch(l -> LoopNest.names(l.targets().get(0)).contains(name.id()))
                      || isItem(loop, name.id()));
          reads[0] |= n instanceof Expression.Subscript || local;
        });
    return reads[0];
  }

  private static boolean isItem(Statement.For loop, String name) {
    boolean counts =
        loop.iterable() instanceof Expression.Call c
            && c.function() instanceof Expression.Name f
            && f.id().equals("range");
    return !counts && LoopNest.names(loop.target()).contains(name);
  }

  private Vectorization.Result write(ArrayLoop.Body body) {
    requireApart();
    loop.requireNoneLiveOut(java.util.Set.of());
    loop.define(body.locals());
    ArrayFact fact = fact();
    String mask = test.map(this::mask).orElse("");
    loop.rendering().pick(mask);
    loop.rendering().speculate(false);
    List<String> indices = new ArrayList<>();
    parts().forEach(p -> indices.add(index(p)));
    if (fact.dimensions().filter(d -> d == indices.size()).isEmpty()) {
      throw new NotVectorizable("`" + loop.text(target) + "` is not known to be one element");
    }
    String amount = amount(fact.element());
    loop.rendering().pick("");
    String all = indices.size() == 1 ? indices.get(0) : "(" + String.join(", ", indices) + ")";
    loop.lines()
        .add(
            VectorizePlan.NUMPY
                + FUNCTIONS.get(update.operator())
                + loop.text(target.value())
                + ", "
                + all
                + ", "
                + amount
                + ")");
    return loop.result();
  }

  /** Nothing else may see the array, not even after an index that is out of range. */
  private void requireApart() {
    AffineResult result = AffineDependence.of(loop.program(), loop.frame(), loop.loop());
    boolean combined =
        result instanceof AffineResult.Reduction || result instanceof AffineResult.Independent;
    FreshArrays fresh = new FreshArrays(loop.program(), loop.frame(), loop.loop());
    if (!combined || !fresh.isUnshared(target.value())) {
      throw new NotVectorizable(
          "`" + loop.text(target.value()) + "` is not known to be used by this loop alone");
    }
    requireNotCaught(loop.frame(), loop.loop());
  }

  /** An index that is out of range must not be survived: arrays fail before they store anything. */
  static void requireNotCaught(Scope frame, Statement.For loop) {
    Walk.where(
        frame.node(),
        n -> {
          boolean around = n.start() <= loop.start() && loop.end() <= n.end();
          if (around && (n instanceof Statement.Try || n instanceof Statement.With)) {
            throw new NotVectorizable(
                "what the loop did before an index is out of range may be seen");
          }
          return around;
        });
  }

  private ArrayFact fact() {
    return loop.facts()
        .of(target.value())
        .orElseThrow(
            () ->
                new NotVectorizable(
                    "`" + loop.text(target.value()) + "` is not known to be a NumPy array"));
  }

  private List<Expression> parts() {
    return target.slice() instanceof Expression.TupleDisplay t
        ? t.elements()
        : List.of(target.slice());
  }

  private String mask(Expression condition) {
    ArrayRendering.Text text = loop.rendering().condition(condition);
    loop.requireElements(condition, text);
    String name = loop.fresh("mask");
    loop.lines().add(name + " = " + text.code());
    return name;
  }

  private String index(Expression part) {
    Expression number = withoutInt(part);
    ArrayRendering.Text text = loop.rendering().render(number);
    loop.requireElements(part, text);
    if (text.element() != ArrayFact.Element.INT64) {
      throw new NotVectorizable(
          "`" + loop.text(part) + "` is not known to be a whole number of 64 bits");
    }
    return ArrayRendering.unwrapped(text.code());
  }

  /** {@code int(…)} around what is a whole number already. */
  private Expression withoutInt(Expression e) {
    return e instanceof Expression.Call call
            && call.arguments().size() == 1
            && LoopNest.calls(loop.program(), call, "int")
        ? call.arguments().get(0)
        : e;
  }

  private String amount(ArrayFact.Element element) {
    ArrayRendering.Text text = loop.rendering().render(update.value());
    boolean whole = text.element() == ArrayFact.Element.INT64;
    boolean constant =
        update.value() instanceof Expression.Constant c
            && (c.value() instanceof Literal.IntegerNumber
                || c.value() instanceof Literal.FloatNumber);
    boolean elements =
        text.kind() == ArrayRendering.Kind.ELEMENT && text.axes().size() == loop.order().size();
    boolean takes =
        element == ArrayFact.Element.INT64 && whole
            || element == ArrayFact.Element.FLOAT64
                && (whole || text.element() == ArrayFact.Element.FLOAT64);
    if (!takes || !constant && !elements || text.code().contains(".where(")) {
      throw new NotVectorizable(
          "`"
              + loop.text(update.value())
              + "` is not known to be a number that `"
              + loop.text(target.value())
              + "` takes as it is");
    }
    // A whole number would have to be converted for each element.
    boolean converted = constant && whole && element == ArrayFact.Element.FLOAT64;
    return ArrayRendering.unwrapped(text.code()) + (converted ? ".0" : "");
  }
}
