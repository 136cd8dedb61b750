package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What one run did, as seen from outside the program.
 *
 * @param outcome how it ended
 * @param tier how it was confined
 * @param seconds wall time from the program's start to its end, measured in this process
 * @param cpuSeconds processor time of the program and the children that it waited for
 * @param exitStatus its exit status when it ended by itself
 * @param signal the signal that ended it, if one did
 * @param stdout standard output, undecodable bytes as lone surrogates
 * @param stderr standard error, likewise
 * @param peaks largest number of {@code processes} and {@code threads} and {@code memoryBytes} seen at once
 * @param leftoverProcesses command lines of processes that outlived the program
 * @param sharedMemory blocks left in {@code /dev/shm}
 * @param temporaryFiles what was left in {@code /tmp}
 * @param files new and changed files of the scratch folder: kind, size and digest by relative path
 * @param reports texts that the harness inside the program's processes left; as trustworthy as the program
 */
public record SandboxRun(
    Outcome outcome,
    SandboxTier tier,
    double seconds,
    double cpuSeconds,
    OptionalInt exitStatus,
    OptionalInt signal,
    String stdout,
    String stderr,
    Map<String, Long> peaks,
    List<String> leftoverProcesses,
    List<String> sharedMemory,
    List<String> temporaryFiles,
    JsonNode files,
    Map<String, String> reports) {

  public SandboxRun {
    peaks = Map.copyOf(peaks);
    leftoverProcesses = List.copyOf(leftoverProcesses);
    sharedMemory = List.copyOf(sharedMemory);
    temporaryFiles = List.copyOf(temporaryFiles);
    reports = Map.copyOf(reports);
  }

  /** The same run without one of its reports, so that a large one is not kept twice. */
  SandboxRun withoutReport(String name) {
    Map<String, String> others = new HashMap<>(reports);
    others.remove(name);
    return new SandboxRun(
        outcome,
        tier,
        seconds,
        cpuSeconds,
        exitStatus,
        signal,
        stdout,
        stderr,
        peaks,
        leftoverProcesses,
        sharedMemory,
        temporaryFiles,
        files,
        others);
  }

  /** A run of which nothing is known but how it ended. */
  static SandboxRun unobserved(Outcome outcome, SandboxTier tier, double seconds) {
    return new SandboxRun(
        outcome,
        tier,
        seconds,
        0,
        OptionalInt.empty(),
        OptionalInt.empty(),
        "",
        "",
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        Json.object(),
        Map.of());
  }
}
