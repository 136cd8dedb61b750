package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was seen of one run, from outside and from within.
 *
 * @param plan the circumstances
 * @param run what the sandbox saw
 * @param state what the harness captured at the program's end; empty when it left without one
 */
record Observation(RunPlan plan, SandboxRun run, Optional<JsonNode> state) {
  /** Calls that are noted of one function in one process; later ones are not. */
  static final int MOST_CALLS = 400;

  private static final String STATE = "main.json";

  /**
   * An exception that nothing caught.
   *
   * @param place of the program's innermost statement, if that is known
   */
  record Raised(String type, String message, Optional<Place> place) {
    /** Whether the other says the same, wherever it came from. */
    boolean isLike(Raised other) {
      return type.equals(other.type) && message.equals(other.message);
    }
  }

  /** A file of the program's folder and a line of it as it ran, from 1. */
  record Place(String file, int line) {}

  /** A noted call of a function that both versions share. */
  record Call(String function, String digest, boolean inWorker) {}

  static Observation of(RunPlan plan, SandboxRun run) {
    Optional<JsonNode> state = Optional.ofNullable(run.reports().get(STATE)).flatMap(Json::parse);
    return new Observation(plan, run.withoutReport(STATE), state);
  }

  /** The same, with nothing known of the program's inside. */
  Observation fromOutside() {
    return new Observation(plan, run, Optional.empty());
  }

  boolean ended() {
    return run.outcome().ended();
  }

  JsonNode part(String name) {
    return state.map(each -> each.path(name)).orElse(Json.object().path(name));
  }

  Optional<Raised> raised() {
    JsonNode exception = part("exception");
    if (exception.isObject()) {
      return Optional.of(
          new Raised(
              exception.path("type").asText(),
              exception.path("message").asText(),
              place(exception.path("place"))));
    }
    return state.isEmpty() ? raisedByText() : Optional.empty();
  }

  /** From the last line of a traceback, for a program that no harness reported on. */
  private Optional<Raised> raisedByText() {
    if (!run.stderr().contains("Traceback (most recent call last):")) {
      return Optional.empty();
    }
    String[] lines = run.stderr().strip().split("\n");
    String last = lines[lines.length - 1];
    int colon = last.indexOf(": ");
    return Optional.of(
        colon < 0
            ? new Raised(last, "", Optional.empty())
            : new Raised(last.substring(0, colon), last.substring(colon + 2), Optional.empty()));
  }

  private static Optional<Place> place(JsonNode place) {
    return place.isArray()
        ? Optional.of(new Place(place.path(0).asText(), place.path(1).asInt()))
        : Optional.empty();
  }

  List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (String line : run.reports().getOrDefault("calls", "").split("\n")) {
      Json.parse(line)
          .filter(JsonNode::isArray)
          .ifPresent(
              each ->
                  calls.add(
                      new Call(
                          each.path(0).asText(), each.path(1).asText(), each.path(2).asBoolean())));
    }
    return calls;
  }

  /** Functions of the program that workers call themselves, rather than for another function of the program. */
  Set<String> entries() {
    return run.reports()
        .getOrDefault("entries", "")
        .lines()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The addresses that HTTP clients asked for, in order; those of other processes are not noted. */
  List<String> addresses() {
    return run.reports().getOrDefault("addresses", "").lines().toList();
  }

  boolean usesProcesses() {
    return part("startedProcesses").asInt() > 0;
  }

  /** Whether anything ran beside anything else: the task of an event loop's main coroutine is one. */
  boolean concurrent() {
    return usesProcesses()
        || part("startedThreads").asInt() > 0
        || part("startedTasks").asInt() > 1
        || part("peakInFlight").asInt() > 1;
  }

  /** Most processes, threads or requests that were alive at once. */
  int peakWorkers() {
    return Math.max(
        part("peakProcesses").asInt(),
        Math.max(part("peakThreads").asInt(), part("peakInFlight").asInt()));
  }

  RunRecord record() {
    return new RunRecord(
        plan.version(),
        plan.purpose(),
        run.outcome().label(),
        run.seconds(),
        run.cpuSeconds(),
        run.exitStatus(),
        plan.configuration().get("cpus") instanceof Integer count
            ? OptionalInt.of(count)
            : OptionalInt.empty(),
        plan.configuration().get("startMethod") instanceof String method
            ? Optional.of(method)
            : Optional.empty());
  }
}
