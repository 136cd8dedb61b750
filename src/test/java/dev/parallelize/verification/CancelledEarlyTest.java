package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A run that is cancelled while its sandbox is still being built returns all the same, and leaves nothing. */
class CancelledEarlyTest {
  private static final int RUNS = 120;
  private static final int AT_ONCE = 4;
  private static final int BUILDING_MILLIS = 60;

  @Test
  void returnsWheneverItIsCancelled() throws Exception {
    Instant began = Instant.now();
    Random random = new Random(11);
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    List<Future<Long>> waits = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      long at = (long) (random.nextDouble() * TimeUnit.MILLISECONDS.toNanos(BUILDING_MILLIS));
      waits.add(workers.submit(() -> nanosAfterCancelling(at)));
    }
    try {
      for (Future<Long> each : waits) {
        assertThat(Duration.ofNanos(each.get(20, TimeUnit.SECONDS)))
            .isLessThan(Duration.ofSeconds(4));
      }
    } finally {
      workers.shutdownNow();
    }
    assertThat(startedSince(began)).isEmpty();
  }

  @Test
  void returnsWheneverItsThreadIsInterrupted() throws Exception {
    Instant began = Instant.now();
    Random random = new Random(12);
    for (int i = 0; i < 20; i++) {
      Thread thread = new Thread(() -> run(Cancellation.NEVER));
      thread.start();
      Thread.sleep(random.nextInt(BUILDING_MILLIS));
      thread.interrupt();
      thread.join(4000);
      assertThat(thread.isAlive()).isFalse();
    }
    assertThat(startedSince(began)).isEmpty();
  }

  private static Stream<ProcessHandle.Info> startedSince(Instant began) {
    return ProcessHandle.current()
        .descendants()
        .map(ProcessHandle::info)
        .filter(each -> each.startInstant().filter(began::isBefore).isPresent());
  }

  private static long nanosAfterCancelling(long at) {
    long began = System.nanoTime();
    SandboxRun run = run(() -> System.nanoTime() - began > at);
    assertThat(run.outcome()).isEqualTo(new Outcome.Cancelled());
    return System.nanoTime() - began - at;
  }

  private static SandboxRun run(Cancellation cancellation) {
    RunLimits limits = RunLimits.usual().withWall(Duration.ofSeconds(10));
    return TestMachine.sandbox()
        .run(
            SandboxJob.program(TestMachine.interpreter(), "import time\ntime.sleep(60)", limits),
            cancellation);
  }
}
