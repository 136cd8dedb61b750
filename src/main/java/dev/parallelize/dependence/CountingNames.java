package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that nothing binds but loops that count: over a range, an enumeration, or pairs of what counts. */
final class CountingNames {
  private final Program program;
  private final Set<Node> counters = new HashSet<>();
  private boolean collected;

  CountingNames(Program program) {
    this.program = program;
  }

  boolean isCounter(Expression index) {
    return index instanceof Expression.Name name
        && program
            .scopes()
            .around(name)
            .owner(name.id())
            .map(owner -> owner.bindings(name.id()))
            .filter(all -> all.stream().allMatch(b -> counters().contains(b.node())))
            .isPresent();
  }

  private Set<Node> counters() {
    if (!collected) {
      collected = true;
      Walk.each(
          program.tree().module(),
          n -> {
            if (n instanceof Statement.For loop) {
              counters.addAll(counters(loop.target(), loop.iterable()));
            } else if (n instanceof Comprehension part) {
              counters.addAll(counters(part.target(), part.iterable()));
            }
          });
    }
    return counters;
  }

  /** The names of a loop's target that count. */
  private static List<Expression> counters(Expression target, Expression iterable) {
    if (iterable instanceof Expression.Call call
        && call.function() instanceof Expression.Name name) {
      return switch (name.id()) {
        case "range" -> List.of(target);
        case "enumerate" ->
            target instanceof Expression.TupleDisplay both
                ? both.elements().subList(0, 1)
                : List.of();
        case "zip" -> counters(target, call.arguments());
        default -> List.of();
      };
    }
    return iterable instanceof Expression.ListComp pairs ? counters(target, pairs) : List.of();
  }

  private static List<Expression> counters(Expression target, List<Expression> zipped) {
    List<Expression> found = new ArrayList<>();
    if (target instanceof Expression.TupleDisplay names
        && names.elements().size() == zipped.size()) {
      for (int i = 0; i < zipped.size(); i++) {
        found.addAll(counters(names.elements().get(i), zipped.get(i)));
      }
    }
    return found;
  }

  private static List<Expression> counters(Expression target, Expression.ListComp pairs) {
    Set<String> counting = new HashSet<>();
    for (Comprehension part : pairs.generators()) {
      for (Expression one : counters(part.target(), part.iterable())) {
        if (one instanceof Expression.Name name) {
          counting.add(name.id());
        }
      }
    }
    List<Expression> found = new ArrayList<>();
    if (target instanceof Expression.TupleDisplay names
        && pairs.element() instanceof Expression.TupleDisplay values
        && names.elements().size() == values.elements().size()) {
      for (int i = 0; i < names.elements().size(); i++) {
        if (values.elements().get(i) instanceof Expression.Name n && counting.contains(n.id())) {
          found.add(names.elements().get(i));
        }
      }
    }
    return found;
  }
}
