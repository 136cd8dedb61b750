package dev.parallelize.strategy;

import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.UnaryOperator;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A loop that keeps the largest or smallest value so far, and perhaps what belongs to it: NumPy finds
 * the first position of the best value, and the body runs there, once.
 *
 * <p>The body's own test then compares with what the variable held before the loop, so that nothing
 * changes where no value is better. A NaN is never better: {@code fmax} and {@code fmin} put an
 * infinity in its place, which is no better than anything either.
 */
final class BestPosition {
  private final ArrayLoop loop;
  private final ArrayLoop.Body body;
  private final BestSoFar best;

  private BestPosition(ArrayLoop loop, ArrayLoop.Body body, BestSoFar best) {
    this.loop = loop;
    this.body = body;
    this.best = best;
  }

  /** Empty if it is no such loop; throws {@link NotVectorizable} where arrays would do otherwise. */
  static Optional<Vectorization.Result> of(Program program, Scope frame, Statement.For loop) {
    Optional<ArrayLoop.Body> body = ArrayLoop.Body.of(loop);
    Optional<BestSoFar> best = body.flatMap(b -> BestSoFar.of(program, b.last()));
    if (best.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new BestPosition(ArrayLoop.of(program, frame, loop), body.get(), best.get()).write());
  }

  private Vectorization.Result write() {
    Set<String> results = new HashSet<>(best.assigned().keySet());
    requireResultsApart(results);
    loop.requireNoneLiveOut(results);
    Set<String> locals = new HashSet<>();
    body.locals().forEach(l -> locals.addAll(LoopNest.names(l.targets().get(0))));
    loop.define(body.locals());
    // Values are compared everywhere, also where another condition does not hold.
    loop.rendering().speculate(!best.conditions().isEmpty());
    ArrayRendering.Text value = loop.rendering().render(best.value());
    loop.requireElements(best.value(), value);
    String conditions = conditions();
    requireKept(value);
    requireNumber();
    best.assigned().values().forEach(this::requirePure);
    loop.requireItems();
    OnePosition position = new OnePosition(loop, locals);
    loop.lines().addAll(position.found(search(value, conditions), namesIn(body.last())));
    loop.lines().addAll(position.lines(body.last()));
    return loop.result();
  }

  /** The other conditions; empty if there are none. */
  private String conditions() {
    List<String> parts = new ArrayList<>();
    for (Expression condition : best.conditions()) {
      ArrayRendering.Text text = loop.rendering().condition(condition);
      loop.requireElements(condition, text);
      parts.add(text.code());
    }
    return parts.size() == 1
        ? ArrayRendering.unwrapped(parts.get(0))
        : String.join(" & ", parts.stream().map(p -> "(" + p + ")").toList());
  }

  private String search(ArrayRendering.Text value, String conditions) {
    String numpy = VectorizePlan.NUMPY;
    boolean most = best.most();
    String worst = (most ? "-" : "") + numpy + ".inf";
    String code = ArrayRendering.unwrapped(value.code());
    if (!conditions.isEmpty() && value.element() != ArrayFact.Element.FLOAT64) {
      throw new NotVectorizable("whole numbers have no infinity for where a condition fails");
    }
    String picked =
        conditions.isEmpty()
            ? code
            : numpy + ".where(" + conditions + ", " + code + ", " + worst + ")";
    String values =
        switch (value.element()) {
          case FLOAT64 -> numpy + (most ? ".fmax(" : ".fmin(") + picked + ", " + worst + ")";
          case INT64 -> code;
          case BOOL, OTHER, UNKNOWN ->
              throw new NotVectorizable(
                  "the type of `"
                      + loop.text(best.value())
                      + "` is not known, nor how it compares");
        };
    return numpy + (most ? ".argmax(" : ".argmin(") + values + ")";
  }

  /** The results belong to the best value alone. */
  private void requireResultsApart(Set<String> results) {
    Set<String> read = new HashSet<>();
    body.locals().forEach(l -> read.addAll(namesIn(l.value())));
    read.addAll(namesIn(best.value()));
    best.conditions().forEach(c -> read.addAll(namesIn(c)));
    best.assigned().values().forEach(v -> read.addAll(namesIn(v)));
    best.index().ifPresent(read::remove);
    for (String result : results) {
      boolean local = body.locals().stream().anyMatch(l -> namesIn(l).contains(result));
      if (local
          || read.contains(result)
          || loop.nest().loops().values().stream().anyMatch(a -> a.variable().equals(result))) {
        throw new NotVectorizable("`" + result + "` depends on its former value");
      }
    }
  }

