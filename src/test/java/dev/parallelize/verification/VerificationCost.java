package dev.parallelize.verification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Measures what verification costs beside the runs that it is made of: {@code VerificationCost [SECONDS]} verifies rewrites
 * of programs that compute or wait for about so long, 2 unless told otherwise.
 *
 * <p>{@code overhead} is the wall time of the whole verification over the sum of the wall times of its runs. {@code
 * observation} is that sum over what as many plain runs of both versions would take.
 */
public final class VerificationCost {
  private static final String COMPUTES =
      """
      import time

      def work(x):
          end = time.process_time() + %s
          total = 0
          while time.process_time() < end:
              total += 1
          return x * x

      def run(items):
          return [work(x) for x in items]

      if __name__ == "__main__":
          print(run(list(range(8))))
      """;
  private static final String WAITS =
      COMPUTES
          .replace("end = time.process_time() + %s", "time.sleep(%s)")
          .replace("    total = 0\n    while time.process_time() < end:\n        total += 1\n", "");

  private VerificationCost() {}

  /** Verifies both programs and prints the figures. */
  public static void main(String... arguments) {
    double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 2;
    String part = String.format(Locale.ROOT, "%.4f", seconds / 8);
    measure("computes", String.format(COMPUTES, part), "Process");
    measure("waits", String.format(WAITS, part), "Thread");
  }

  private static void measure(String name, String original, String kind) {
    String transformed =
        original
            .replace(
                "import time\n",
                "import time\nfrom concurrent.futures import " + kind + "PoolExecutor\n")
            .replace(
                "return [work(x) for x in items]",
                "with "
                    + kind
                    + "PoolExecutor(2) as executor:\n"
                    + "        return list(executor.map(work, items))");
    VerificationOptions options =
        new VerificationOptions(
            VerificationOptions.USUAL.repeats(),
            VerificationOptions.USUAL.workers(),
            VerificationOptions.USUAL.startMethods(),
            VerificationOptions.USUAL.seeds(),
            Tolerance.USUAL,
            OptionalInt.of(60),
            OptionalLong.empty(),
            Optional.empty());
    Verifier verifier =
        new Verifier(
            TestMachine.sandbox(),
            Interpreters.at(List.of(TestMachine.interpreter().executable())),
            RunLimits.usual(),
            1);
    long began = System.nanoTime();
    VerificationReport report =
        (VerificationReport)
            verifier.verify(
                VerificationRequest.of(original, transformed, options),
                Progress.SILENT,
                Cancellation.NEVER);
    double wall = (System.nanoTime() - began) / 1e9;
    double runs = report.runs().stream().mapToDouble(RunRecord::seconds).sum();
    Speedup speedup = report.speedup().orElseThrow();
    double plain =
        report.runs().stream()
            .mapToDouble(
                each ->
                    each.version() == Version.ORIGINAL
                        ? speedup.sequentialSeconds()
                        : speedup.parallelSeconds())
            .sum();
    System.out.printf(
        Locale.ROOT,
        "%s: %s, %d runs of %.2f s and %.2f s, wall %.1f s, runs %.1f s, overhead %.3f, observation"
            + " %.3f%n",
        name,
        report.verdict().label(),
        report.runs().size(),
        speedup.sequentialSeconds(),
        speedup.parallelSeconds(),
        wall,
        runs,
        wall / runs,
        runs / plain);
  }
}
