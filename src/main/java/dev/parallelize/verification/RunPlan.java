package dev.parallelize.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run to make: of which version, and under which circumstances.
 *
 * @param version which program
 * @param purpose why, for the list of runs
 * @param flags of the interpreter
 * @param hashSeed value of {@code PYTHONHASHSEED}; unset when absent, so that each process draws its own
 * @param configuration what the harness does: {@code capture}, {@code observe}, {@code reach}, {@code vary},
 *     {@code inject}, {@code failAddress}, {@code replay}, {@code cpus}, {@code startMethod}, {@code schedule},
 *     {@code clock}, {@code random}
 */
record RunPlan(
    Version version,
    String purpose,
    List<String> flags,
    Optional<String> hashSeed,
    Map<String, Object> configuration) {

  RunPlan {
    flags = List.copyOf(flags);
    configuration = Map.copyOf(configuration);
  }

  /** The program as the user runs it, with nothing captured but what can be seen from outside. */
  static RunPlan plain(Version version, String purpose) {
    return new RunPlan(version, purpose, List.of(), Optional.empty(), Map.of());
  }

  /** The program as the user runs it, with its state captured at the end. */
  static RunPlan captured(Version version, String purpose) {
    return plain(version, purpose).with("capture", true);
  }

  RunPlan with(String key, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(configuration);
    changed.put(key, value);
    return new RunPlan(version, purpose, flags, hashSeed, changed);
  }

  RunPlan withFlags(String... more) {
    List<String> changed = new ArrayList<>(flags);
    changed.addAll(List.of(more));
    return new RunPlan(version, purpose, changed, hashSeed, configuration);
  }

  RunPlan withHashSeed(String seed) {
    return new RunPlan(version, purpose, flags, Optional.of(seed), configuration);
  }

  /** True when the copy whose loops can be replayed runs in place of the program's own text. */
  boolean replays() {
    return configuration.containsKey("replay");
  }

  /** True when the copy with calls to {@code reach} runs in place of the program's own text. */
  boolean instrumented() {
    return configuration.containsKey("reach")
        || configuration.containsKey("inject")
        || configuration.containsKey("vary");
  }
}
