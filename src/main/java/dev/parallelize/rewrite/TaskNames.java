package dev.parallelize.rewrite;

import dev.parallelize.dependence.Fission;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Set;

/**
 * Names that code with one task an item binds in the function around it.
 *
 * @param worker the coroutine for one item
 */
record TaskNames(String semaphore, String worker, String tasks, String task) {
  static TaskNames of(Judgement judgement, Node home, List<Node> parts) {
    Set<String> used = FreshNames.identifiers(home);
    String worker = FetchNames.local(used, worker(judgement, parts), "run_item");
    return new TaskNames(
        FetchNames.local(used, "semaphore", "in_flight"),
        worker,
        FetchNames.local(used, "tasks", "item_tasks"),
        FetchNames.local(used, "task", "item_task"));
  }

  private static String worker(Judgement judgement, List<Node> parts) {
    Fission fission = judgement.model().fission();
    if (parts.size() == 1 && called(parts.get(0)) instanceof Expression.Call call) {
      String function =
          call.function() instanceof Expression.Name n
              ? n.id()
              : call.function() instanceof Expression.Attribute a ? a.attribute() : "";
      String bare = function.replaceFirst("^_+", "");
      if (!bare.isEmpty()) {
        return bare.endsWith("_one") ? bare + "_item" : bare + "_one";
      }
    }
    if (fission.crossing().size() == 1) {
      String name = fission.crossing().iterator().next();
      if (name.length() > 2) {
        return "load_" + name;
      }
    }
    String item =
        judgement
            .model()
            .iteration()
            .map(i -> i.targets().isEmpty() ? "" : i.targets().get(i.targets().size() - 1))
            .orElse("");
    return "process_" + (item.length() > 2 ? item : "item");
  }

  /** The call that a part is, awaited or not. */
  static Node called(Node part) {
    if (part instanceof dev.parallelize.syntax.Statement.Assign a) {
      return called(a.value());
    }
    if (part instanceof dev.parallelize.syntax.Statement.ExpressionStatement e) {
      return called(e.value());
    }
    return part instanceof Expression.Await a ? a.value() : part;
  }
}
