package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The peak of living workers stays within what the program declares, or within what the machine's processors warrant.
 *
 * <p>Processes: the declared size of pools, else the processor count. Threads: the declared size of pools, else what
 * {@code ThreadPoolExecutor} would take by default. Requests in flight: the largest semaphore, else the connection limit
 * of usual clients.
 */
final class WorkerCountBounded implements Check {
  private static final int CLIENT_CONNECTIONS = 100;
  private static final int FEW_REQUESTS = 8;
  private static final int MOST_PROCESSES = 61;
  private static final int MOST_THREADS = 256;

  @Override
  public String name() {
    return "worker-count-bounded";
  }

  @Override
  public ChecklistItem judge(Trials trials) {
    Observation run = trials.observed();
    if (run.state().isEmpty()) {
      return unknown(
          List.of("The program left without its exit handlers, so its workers were not counted."));
    }
    List<String> failures = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    int cpus = Machine.current().cpus();
    int processes = run.part("peakProcesses").asInt();
    int threads = run.part("peakThreads").asInt();
    if (processes > 0) {
      int declared = declared(run, "ProcessPoolExecutor") + declared(run, "Pool");
      judge(
          "worker processes",
          processes,
          declared,
          Math.max(cpus, 2),
          MOST_PROCESSES,
          failures,
          evidence);
    }
    if (threads > 0) {
      judge(
          "worker threads",
          threads,
          declared(run, "ThreadPoolExecutor"),
          Math.min(32, cpus + 4),
          MOST_THREADS,
          failures,
          evidence);
    }
    requests(run, failures, evidence);
    if (!failures.isEmpty()) {
      return fail(failures);
    }
    return pass(evidence.isEmpty() ? List.of("No worker was started.") : evidence);
  }

  private static void judge(
      String what,
      int peak,
      int declared,
      int warranted,
      int most,
      List<String> failures,
      List<String> evidence) {
    if (declared > most) {
      failures.add(
          "Pools for up to "
              + declared
              + " "
              + what
              + " were made; more than "
              + most
              + " help nowhere.");
    } else if (declared == 0 && peak > warranted) {
      failures.add("Up to " + peak + " " + what + " lived at once and no pool bounds them.");
    } else {
      evidence.add(
          "At most "
              + peak
              + " "
              + what
              + " lived at once; "
              + (declared == 0 ? "no pool was declared." : "declared: " + declared + "."));
    }
  }

  private static int declared(Observation run, String kind) {
    int total = 0;
    for (JsonNode executor : run.part("executors")) {
      if (executor.path("kind").asText().equals(kind)) {
        total += executor.path("workers").asInt();
      }
    }
    return total;
  }

  private static void requests(Observation run, List<String> failures, List<String> evidence) {
    int peak = run.part("peakInFlight").asInt();
    if (peak == 0) {
      return;
    }
    int bound = 0;
    for (JsonNode size : run.part("semaphores")) {
      bound = Math.max(bound, size.asInt());
    }
    int total = run.part("requests").asInt();
    if (bound == 0 && peak > FEW_REQUESTS && peak == total) {
      failures.add("All " + total + " requests were in flight at once and nothing bounds them.");
    } else if (peak > Math.max(bound, CLIENT_CONNECTIONS)) {
      failures.add("Up to " + peak + " requests were in flight at once.");
    } else {
      evidence.add(
          "At most "
              + peak
              + " of "
              + total
              + " requests were in flight at once"
              + (bound == 0 ? "." : "; a semaphore of " + bound + " bounds them."));
    }
  }
}
