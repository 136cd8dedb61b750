package dev.parallelize.library;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A method seen as a function of its receiver, as {@code str.upper} in {@code map(str.upper, xs)}. */
final class Unbound {
  private Unbound() {}

  static Callee of(String name, Callee method) {
    Map<String, Integer> parameters = new HashMap<>();
    method.parameters().forEach((key, position) -> parameters.put(key, shifted(position)));
    return new Callee(
        name,
        method.effects(),
        shifted(method.mutates()),
        shifted(method.invokes()),
        shifted(method.iterates()),
        shifted(method.files()),
        method.blocking(),
        method.cost(),
        method.releasesGil(),
        method.aliasing(),
        method.result(),
        method.asyncTwin(),
        parameters);
  }

  private static Set<Integer> shifted(Set<Integer> positions) {
    return positions.stream().map(Unbound::shifted).collect(Collectors.toSet());
  }

  private static int shifted(int position) {
    return position >= Callee.BY_NAME_ONLY ? position : position + 1;
  }
}
