package dev.parallelize.verification;

import dev.parallelize.verification.ProgramRunner.CancelledException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Makes one call after the other fail in both versions: a call, known by its arguments, of a function that both share and that the
 * transformed program hands to a worker.
 */
final class FailureInjection {
  /** Later items finish first, so that what they do before the failure is noticed can be seen. */
  private static final int SCHEDULE_SEED = 3;

  private static final int ALWAYS_TRIED = 3;
  private static final int MOST_TRIED = 16;

  /** Further calls are made to fail where that is quickly done, and as long as nothing has come out unequal. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final ProgramRunner runner;
  private final VerificationRequest request;
  private final Pins pins;
  private final Comparing comparing;

  FailureInjection(
      ProgramRunner runner, VerificationRequest request, Pins pins, Comparing comparing) {
    this.runner = runner;
    this.request = request;
    this.pins = pins;
    this.comparing = comparing;
  }

  /**
   * Makes the runs.
   *
   * @param recorded the original with its calls noted
   * @param reference the original as the other version is compared with it
   * @param transformed the other version with its calls noted
   */
  List<Trials.Injection> run(Observation recorded, Observation reference, Observation transformed)
      throws CancelledException {
    List<Trials.Injection> injections = new ArrayList<>(ofRequest(recorded, transformed));
    Optional<Map.Entry<String, List<String>>> target = target(recorded, transformed);
    if (target.isEmpty()) {
      return injections;
    }
    List<String> digests = target.get().getValue();
    long patience = System.nanoTime() + PATIENCE_NANOS;
    boolean equal = comparing.same(reference, transformed);
    int tried = 0;
    for (int call : spread(digests.size())) {
      if (tried++ >= ALWAYS_TRIED && (!equal || System.nanoTime() > patience)) {
        break;
      }
      String function = target.get().getKey();
      Map<String, Object> inject = Map.of("function", function, "digest", digests.get(call));
      String purpose = "call " + (call + 1) + " of " + function + " made to fail";
      injections.add(
          new Trials.Injection(
              function,
              call,
              digests.size(),
              runner.run(
                  pins.applyTo(RunPlan.captured(Version.ORIGINAL, purpose).with("inject", inject))),
              runner.run(
                  pins.applyTo(
                      RunPlan.captured(Version.TRANSFORMED, purpose)
                          .with("inject", inject)
                          .with("schedule", SCHEDULE_SEED)))));
      Trials.Injection last = injections.get(injections.size() - 1);
      equal &= comparing.same(last.original(), last.transformed());
    }
    return injections;
  }

  /** The middle, the last and the first call, and then those halfway between, as far as there are so many. */
  static List<Integer> spread(int calls) {
    Set<Integer> order = new LinkedHashSet<>(List.of(calls / 2, calls - 1, 0));
    for (int parts = 4; parts <= MOST_TRIED && order.size() < calls; parts *= 2) {
      for (int part = 1; part < parts; part += 2) {
        order.add(calls * part / parts);
      }
    }
    return order.stream().limit(MOST_TRIED).toList();
  }

  /** Loses the connection of the request in the middle of those that both versions make. */
  private List<Trials.Injection> ofRequest(Observation original, Observation transformed)
      throws CancelledException {
    Set<String> asked = Set.copyOf(transformed.addresses());
    List<String> both = original.addresses().stream().filter(asked::contains).distinct().toList();
    if (both.isEmpty() || !transformed.concurrent()) {
      return List.of();
    }
    int middle = both.size() / 2;
    String address = both.get(middle);
    String purpose = "request " + (middle + 1) + " of " + both.size() + " made to fail";
    RunPlan before = RunPlan.captured(Version.ORIGINAL, purpose).with("failAddress", address);
    RunPlan after = RunPlan.captured(Version.TRANSFORMED, purpose).with("failAddress", address);
    return List.of(
        new Trials.Injection(
            "HTTP requests",
            middle,
            both.size(),
            runner.run(pins.applyTo(before)),
            runner.run(pins.applyTo(after.with("schedule", SCHEDULE_SEED)))));
  }

  /** The first function that runs in a worker with arguments that the original used too, with those arguments in order. */
  private Optional<Map.Entry<String, List<String>>> target(
      Observation original, Observation transformed) {
    Map<String, Set<String>> inWorkers = new LinkedHashMap<>();
    Set<String> beforeInThreads =
        original.calls().stream()
            .filter(Observation.Call::inWorker)
            .map(Observation.Call::function)
            .collect(Collectors.toSet());
    for (Observation.Call call : transformed.calls()) {
      if (beforeInThreads.contains(call.function())) {
        continue; // A server's thread, say, which the rewrite has no part in.
      }
      if (call.inWorker() || request.rewritten().contains(call.function())) {
        inWorkers
            .computeIfAbsent(call.function(), name -> new LinkedHashSet<>())
            .add(call.digest());
      }
    }
    Map<String, List<String>> both = new LinkedHashMap<>();
    for (Observation.Call call : original.calls()) {
      if (inWorkers.getOrDefault(call.function(), Set.of()).contains(call.digest())) {
        List<String> digests = both.computeIfAbsent(call.function(), name -> new ArrayList<>());
        if (!digests.contains(call.digest())) {
          digests.add(call.digest());
        }
      }
    }
    return both.entrySet().stream().findFirst();
  }
}
