package dev.parallelize.strategy;

import dev.parallelize.dependence.AffineDependence;
import dev.parallelize.dependence.AffineResult;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a nest of index loops as statements over whole arrays, or says why that would be wrong. */
final class Vectorization {
  private final Program program;
  private final Scope frame;
  private final Statement.For loop;
  private final ArrayFacts facts;
  private final LoopNest nest;
  private final Set<String> caveats = new LinkedHashSet<>();
  private final List<String> lines = new ArrayList<>();

  private Vectorization(Program program, Scope frame, Statement.For loop) {
    this.program = program;
    this.frame = frame;
    this.loop = loop;
    this.facts = new ArrayFacts(program, frame, loop.start());
    this.nest = LoopNest.of(program, facts, loop);
  }

  /** The statements, and what the user should know of them. */
  record Result(List<String> statements, List<String> caveats) {}

  /** Throws {@link NotVectorizable} with the reason. */
  static Result of(Program program, Scope frame, Statement.For loop) {
    return new Vectorization(program, frame, loop).write();
  }

  private Result write() {
    requireNotLiveOut();
    requireIndependent();
    List<Expression.Subscript> targets = targets();
    ArrayText unordered = new ArrayText(facts, nest, List.copyOf(nest.axes().keySet()));
    List<String> order = unordered.access(targets.get(0)).axes();
    if (order.size() != nest.axes().size()) {
      throw new NotVectorizable(
          "`" + facts.text(targets.get(0)) + "` is stored more than once, or by an inner loop");
    }
    requireApart(targets);
    ArrayText arrays = new ArrayText(facts, nest, order);
    ArrayRendering rendering = new ArrayRendering(program, facts, nest, arrays, caveats);
    for (LoopNest.Step step : nest.steps()) {
      write(step, arrays, rendering);
    }
    return new Result(lines, List.copyOf(caveats));
  }

  /** Every loop of the nest by itself: a value may be read before, never after, it is replaced. */
  private void requireIndependent() {
    for (Statement.For inner : nest.loops()) {
      AffineResult result = AffineDependence.of(program, frame, inner);
      if (result instanceof AffineResult.Dependent d && d.kind() != AffineResult.Kind.ANTI) {
        throw new NotVectorizable(
            "line "
                + d.line()
                + " needs what another iteration does to `"
                + d.variable()
                + "` in line "
                + d.otherLine());
      } else if (result instanceof AffineResult.Reduction r) {
        throw new NotVectorizable(
            "`" + r.target() + "` in line " + r.line() + " is combined over the iterations");
      } else if (result instanceof AffineResult.MayAlias a) {
        throw new NotVectorizable("`" + a.first() + "` and `" + a.second() + "` may share memory");
      } else if (result instanceof AffineResult.Unknown u) {
        throw new NotVectorizable(u.reason());
      }
    }
  }

  /** The elements stored; all stand in the innermost loop. */
  private List<Expression.Subscript> targets() {
    List<Expression.Subscript> targets = new ArrayList<>();
    for (LoopNest.Step step : nest.steps()) {
      for (Expression.Subscript target : stored(step.statement())) {
        if (step.depth() != nest.loops().size()) {
          throw new NotVectorizable(
              "`" + facts.text(target) + "` is stored outside of the inner loop");
        }
        targets.add(target);
      }
    }
    if (targets.isEmpty()) {
      throw new NotVectorizable("the loop stores no elements of an array");
    }
    return targets;
  }

  private static List<Expression.Subscript> stored(Statement statement) {
    List<Expression.Subscript> stored = new ArrayList<>();
    Walk.each(
        statement,
        node -> {
          if (node instanceof Expression.Subscript s && s.context() == Context.STORE) {
            stored.add(s);
          }
        });
    return stored;
  }

  /** With several stores, no stored array may be read: statements then run one after the other. */
  private void requireApart(List<Expression.Subscript> targets) {
    Set<String> stored = new HashSet<>();
    targets.forEach(t -> stored.addAll(arrayName(t).stream().toList()));
    Set<String> texts = new HashSet<>();
    targets.forEach(t -> texts.add(facts.text(t)));
    boolean sameElement =
        texts.size() == 1
            && nest.steps().stream().filter(s -> !stored(s.statement()).isEmpty()).count() == 1;
    if (targets.size() == 1 || sameElement) {
      return;
    }
    if (stored.size() < targets.size()) {
      throw new NotVectorizable("the body stores into the same array twice");
    }
    Walk.each(
        loop,
        node -> {
          if (node instanceof Expression.Subscript s
              && s.context() == Context.LOAD
              && arrayName(s).filter(stored::contains).isPresent()) {
            throw new NotVectorizable("the body stores into several arrays and reads one of them");
          }
        });
  }

  private static Optional<String> arrayName(Expression.Subscript subscript) {
    Expression base = subscript;
    while (base instanceof Expression.Subscript level) {
      base = level.value();
    }
    return base instanceof Expression.Name name ? Optional.of(name.id()) : Optional.empty();
  }

  private void write(LoopNest.Step step, ArrayText arrays, ArrayRendering rendering) {
    Statement statement = step.statement();
    if (statement instanceof Statement.Assign assign && assign.targets().size() == 1) {
      assign(assign.targets().get(0), assign.value(), arrays, rendering);
    } else if (statement instanceof Statement.AugAssign assign
        && assign.target() instanceof Expression.Subscript target) {
      update(assign, target, arrays, rendering);
    } else if (statement instanceof Statement.If choice) {
      choose(choice, arrays, rendering);
    } else if (!(statement instanceof Statement.Pass)) {
      throw new NotVectorizable(
          "the statement in line "
              + program.tree().source().line(statement.start())
              + " is no assignment");
    }
  }

