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
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * One sandbox from start to end: hands the job to its process 1, listens to it, and ends everything at the deadline.
 *
 * <p>Only lines that begin with the run's nonce count; the program cannot know it. A run without a result line failed.
 */
final class SupervisedProcess {
  private static final String BOOTSTRAP =
      "import sys; s = sys.stdin.buffer; exec(compile(s.read(int(s.readline())), 'supervisor', 'exec'))";
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(900);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Bubblewrap bubblewrap;
  private final SandboxTier tier;
  private final SandboxJob job;
  private final Cancellation cancellation;
  private final String nonce;

  private volatile long deadline = System.nanoTime() + START_NANOS;
  private volatile boolean cancelled;
  private volatile boolean late;
  private long started;
  private long ended;

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

  SandboxRun run() throws IOException, InterruptedException {
    if (cancellation.requested()) {
      return SandboxRun.unobserved(new Outcome.Cancelled(), tier, 0);
    }
    List<String> program =
        List.of(job.interpreter().executable().toString(), "-I", "-S", "-B", "-c", BOOTSTRAP);
    ProcessBuilder builder =
        new ProcessBuilder(bubblewrap.command(job.interpreter(), job.limits(), program));
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
    builder.directory(Path.of("/").toFile());
    Process process = builder.start();
    Thread guard = guard(process);
    StringBuilder complaints = new StringBuilder();
    Thread listener = drain(process.getErrorStream(), complaints);
    try {
      Optional<JsonNode> result = converse(process);
      process.waitFor(2, TimeUnit.SECONDS);
      return answer(result, complaints);
    } finally {
      process.destroyForcibly();
      process.waitFor();
      guard.interrupt();
      guard.join();
      listener.join(1000);
    }
  }

  private Optional<JsonNode> converse(Process process) {
    try (OutputStream input = process.getOutputStream()) {
      frame(input, Resources.bytes("supervisor.py"));
      frame(input, Json.bytes(description()));
    } catch (IOException closedEarly) {
      // What it had to say is on its standard error; the missing result line tells the rest.
      return Optional.empty();
    }
    try (InputStream output = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
      return listen(output);
    } catch (IOException cutOff) {
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

  /** Ends the sandbox at its deadline or when the caller asks for it. */
  private Thread guard(Process process) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (process.isAlive()) {
                  cancelled = cancellation.requested();
                  late = System.nanoTime() > deadline;
                  if (cancelled || late) {
                    process.destroyForcibly();
                    return;
                  }
                  Thread.sleep(50);
                }
              } catch (InterruptedException done) {
                process.destroyForcibly();
              }
            },
            "sandbox-guard");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static Thread drain(InputStream errors, StringBuilder kept) {
    Thread thread =
        new Thread(
            () -> {
              byte[] block = new byte[4096];
              try {
                for (int n = errors.read(block); n >= 0; n = errors.read(block)) {
                  synchronized (kept) {
                    if (kept.length() < 10_000) {
                      kept.append(new String(block, 0, n, StandardCharsets.UTF_8));
                    }
                  }
                }
              } catch (IOException closed) {
                return;
              }
            },
            "sandbox-errors");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private SandboxRun answer(Optional<JsonNode> result, StringBuilder complaints) {
    double seconds = started == 0 ? 0 : ((ended == 0 ? System.nanoTime() : ended) - started) / 1e9;
    if (cancelled) {
      return SandboxRun.unobserved(new Outcome.Cancelled(), tier, seconds);
    }
    if (result.isEmpty()) {
      String said;
      synchronized (complaints) {
        said = Printable.oneLine(complaints.toString(), 500);
      }
      Outcome outcome =
          late && started != 0
              ? new Outcome.TimedOut()
              : new Outcome.Failed(
                  "the sandbox ended without a result" + (said.isEmpty() ? "" : ": " + said));
      return SandboxRun.unobserved(outcome, tier, seconds);
    }
    return observed(result.get(), seconds);
  }

  private SandboxRun observed(JsonNode result, double seconds) {
    Map<String, Long> peaks = new LinkedHashMap<>();
    result
        .path("peaks")
        .properties()
        .forEach(each -> peaks.put(each.getKey(), each.getValue().asLong()));
    Map<String, String> reports = new LinkedHashMap<>();
    result
        .path("reports")
        .properties()
        .forEach(each -> reports.put(each.getKey(), each.getValue().asText()));
    return new SandboxRun(
        outcome(result),
        tier,
        seconds,
        result.path("cpuSeconds").asDouble(),
        integer(result.path("exitStatus")),
        integer(result.path("signal")),
        result.path("stdout").asText(),
        result.path("stderr").asText(),
        peaks,
        Json.texts(result.path("leftoverProcesses")),
        Json.texts(result.path("sharedMemory")),
        Json.texts(result.path("temporaryFiles")),
        result.path("files"),
        reports);
  }

  private static Outcome outcome(JsonNode result) {
    String limit = result.path("limit").asText("");
    if (limit.equals("wall")) {
      return new Outcome.TimedOut();
    }
    if (!result.path("limit").isNull()) {
      return new Outcome.Limit(limit);
    }
    if (result.path("signal").isInt()) {
      return new Outcome.Failed("ended by signal " + result.path("signal").asInt());
    }
    int status = result.path("exitStatus").asInt(-1);
    return status == 0 ? new Outcome.Ok() : new Outcome.Failed("exit status " + status);
  }

  private static OptionalInt integer(JsonNode node) {
    return node.isInt() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
  }

  private static void frame(OutputStream output, byte[] content) throws IOException {
    output.write((content.length + "\n").getBytes(StandardCharsets.US_ASCII));
    output.write(content);
    output.flush();
  }

  private Map<String, Object> description() {
    Map<String, Object> description = new HashMap<>();
    List<String> command = new ArrayList<>();
    command.add(job.interpreter().executable().toString());
    command.addAll(job.arguments());
    description.put("nonce", nonce);
    description.put("command", command);
    description.put("environment", environment());
    description.put("files", encoded(job.files()));
    description.put("harness", encoded(job.harness()));
    description.put("configuration", job.configuration());
    description.put("reportFiles", true);
    description.put("limits", limits());
    return description;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    String bin = job.interpreter().executable().toAbsolutePath().getParent().toString();
    environment.put("PATH", bin + ":/usr/bin:/bin");
    environment.put("HOME", "/sandbox/home");
    environment.put("USER", "user");
    environment.put("LANG", "C.UTF-8");
    environment.put("NUMBA_CACHE_DIR", "/sandbox/home/numba");
    environment.put("MPLBACKEND", "Agg");
    environment.putAll(job.environment());
    return environment;
  }

  private Map<String, Object> limits() {
    RunLimits limits = job.limits();
    double seconds = limits.wall().toMillis() / 1000.0;
    return Map.of(
        "wallSeconds", seconds,
        "memoryBytes", limits.memoryBytes(),
        // Address space is handed out more freely than memory: interpreters map what they never
        // touch.
        "addressBytes", limits.memoryBytes() * 2 + (2L << 30),
        "tasks", limits.tasks(),
        "cpuSeconds", (long) Math.ceil(seconds + 1) * Machine.current().cpus(),
        "fileBytes", limits.fileBytes(),
        "openFiles", limits.openFiles(),
        "outputBytes", limits.outputBytes(),
        "files", limits.files(),
        "reportBytes", limits.reportBytes());
  }

  private static Map<String, String> encoded(Map<String, byte[]> files) {
    Map<String, String> encoded = new HashMap<>();
    files.forEach(
        (name, content) -> encoded.put(name, Base64.getEncoder().encodeToString(content)));
    return encoded;
  }
}
