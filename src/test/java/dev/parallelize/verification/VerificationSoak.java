package dev.parallelize.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Shows that verifications leave nothing: {@code VerificationSoak [COUNT [AT_ONCE]]} makes so many, 1000 and eight at a
 * time unless told otherwise, and prints processes, threads, descriptors, temporary folders and heap before and after.
 *
 * <p>Every tenth is cancelled while it runs.
 */
public final class VerificationSoak {
  private static final String ORIGINAL =
      "def square(x):\n"
          + "    return x * x\n\n"
          + "if __name__ == '__main__':\n"
          + "    print([square(x) for x in range(9)])\n";
  private static final String THREADED =
      ORIGINAL
          .replace(
              "print([square(x) for x in range(9)])",
              "with ThreadPoolExecutor(3) as executor:\n"
                  + "        print(list(executor.map(square, range(9))))")
          .replaceFirst("def", "from concurrent.futures import ThreadPoolExecutor\n\ndef");

  private VerificationSoak() {}

  /** Verifies so many times and prints what is left. */
  public static void main(String... arguments) throws Exception {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    int atOnce = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
    VerificationOptions quick =
        new VerificationOptions(
            0,
            List.of(),
            List.of(),
            List.of(1),
            Tolerance.USUAL,
            java.util.OptionalInt.of(60),
            java.util.OptionalLong.empty(),
            java.util.Optional.empty());
    VerificationRequest request = VerificationRequest.of(ORIGINAL, THREADED, quick);
    Verifier verifier =
        new Verifier(
            TestMachine.sandbox(),
            Interpreters.at(List.of(TestMachine.interpreter().executable())),
            RunLimits.usual(),
            atOnce);
    repeat(verifier, request, Math.min(count, 2 * atOnce), atOnce);
    System.out.println("before " + state());
    long began = System.nanoTime();
    System.out.println("answers " + repeat(verifier, request, count, atOnce));
    System.out.printf(
        Locale.ROOT,
        "%d verifications, %d at a time, in %.0f s%n",
        count,
        atOnce,
        (System.nanoTime() - began) / 1e9);
    System.out.println("after  " + state());
  }

  private static Map<String, Integer> repeat(
      Verifier verifier, VerificationRequest request, int count, int atOnce) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean cancelled = i % 10 == 9;
      answers.add(workers.submit(() -> answer(verifier, request, cancelled)));
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Future<String> each : answers) {
      counts.merge(each.get(), 1, Integer::sum);
    }
    workers.shutdown();
    workers.awaitTermination(10, java.util.concurrent.TimeUnit.SECONDS);
    return counts;
  }

  private static String answer(Verifier verifier, VerificationRequest request, boolean cancelled) {
    long end = System.nanoTime() + 500_000_000L;
    VerificationResult result =
        verifier.verify(request, Progress.SILENT, () -> cancelled && System.nanoTime() > end);
    return result instanceof VerificationReport report
        ? report.verdict().label()
        : result.getClass().getSimpleName();
  }

  private static String state() throws IOException, InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(200);
    }
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "processes %d, threads %d, descriptors %d, temporary folders %d, heap %.1f MiB",
        ProcessHandle.current().descendants().count(),
        Thread.activeCount(),
        count(Path.of("/proc/self/fd"), ""),
        count(Path.of(System.getProperty("java.io.tmpdir")), "parallelize-"),
        (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
  }

  private static long count(Path folder, String start) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(each -> each.getFileName().toString().startsWith(start)).count();
    }
  }
}
