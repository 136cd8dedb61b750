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
      String large = run.run().reports().getOrDefault("bounds", "");
      if (!large.isBlank()) {
        return fail(
            List.of(
                "A "
                    + Printable.oneLine(large.lines().findFirst().orElseThrow(), 80)
                    + " was made, and the program did not come to its end."));
      }
      long seen = run.run().peaks().getOrDefault("processes", 0L);
      if (seen > MOST_PROCESSES) {
        return fail(
            List.of(
                "Up to "
                    + seen
                    + " processes lived at once, and the program did not come to its end."));
      }
      return unknown(
          List.of("The program left without its exit handlers, so its workers were not counted."));
    }
    List<String> failures = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    int cpus = Machine.current().cpus();
    judge(
        "worker processes",
        run.part("peakPoolProcesses").asInt(),
        run.part("declaredProcesses").asInt(),
        MOST_PROCESSES,
        failures,
        evidence);
    judge(
        "worker threads",
        run.part("peakPoolThreads").asInt(),
        run.part("declaredThreads").asInt(),
        MOST_THREADS,
        failures,
        evidence);
    free("processes", run.part("peakFreeProcesses").asInt(), Math.max(cpus, 4), failures, evidence);
    free(
        "threads", run.part("peakFreeThreads").asInt(), Math.min(32, cpus + 4), failures, evidence);
    requests(run, failures, evidence);
    if (!failures.isEmpty()) {
      return fail(failures);
    }
    return pass(evidence.isEmpty() ? List.of("No worker was started.") : evidence);
  }

  /** Workers of pools, whose size is declared. */
  private static void judge(
      String what, int peak, int declared, int most, List<String> failures, List<String> evidence) {
    if (declared > most) {
      failures.add(
          "Pools for up to "
              + declared
              + " "
              + what
              + " were open at once; more than "
              + most
              + " help nowhere.");
    } else if (peak > declared) {
      failures.add(
          "Up to "
              + peak
              + " "
              + what
              + " of pools lived at once, although "
              + declared
              + " were declared.");
    } else if (declared > 0) {
      evidence.add(
          "At most " + peak + " " + what + " of pools lived at once; declared: " + declared + ".");
    }
  }

  /** Threads and processes that the program starts itself, which nothing bounds. */
  private static void free(
      String what, int peak, int warranted, List<String> failures, List<String> evidence) {
    if (peak > warranted) {
      failures.add("Up to " + peak + " " + what + " lived at once and no pool bounds them.");
    } else if (peak > 0) {
      evidence.add("At most " + peak + " " + what + " outside pools lived at once.");
    }
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
    boolean limited = run.part("clientLimits").asBoolean();
    if (!limited && peak > Math.max(bound, FEW_REQUESTS) && peak == total) {
      failures.add(
          "All "
              + total
              + " requests were in flight at once and "
              + (bound == 0 ? "nothing bounds them." : "no semaphore bounds them."));
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
