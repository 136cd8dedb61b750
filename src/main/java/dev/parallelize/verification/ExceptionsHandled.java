package dev.parallelize.verification;

import java.util.ArrayList;
import java.util.List;

/** What the program raises, and what it does when one call fails, is what the original raised and did. */
final class ExceptionsHandled implements Check {
  @Override
  public String name() {
    return "exceptions-handled";
  }

  @Override
  public ChecklistItem judge(Trials trials) {
    List<String> evidence = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    trials.fromReference(trials.observed()).stream()
        .filter(each -> each.path().equals("exception") || each.path().equals("exit status"))
        .forEach(each -> failures.add(each.sentence()));
    trials.ofCalls().stream()
        .filter(each -> each.path().startsWith("exception of "))
        .forEach(each -> failures.add(each.sentence()));
    for (Trials.Injection each : trials.injections()) {
      List<Difference> differences =
          trials.comparing().differences(each.original(), each.transformed());
      differences.stream().limit(3).forEach(difference -> failures.add(difference.sentence()));
      if (differences.isEmpty()) {
        evidence.add(
            "With call "
                + (each.call() + 1)
                + " of "
                + each.calls()
                + " of "
                + each.function()
                + " made to fail, both versions end alike: "
                + ending(each.original())
                + ".");
      }
    }
    if (!failures.isEmpty()) {
      return fail(failures.stream().distinct().toList());
    }
    trials
        .reference()
        .raised()
        .ifPresent(
            each ->
                evidence.add(
                    "Both versions end with "
                        + each.type()
                        + ": "
                        + Printable.oneLine(each.message(), 120)));
    if (evidence.isEmpty()) {
      return unknown(
          List.of(
              "The program raised nothing, and no function that both versions share runs in a"
                  + " worker, so no failure could be injected."));
    }
    return pass(evidence);
  }

  private static String ending(Observation observation) {
    return observation
        .raised()
        .map(each -> each.type() + " and exit status " + observation.run().exitStatus().orElse(-1))
        .orElse("the failure is handled inside");
  }
}
