package dev.parallelize.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the text of a call says of its arguments, for callees that do different things by how they are
 * called: {@code open} with its mode, {@code sort_values} with {@code inplace}, {@code Random} with and
 * without a seed. A call with starred arguments has no shape.
 *
 * @param positional one entry an argument: the text of a literal ({@code rb} for {@code "rb"}, {@code
 *     True}, {@code None}, {@code 3}), empty when it is no literal
 * @param named the same for arguments passed by name
 */
public record CallShape(List<Optional<String>> positional, Map<String, Optional<String>> named) {
  public CallShape {
    positional = List.copyOf(positional);
    named = Map.copyOf(named);
  }

  /** How many arguments are passed that are not literally None. */
  int count() {
    long given = positional.stream().filter(CallShape::isGiven).count();
    return (int) (given + named.values().stream().filter(CallShape::isGiven).count());
  }

  /** What is passed for a parameter: empty when nothing is, then the literal as in {@code named}. */
  Optional<Optional<String>> argument(String name, int position) {
    if (named.containsKey(name)) {
      return Optional.of(named.get(name));
    }
    return position < positional.size() ? Optional.of(positional.get(position)) : Optional.empty();
  }

  /** True when a parameter that switches something on is left out, False or None. */
  boolean isOff(String name, int position) {
    return argument(name, position)
        .map(literal -> literal.filter(t -> t.equals("False") || t.equals("None")).isPresent())
        .orElse(true);
  }

  private static boolean isGiven(Optional<String> literal) {
    return !literal.equals(Optional.of("None"));
  }
}