  private void assign(
      Expression target, Expression value, ArrayText arrays, ArrayRendering rendering) {
    if (target instanceof Expression.Name name) {
      ArrayRendering.Text text = rendering.render(value);
      rendering.define(name.id(), text);
      lines.add(name.id() + " = " + text.code());
    } else if (target instanceof Expression.Subscript element) {
      String outer = outerProduct(value, arrays).orElseGet(() -> rendering.render(value).code());
      lines.add(target(element, arrays) + " = " + outer);
    } else {
      throw new NotVectorizable("`" + facts.text(target) + "` is neither a name nor an element");
    }
  }

  private String target(Expression.Subscript element, ArrayText arrays) {
    ArrayText.Access access = arrays.access(element);
    if (!access.axes().equals(arrays.order())) {
      throw new NotVectorizable("the stored arrays have their axes in different orders");
    }
    if (access.fact().dimensions().isEmpty()) {
      throw new NotVectorizable(
          "how many axes `" + access.array() + "` has is not known: its elements may be rows");
    }
    return access.isWhole()
        ? access.array() + "[:]"
        : access.array() + "[" + String.join(", ", access.parts()) + "]";
  }

  /** {@code a[i] * b[j]} for all i and j has a name of its own. */
  private Optional<String> outerProduct(Expression value, ArrayText arrays) {
    if (arrays.order().size() != 2
        || !(value instanceof Expression.BinOp product)
        || product.operator() != Operator.MULT
        || !(product.left() instanceof Expression.Subscript left)
        || !(product.right() instanceof Expression.Subscript right)) {
      return Optional.empty();
    }
    ArrayText.Access a = arrays.access(left);
    ArrayText.Access b = arrays.access(right);
    boolean vectors = a.parts().size() == 1 && b.parts().size() == 1;
    List<String> axes = new ArrayList<>(a.axes());
    axes.addAll(b.axes());
    if (!vectors || !axes.equals(arrays.order()) || !isVector(a) || !isVector(b)) {
      return Optional.empty();
    }
    return Optional.of(VectorizePlan.NUMPY + ".outer(" + plain(a) + ", " + plain(b) + ")");
  }

  /** {@code np.outer} flattens what has more axes. */
  private static boolean isVector(ArrayText.Access access) {
    return access.fact().dimensions().filter(d -> d == 1).isPresent();
  }

  private static String plain(ArrayText.Access access) {
    return access.isWhole() ? access.array() : access.array() + "[" + access.parts().get(0) + "]";
  }

  private void update(
      Statement.AugAssign assign,
      Expression.Subscript element,
      ArrayText arrays,
      ArrayRendering rendering) {
    ArrayText.Access access = arrays.access(element);
    boolean simple = Set.of(Operator.ADD, Operator.SUB, Operator.MULT).contains(assign.operator());
    if (!simple || access.fact().element() != ArrayFact.Element.FLOAT64) {
      throw new NotVectorizable(
          "`"
              + facts.text(element)
              + "` is updated in place, and its element type is not known to"
              + " take the result");
    }
    String value = rendering.render(assign.value()).code();
    lines.add(target(element, arrays) + " " + assign.operator().symbol() + "= " + value);
  }

  /** {@code if} that stores the same element either way, or leaves it as it is. */
  private void choose(Statement.If choice, ArrayText arrays, ArrayRendering rendering) {
    Statement.Assign then = onlyStore(choice.body());
    Expression.Subscript target = (Expression.Subscript) then.targets().get(0);
    ArrayText.Access access = arrays.access(target);
    if (access.fact().element() != ArrayFact.Element.FLOAT64) {
      throw new NotVectorizable(
          "the element type of `" + access.array() + "` is not known, so that branches may round");
    }
    Expression otherwise = target;
    if (!choice.orElse().isEmpty()) {
      Statement.Assign other = onlyStore(choice.orElse());
      if (!facts.text(other.targets().get(0)).equals(facts.text(target))) {
        throw new NotVectorizable("the branches store different elements");
      }
      otherwise = other.value();
    }
    ArrayRendering.Text value =
        rendering.choose(choice.test(), then.value(), rendering.render(otherwise), otherwise);
    lines.add(target(target, arrays) + " = " + value.code());
  }

  private static Statement.Assign onlyStore(List<Statement> block) {
    if (block.size() == 1
        && block.get(0) instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Subscript) {
      return assign;
    }
    throw new NotVectorizable("a branch does more than store one element");
  }

  /** After the loop its variables hold the last iteration's values: nobody may read them. */
  private void requireNotLiveOut() {
    Deque<Node> pending = new ArrayDeque<>();
    pending.push(program.tree().module());
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      if (node == loop) {
        continue;
      }
      if (node instanceof Expression.Name name
          && name.context() != Context.STORE
          && nest.bound().contains(name.id())
          && program.scopes().around(name).owner(name.id()).filter(this::isHome).isPresent()
          && !isRebound(name)) {
        throw new NotVectorizable("`" + name.id() + "` is read outside of the loop that sets it");
      }
      dev.parallelize.syntax.Children.of(node).forEach(pending::push);
    }
  }

  private boolean isHome(Scope owner) {
    return owner == frame;
  }

  /** Whether the read stands in the body of another loop over the same variable. */
  private boolean isRebound(Expression.Name read) {
    boolean[] found = {false};
    Walk.each(
        frame.node(),
        node -> {
          if (node instanceof Statement.For other && other != loop && !other.body().isEmpty()) {
            boolean inside =
                other.body().get(0).start() <= read.start()
                    && read.end() <= other.body().get(other.body().size() - 1).end();
            boolean around = other.start() <= loop.start() && loop.end() <= other.end();
            found[0] |= inside && !around && LoopNest.names(other.target()).contains(read.id());
          }
        });
    return found[0];
  }
}
