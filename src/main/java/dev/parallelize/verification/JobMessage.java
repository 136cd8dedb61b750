package dev.parallelize.verification;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the sandbox's process 1 is told: the program, its files, what is loaded beside it, and its limits. */
final class JobMessage {
  private JobMessage() {}

  /** The job as JSON; answers to it begin with the nonce. */
  static Map<String, Object> of(SandboxJob job, String nonce) {
    List<String> command = new ArrayList<>();
    command.add(job.interpreter().executable().toString());
    command.addAll(job.arguments());
    return Map.of(
        "nonce",
        nonce,
        "command",
        command,
        "environment",
        environment(job),
        "files",
        encoded(job.files()),
        "harness",
        encoded(job.harness()),
        "configuration",
        job.configuration(),
        "reportFiles",
        true,
        "limits",
        limits(job.limits()));
  }

  private static Map<String, String> environment(SandboxJob job) {
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

  private static Map<String, Object> limits(RunLimits limits) {
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
