package dev.parallelize.workflow;

import dev.parallelize.rewrite.Rewrite;
import dev.parallelize.workflow.ChecklistItem.Item;
import dev.parallelize.workflow.ChecklistItem.Status;
import java.util.List;

/** The six checks as far as the text of a rewrite can answer them. */
final class TextChecklist {
  private TextChecklist() {}

  static List<ChecklistItem> of(Rewrite rewrite, String strategy) {
    String imports =
        rewrite.imports().isEmpty()
            ? "Everything that is used was imported already."
            : "Added: " + String.join("; ", rewrite.imports()) + ".";
    boolean array = strategy.endsWith("vectorize");
    return List.of(
        unknown(
            Item.OUTPUT_MATCHES,
            "Results are taken in the order of the items; run verify to compare."),
        unknown(
            Item.NO_RACE_CONDITIONS,
            array
                ? "No workers are started."
                : "Workers share nothing that is changed while they run; run verify to try schedules."),
        unknown(
            Item.EXCEPTIONS_HANDLED,
            "The first failure in the order of the items is raised; run verify to see it."),
        unknown(
            Item.RESOURCES_CLEANED_UP,
            array ? "Nothing is opened." : "Workers live inside a with statement."),
        unknown(
            Item.WORKER_COUNT_BOUNDED,
            array ? "No workers are started." : "The number of workers is bounded in the text."),
        new ChecklistItem(Item.IMPORTS_ADDED, Status.PASS, List.of(imports)));
  }

  private static ChecklistItem unknown(Item item, String evidence) {
    return new ChecklistItem(item, Status.UNKNOWN, List.of(evidence));
  }
}
