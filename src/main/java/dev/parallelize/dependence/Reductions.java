package dev.parallelize.dependence;

import dev.parallelize.semantics.Mentions;
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

  /** {@code total = total + x}, {@code best = max(best, x)}, {@code best = x if x > best else best}. */
  private static void rebuilt(Statement.Assign a, Map<String, Integer> updates) {
    if (a.targets().size() != 1 || !(a.targets().get(0) instanceof Expression.Name target)) {
      return;
    }
    boolean sum =
        a.value() instanceof Expression.BinOp op
            && ASSOCIATIVE.contains(op.operator())
            && Mentions.isName(op.left(), target.id());
    boolean extreme =
        a.value() instanceof Expression.Call call
            && call.function() instanceof Expression.Name f
            && (f.id().equals("max") || f.id().equals("min"))
            && call.arguments().stream().anyMatch(x -> Mentions.isName(x, target.id()));
    boolean decided =
        a.value() instanceof Expression.BoolOp op
            && Mentions.isName(op.values().get(0), target.id());
    if (sum || extreme || decided) {
      updates.merge(target.id(), 2, Integer::sum);
    } else if (a.value() instanceof Expression.IfExp choice
        && comparisons(choice.test(), target.id()) > 0
        && (Mentions.isName(choice.body(), target.id())
            || Mentions.isName(choice.orElse(), target.id()))) {
      updates.merge(target.id(), 2 + comparisons(choice.test(), target.id()), Integer::sum);
    }
  }

  /** {@code if x > best: best = x}, also with {@code best is None or}, also beside other names. */
  private static void extreme(Statement.If branch, Map<String, Integer> updates) {
    if (!branch.orElse().isEmpty()) {
      return;
    }
    for (Statement s : branch.body()) {
      if (s instanceof Statement.Assign a && a.targets().size() == 1) {
        for (Expression target : parts(a.targets().get(0))) {
          int compared =
              target instanceof Expression.Name name ? comparisons(branch.test(), name.id()) : 0;
          if (compared > 0) {
            updates.merge(((Expression.Name) target).id(), 1 + compared, Integer::sum);
          }
        }
      }
    }
  }

  private static List<Expression> parts(Expression target) {
    return target instanceof Expression.TupleDisplay tuple ? tuple.elements() : List.of(target);
  }

  /** How often the test names it, if it only compares it with what an iteration found, and with {@code None}. */
  private static int comparisons(Expression test, String name) {
    if (test instanceof Expression.BoolOp op) {
      return op.values().stream().mapToInt(v -> comparisons(v, name)).sum();
    }
    if (!(test instanceof Expression.Compare compare) || compare.comparators().size() != 1) {
      return 0;
    }
    boolean one =
        Mentions.isName(compare.left(), name)
            != Mentions.isName(compare.comparators().get(0), name);
    return one ? 1 : 0;
  }
}
