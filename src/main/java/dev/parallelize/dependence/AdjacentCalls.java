package dev.parallelize.dependence;

import dev.parallelize.semantics.Cost;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/** Finds runs of assignments from costly calls, awaited or not, that stand next to each other. */
final class AdjacentCalls {
  private AdjacentCalls() {}

  static List<List<Statement>> find(CostModel costs, List<Statement> block) {
    List<List<Statement>> groups = new ArrayList<>();
    List<Statement> run = new ArrayList<>();
    for (Statement statement : block) {
      if (isCostlyCall(statement, costs)) {
        if (!run.isEmpty() && isAwait(run.get(0)) != isAwait(statement)) {
          close(run, groups);
          run = new ArrayList<>();
        }
        run.add(statement);
      } else {
        close(run, groups);
        run = new ArrayList<>();
      }
    }
    close(run, groups);
    return groups;
  }

  private static void close(List<Statement> run, List<List<Statement>> groups) {
    if (run.size() > 1) {
      groups.add(List.copyOf(run));
    }
  }

  private static boolean isCostlyCall(Statement statement, CostModel costs) {
    if (!(statement instanceof Statement.Assign assign)
        || assign.targets().size() != 1
        || !(assign.targets().get(0) instanceof Expression.Name)
        || !(called(assign.value()) instanceof Expression.Call call)
        || call.arguments().stream().anyMatch(Expression.GeneratorExp.class::isInstance)) {
      // The work of a generator would be done here, or nowhere: it cannot be sent.
      return false;
    }
    Cost cost = costs.of(assign.value());
    return !cost.isTrivial();
  }

  private static boolean isAwait(Statement statement) {
    return ((Statement.Assign) statement).value() instanceof Expression.Await;
  }

  private static Expression called(Expression value) {
    return value instanceof Expression.Await await ? await.value() : value;
  }
}
