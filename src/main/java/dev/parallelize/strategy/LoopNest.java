package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Loops over {@code range}, one inside the other, with simple statements before the inner loop and in
 * the innermost body.
 *
 * @param axes the loops by their variable, outermost first
 * @param steps the simple statements in order, with the number of loops around each
 * @param bound every name that the loops bind
 */
record LoopNest(
    List<Statement.For> loops, Map<String, Axis> axes, List<Step> steps, Set<String> bound) {
  private static final int DEEPEST = 3;

  /** The values of a loop variable: from {@code low} up to, and without, {@code high}. */
  record Axis(String variable, Affine low, Affine high, String lowText, String highText) {}

  record Step(Statement statement, int depth) {}

  static LoopNest of(Program program, ArrayFacts facts, Statement.For loop) {
    Set<String> bound = new HashSet<>();
    Walk.each(
        loop,
        node -> {
          if (node instanceof Expression.Name name && name.context() != Context.LOAD) {
            bound.add(name.id());
          }
        });
    LoopNest nest =
        new LoopNest(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>(), bound);
    nest.enter(program, facts, loop);
    facts.count(nest.axes.keySet());
    return nest;
  }

  private void enter(Program program, ArrayFacts facts, Statement.For loop) {
    if (loop.isAsync() || !loop.orElse().isEmpty()) {
      throw new NotVectorizable("the loop has an `else` or is asynchronous");
    }
    if (loops.size() == DEEPEST) {
      throw new NotVectorizable("more than three loops stand inside each other");
    }
    loops.add(loop);
    Axis axis = axis(program, facts, loop);
    if (axes.put(axis.variable(), axis) != null) {
      throw new NotVectorizable("two loops of the nest share the variable " + axis.variable());
    }
    boolean inner = false;
    for (Statement statement : loop.body()) {
      if (inner) {
        throw new NotVectorizable("statements follow an inner loop");
      }
      if (statement instanceof Statement.For next) {
        enter(program, facts, next);
        inner = true;
      } else {
        steps.add(new Step(statement, loops.size()));
      }
    }
  }

  private Axis axis(Program program, ArrayFacts facts, Statement.For loop) {
    if (!(loop.target() instanceof Expression.Name variable)
        || !(loop.iterable() instanceof Expression.Call call)
        || !isRange(program, call)) {
      throw new NotVectorizable("the loop does not run over the numbers of a `range`");
    }
    List<Expression> arguments = call.arguments();
    if (arguments.isEmpty() || arguments.size() > 2) {
      throw new NotVectorizable("the loop runs over a `range` with a step");
    }
    Expression high = arguments.get(arguments.size() - 1);
    Optional<Affine> from =
        arguments.size() == 1 ? Optional.of(Affine.ZERO) : facts.integer(arguments.get(0));
    Optional<Affine> to = facts.integer(high);
    boolean fixed =
        from.isPresent()
            && to.isPresent()
            && names(high).stream().noneMatch(bound::contains)
            && names(arguments.get(0)).stream().noneMatch(bound::contains);
    if (!fixed) {
      throw new NotVectorizable(
          "the bounds of the loop over `" + variable.id() + "` are not fixed beforehand");
    }
    String lowText = arguments.size() == 1 ? "0" : facts.text(arguments.get(0));
    return new Axis(variable.id(), from.orElseThrow(), to.orElseThrow(), lowText, facts.text(high));
  }

  private static boolean isRange(Program program, Expression.Call call) {
    return call.keywords().isEmpty()
        && program.targets(call).stream()
            .allMatch(
                t ->
                    t instanceof CallTarget.Known known
                        && known.callee().name().equals("builtins.range"));
  }

  static Set<String> names(Expression e) {
    Set<String> names = new HashSet<>();
    Walk.each(
        e,
        node -> {
          if (node instanceof Expression.Name name) {
            names.add(name.id());
          }
        });
    return names;
  }
}
