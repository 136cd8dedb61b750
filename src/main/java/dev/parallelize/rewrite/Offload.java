package dev.parallelize.rewrite;

import dev.parallelize.strategy.Assignments;
import dev.parallelize.strategy.ResponseMember;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Walk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls that coroutines hand to a process pool.
 *
 * @param hoisted parts of answers that the calls are given, with the names that hold them: they are read
 *     while the connection is open, the call is made after
 */
record Offload(Set<Expression.Call> calls, Map<Expression, Hoist> hoisted, String pool) {
  static final Offload NONE = new Offload(Set.of(), Map.of(), "");

  /**
   * A part of an answer that is read into a variable first.
   *
   * @param response the variable or the call that gives the answer
   */
  record Hoist(String name, Expression response, ResponseMember member) {}

  static Offload of(
      Assignments assignments, List<Expression.Call> calls, Set<String> used, String pool) {
    Map<Expression, Hoist> hoisted = new LinkedHashMap<>();
    Set<String> taken = new java.util.HashSet<>(used);
    for (Expression.Call call : calls) {
      for (Expression argument : call.arguments()) {
        Walk.where(
            argument,
            n -> {
              Optional<Hoist> hoist =
                  n instanceof Expression e ? hoist(assignments, e, taken) : Optional.empty();
              hoist.ifPresent(h -> hoisted.put((Expression) n, h));
              hoist.ifPresent(h -> taken.add(h.name()));
              return hoist.isEmpty();
            });
      }
    }
    return new Offload(Set.copyOf(calls), hoisted, pool);
  }

  private static Optional<Hoist> hoist(Assignments assignments, Expression e, Set<String> taken) {
    boolean called = e instanceof Expression.Call c && c.function() instanceof Expression.Attribute;
    Expression head = called ? ((Expression.Call) e).function() : e;
    if (!(head instanceof Expression.Attribute a) || !assignments.isResponse(a.value())) {
      return Optional.empty();
    }
    return ResponseMember.of(a.attribute())
        .filter(m -> m.called() == called)
        .map(m -> new Hoist(FetchNames.local(taken, noun(m)), a.value(), m));
  }

  private static String noun(ResponseMember member) {
    return switch (member) {
      case TEXT -> "text";
      case CONTENT -> "content";
      case JSON -> "data";
      case STATUS_CODE -> "status";
      case URL -> "address";
      default -> "part";
    };
  }
}
