package dev.parallelize.library;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Shapes of calls with literal arguments alone. */
final class CallShapes {
  private CallShapes() {}

  static CallShape of(String... positional) {
    return new CallShape(Arrays.stream(positional).map(Optional::of).toList(), Map.of());
  }

  static CallShape named(String name, String literal) {
    return new CallShape(Arrays.asList(), Map.of(name, Optional.of(literal)));
  }
}
