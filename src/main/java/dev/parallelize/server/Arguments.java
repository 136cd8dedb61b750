package dev.parallelize.server;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The arguments of one call, read by name and type. A value of another type, out of range or unknown ends the reading
 * with an {@link InvalidArgument} that names the argument.
 */
public final class Arguments {
  /** Names that callers guess, and what they mean. */
  private static final Map<String, String> ALIASES = Map.of("code", "source", "file", "path");

  private final String prefix;
  private final Map<String, Object> values;

  private Arguments(String prefix, Map<?, ?> values) {
    this.prefix = prefix;
    this.values = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            put(String.valueOf(name), value);
          }
        });
  }

  /** The arguments as a client sent them; a JSON null counts as absent. */
  public static Arguments of(Map<String, Object> values) {
    return new Arguments("", values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> text(String name) {
    return value(name)
        .map(v -> v instanceof String s ? s : refuse(name, "must be a text, not " + kind(v)));
  }

  String requiredText(String name, String hint) {
    return text(name)
        .filter(t -> !t.isBlank())
        .orElseThrow(() -> new InvalidArgument("'" + prefix + name + "' is missing.", hint));
  }

  Optional<Integer> integer(String name, int least, int most) {
    return whole(name, least, most).map(Long::intValue);
  }

  Optional<Long> whole(String name, long least, long most) {
    return value(name)
        .map(
            v -> {
              if (!(v instanceof Number n) || n.doubleValue() != Math.rint(n.doubleValue())) {
                return refuse(name, "must be a whole number, not " + kind(v));
              }
              if (n.doubleValue() < least || n.doubleValue() > most) {
                return refuse(name, "must be between " + least + " and " + most + ", not " + n);
              }
              return n.longValue();
            });
  }

  Optional<Double> number(String name, double least, double most) {
    return value(name)
        .map(
            v -> {
              if (!(v instanceof Number n)) {
                return refuse(name, "must be a number, not " + kind(v));
              }
              if (!(n.doubleValue() >= least && n.doubleValue() <= most)) {
                return refuse(name, "must be between " + least + " and " + most + ", not " + n);
              }
              return n.doubleValue();
            });
  }

  Optional<Boolean> flag(String name) {
    return value(name).map(v -> v instanceof Boolean b ? b : refuse(name, "must be true or false"));
  }

  <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    return text(name)
        .map(
            word ->
                Arrays.stream(type.getEnumConstants())
                    .filter(e -> AnswerJson.word(e).equals(word))
                    .findFirst()
                    .orElseGet(() -> refuse(name, oneOf(type) + ", not '" + word + "'")));
  }

  Optional<List<String>> texts(String name) {
    return list(name)
        .map(
            items ->
                items.stream()
                    .map(v -> v instanceof String s ? s : this.<String>refuse(name, "holds texts"))
                    .toList());
  }

  Optional<List<Integer>> integers(String name, int least, int most) {
    return list(name)
        .map(
            items ->
                items.stream()
                    .map(v -> new Arguments(prefix, Map.of(name, v)).integer(name, least, most))
                    .flatMap(Optional::stream)
                    .toList());
  }

  Optional<Arguments> object(String name) {
    return value(name)
        .map(
            v ->
                v instanceof Map<?, ?> m
                    ? new Arguments(prefix + name + ".", m)
                    : refuse(name, "must be an object, not " + kind(v)));
  }

  List<Arguments> objects(String name) {
    List<?> items = list(name).orElse(List.of());
    return items.stream()
        .map(
            v ->
                v instanceof Map<?, ?> m
                    ? new Arguments(prefix + name + "[].", m)
                    : this.<Arguments>refuse(name, "holds objects, not " + kind(v)))
        .toList();
  }

  /** An object, or a text that stands for an object with this one field. */
  Optional<Arguments> objectOrText(String name, String field) {
    return value(name).filter(String.class::isInstance).isPresent()
        ? text(name).map(t -> new Arguments(prefix + name + ".", Map.of(field, t)))
        : object(name);
  }

  /** Refuses names that the call does not know, so that a misspelt option is not silently ignored. */
  void allow(String... names) {
    Set<String> unknown = new TreeSet<>(values.keySet());
    Arrays.asList(names).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new InvalidArgument(
          "Unknown argument '" + prefix + unknown.iterator().next() + "'.",
          "Known here: " + String.join(", ", names) + ".");
    }
  }

  private Optional<Object> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private Optional<List<?>> list(String name) {
    return value(name)
        .map(v -> v instanceof List<?> l ? l : refuse(name, "must be a list, not " + kind(v)));
  }

  private <T> T refuse(String name, String problem) {
    throw new InvalidArgument(
        "'" + prefix + name + "' " + problem + ".", "Correct the argument and call again.");
  }

  private void put(String name, Object value) {
    String meant = ALIASES.getOrDefault(name, name);
    if (values.putIfAbsent(meant, value) != null) {
      throw new InvalidArgument(
          "'" + prefix + meant + "' is given twice.", "Give '" + meant + "' alone.");
    }
  }

  private static String kind(Object value) {
    if (value instanceof String) {
      return "a text";
    }
    if (value instanceof Number) {
      return value.toString();
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    return value instanceof List ? "a list" : "an object";
  }

  private static <E extends Enum<E>> String oneOf(Class<E> type) {
    return "must be one of "
        + Arrays.stream(type.getEnumConstants())
            .map(AnswerJson::word)
            .collect(Collectors.joining(", "));
  }
}
