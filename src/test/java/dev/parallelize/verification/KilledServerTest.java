package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of a run leaves none of its sandboxes behind. */
class KilledServerTest {
  private static final String FORKS =
      "import os, time\nfor _ in range(3):\n    os.fork()\ntime.sleep(1000)\n";
  private static final int AT_ONCE = 4;

  @TempDir private Path temporary;

  /** The process that gets killed: in the middle of one run, or while it starts one after the other. */
  static final class Victim {
    public static void main(String... arguments) throws InterruptedException {
      Interpreter interpreter =
          Interpreters.at(List.of(Path.of(arguments[0]))).preferred().orElseThrow();
      Sandbox sandbox = Sandbox.open(interpreter);
      System.out.println(
          sandbox.status() instanceof SandboxStatus.Available ? "ready" : sandbox.status());
      if (arguments[1].equals("one")) {
        run(sandbox, interpreter, FORKS);
        return;
      }
      for (int i = 0; i < AT_ONCE; i++) {
        new Thread(
                () -> {
                  while (true) {
                    run(sandbox, interpreter, "pass");
                  }
                })
            .start();
      }
    }

    private static void run(Sandbox sandbox, Interpreter interpreter, String text) {
      sandbox.run(SandboxJob.program(interpreter, text, RunLimits.usual()), Cancellation.NEVER);
    }
  }

  @Test
  void leavesNoProcessBehind() throws IOException, InterruptedException {
    Process victim = start("one");
    try (BufferedReader output = output(victim)) {
      assertThat(output.readLine()).isEqualTo("ready");
      List<ProcessHandle> sandboxed = waitFor(victim, 9);
      victim.destroyForcibly().waitFor();
      assertThat(soon(() -> sandboxed.stream().noneMatch(ProcessHandle::isAlive))).isTrue();
    }
  }

  @Test
  void leavesNoSandboxThatWasBeingBuilt() throws IOException, InterruptedException {
    for (int i = 0; i < 2; i++) {
      Process victim = start("many");
      try (BufferedReader output = output(victim)) {
        assertThat(output.readLine()).isEqualTo("ready");
        Thread.sleep(150 + 17 * i);
        List<ProcessHandle> sandboxed = victim.descendants().toList();
        victim.destroyForcibly().waitFor();
        assertThat(soon(() -> sandboxed.stream().noneMatch(ProcessHandle::isAlive))).isTrue();
        assertThat(soon(() -> ProcessHandle.allProcesses().noneMatch(this::isOfVictim))).isTrue();
      }
    }
  }

  /** Until Python runs in it, a sandbox's command line names the folder that the victim keeps its files in. */
  private boolean isOfVictim(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains(temporary.toString()))
        .isPresent();
  }

  private Process start(String what) throws IOException {
    // Started by root, the sandbox is built by another user, who must get at its files.
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            classes,
            Victim.class.getName(),
            TestMachine.interpreter().executable().toString(),
            what)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static BufferedReader output(Process victim) {
    return new BufferedReader(
        new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8));
  }

  private static boolean soon(BooleanSupplier condition) throws InterruptedException {
    long patience = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < patience) {
      Thread.sleep(20);
    }
    return condition.getAsBoolean();
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
