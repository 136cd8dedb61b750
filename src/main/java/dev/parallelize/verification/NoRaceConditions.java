package dev.parallelize.verification;

import java.util.ArrayList;
import java.util.List;

/**
 * Other legal schedules change nothing: tasks that complete in another order, tasks of an event loop that wake in another
 * order, threads preempted between a read and the write that follows it; and what workers compute for an item is what the
 * original computes for it in another order, or without the items before it.
 *
 * <p>Runs are compared with the transformed program's own first run, so that a plain wrong result is no race.
 */
final class NoRaceConditions implements Check {
  @Override
  public String name() {
    return "no-race-conditions";
  }

  @Override
  public ChecklistItem judge(Trials trials) {
    List<String> evidence = new ArrayList<>();
    List<Object> failing = new ArrayList<>();
    for (Observation each : trials.schedules()) {
      List<Difference> differences = trials.comparing().differences(trials.observed(), each);
      differences.stream().limit(2).forEach(difference -> evidence.add(difference.sentence()));
      if (!differences.isEmpty()) {
        failing.add(each.plan().configuration().get("schedule"));
      }
    }
    // Timed runs capture nothing from within, so they are compared by what can be seen from
    // outside.
    for (Observation each : trials.repeats()) {
      trials.comparing().differences(trials.observed().fromOutside(), each).stream()
          .limit(2)
          .forEach(difference -> evidence.add(difference.sentence()));
    }
    trials
        .replay()
        .ifPresent(
            each -> {
              each.differences().stream()
                  .limit(2)
                  .forEach(difference -> evidence.add(difference.sentence()));
              failing.addAll(each.failingSeeds());
            });
    if (!evidence.isEmpty()) {
      List<String> shown = new ArrayList<>(evidence.stream().distinct().limit(5).toList());
      if (!failing.isEmpty()) {
        shown.add(
            "Run these schedules again with options.seeds "
                + failing.stream().distinct().toList()
                + ".");
      }
      return fail(shown);
    }
    if (!trials.observed().ended()) {
      return unknown(
          List.of(
              "The transformed program did not come to its end, so no schedule could be"
                  + " compared."));
    }
    if (!trials.concurrent()) {
      return pass(
          List.of(
              "No worker process, thread or concurrent request was seen: there is nothing to"
                  + " race."));
    }
    evidence.add(
        trials.schedules().size()
            + " perturbed schedules (delayed completion, forced thread switches) gave what the"
            + " plain run gave.");
    evidence.add(trials.repeats().size() + " further plain runs agree.");
    trials
        .replay()
        .filter(each -> each.compared() > 0)
        .ifPresent(
            each ->
                evidence.add(
                    "Iterations of the original, in other orders and alone, give what they give in"
                        + " order: "
                        + each.compared()
                        + " values that workers compute were compared."));
    return pass(evidence);
  }
}
