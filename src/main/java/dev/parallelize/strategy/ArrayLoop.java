package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A nest of loops over arrays that become one array expression, with values in the order of the
 * iterations, and the statements that come of it.
 *
 * @param order the loops' variables, outermost first
 * @param lines the statements so far, as in {@link VectorizePlan}
 */
record ArrayLoop(
    Program program,
    Scope frame,
    Statement.For loop,
    ArrayFacts facts,
    LoopNest nest,
    List<String> order,
    ArrayText arrays,
    RunTimeGuards guards,
    ArrayRendering rendering,
    Set<String> caveats,
    List<String> lines) {

  /** Reads the loop; throws {@link NotVectorizable} where its inner loops run differently far. */
  static ArrayLoop of(Program program, Scope frame, Statement.For loop) {
    ArrayFacts facts = new ArrayFacts(program, frame, loop.start());
    LoopNest nest = LoopNest.inOrder(program, frame, facts, loop);
    if (!nest.kept().isEmpty()) {
      throw new NotVectorizable("the inner loop does not run equally far in every iteration");
    }
    RunTimeGuards.requireNotGuarded(facts, frame.node(), loop);
    RunTimeGuards guards = new RunTimeGuards(facts);
    nest.requireLengths(guards);
    List<String> order = List.copyOf(nest.axes().keySet());
    Set<String> caveats = new LinkedHashSet<>();
    ArrayText arrays = new ArrayText(facts, nest, order, guards);
    requireSingleElements(facts, guards, loop);
    return new ArrayLoop(
        program,
        frame,
        loop,
        facts,
        nest,
        order,
        arrays,
        guards,
        new ArrayRendering(program, facts, nest, arrays, guards, caveats),
        caveats,
        new ArrayList<>());
  }

  /** With more axes, what is read would be rows. */
  private static void requireSingleElements(
      ArrayFacts facts, RunTimeGuards guards, Statement.For loop) {
    Walk.where(
        loop,
        n -> {
          if (!(n instanceof Expression.Subscript outermost)) {
            return true;
          }
          int axes = ArrayElement.indices(outermost).size();
          Expression base = ArrayElement.base(outermost);
          if (facts.of(base).filter(f -> f.dimensions().isEmpty()).isPresent()) {
            guards.require(facts.text(base) + ".ndim == " + axes);
            facts.check(facts.text(base), axes);
          }
          return true;
        });
  }

  /**
   * What the innermost loop does.
   *
   * @param locals variables that each iteration sets first, also those of the loops around
   * @param last the statement after them
   */
  record Body(List<Statement.Assign> locals, Statement last) {
    static Optional<Body> of(Statement.For loop) {
      List<Statement.Assign> locals = new ArrayList<>();
      List<Statement> statements = loop.body();
      while (true) {
        int count = statements.size() - 1;
        Optional<Body> one = of(statements.subList(0, count), statements.get(count));
        if (one.isEmpty()) {
          return one;
        }
        locals.addAll(one.get().locals());
        if (!(statements.get(count) instanceof Statement.For inner)) {
          return Optional.of(new Body(locals, statements.get(count)));
        }
        statements = inner.body();
      }
    }

    /** The body of a single loop; empty where something else comes before the last statement. */
    static Optional<Body> of(List<Statement> before, Statement last) {
      List<Statement.Assign> locals = new ArrayList<>();
      for (Statement s : before) {
        boolean local =
            s instanceof Statement.Assign a
                && a.targets().size() == 1
                && a.targets().get(0) instanceof Expression.Name;
        if (!local) {
          return Optional.empty();
        }
        locals.add((Statement.Assign) s);
      }
      return Optional.of(new Body(locals, last));
    }
  }

  /** Computes the variables of all iterations at once. */
  void define(List<Statement.Assign> locals) {
    for (Statement.Assign local : locals) {
      String name = ((Expression.Name) local.targets().get(0)).id();
      ArrayRendering.Text text = rendering.render(local.value());
      rendering.define(name, text);
      lines.add(name + " = " + text.code());
    }
  }

  /** Nobody may read what the loop leaves in its variables, apart from its results. */
  void requireNoneLiveOut(Set<String> results) {
    Set<String> bound = new HashSet<>(nest.bound());
    bound.removeAll(results);
    LiveOut.requireNone(program, frame, loop, bound);
  }

  /** A list that grows with each iteration must not be looked at while it does. */
  static void requireOnlyAppended(Statement.For loop, String list) {
    int[] mentions = {0};
    Walk.each(
        loop,
        n -> mentions[0] += n instanceof Expression.Name name && name.id().equals(list) ? 1 : 0);
    if (mentions[0] > 1) {
      throw new NotVectorizable("`" + list + "` is read while the loop appends to it");
    }
  }

  /** Needs one value for each iteration, made from elements of arrays. */
  void requireElements(Expression e, ArrayRendering.Text value) {
    if (value.kind() != ArrayRendering.Kind.ELEMENT || value.axes().size() != order.size()) {
      throw new NotVectorizable(
          "`" + text(e) + "` does not depend on elements for every iteration");
    }
  }

  void requireItems() {
    guards.requireItems(nest.axes().values());
  }

  Vectorization.Result result() {
    return new Vectorization.Result(
        loop.span(), lines, guards.conditions(), guards.needsLoop(), List.copyOf(caveats));
  }

  String text(Node node) {
    return facts.text(node);
  }

  int line(Node node) {
    return program.tree().source().line(node.start());
  }

  /** A name that neither the program nor the new statements use. */
  String fresh(String wanted) {
    String name = wanted;
    for (int number = 2; isTaken(name); number++) {
      name = wanted + "_" + number;
    }
    return name;
  }

  private boolean isTaken(String name) {
    return program.tree().source().text().contains(name)
        || lines.stream().anyMatch(l -> l.startsWith(name + " = "));
  }

  /** Whether the loop counts each position from zero by one. */
  boolean countsFromZero(String variable) {
    LoopNest.Axis axis = nest.axes().get(variable);
    return axis.low().equals(Affine.ZERO) && axis.step() == 1;
  }
}
