package dev.parallelize.rewrite;

import java.util.List;
import java.util.Set;

/**
 * Gives worker processes the current value of module variables that importing the module would not
 * give them.
 *
 * @param name the function's name; empty when nothing has to be handed over
 */
record Initializer(String name, List<String> variables, String definition) {
  static Initializer of(Set<String> variables, FreshNames fresh, Layout layout) {
    if (variables.isEmpty()) {
      return new Initializer("", List.of(), "");
    }
    String name = fresh.fresh("_initialize_worker");
    String newline = layout.newline();
    String unit = layout.unit();
    List<String> ordered = variables.stream().sorted().toList();
    StringBuilder text = new StringBuilder();
    List<String> parameters =
        ordered.stream()
            .map(v -> fresh.fresh(v.toLowerCase(java.util.Locale.ROOT) + "_value"))
            .toList();
    text.append("def ").append(name).append("(").append(String.join(", ", parameters)).append("):");
    text.append(newline).append(unit).append("global ").append(String.join(", ", ordered));
    for (int i = 0; i < ordered.size(); i++) {
      text.append(newline)
          .append(unit)
          .append(ordered.get(i))
          .append(" = ")
          .append(parameters.get(i));
    }
    return new Initializer(name, ordered, text.append(newline).toString());
  }

  /** Further arguments of the executor. */
  String arguments() {
    if (name.isEmpty()) {
      return "";
    }
    String comma = variables.size() == 1 ? "," : "";
    return ", initializer=" + name + ", initargs=(" + String.join(", ", variables) + comma + ")";
  }
}
