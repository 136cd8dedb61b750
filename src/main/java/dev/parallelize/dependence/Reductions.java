package dev.parallelize.dependence;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that a body only ever updates by an associative operation: {@code total += f(x)}. */
final class Reductions {
  private static final Set<Operator> ASSOCIATIVE =
      Set.of(
          Operator.ADD,
          Operator.SUB,
          Operator.MULT,
          Operator.BIT_AND,
          Operator.BIT_OR,
          Operator.BIT_XOR);

  private Reductions() {}

  static Set<String> of(List<Statement> body) {
    Map<String, Integer> updates = new HashMap<>();
    Map<String, Integer> mentions = new HashMap<>();
    for (Statement s : body) {
      Walk.each(s, n -> count(n, updates, mentions));
    }
    Set<String> reductions = new HashSet<>();
    updates.forEach(
        (name, times) -> {
          if (mentions.getOrDefault(name, 0).equals(times)) {
            reductions.add(name);
          }
        });
    return reductions;
  }

  private static void count(Node n, Map<String, Integer> updates, Map<String, Integer> mentions) {
    if (n instanceof Expression.Name name) {
      mentions.merge(name.id(), 1, Integer::sum);
    } else if (n instanceof Statement.AugAssign a
        && a.target() instanceof Expression.Name name
        && ASSOCIATIVE.contains(a.operator())) {
      updates.merge(name.id(), 1, Integer::sum);
    } else if (n instanceof Statement.If branch) {
      extreme(branch, updates);
    } else if (n instanceof Statement.Assign a) {
      rebuilt(a, updates);
    }
  }

  /** {@code total = total + x} and {@code best = max(best, x)}. */
  private static void rebuilt(Statement.Assign a, Map<String, Integer> updates) {
    if (a.targets().size() != 1 || !(a.targets().get(0) instanceof Expression.Name target)) {
      return;
    }
    boolean sum =
        a.value() instanceof Expression.BinOp op
            && ASSOCIATIVE.contains(op.operator())
            && op.left() instanceof Expression.Name left
            && left.id().equals(target.id());
    boolean extreme =
        a.value() instanceof Expression.Call call
            && call.function() instanceof Expression.Name f
            && (f.id().equals("max") || f.id().equals("min"))
            && call.arguments().stream()
                .anyMatch(x -> x instanceof Expression.Name m && m.id().equals(target.id()));
    if (sum || extreme) {
      updates.merge(target.id(), 2, Integer::sum);
    }
  }

  /** {@code if x > best: best = x}. */
  private static void extreme(Statement.If branch, Map<String, Integer> updates) {
    if (!(branch.test() instanceof Expression.Compare compare)
        || compare.comparators().size() != 1
        || !branch.orElse().isEmpty()) {
      return;
    }
    for (Statement s : branch.body()) {
      if (s instanceof Statement.Assign a
          && a.targets().size() == 1
          && a.targets().get(0) instanceof Expression.Name target) {
        boolean compared =
            List.of(compare.left(), compare.comparators().get(0)).stream()
                .anyMatch(e -> e instanceof Expression.Name n && n.id().equals(target.id()));
        if (compared) {
          updates.merge(target.id(), 2, Integer::sum);
        }
      }
    }
  }
}
