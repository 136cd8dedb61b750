package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every program under {@code abuse} runs in the sandbox and ends as its header expects: within its wall limit, with no
 * process left behind and the sandbox as good as before.
 *
 * <p>{@code # expect:} names the outcomes that are right, separated by bars; after {@code ok} stands what the program
 * prints when it was contained. Only cases that may
 * end at the wall limit have a short one.
 */
class AbuseTest {
  private static final double SHORT_SECONDS = 1.2;
  private static final double AMPLE_SECONDS = 12;
  private static final Duration SLACK = Duration.ofSeconds(4);
  private static final RunLimits FRUGAL =
      new RunLimits(
          Duration.ofMillis(1),
          256L << 20,
          64,
          16L << 20,
          32L << 20,
          32L << 20,
          5000,
          128,
          1 << 20,
          1 << 20);

  @TestFactory
  Stream<DynamicTest> everyAbuseIsContained() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/abuse"))) {
      List<Path> cases = files.sorted().toList();
      assertThat(cases).hasSizeGreaterThan(25);
      return cases.stream().map(file -> DynamicTest.dynamicTest(name(file), () -> contained(file)));
    }
  }

  private static void contained(Path file) throws IOException {
    String text = Files.readString(file);
    double seconds = expected(text).contains("timed-out") ? SHORT_SECONDS : AMPLE_SECONDS;
    RunLimits limits = FRUGAL.withWall(Duration.ofMillis((long) (1000 * seconds)));
    long before = System.nanoTime();
    SandboxRun run =
        TestMachine.sandbox()
            .run(SandboxJob.program(TestMachine.interpreter(), text, limits), Cancellation.NEVER);
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    String seen = seen(run);
    assertThat(expected(text))
        .as("%s; stdout %s; stderr %s", run.outcome(), head(run.stdout()), head(run.stderr()))
        .anySatisfy(each -> assertThat(seen).startsWith(each));
    assertThat(took).isLessThan(limits.wall().plus(SLACK));
    assertThat(run.seconds()).isLessThan(seconds + 1);
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    SandboxRun after =
        TestMachine.sandbox()
            .run(
                SandboxJob.program(TestMachine.interpreter(), "print('alive')", limits),
                Cancellation.NEVER);
    assertThat(after.stdout()).isEqualTo("alive\n");
  }

  private static List<String> expected(String text) {
    return Stream.of(header(text, "expect").orElseThrow().split("\\|")).map(String::trim).toList();
  }

  private static Optional<String> header(String text, String name) {
    String start = "# " + name + ": ";
    return text.lines()
        .filter(each -> each.startsWith(start))
        .findFirst()
        .map(each -> each.substring(start.length()));
  }

  private static String seen(SandboxRun run) {
    return run.outcome().label().replace(":", "") + " " + run.stdout();
  }

  private static String head(String text) {
    return Printable.oneLine(text, 300);
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".py", "");
  }
}
