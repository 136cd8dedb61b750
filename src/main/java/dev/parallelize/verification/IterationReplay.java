package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parallelize.verification.ProgramRunner.CancelledException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs iterations of the original in other orders, and alone from the state before the loop, and compares what of them the
 * rewrite runs in workers: a dependence that somebody vouched is not there shows even where the rewrite's own runs happen
 * to agree, as on a machine whose workers take all items in one chunk.
 *
 * <p>What else an iteration does, such as printing or adding up, is free to differ. What an iteration gives when it runs
 * in order must agree with what the program itself gives right afterwards, else it says nothing.
 *
 * <p>Only {@code for} loops outside of coroutines are replayed. A {@code while} loop has no iteration that could be taken
 * before the ones it follows, and no strategy takes one apart. A coroutine's iterations cannot be taken in a forked child:
 * it would share the event loop's selector and open connections with its parent, and take from them what the parent waits
 * for; there, the seeded orders in which tasks are woken look for dependences.
 */
final class IterationReplay {
  private static final String IN_ORDER = "in order";
  private static final String AFTER = "after";
  private static final String ALONE = "alone";
  private static final int SHOWN_OF_A_WAY = 2;

  private final ProgramRunner runner;
  private final StaticFindings findings;
  private final VerificationOptions options;
  private final Pins pins;

  IterationReplay(
      ProgramRunner runner, StaticFindings findings, VerificationOptions options, Pins pins) {
    this.runner = runner;
    this.findings = findings;
    this.options = options;
    this.pins = pins;
  }

  /**
   * One value of one iteration.
   *
   * @param arguments digest of those of a call, or the place of a part of the loop's body
   * @param occurrence which of several that are alike in all else
   */
  private record Key(String loop, int iteration, String owner, String arguments, int occurrence) {
    static Key of(JsonNode head) {
      return new Key(
          head.path(0).asText(),
          head.path(2).asInt(),
          head.path(3).asText(),
          head.path(4).asText(),
          head.path(5).asInt());
    }

    /** The same for a function that each iteration calls once. */
    Key only() {
      return new Key(loop, iteration, owner, "", 1);
    }

    String source() {
      return loop + " " + owner;
    }

    String call() {
      return owner + " " + arguments;
    }

    String path() {
      String line = loop.substring(0, loop.indexOf(':'));
      return owner + "(…) in iteration " + (iteration + 1) + " of the loop in line " + line;
    }
  }

  /** A line of the report. */
  private record Value(String way, Key key, JsonNode value) {}

  /** Nothing where no loop was found, nothing ran at once, or the program draws at random. */
  Optional<Trials.Replay> run(Observation recorded, Observation observed)
      throws CancelledException {
    Set<String> owners = owners(recorded, observed);
    if (findings.replayed().isEmpty()
        || owners.isEmpty()
        || options.seeds().isEmpty()
        || pins.random()) {
      return Optional.empty();
    }
    Map<String, Object> plan =
        Map.of("seeds", options.seeds(), "functions", owners, "loops", findings.replayedLoops());
    RunPlan replay =
        RunPlan.plain(Version.ORIGINAL, "iterations in other orders and alone")
            .with("replay", plan);
    Observation run = runner.run(pins.hash() ? replay.withHashSeed("1") : replay);
    List<Value> values = values(run, owners);
    Set<String> known = digests(observed);
    Set<String> single = single(values, known);
    Map<String, Map<Key, JsonNode>> ways = new LinkedHashMap<>();
    for (Value each : values) {
      Key key = single.contains(each.key().source()) ? each.key().only() : each.key();
      if (!isShared(key) || key.arguments().isEmpty() || known.contains(key.call())) {
        ways.computeIfAbsent(each.way(), way -> new LinkedHashMap<>()).put(key, each.value());
      }
    }
    return Optional.of(compared(ways));
  }

