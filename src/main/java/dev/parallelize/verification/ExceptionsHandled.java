package dev.parallelize.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the program raises, and what it does when one call fails, is what the original raised and did.
 *
 * <p>A pool that a failure terminates while its results are on their way hangs once in many times. That is remarked where
 * the text shows it, since trying may well not.
 */
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
        .filter(each -> each.path().startsWith("exception") || each.path().equals("exit status"))
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
    List<String> remarks = remarks(trials.findings());
    if (!failures.isEmpty()) {
      return fail(Stream.concat(failures.stream().distinct(), remarks.stream()).toList());
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
    boolean tried = !evidence.isEmpty();
    if (!tried) {
      evidence.add(
          "The program raised nothing, and no function that both versions share runs in a worker,"
              + " so no failure could be injected.");
    }
    evidence.addAll(remarks);
    return tried ? pass(evidence) : unknown(evidence);
  }

  private static List<String> remarks(StaticFindings findings) {
    return findings.abandonedPools(Version.TRANSFORMED).stream()
        .filter(line -> findings.abandonedPools(Version.ORIGINAL).isEmpty())
        .map(
            line ->
                "Line "
                    + line
                    + ": a failure leaves this with block while results are on their way, and"
                    + " terminating a multiprocessing.Pool then may hang; call close() and join() in"
                    + " a finally clause, or use ProcessPoolExecutor.")
        .toList();
  }

  private static String ending(Observation observation) {
    return observation
        .raised()
        .map(each -> each.type() + " and exit status " + observation.run().exitStatus().orElse(-1))
        .orElse("the failure is handled inside");
  }
}
