package dev.parallelize.dependence;

import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.UnaryOperator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes two accesses that touch the same element of a container in the same iteration and
 * different elements in different ones: {@code a[i]} and {@code a[i]} where {@code i} never repeats.
 */
final class SameSlot {
  private SameSlot() {}

  static boolean holds(
      Program program, Located read, Located write, Set<String> loopNames, Iteration iteration) {
    Optional<Expression.Subscript> first = program.subscriptAt(read.start(), read.end());
    Optional<Expression.Subscript> second = program.subscriptAt(write.start(), write.end());
    return first.isPresent()
        && second.isPresent()
        && first.get().value() instanceof Expression.Name a
        && second.get().value() instanceof Expression.Name b
        && a.id().equals(b.id())
        && !loopNames.contains(a.id())
        && first.get().slice() instanceof Expression.Name i
        && second.get().slice() instanceof Expression.Name j
        && i.id().equals(j.id())
        && counter(program, iteration).filter(i.id()::equals).isPresent();
  }

  /** The target that takes a different value in each iteration, if one surely does. */
  static Optional<String> counter(Program program, Iteration iteration) {
    Expression iterable = iteration.iterable();
    if (iterable instanceof Expression.Call call
        && call.function() instanceof Expression.Name name
        && program.scopes().around(name).owner(name.id()).isEmpty()
        && !call.arguments().isEmpty()) {
      boolean negative =
          call.arguments().get(0) instanceof Expression.UnaryOp u
              && u.operator() == UnaryOperator.U_SUB;
      switch (name.id()) {
        case "range" -> {
          return negative ? Optional.empty() : plain(iteration.target());
        }
        case "enumerate" -> {
          return first(iteration.target());
        }
        case "sorted", "list", "reversed", "set" -> {
          return keyed(program, call.arguments().get(0), iteration.target());
        }
        default -> {}
      }
    }
    return keyed(program, iterable, iteration.target());
  }

  private static Optional<String> keyed(Program program, Expression iterable, Expression target) {
    if (iterable instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute a
        && List.of("items", "keys").contains(a.attribute())) {
      boolean dict =
          program.type(a.value()).name().equals("dict") || program.type(a.value()).isUnknown();
      if (!dict) {
        return Optional.empty();
      }
      return a.attribute().equals("items") ? first(target) : plain(target);
    }
    boolean unique =
        Set.of("dict", "set", "frozenset", "collections.Counter", "collections.defaultdict")
            .contains(program.type(iterable).name());
    return unique ? plain(target) : Optional.empty();
  }

  private static Optional<String> plain(Expression target) {
    return target instanceof Expression.Name name ? Optional.of(name.id()) : Optional.empty();
  }

  private static Optional<String> first(Expression target) {
    return target instanceof Expression.TupleDisplay tuple && !tuple.elements().isEmpty()
        ? plain(tuple.elements().get(0))
        : Optional.empty();
  }
}
