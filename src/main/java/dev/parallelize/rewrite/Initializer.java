package dev.parallelize.rewrite;

import dev.parallelize.strategy.PerThread;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What each worker does once before its first task: a process takes the current value of module
 * variables that importing the module would not give it, and large values that must not travel with
 * each task; a thread makes an object of its own.
 *
 * @param name the function's name; empty when nothing has to be handed over
 * @param arguments what the executor is given for it
 */
record Initializer(String name, List<String> arguments, String definition) {
  static final String THREADING = "import threading";

  static Initializer of(
      Set<String> variables, List<Carried> carried, FreshNames fresh, Layout layout) {
    if (variables.isEmpty() && carried.isEmpty()) {
      return new Initializer("", List.of(), "");
    }
    String name = fresh.fresh("_initialize_worker");
    List<String> globals = new ArrayList<>(variables.stream().sorted().toList());
    List<String> arguments = new ArrayList<>(globals);
    List<String> parameters = new ArrayList<>();
    globals.forEach(v -> parameters.add(fresh.fresh(v.toLowerCase(Locale.ROOT) + "_value")));
    List<String> values = new ArrayList<>(parameters);
    for (Carried one : carried) {
      globals.add(one.global());
      arguments.add(one.argument());
      parameters.add(one.parameter());
      values.add(one.value());
    }
    String unit = layout.newline() + layout.unit();
    StringBuilder text = new StringBuilder("def ");
    text.append(name).append("(").append(String.join(", ", parameters)).append("):");
    text.append(unit).append("global ").append(String.join(", ", globals));
    for (int i = 0; i < globals.size(); i++) {
      text.append(unit).append(globals.get(i)).append(" = ").append(values.get(i));
    }
    return new Initializer(name, arguments, text.append(layout.newline()).toString());
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
  List<String> keywords() {
    if (name.isEmpty()) {
      return List.of();
    }
    if (arguments.isEmpty()) {
      return List.of("initializer=" + name);
    }
    String comma = arguments.size() == 1 ? "," : "";
    return List.of(
        "initializer=" + name, "initargs=(" + String.join(", ", arguments) + comma + ")");
  }
}