  /** Functions that workers call themselves, imported ones too, and those that one which the rewrite adds calls for each item. */
  private Set<String> owners(Observation recorded, Observation observed) {
    Set<String> owners = new TreeSet<>(observed.entries());
    owners.addAll(findings.handedOn());
    observed.entries().forEach(each -> owners.addAll(findings.calledBy(each)));
    recorded.calls().stream()
        .filter(Observation.Call::inWorker)
        .forEach(each -> owners.remove(each.function()));
    return owners;
  }

  private static Set<String> digests(Observation observed) {
    return observed.calls().stream()
        .filter(Observation.Call::inWorker)
        .map(each -> each.function() + " " + each.digest())
        .collect(Collectors.toSet());
  }

  private static List<Value> values(Observation run, Set<String> owners) {
    List<Value> values = new ArrayList<>();
    for (String line : run.run().reports().getOrDefault("replay", "").split("\n")) {
      int tab = line.indexOf('\t');
      Optional<JsonNode> head = tab < 0 ? Optional.empty() : Json.parse(line.substring(0, tab));
      Optional<JsonNode> value = tab < 0 ? Optional.empty() : Json.parse(line.substring(tab + 1));
      if (head.isPresent() && value.isPresent() && owners.contains(Key.of(head.get()).owner())) {
        values.add(new Value(head.get().path(1).asText(), Key.of(head.get()), value.get()));
      }
    }
    return values;
  }

  private boolean isShared(Key key) {
    return findings.sharedFunctions().contains(key.owner());
  }

  /**
   * Shared functions that each iteration of a loop calls once, with arguments that workers got too. Their calls are known by
   * the iteration alone, since what they keep in a default argument counts among the arguments.
   */
  private Set<String> single(List<Value> values, Set<String> known) {
    Set<String> single = new TreeSet<>();
    Set<String> several = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    for (Value each : values) {
      Key key = each.key();
      boolean first = seen.add(each.way() + " " + key.iteration() + " " + key.source());
      boolean inWorkers = !each.way().equals(IN_ORDER) || known.contains(key.call());
      (isShared(key) && first && inWorkers ? single : several).add(key.source());
    }
    single.removeAll(several);
    return single;
  }

  private Trials.Replay compared(Map<String, Map<Key, JsonNode>> values) {
    Map<Key, JsonNode> after = values.getOrDefault(AFTER, Map.of());
    Map<Key, JsonNode> expected = new LinkedHashMap<>(values.getOrDefault(IN_ORDER, Map.of()));
    expected.entrySet().removeIf(each -> !each.getValue().equals(after.get(each.getKey())));
    List<Difference> differences = new ArrayList<>();
    List<Integer> seeds = new ArrayList<>();
    int compared = 0;
    for (var way : values.entrySet()) {
      if (way.getKey().equals(IN_ORDER) || way.getKey().equals(AFTER)) {
        continue;
      }
      List<Difference> found = new ArrayList<>();
      for (var each : way.getValue().entrySet()) {
        Optional<JsonNode> wanted = Optional.ofNullable(expected.get(each.getKey()));
        if (wanted.isPresent()) {
          compared++;
          compare(each.getKey(), wanted.get(), each.getValue(), way.getKey(), found);
        }
      }
      differences.addAll(found.stream().limit(SHOWN_OF_A_WAY).toList());
      if (!found.isEmpty() && !way.getKey().equals(ALONE)) {
        seeds.add(Integer.parseInt(way.getKey().substring("seed ".length())));
      }
    }
    return new Trials.Replay(differences, compared, seeds);
  }

  private void compare(
      Key key, JsonNode wanted, JsonNode seen, String way, List<Difference> differences) {
    ValueComparison values = new ValueComparison(options.tolerance());
    if (wanted.has("raised") || seen.has("raised")) {
      values.compare("exception of " + key.path(), wanted.path("raised"), seen.path("raised"));
    } else {
      values.compare(key.path(), wanted.path("result"), seen.path("result"));
    }
    String purpose =
        way.equals(ALONE)
            ? "the original's iteration alone, from the state before the loop"
            : "the original's iterations in the order of " + way;
    values.differences().stream().limit(1).forEach(each -> differences.add(each.in(purpose)));
  }
}
