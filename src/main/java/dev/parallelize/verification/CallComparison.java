package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what the functions that a rewrite changed gave back and did to their arguments.
 *
 * <p>Calls are matched by function and order; only those that both versions made are compared.
 */
final class CallComparison {
  private CallComparison() {}

  /** Of the calls that the program makes itself: {@code [function, result, arguments afterwards]} each. */
  static List<Difference> calls(
      Observation original, Observation transformed, Comparing comparing) {
    List<Difference> differences = new ArrayList<>();
    Map<String, JsonNode> theirs = numbered(transformed.part("calls"), 1);
    numbered(original.part("calls"), 1)
        .forEach(
            (name, call) -> {
              if (theirs.containsKey(name)) {
                ValueComparison values = new ValueComparison(comparing.tolerance());
                values.compare(name, call.path(1), theirs.get(name).path(1));
                values.compare("arguments of " + name, call.path(2), theirs.get(name).path(2));
                differences.addAll(values.differences());
              }
            });
    return differences.stream().map(each -> each.in(transformed.plan().purpose())).toList();
  }

  /** Of calls with other arguments: {@code [function, which, outcome]} each. */
  static List<Difference> variants(
      Observation original, Observation transformed, Comparing comparing) {
    if (!original.ended() || !transformed.ended()) {
      return original.ended()
          ? List.of(
              new Difference(
                  "outcome",
                  original.run().outcome().label(),
                  transformed.run().outcome().label(),
                  transformed.plan().purpose()))
          : List.of();
    }
    List<Difference> differences = new ArrayList<>();
    Map<String, JsonNode> theirs = numbered(transformed.part("variants"), 2);
    comparable(original, transformed)
        .forEach(
            (name, variant) ->
                outcome(name, variant.path(2), theirs.get(name).path(2), comparing, differences));
    return differences.stream().map(each -> each.in(transformed.plan().purpose())).toList();
  }

  /**
   * Calls that both versions made with arguments that the original is made for: one that fails where no statement of the
   * program raises, as by an index out of range, promises nothing for them.
   */
  static Map<String, JsonNode> comparable(Observation original, Observation transformed) {
    Map<String, JsonNode> variants = numbered(original.part("variants"), 2);
    variants.keySet().retainAll(numbered(transformed.part("variants"), 2).keySet());
    variants
        .values()
        .removeIf(each -> each.path(2).has("raised") && !each.path(2).path("meant").asBoolean());
    return variants;
  }

  private static void outcome(
      String name,
      JsonNode before,
      JsonNode after,
      Comparing comparing,
      List<Difference> differences) {
    if (before.has("raised") || after.has("raised")) {
      String left = before.path("raised").asText("nothing");
      String right = after.path("raised").asText("nothing");
      if (!left.equals(right)) {
        differences.add(new Difference("exception of " + name, left, right, ""));
        return;
      }
    }
    ValueComparison values = new ValueComparison(comparing.tolerance());
    values.compare(name, before.path("result"), after.path("result"));
    values.compare("arguments of " + name, before.path("arguments"), after.path("arguments"));
    values.compare("text printed by " + name, before.path("printed"), after.path("printed"));
    differences.addAll(values.differences());
  }

  /** By function and number, or by function and variant. */
  private static Map<String, JsonNode> numbered(JsonNode entries, int fields) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (JsonNode each : entries) {
      String function = each.path(0).asText();
      String name =
          fields == 2
              ? function + "(…) with " + each.path(1).asText()
              : function + "(…), call " + counts.merge(function, 1, Integer::sum);
      found.put(name, each);
    }
    return found;
  }
}
