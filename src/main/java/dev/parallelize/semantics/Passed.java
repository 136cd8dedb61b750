package dev.parallelize.semantics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arguments of one call.
 *
 * @param spread true when {@code *x} or {@code **x} is among them: then any parameter may get any
 */
record Passed(List<Value> positional, Map<String, Value> keywords, boolean spread) {
  Passed {
    positional = List.copyOf(positional);
    keywords = new LinkedHashMap<>(keywords);
  }

  static Passed of(Value... values) {
    return new Passed(List.of(values), Map.of(), false);
  }

  Passed withFirst(Value first) {
    List<Value> all = new ArrayList<>();
    all.add(first);
    all.addAll(positional);
    return new Passed(all, keywords, spread);
  }

  Passed withoutFirst() {
    return new Passed(
        positional.isEmpty() ? positional : positional.subList(1, positional.size()),
        keywords,
        spread);
  }

  Passed without(String keyword) {
    Map<String, Value> rest = new LinkedHashMap<>(keywords);
    rest.remove(keyword);
    return new Passed(positional, rest, spread);
  }

  List<Value> all() {
    List<Value> all = new ArrayList<>(positional);
    all.addAll(keywords.values());
    return all;
  }

  Set<Root> roots() {
    Set<Root> roots = new LinkedHashSet<>();
    all().forEach(v -> roots.addAll(v.roots()));
    return roots;
  }

  Type type(int index) {
    return index < positional.size() ? positional.get(index).type() : Type.UNKNOWN;
  }
}
