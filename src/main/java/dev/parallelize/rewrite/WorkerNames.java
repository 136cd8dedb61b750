package dev.parallelize.rewrite;

import dev.parallelize.dependence.Fission;
import dev.parallelize.syntax.Expression;
import dev.parallelize.workload.Judgement;
import java.util.Optional;
import java.util.Set;

/** Names for outlined workers: what the loop does, in the words of the loop. */
final class WorkerNames {
  /** Names that say no more than that there is something. */
  private static final Set<String> GENERAL = Set.of("result", "value", "item", "output", "row");

  /** What is done last to the result of the work, and not the work. */
  private static final Set<String> CONVERTING =
      Set.of(
          "bool", "dict", "float", "int", "len", "list", "max", "min", "round", "set", "str", "sum",
          "tuple");

  private WorkerNames() {}

  static String of(Judgement judgement, String item) {
    Fission fission = judgement.model().fission();
    if (fission.crossing().size() == 1) {
      String name = fission.crossing().iterator().next();
      if (name.length() > 2) {
        return "compute_" + name;
      }
    }
    Optional<String> collected =
        fission.extractions().size() == 1
            ? ResultNames.collected(fission.extractions().get(0))
            : Optional.empty();
    if (collected.filter(n -> n.length() > 2 && !GENERAL.contains(n)).isPresent()) {
      return "compute_" + collected.get();
    }
    if (fission.extractions().size() == 1
        && fission.extractions().get(0).expression() instanceof Expression.Call call
        && call.function() instanceof Expression.Name function
        && (fission.parallel().isEmpty() || !CONVERTING.contains(function.id()))) {
      return function.id().startsWith("_")
          ? function.id().substring(1) + "_for_item"
          : function.id() + "_for_" + (item.length() > 2 ? item : "item");
    }
    return "process_" + (item.length() > 2 ? item : "item");
  }
}
