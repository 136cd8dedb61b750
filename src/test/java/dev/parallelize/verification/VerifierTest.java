package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class VerifierTest {
  private static final String ORIGINAL =
      """
      def score(x):
          total = 0
          for i in range(20000):
              total += (x * i) % 7
          return total

      if __name__ == "__main__":
          scores = []
          for x in range(12):
              scores.append(score(x))
          print(sum(scores))
      """;
  private static final String POOLED =
      """
      from concurrent.futures import ProcessPoolExecutor

      def score(x):
          total = 0
          for i in range(20000):
              total += (x * i) % 7
          return total

      if __name__ == "__main__":
          with ProcessPoolExecutor() as executor:
              scores = list(executor.map(score, range(12)))
          print(sum(scores))
      """;

  static VerificationReport verify(String original, String transformed) {
    VerificationRequest request =
        VerificationRequest.of(original, transformed, VerificationOptions.USUAL.withRepeats(2));
    return verify(request);
  }

  static VerificationReport verify(VerificationRequest request) {
    Verifier verifier =
        new Verifier(
            TestMachine.sandbox(),
            Interpreters.at(List.of(TestMachine.interpreter().executable())),
            RunLimits.usual().withWall(java.time.Duration.ofSeconds(20)),
            8);
    VerificationResult result = verifier.verify(request, Progress.SILENT, Cancellation.NEVER);
    assertThat(result).isInstanceOf(VerificationReport.class);
    VerificationReport report = (VerificationReport) result;
    if (System.getenv("SHOW_REPORTS") != null) {
      show(report);
    }
    return report;
  }

  private static void show(VerificationReport report) {
    System.out.println("== " + report.verdict() + " " + report.summary());
    report.checklist().forEach(each -> System.out.println("   " + each));
    report.differences().forEach(each -> System.out.println("   " + each.sentence()));
    report.runs().forEach(each -> System.out.println("   " + each));
    report.speedup().ifPresent(each -> System.out.println("   " + each));
  }

  @Test
  void aRightRewritePassesAllSixChecks() {
    VerificationReport report = verify(ORIGINAL, POOLED);
    assertThat(report.checklist())
        .allSatisfy(
            each -> assertThat(each.status()).as(each.toString()).isEqualTo(CheckStatus.PASS));
    assertThat(report.checklist())
        .extracting(ChecklistItem::item)
        .containsExactly(
            "output-matches",
            "no-race-conditions",
            "exceptions-handled",
            "resources-cleaned-up",
            "worker-count-bounded",
            "imports-added");
    assertThat(report.verdict()).isEqualTo(Verdict.EQUIVALENT);
    int workers = Machine.current().cpus();
    assertThat(report.checklist().get(4).evidence())
        .singleElement()
        .asString()
        .matches(
            "At most [1-9]\\d* worker processes of pools lived at once; declared: "
                + workers
                + "\\.");
    assertThat(report.speedup()).isPresent();
    assertThat(report.sandbox()).startsWith("bubblewrap");
  }

  @Test
  void aDriverExercisesAModule() {
    String driver = "result = [score(x) for x in range(3)]\nscore(5)\n";
    VerificationRequest request =
        VerificationRequest.of(
                ORIGINAL, POOLED.replace("% 7", "% 5"), VerificationOptions.USUAL.withRepeats(0))
            .withDriver(driver);
    VerificationReport report = verify(request);
    assertThat(report.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(report.differences())
        .extracting(Difference::path)
        .contains("driver.result[1]", "driver value[0]");
  }

  @Test
  void aWrongResultIsNamedWithItsPlace() {
    VerificationReport report =
        verify(ORIGINAL, POOLED.replace("range(12)))", "range(12)))[::-1]"));
    assertThat(report.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(report.differences().get(0).path()).isEqualTo("globals.scores[0]");
  }

  @Test
  void anOriginalThatDiffersFromItselfIsInconclusive() {
    String text = "import os\nprint(os.getrandom(8).hex())\n";
    assertThat(verify(text, text).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aProgramThatTimesItselfIsComparedWithItsClockHeldStill() {
    String timed =
        ORIGINAL.replace(
                "    scores = []",
                "    import time\n    began = time.perf_counter()\n    scores = []")
            + "    print(f'took {time.perf_counter() - began:.6f} s')\n";
    VerificationReport report = verify(timed, timed);
    assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(report.checklist().get(0).evidence()).anyMatch(each -> each.contains("the clock"));
  }

  /** Compiled modules look at the size of these classes when they are imported, and warn when it is another. */
  @Test
  void theClassesOfAHeldClockTakeTheRoomOfTheRealOnes() {
    String timed = "import datetime\nprint(datetime.datetime.now())\n";
    String warned =
        timed
            + "for kind in datetime.datetime, datetime.date:\n"
            + "    if kind.__basicsize__ != type(kind.min).__basicsize__:\n"
            + "        print('size changed')\n";
    VerificationReport report = verify(timed, warned);
    assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.EQUIVALENT);
  }

  @Test
  void temporaryFilesHaveTheSameNamesInEveryRun() {
    String folder =
        "import tempfile\ndef run(path):\n    return len(path)\n"
            + "if __name__ == '__main__':\n    folder = tempfile.mkdtemp()\n"
            + "    print(run(folder), folder)\n    import os\n    os.rmdir(folder)\n";
    String pooled =
        "from concurrent.futures import ProcessPoolExecutor\n"
            + folder.replace(
                "    print(run(folder), folder)",
                "    with ProcessPoolExecutor(1) as executor:\n"
                    + "        print(executor.submit(run, folder).result(), folder)");
    VerificationReport report = verify(folder, pooled);
    assertThat(report.checklist().get(0).status())
        .as(report.toString())
        .isEqualTo(CheckStatus.PASS);
  }

  @Test
  void aChangeThatNoRunComesToIsInconclusive() {
    String text =
        "def work(xs):\n    return [x * x for x in xs]\ndef other(xs):\n    return sum(xs)\n"
            + "print(other([1, 2]))\n";
    String changed = text.replace("[x * x for x in xs]", "list(map(lambda x: x * x, xs))");
    VerificationReport report = verify(text, changed);
    assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(report.summary()).contains("Nothing calls `work`");
    String called = text.replace("other([1, 2])", "other(work([1, 2]))");
    assertThat(
            verify(called, called.replace("[x * x for x in xs]", "list(map(lambda x: x * x, xs))"))
                .verdict())
        .isEqualTo(Verdict.EQUIVALENT);
    String wrong = text.replace("sum(xs)", "sum(xs) + 1");
    assertThat(verify(text, wrong).verdict()).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void aProgramThatLeavesNothingIsInconclusive() {
    String text = "def f():\n    return 1\n";
    assertThat(verify(text, text).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aProgramThatCannotBeLoadedFails() {
    String text = "import a_neighbour_that_is_not_there\nprint(1)\n";
    assertThat(verify(text, text).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void verificationsBeyondTheBoundWaitAndSaySo() throws Exception {
    Verifier verifier =
        new Verifier(
            TestMachine.sandbox(),
            Interpreters.at(List.of(TestMachine.interpreter().executable())),
            RunLimits.usual(),
            1);
    VerificationRequest slow =
        VerificationRequest.of("import time\ntime.sleep(30)", "pass", VerificationOptions.USUAL);
    AtomicBoolean cancelled = new AtomicBoolean();
    ExecutorService workers = Executors.newFixedThreadPool(2);
    Set<String> said = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 2; i++) {
      workers.submit(
          () -> verifier.verify(slow, (done, total, message) -> said.add(message), cancelled::get));
    }
    long patience = System.nanoTime() + java.time.Duration.ofSeconds(20).toNanos();
    while (said.stream().noneMatch(each -> each.startsWith("waiting"))
        && System.nanoTime() < patience) {
      Thread.sleep(20);
    }
    cancelled.set(true);
    workers.shutdown();
    assertThat(workers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(said).anyMatch(each -> each.startsWith("waiting for other verifications"));
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void anOriginalThatHangsFails() {
    VerificationRequest request =
        VerificationRequest.of(
            "while True: pass", "pass", VerificationOptions.USUAL.withTimeoutSeconds(1));
    assertThat(verify(request).verdict()).isEqualTo(Verdict.FAILED);
  }
}
