package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SandboxTest {
  private static final RunLimits LIMITS = RunLimits.usual().withWall(Duration.ofSeconds(10));

  private static SandboxRun run(String text) {
    return TestMachine.sandbox()
        .run(SandboxJob.program(TestMachine.interpreter(), text, LIMITS), Cancellation.NEVER);
  }

  @Test
  void isAvailableOnThisMachine() {
    assertThat(TestMachine.sandbox().status()).isInstanceOf(SandboxStatus.Available.class);
  }

  @Test
  void runsAProgramAndSeesWhatItDid() {
    SandboxRun run =
        run("print('hi')\nopen('made.txt', 'w').write('abc')\nimport sys; sys.exit(3)");
    assertThat(run.outcome()).isEqualTo(new Outcome.Failed("exit status 3"));
    assertThat(run.stdout()).isEqualTo("hi\n");
    assertThat(run.exitStatus()).hasValue(3);
    assertThat(run.files().path("made.txt").path("size").asInt()).isEqualTo(3);
    assertThat(run.files().has("program.py")).isFalse();
  }

  @Test
  void everyStartMethodWorksInside() {
    SandboxRun run =
        run(
            """
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            def square(x):
                return x * x

            if __name__ == "__main__":
                for method in ("fork", "spawn", "forkserver"):
                    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)) as pool:
                        print(method, list(pool.map(square, range(4))))
            """);
    assertThat(run.stdout() + run.stderr())
        .isEqualTo("fork [0, 1, 4, 9]\nspawn [0, 1, 4, 9]\nforkserver [0, 1, 4, 9]\n");
  }

  @Test
  void cancellingEndsARunWithinASecond() throws InterruptedException {
    AtomicBoolean cancelled = new AtomicBoolean();
    Thread canceller =
        new Thread(
            () -> {
              try {
                Thread.sleep(700);
              } catch (InterruptedException stop) {
                return;
              }
              cancelled.set(true);
            });
    canceller.start();
    long before = System.nanoTime();
    SandboxRun run =
        TestMachine.sandbox()
            .run(
                SandboxJob.program(
                    TestMachine.interpreter(), "import time\ntime.sleep(60)", LIMITS),
                cancelled::get);
    assertThat(run.outcome()).isEqualTo(new Outcome.Cancelled());
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    canceller.join();
  }

  @Test
  void refusesFilesOutsideTheScratchFolder() {
    SandboxJob job =
        new SandboxJob(
            TestMachine.interpreter(),
            List.of("program.py"),
            java.util.Map.of(),
            java.util.Map.of("../harness/sitecustomize.py", new byte[0]),
            java.util.Map.of(),
            java.util.Map.of(),
            LIMITS);
    assertThat(TestMachine.sandbox().run(job, Cancellation.NEVER).outcome())
        .isInstanceOf(Outcome.Refused.class);
  }
}
