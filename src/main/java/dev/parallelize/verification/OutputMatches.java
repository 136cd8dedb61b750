package dev.parallelize.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Results, text, files, exceptions and exit status agree under every start method and processor count tried. */
final class OutputMatches implements Check {
  private static final int SHOWN = 5;

  @Override
  public String name() {
    return "output-matches";
  }

  @Override
  public ChecklistItem judge(Trials trials) {
    List<Difference> differences = new ArrayList<>(trials.fromReference(trials.observed()));
    trials.variations().forEach(each -> differences.addAll(trials.fromReference(each)));
    differences.addAll(trials.ofCalls());
    if (!differences.isEmpty()) {
      return fail(differences.stream().limit(SHOWN).map(Difference::sentence).toList());
    }
    List<String> evidence = new ArrayList<>();
    evidence.add(
        "Standard output ("
            + trials.reference().run().stdout().lines().count()
            + " lines), standard error, exit status, "
            + trials.reference().run().files().size()
            + " written files and "
            + trials.reference().part("globals").size()
            + " module variables"
            + (trials.reference().part("driver").isArray() ? ", and what the driver computed," : "")
            + " are equal.");
    calls(trials).ifPresent(evidence::add);
    rounding(trials).ifPresent(evidence::add);
    for (Observation each : trials.variations()) {
      evidence.add("Equal too with " + each.plan().purpose() + ".");
    }
    if (!trials.pins().equals(Pins.NONE)) {
      evidence.add(
          "The original depends on "
              + trials.pins().cause()
              + "; both versions ran with that held still.");
    }
    if (!trials.comparing().unstable().isEmpty()) {
      evidence.add(
          "Not compared, since the original itself differs from run to run: "
              + String.join(", ", new TreeSet<>(trials.comparing().unstable()))
              + ".");
    }
    return pass(evidence);
  }

  /** What is equal only because a tolerance is in force. */
  private static Optional<String> rounding(Trials trials) {
    return trials.comparing().exactly().differences(trials.reference(), trials.observed()).stream()
        .findFirst()
        .map(each -> "Equal within the tolerance alone: " + each.sentence() + ".");
  }

  private static Optional<String> calls(Trials trials) {
    int calls = trials.observed().part("calls").size();
    int variants =
        trials
            .inputs()
            .map(each -> CallComparison.comparable(each.original(), each.transformed()).size())
            .orElse(0);
    return calls + variants == 0
        ? Optional.empty()
        : Optional.of(
            "What changed functions return and do to their arguments is equal in "
                + calls
                + " calls of the program and in "
                + variants
                + " with other inputs (none, one, two and many items, other order, other numbers).");
  }
}
