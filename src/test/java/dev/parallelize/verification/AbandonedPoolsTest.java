package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A pool that a failure terminates while its results are on their way is remarked; no other is. */
class AbandonedPoolsTest {
  private static final List<String> ABANDONED =
      List.of(
          "from multiprocessing import Pool\nwith Pool(2) as pool:\n    for x in pool.imap(abs, [1]):\n        print(x)\n",
          "import multiprocessing as mp\nwith mp.Pool() as pool:\n    print(list(pool.imap_unordered(abs, [1])))\n",
          "import multiprocessing, multiprocessing.pool\nwith multiprocessing.Pool() as p:\n    r = p.apply_async(abs, (1,))\n    print(r.get())\n",
          "from multiprocessing import get_context\nwith get_context('fork').Pool() as pool:\n    for x in zip('a', pool.imap(abs, [1])):\n        print(x)\n    pool.close()\n    pool.join()\n",
          "import multiprocessing\ncontext = 1\nwith multiprocessing.get_context() .Pool(3) as pool:\n    print(pool.map_async(abs, [1]).get())\n");
  private static final List<String> ENDED =
      List.of(
          "from multiprocessing import Pool\nwith Pool(2) as pool:\n    print(pool.map(abs, [1]))\n",
          "from multiprocessing.pool import ThreadPool as Pool\nwith Pool(2) as pool:\n    print(list(pool.imap(abs, [1])))\n",
          "from multiprocessing.dummy import Pool\nwith Pool(2) as pool:\n    print(list(pool.imap(abs, [1])))\n",
          "from multiprocessing import Pool\nwith Pool(2) as pool:\n    try:\n        print(list(pool.imap(abs, [1])))\n    finally:\n        pool.close()\n        pool.join()\n",
          "from multiprocessing import Pool\nPool = make\nwith Pool(2) as pool:\n    print(list(pool.imap(abs, [1])))\n",
          "from multiprocessing import Pool\npool = Pool(2)\ntry:\n    print(list(pool.imap(abs, [1])))\nfinally:\n    pool.close()\n    pool.join()\n",
          "import shop\nwith shop.Pool(2) as pool:\n    print(list(pool.imap(abs, [1])))\n");

  @Test
  void isRemarkedWhereResultsStream() throws Exception {
    for (String text : ABANDONED) {
      assertThat(lines(text)).as(text).hasSize(1);
    }
  }

  @Test
  void isNotRemarkedWhereAllResultsAreInOrThePoolIsClosed() throws Exception {
    for (String text : ENDED) {
      assertThat(lines(text)).as(text).isEmpty();
    }
  }

  @Test
  void standsInTheAnswer() {
    String text = ABANDONED.get(0);
    VerificationOptions quick =
        new VerificationOptions(
            0,
            List.of(2),
            List.of("fork"),
            List.of(1),
            Tolerance.USUAL,
            OptionalInt.of(30),
            OptionalLong.empty(),
            Optional.empty());
    VerificationReport report =
        VerifierTest.verify(VerificationRequest.of("print(1)\n", text, quick));
    Stream<String> remarks =
        report.checklist().stream()
            .filter(each -> each.item().equals("exceptions-handled"))
            .flatMap(each -> each.evidence().stream());
    assertThat(remarks).anyMatch(each -> each.startsWith("Line 2: a failure leaves this with"));
    assertThat(report.verdict()).isEqualTo(Verdict.EQUIVALENT);
  }

  private static List<Integer> lines(String text) throws Exception {
    ProgramRunner runner =
        new ProgramRunner(
            TestMachine.sandbox(),
            TestMachine.interpreter(),
            VerificationRequest.of("pass\n", text, VerificationOptions.USUAL),
            RunLimits.usual(),
            Progress.SILENT,
            Cancellation.NEVER);
    return runner.examine().abandonedPools(Version.TRANSFORMED);
  }
}
