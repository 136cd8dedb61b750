package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.verification.ProgramRunner.CancelledException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Iterations of the original, taken in other orders and alone, show what its rewrite's own runs hide. */
class IterationReplayTest {
  private static final String FUNCTIONS =
      """
      import itertools
      from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

      numbers = itertools.count()

      def numbered(x):
          return x * 10 + next(numbers)

      def tenfold(x):
          return x * 10

      """;

  /** A file beside the program: that it is pure can only be vouched for. */
  private static final byte[] HELPER =
      Sandbox.utf8(
          "seen = []\n\ndef rank(x):\n    seen.append(x)\n    return sorted(seen).index(x)\n");

  private static Trials.Replay replay(String before, String after, Integer... seeds)
      throws CancelledException {
    VerificationOptions options = VerificationOptions.USUAL.withSeeds(List.of(seeds));
    ProgramRunner runner =
        new ProgramRunner(
            TestMachine.sandbox(),
            TestMachine.interpreter(),
            VerificationRequest.of(FUNCTIONS + before, FUNCTIONS + after, options)
                .beside(new Neighbours("program.py", Map.of("helper.py", HELPER), List.of())),
            RunLimits.usual(),
            Progress.SILENT,
            Cancellation.NEVER);
    StaticFindings findings = runner.examine();
    Observation recorded =
        runner.run(RunPlan.captured(Version.ORIGINAL, "noted").with("reach", true));
    Observation observed =
        runner.run(
            RunPlan.captured(Version.TRANSFORMED, "observed")
                .with("reach", true)
                .with("observe", true));
    assertThat(recorded.run().outcome()).as(recorded.run().stderr()).isEqualTo(new Outcome.Ok());
    assertThat(observed.run().outcome()).as(observed.run().stderr()).isEqualTo(new Outcome.Ok());
    return new IterationReplay(runner, findings, options, Pins.NONE)
        .run(recorded, observed)
        .orElseThrow();
  }

  private static String pooled(String function, String rest) {
    return "if __name__ == '__main__':\n"
        + "    with ProcessPoolExecutor() as executor:\n"
        + "        ys = executor.map("
        + function
        + ", range(4), chunksize=9)\n"
        + rest.indent(8);
  }

  @Test
  void aFailingOrderIsNamedByItsSeedAndFailsAgain() throws CancelledException {
    String before = "if __name__ == '__main__':\n    print([numbered(x) for x in range(4)])\n";
    String after = pooled("numbered", "print(list(ys))");
    Trials.Replay first = replay(before, after, 4, 1);
    assertThat(first.failingSeeds()).containsExactly(4, 1);
    Trials.Replay again = replay(before, after, 4);
    assertThat(again.failingSeeds()).containsExactly(4);
    assertThat(first.differences()).containsAll(again.differences());
    assertThat(again.differences().get(0).sentence())
        .matches(
            "numbered\\(…\\) in iteration \\d of the loop in line \\d+: \\d+ became \\d+ \\(the"
                + " original's iterations in the order of seed 4\\)");
  }

  @Test
  void whatStaysInTheParentIsFreeToDiffer() throws CancelledException {
    String remainder = "total += y\nprint(total, next(numbers))";
    Trials.Replay replay =
        replay(
            "total = 0\nfor x in range(4):\n    y = tenfold(x)\n" + remainder.indent(4),
            "total = 0\n" + pooled("tenfold", "for y in ys:\n" + remainder.indent(4)),
            1);
    assertThat(replay.differences()).isEmpty();
    assertThat(replay.compared()).isGreaterThanOrEqualTo(7);
  }

  @Test
  void aMapAndTheBodyOfAMethodAreReplayedToo() throws CancelledException {
    String method = "class Run:\n    def all(self, xs):\n        return %s\n\n";
    String call = "\nif __name__ == '__main__':\n    print(Run().all(range(4)))\n";
    Trials.Replay replay =
        replay(
            method.formatted("list(map(numbered, xs))") + call,
            method.formatted("list(ThreadPoolExecutor(1).map(numbered, xs))") + call,
            1);
    assertThat(replay.failingSeeds()).containsExactly(1);
  }

  /** The table holds more after each item, but it is no item's own result. */
  @Test
  void oneObjectThatAllIterationsGiveSaysNothing() throws CancelledException {
    String tabled = "table = {}\n\ndef tabled(x):\n    table[x] = x\n    return table\n\n";
    Trials.Replay replay =
        replay(
            tabled + "if __name__ == '__main__':\n    print([len(tabled(x)) for x in range(4)])\n",
            tabled
                + "if __name__ == '__main__':\n"
                + "    with ThreadPoolExecutor(1) as executor:\n"
                + "        print([len(y) for y in executor.map(tabled, range(4))])\n",
            1);
    assertThat(replay.differences()).isEmpty();
  }

  /** Whether a file is there is another answer the second time, in order as well as in any other. */
  @Test
  void whatDiffersInOrderTooSaysNothing() throws CancelledException {
    String made =
        "import os\n\ndef made(x):\n    new = not os.path.exists(str(x))\n"
            + "    open(str(x), 'w').close()\n    return new\n\n";
    Trials.Replay replay =
        replay(
            made + "if __name__ == '__main__':\n    print([made(x) for x in range(4)])\n",
            made + pooled("made", "print(list(ys))"),
            1);
    assertThat(replay.differences()).isEmpty();
  }

  @Test
  void anImportedFunctionIsReplayedWhereItIsHandedToWorkers() throws CancelledException {
    String plain =
        "import helper\n\nif __name__ == '__main__':\n    for x in [3, 1, 2]:\n        %s\n";
    String pooled =
        "import helper\n\nif __name__ == '__main__':\n"
            + "    with ProcessPoolExecutor() as executor:\n"
            + "        print(*executor.map(%s, [3, 1, 2], chunksize=9))\n";
    Trials.Replay hidden =
        replay(plain.formatted("print(helper.rank(x))"), pooled.formatted("helper.rank"), 1);
    assertThat(hidden.failingSeeds()).containsExactly(1);
    assertThat(hidden.differences().get(0).path()).startsWith("helper.rank(…) in iteration");
    String mapped =
        "import helper\n\nif __name__ == '__main__':\n    print(*map(helper.rank, [3, 1, 2]))\n";
    assertThat(replay(mapped, pooled.formatted("helper.rank"), 1).failingSeeds())
        .containsExactly(1);
  }
}
