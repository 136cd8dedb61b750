package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stress finds nothing under the interpreter's lock; each seeded schedule finds the lost update of a two-line loop. */
class LostUpdateTest {
  private static final int RUNS = 50;
  private static final String RACE =
      """
      import threading

      counter = 0


      def count():
          global counter
          for _ in range(20):
              value = counter
              counter = value + 1


      threads = [threading.Thread(target=count) for _ in range(2)]
      for thread in threads:
          thread.start()
      for thread in threads:
          thread.join()
      print(counter)
      """;

  @Test
  void isFoundInFiftyOfFiftyRuns() {
    List<String> missed = new ArrayList<>();
    for (int seed = 1; seed <= RUNS; seed++) {
      String printed = run(RACE, seed);
      if (printed.equals("40\n")) {
        missed.add("seed " + seed);
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void aLockIsRespectedUnderEverySchedule() {
    String locked =
        RACE.replace("counter = 0\n", "counter = 0\nlock = threading.Lock()\n")
            .replace(
                "        value = counter\n        counter = value + 1\n",
                "        with lock:\n"
                    + "            value = counter\n"
                    + "            counter = value + 1\n");
    for (int seed = 1; seed <= 5; seed++) {
      assertThat(run(locked, seed)).isEqualTo("40\n");
    }
  }

  private static String run(String text, int seed) {
    HarnessedProgram program =
        new HarnessedProgram(
            TestMachine.interpreter(),
            "program.py",
            Optional.empty(),
            java.util.Map.of(),
            RunLimits.usual().withWall(Duration.ofSeconds(20)));
    RunPlan plan = RunPlan.plain(Version.TRANSFORMED, "schedule").with("schedule", seed);
    SandboxRun run =
        TestMachine.sandbox().run(program.job(Sandbox.utf8(text), plan), Cancellation.NEVER);
    assertThat(run.outcome()).as(run.stderr()).isEqualTo(new Outcome.Ok());
    return run.stdout();
  }
}