  /** What is compared with is what the test's value was where it was best. */
  private void requireKept(ArrayRendering.Text value) {
    if (best.index().isPresent()) {
      requireIndex(best.index().get());
      return;
    }
    Expression kept = best.assigned().get(best.name());
    boolean same =
        loop.text(kept).equals(loop.text(best.value()))
            || kept instanceof Expression.Name
                && loop.rendering().render(kept).code().equals(value.code())
            || best.value() instanceof Expression.Name
                && loop.rendering().render(kept).code().equals(value.code());
    if (!same) {
      throw new NotVectorizable("`" + best.name() + "` does not become what it is compared with");
    }
  }

  /** {@code a[i] > a[best]} with {@code best = i}. */
  private void requireIndex(String index) {
    boolean single =
        loop.order().size() == 1
            && best.assigned().get(index) instanceof Expression.Name position
            && position.id().equals(loop.order().get(0))
            && best.value() instanceof Expression.Subscript element
            && element.slice() instanceof Expression.Name at
            && at.id().equals(position.id())
            && best.kept() instanceof Expression.Subscript kept
            && loop.text(kept.value()).equals(loop.text(element.value()));
    if (!single) {
      throw new NotVectorizable("`" + index + "` is not the position that is compared with");
    }
  }

  /** The variable starts as a number, so that comparing with it is what it is between numbers. */
  private void requireNumber() {
    if (best.index().isPresent()) {
      return;
    }
    for (Binding binding : loop.frame().bindings(best.name())) {
      boolean inside =
          loop.loop().start() <= binding.node().start()
              && binding.node().end() <= loop.loop().end();
      Optional<Expression> start =
          new LocalAssignments(loop.frame().node(), loop.frame().node().end())
              .value(binding.node());
      if (!inside && start.filter(this::isNumber).isEmpty()) {
        throw new NotVectorizable("`" + best.name() + "` is not known to start as a number");
      }
    }
  }

  private boolean isNumber(Expression e) {
    if (e instanceof Expression.UnaryOp op && op.operator() == UnaryOperator.U_SUB) {
      return isNumber(op.operand());
    }
    boolean element =
        e instanceof Expression.Subscript s
            && loop.facts().of(s.value()).filter(f -> f.element().isKnown()).isPresent()
            && loop.facts().of(s).isEmpty();
    return element || loop.program().type(e).isNumber() || isInfinity(e);
  }

  /** {@code np.inf}, {@code math.inf}. */
  private boolean isInfinity(Expression e) {
    return e instanceof Expression.Attribute a
        && a.attribute().equals("inf")
        && loop.program().value(a).roots().stream()
            .allMatch(
                r ->
                    r instanceof dev.parallelize.semantics.Root.LibraryObject o
                        && (o.name().equals("numpy.inf") || o.name().equals("math.inf")));
  }

  /** What is kept beside the best value is read once instead of each time. */
  private void requirePure(Expression e) {
    boolean pure =
        e instanceof Expression.Name
            || e instanceof Expression.Constant
            || e instanceof Expression.TupleDisplay t && all(t.elements())
            || e instanceof Expression.BinOp op
                && Set.of(Operator.ADD, Operator.SUB, Operator.MULT).contains(op.operator())
                && all(List.of(op.left(), op.right()))
            || e instanceof Expression.Subscript s
                && loop.facts().of(s.value()).isPresent()
                && loop.facts().of(s).isEmpty()
            || loop.text(e).equals(loop.text(best.value()));
    if (!pure) {
      throw new NotVectorizable(
          "`" + loop.text(e) + "` in line " + loop.line(e) + " may do more than give a value");
    }
  }

  private boolean all(List<Expression> parts) {
    parts.forEach(this::requirePure);
    return true;
  }

  private static Set<String> namesIn(Node node) {
    Set<String> names = new HashSet<>();
    Walk.each(
        node,
        n -> {
          if (n instanceof Expression.Name name && name.context() == Context.LOAD) {
            names.add(name.id());
          }
        });
    return names;
  }
}
