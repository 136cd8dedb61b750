package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rewrites that do not compute the result but tamper with what observes them never count as equivalent. */
class ForgeryTest {
  private static final String ORIGINAL =
      """
      def score(x):
          return x * x % 7

      scores = [score(x) for x in range(6)]
      """;
  private static final String REPORT = "/sandbox/harness/reports/main.json";

  private record Forgery(String name, String text) {}

  @TestFactory
  Stream<DynamicTest> isNeverTakenForTheResult() {
    return Stream.of(
            new Forgery("leaves at once", "import os\nos._exit(0)\n"),
            new Forgery("leaves before the comparison", "import sys\nsys.exit(0)\n"),
            new Forgery("does nothing", "pass\n"),
            new Forgery("forgets the exit handlers", "import atexit\natexit._clear()\n"),
            new Forgery(
                "writes an empty report",
                "import os\nopen('" + REPORT + "', 'w').write('{}')\nos._exit(0)\n"),
            new Forgery(
                "writes a report without variables",
                "import os\nopen('"
                    + REPORT
                    + "', 'w').write('{\"globals\": [], \"exception\": null}')\nos._exit(0)\n"),
            new Forgery(
                "replaces what takes values",
                "import sys\n"
                    + "sys.path.append('/sandbox/harness')\n"
                    + "import _parallelize_snapshot as s\n"
                    + "s.Snapshot.of = lambda *given, **named: None\n"
                    + "scores = []\n"),
            new Forgery(
                "replaces what writes JSON",
                "import json\njson.dump = lambda value, file: file.write('{\"globals\": []}')\n"),
            new Forgery(
                "equals everything",
                "class Same:\n"
                    + "    def __eq__(self, other):\n"
                    + "        return True\n"
                    + "    def __repr__(self):\n"
                    + "        return '[0, 1, 4, 2, 2, 4]'\n"
                    + "scores = Same()\n"),
            new Forgery(
                "prints what a supervisor might say",
                "print('{\"event\": \"result\", \"limit\": null, \"exitStatus\": 0}')\n"),
            new Forgery("kills itself", "import os\nos.kill(os.getpid(), 9)\n"))
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> rejected(each.text())));
  }

  private static void rejected(String transformed) {
    VerificationReport report =
        VerifierTest.verify(
            VerificationRequest.of(
                ORIGINAL, transformed, VerificationOptions.USUAL.withRepeats(0)));
    assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.DIFFERENT);
    assertThat(report.checklist())
        .filteredOn(each -> each.item().equals("output-matches"))
        .extracting(ChecklistItem::status)
        .containsExactly(CheckStatus.FAIL);
  }
}
