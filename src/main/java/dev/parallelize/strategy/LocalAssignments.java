package dev.parallelize.strategy;

import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The assignments of a function's code: what each target is given, and which have surely run. */
final class LocalAssignments {
  /** One place of an unpacked value. */
  record Unpacked(Expression value, int position) {}

  private final Map<Node, Expression> values = new IdentityHashMap<>();
  private final Map<Node, Unpacked> tuples = new IdentityHashMap<>();
  private final Set<Node> run = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param at offset of the statement before which assignments are looked for
   */
  LocalAssignments(Node code, int at) {
    Walk.each(code, this::collect);
    Node around = code;
    while (around != null) {
      Node next = null;
      for (Node child : Children.of(around)) {
        if (child instanceof Statement && child.end() <= at && isSimple(child)) {
          Walk.each(child, run::add);
        }
        if (child.start() <= at && at < child.end() && !(child instanceof Expression)) {
          next = child;
        }
      }
      around = next;
    }
  }

  private static boolean isSimple(Node statement) {
    return statement instanceof Statement.Assign || statement instanceof Statement.AnnAssign;
  }

  private void collect(Node node) {
    if (node instanceof Statement.Assign assign) {
      for (Expression target : assign.targets()) {
        if (target instanceof Expression.TupleDisplay tuple) {
          unpack(tuple, assign.value());
        } else {
          values.put(target, assign.value());
        }
      }
    } else if (node instanceof Statement.AnnAssign assign) {
      assign.value().ifPresent(v -> values.put(assign.target(), v));
    }
  }

  private void unpack(Expression.TupleDisplay targets, Expression value) {
    boolean starred = targets.elements().stream().anyMatch(t -> t instanceof Expression.Starred);
    for (int i = 0; i < targets.elements().size() && !starred; i++) {
      if (value instanceof Expression.TupleDisplay tuple
          && tuple.elements().size() == targets.elements().size()) {
        values.put(targets.elements().get(i), tuple.elements().get(i));
      } else {
        tuples.put(targets.elements().get(i), new Unpacked(value, i));
      }
    }
  }

  /** What the target is given, where that stands in the text. */
  Optional<Expression> value(Node target) {
    return Optional.ofNullable(values.get(target));
  }

  /** Whether the expression is part of what the target is given. */
  boolean gives(Node target, Expression part) {
    return value(target)
        .or(() -> tuple(target).map(Unpacked::value))
        .filter(v -> v.start() <= part.start() && part.end() <= v.end())
        .isPresent();
  }

  /** How many axes {@code rows, columns = array.shape} says that the array has, where that has surely run. */
  Optional<Integer> axesOf(String array) {
    return tuples.entrySet().stream()
        .filter(e -> dominates(e.getKey()))
        .map(e -> e.getValue().value())
        .filter(
            v ->
                v instanceof Expression.Attribute a
                    && a.attribute().equals("shape")
                    && a.value() instanceof Expression.Name name
                    && name.id().equals(array))
        .findFirst()
        .map(v -> (int) tuples.values().stream().filter(u -> u.value() == v).count());
  }

  Optional<Unpacked> tuple(Node target) {
    return Optional.ofNullable(tuples.get(target));
  }

  /** Whether the target's statement has run, whenever the place of interest is reached. */
  boolean dominates(Node target) {
    return run.contains(target);
  }
}
