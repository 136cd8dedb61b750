package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One sandbox from start to end: hands the job to its process 1, listens to it, and ends everything at the deadline.
 *
 * <p>Only lines that begin with the run's nonce count; the program cannot know it. A run without a result line failed.
 * Reading and writing happen in threads of their own: whatever becomes of the pipes, {@link #run} returns.
 */
final class SupervisedProcess {
  private static final String BOOTSTRAP =
      "import sys; s = sys.stdin.buffer; exec(compile(s.read(int(s.readline())), 'supervisor', 'exec'))";
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(900);
  private static final long END_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long LOOK_MILLIS = 50;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Bubblewrap bubblewrap;
  private final SandboxTier tier;
  private final SandboxJob job;
  private final Cancellation cancellation;
  private final String nonce;

  private volatile long deadline = System.nanoTime() + START_NANOS;
  private volatile long started;
  private volatile long ended;

  SupervisedProcess(
      Bubblewrap bubblewrap, SandboxTier tier, SandboxJob job, Cancellation cancellation) {
    this.bubblewrap = bubblewrap;
    this.tier = tier;
    this.job = job;
    this.cancellation = cancellation;
    byte[] secret = new byte[16];
    RANDOM.nextBytes(secret);
    this.nonce = HexFormat.of().formatHex(secret);
  }

  /** Blocks to the end of the run, which comes within a second of a cancellation or an interrupt. */
  SandboxRun run() throws IOException, InterruptedException {
    if (cancellation.requested()) {
      return SandboxRun.unobserved(new Outcome.Cancelled(), tier, 0);
    }
    Process process = start();
    StringBuffer complaints = new StringBuffer();
    Thread listener = thread("sandbox-errors", () -> drain(process.getErrorStream(), complaints));
    CompletableFuture<Optional<JsonNode>> result = new CompletableFuture<>();
    thread("sandbox-talk", () -> result.complete(converse(process)));
    try {
      Optional<Outcome> cutOff = await(result);
      if (cutOff.isPresent()) {
        return SandboxRun.unobserved(cutOff.get(), tier, seconds());
      }
      process.waitFor(2, TimeUnit.SECONDS);
      listener.join(1000);
      return result
          .getNow(Optional.empty())
          .map(message -> ResultMessage.toRun(message, tier, seconds()))
          .orElseGet(() -> withoutResult(complaints.toString()));
    } finally {
      end(process);
    }
  }

  private Process start() throws IOException {
    List<String> program =
        List.of(job.interpreter().executable().toString(), "-I", "-S", "-B", "-c", BOOTSTRAP);
    ProcessBuilder builder =
        new ProcessBuilder(bubblewrap.command(job.interpreter(), job.limits(), program));
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
    builder.directory(Path.of("/").toFile());
    return builder.start();
  }

  /** Waits for the result; what is returned is why it was not waited for any longer. */
  private Optional<Outcome> await(CompletableFuture<Optional<JsonNode>> result)
      throws InterruptedException {
    while (true) {
      try {
        result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return Optional.empty();
      } catch (TimeoutException notYet) {
        if (cancellation.requested()) {
          return Optional.of(new Outcome.Cancelled());
        }
        if (System.nanoTime() > deadline) {
          return Optional.of(
              started == 0
                  ? new Outcome.Failed("the sandbox did not start in time")
                  : new Outcome.TimedOut());
        }
      } catch (ExecutionException impossible) {
        throw new IllegalStateException("a sandbox run broke off", impossible.getCause());
      }
    }
  }

  /**
   * Kills the sandbox's process 1, and with it all that is in there; the process outside reaps it and ends too.
   *
   * <p>In this order, since the one outside may be about to let the other go on: killed first, it would leave it waiting
   * for ever. When there is none inside yet there soon will be.
   */
  private static void end(Process process) {
    boolean interrupted = false;
    long patience = System.nanoTime() + END_NANOS;
    while (process.isAlive() && System.nanoTime() < patience) {
      process.children().forEach(ProcessHandle::destroyForcibly);
      try {
        process.waitFor(5, TimeUnit.MILLISECONDS);
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    process.destroyForcibly();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Keeps standard input open to the end: the sandbox's process 1 ends when it closes, as it does when we are killed. */
  private Optional<JsonNode> converse(Process process) {
    try (OutputStream input = process.getOutputStream();
        InputStream output = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
      frame(input, Resources.bytes("supervisor.py"));
      frame(input, Json.bytes(JobMessage.of(job, nonce)));
      return listen(output);
    } catch (IOException cutOff) {
      // What it had to say is on its standard error; the missing result line tells the rest.
      return Optional.empty();
    }
  }

  private Optional<JsonNode> listen(InputStream output) throws IOException {
    while (true) {
      Optional<String> line = line(output);
      if (line.isEmpty()) {
        return Optional.empty();
      }
      if (!line.get().startsWith(nonce + " ")) {
        continue;
      }
      long now = System.nanoTime();
      JsonNode message = Json.parse(line.get().substring(nonce.length() + 1)).orElse(Json.object());
      switch (message.path("event").asText()) {
        case "started" -> {
          started = now;
          deadline = now + job.limits().wall().toNanos() + GRACE_NANOS;
        }
        case "ended" -> {
          ended = now;
          deadline = Math.max(deadline, now + TimeUnit.SECONDS.toNanos(5));
        }
        case "result" -> {
          return Optional.of(message);
        }
        default -> {
          return Optional.empty();
        }
      }
    }
  }

  private Optional<String> line(InputStream output) throws IOException {
    int cap = job.limits().reportBytes() * 3 + job.limits().outputBytes() * 14 + (4 << 20);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = output.read(); c >= 0; c = output.read()) {
      if (c == '\n') {
        return Optional.of(line.toString(StandardCharsets.UTF_8));
      }
      if (line.size() >= cap) {
        return Optional.empty();
      }
      line.write(c);
    }
    return Optional.empty();
  }

  private static void drain(InputStream errors, StringBuffer kept) {
    byte[] block = new byte[4096];
    try {
      for (int n = errors.read(block); n >= 0; n = errors.read(block)) {
        if (kept.length() < 10_000) {
          kept.append(new String(block, 0, n, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException closed) {
      return;
    }
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private SandboxRun withoutResult(String complaints) {
    String said = Printable.oneLine(complaints, 500);
    return SandboxRun.unobserved(
        new Outcome.Failed(
            "the sandbox ended without a result" + (said.isEmpty() ? "" : ": " + said)),
        tier,
        seconds());
  }

  private double seconds() {
    long end = ended == 0 ? System.nanoTime() : ended;
    return started == 0 ? 0 : (end - started) / 1e9;
  }

  private static void frame(OutputStream output, byte[] content) throws IOException {
    output.write((content.length + "\n").getBytes(StandardCharsets.US_ASCII));
    output.write(content);
    output.flush();
  }
}
