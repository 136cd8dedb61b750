package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process that is killed in the middle of a run leaves none of its sandboxes behind. */
class KilledServerTest {
  /** The process that gets killed. */
  static final class Victim {
    public static void main(String... arguments) {
      Interpreter interpreter =
          Interpreters.at(List.of(Path.of(arguments[0]))).preferred().orElseThrow();
      Sandbox sandbox = Sandbox.open(interpreter);
      System.out.println("ready");
      String forks = "import os, time\nfor _ in range(3):\n    os.fork()\ntime.sleep(1000)\n";
      sandbox.run(SandboxJob.program(interpreter, forks, RunLimits.usual()), Cancellation.NEVER);
    }
  }

  @Test
  void leavesNoProcessBehind() throws IOException, InterruptedException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                Victim.class.getName(),
                TestMachine.interpreter().executable().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).isEqualTo("ready");
      List<ProcessHandle> sandboxed = waitFor(victim, 9);
      victim.destroyForcibly().waitFor();
      long patience = System.nanoTime() + Duration.ofSeconds(5).toNanos();
      while (sandboxed.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < patience) {
        Thread.sleep(20);
      }
      assertThat(sandboxed).noneMatch(ProcessHandle::isAlive);
    }
  }

  /** The outer and inner process of the sandbox, and the eight that the program becomes, or all but one of them. */
  private static List<ProcessHandle> waitFor(Process victim, int count)
      throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      List<ProcessHandle> found = victim.descendants().toList();
      if (found.size() >= count) {
        return found;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("the program did not start: " + victim.descendants().toList());
  }
}
