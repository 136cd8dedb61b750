package dev.parallelize.rewrite;

import dev.parallelize.dependence.Fission;
import dev.parallelize.syntax.Expression;
import dev.parallelize.workload.Judgement;

/** Names for outlined workers: what the loop does, in the words of the loop. */
final class WorkerNames {
  private WorkerNames() {}

  static String of(Judgement judgement, String item) {
    Fission fission = judgement.model().fission();
    if (fission.crossing().size() == 1) {
      String name = fission.crossing().iterator().next();
      if (name.length() > 2) {
        return "compute_" + name;
      }
    }
    if (fission.extractions().size() == 1
        && fission.extractions().get(0).expression() instanceof Expression.Call call
        && call.function() instanceof Expression.Name function) {
      return function.id().startsWith("_")
          ? function.id().substring(1) + "_for_item"
          : function.id() + "_for_" + (item.length() > 2 ? item : "item");
    }
    return "process_" + (item.length() > 2 ? item : "item");
  }
}
