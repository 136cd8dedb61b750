package dev.parallelize.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Picks the line that describes a call best. A file may give a function further lines under {@code
 * name#2} (called with two arguments) and, where a parameter is named {@code mode}, {@code name#r},
 * {@code name#w}, {@code name#rb} and so on (opened to read, to write, as bytes). {@code name#-data} is
 * for calls that leave the parameter {@code data} out, {@code name#-data-method} for those that leave out
 * both, {@code name#+data} for those that pass it. Where a parameter is named {@code sql} or {@code query}, {@code name#lookup} and {@code name#scan} are for
 * statements that only read ({@link SelectStatement}). The line under the plain name holds for every call.
 */
final class Variants {
  private static final List<String> TEXTS = List.of("sql", "query");

  private Variants() {}

  static DataFile.Line choose(
      Map<String, DataFile.Line> lines, String name, DataFile.Line plain, CallShape shape) {
    DataFile.Line byCount = lines.get(name + "#" + shape.count());
    if (byCount != null) {
      return byCount;
    }
    String start = name + "#-";
    for (Map.Entry<String, DataFile.Line> line : lines.entrySet()) {
      if (line.getKey().startsWith(start)
          && areOff(line.getKey().substring(start.length()), plain, shape)) {
        return line.getValue();
      }
    }
    for (Map.Entry<String, DataFile.Line> line : lines.entrySet()) {
      String given = name + "#+";
      if (line.getKey().startsWith(given)
          && !areOff(line.getKey().substring(given.length()), plain, shape)) {
        return line.getValue();
      }
    }
    return mode(plain, shape)
        .or(() -> query(plain, shape))
        .map(kind -> lines.get(name + "#" + kind))
        .orElse(plain);
  }

  private static boolean areOff(String names, DataFile.Line plain, CallShape shape) {
    List<String> parameters = List.of(parameters(plain));
    return List.of(names.split("-")).stream().allMatch(n -> shape.isOff(n, parameters.indexOf(n)));
  }

  /** The mode in short: writing or reading, then b or t if the mode says so; {@code r} by default. */
  private static Optional<String> mode(DataFile.Line line, CallShape shape) {
    String[] parameters = parameters(line);
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i].equals("mode")) {
        return shape.argument("mode", i).orElse(Optional.of("r")).map(Variants::inShort);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> query(DataFile.Line line, CallShape shape) {
    List<String> parameters = List.of(parameters(line));
    return TEXTS.stream()
        .filter(parameters::contains)
        .findFirst()
        .flatMap(name -> shape.argument(name, parameters.indexOf(name)))
        .flatMap(text -> text)
        .flatMap(SelectStatement::of)
        .map(kind -> kind.name().toLowerCase(Locale.ROOT));
  }

  private static String[] parameters(DataFile.Line line) {
    String text = line.text();
    return text.substring(text.indexOf('(') + 1, text.indexOf(')')).split("\\s*,\\s*");
  }

  private static String inShort(String mode) {
    boolean writes = mode.chars().anyMatch(c -> "wax+".indexOf(c) >= 0);
    String kind = mode.contains("b") ? "b" : mode.contains("t") ? "t" : "";
    return (writes ? "w" : "r") + kind;
  }
}
