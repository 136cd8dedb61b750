package dev.parallelize.rewrite;

import dev.parallelize.strategy.PerThread;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Gives worker processes the current value of module variables that importing the module would not
 * give them, or each thread an object of its own.
 *
 * @param name the function's name; empty when nothing has to be handed over
 */
record Initializer(String name, List<String> variables, String definition) {
  static final String THREADING = "import threading";

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

  /** Makes an object of its own for each thread, which workers find under the given place. */
  static Initializer of(PerThread own, String place, FreshNames fresh, Layout layout) {
    String name = fresh.fresh("_open_" + own.name(), "_open_own_" + own.name());
    String local = place.substring(0, place.indexOf('.'));
    String newline = layout.newline();
    String unit = layout.unit();
    StringBuilder text = new StringBuilder(local);
    text.append(" = ").append(PoolCode.placeholder(THREADING)).append(".local()");
    text.append(newline.repeat(3)).append("def ").append(name).append("(");
    text.append(String.join(", ", own.captured())).append("):").append(newline);
    List<Statement> statements = new ArrayList<>(List.of(own.made()));
    statements.addAll(own.settings());
    statements.forEach(s -> text.append(layout.moved(s, unit)).append(newline));
    text.append(unit).append(place).append(" = ").append(own.name()).append(newline);
    return new Initializer(name, own.captured(), text.toString());
  }

  /** Further arguments of the executor. */
  String arguments() {
    if (name.isEmpty()) {
      return "";
    }
    if (variables.isEmpty()) {
      return ", initializer=" + name;
    }
    String comma = variables.size() == 1 ? "," : "";
    return ", initializer=" + name + ", initargs=(" + String.join(", ", variables) + comma + ")";
  }
}
