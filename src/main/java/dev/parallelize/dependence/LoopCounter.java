package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The counter of a {@code for} loop and what its targets are in terms of it.
 *
 * @param values targets that are linear in the counter
 * @param items targets that are the element, at the counter's place, of a list or array
 */
record LoopCounter(
    ArrayAccess.Counter counter, Map<String, Affine> values, Map<String, Expression> items) {

  /** Reads the loop's head; what it does not understand is left without bounds and values. */
  static LoopCounter of(Program program, AffineForms forms, Statement.For loop) {
    String name = AffineForms.counterName(counterWord(loop.target()), loop.start());
    LoopCounter result =
        new LoopCounter(
            new ArrayAccess.Counter(name, List.of(Affine.of(name))),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    return result.describe(program, forms, loop.target(), loop.iterable(), Affine.of(name));
  }

  private static String counterWord(Expression target) {
    return target instanceof Expression.Name name ? name.id() : "loop";
  }

  private LoopCounter describe(
      Program program, AffineForms forms, Expression target, Expression iterable, Affine position) {
    if (iterable instanceof Expression.Call call) {
      if (AffineForms.calls(program, call, "builtins.range")) {
        return range(forms, target, call);
      }
      List<Expression> targets =
          target instanceof Expression.TupleDisplay tuple ? tuple.elements() : List.of();
      List<Expression> arguments = call.arguments();
      if (AffineForms.calls(program, call, "builtins.enumerate") && targets.size() == 2) {
        Optional<Affine> first =
            arguments.size() == 1 ? Optional.of(Affine.ZERO) : forms.of(arguments.get(1));
        if (targets.get(0) instanceof Expression.Name index && first.isPresent()) {
          values.put(index.id(), first.get().plus(position));
        }
        return describe(program, forms, targets.get(1), arguments.get(0), position);
      }
      if (AffineForms.calls(program, call, "builtins.zip") && targets.size() == arguments.size()) {
        LoopCounter result = this;
        for (int i = 0; i < targets.size(); i++) {
          result = result.describe(program, forms, targets.get(i), arguments.get(i), position);
        }
        return result;
      }
      return this;
    }
    String type = program.type(iterable).name();
    boolean sequence = type.equals("list") || type.equals("numpy.ndarray");
    if (sequence
        && iterable instanceof Expression.Name container
        && forms.isUnchanging(container)) {
      if (target instanceof Expression.Name item) {
        items.put(item.id(), container);
      }
      String length = AffineForms.lengthOf(container.id(), 0);
      return bounded(Affine.of(length).plus(-1).minus(position));
    }
    return this;
  }

  private LoopCounter range(AffineForms forms, Expression target, Expression.Call call) {
    List<Expression> arguments = call.arguments();
    arguments.forEach(forms::isInteger);
    Optional<Affine> start =
        arguments.size() > 1 ? forms.of(arguments.get(0)) : Optional.of(Affine.ZERO);
    Optional<Affine> stop = forms.of(arguments.get(arguments.size() > 1 ? 1 : 0));
    Optional<Affine> step =
        arguments.size() > 2 ? forms.of(arguments.get(2)) : Optional.of(Affine.constant(1));
    if (start.isEmpty() || step.filter(Affine::isConstant).isEmpty()) {
      return this;
    }
    long by = step.get().constant();
    Affine value = start.get().plus(Affine.of(counter.name()).times(by));
    if (target instanceof Expression.Name name) {
      values.put(name.id(), value);
    }
    if (stop.isEmpty()) {
      return this;
    }
    return bounded(by > 0 ? stop.get().plus(-1).minus(value) : value.minus(stop.get()).plus(-1));
  }

  private LoopCounter bounded(Affine atLeastZero) {
    List<Affine> bounds = new ArrayList<>(counter.bounds());
    bounds.add(atLeastZero);
    return new LoopCounter(new ArrayAccess.Counter(counter.name(), bounds), values, items);
  }
}
