package dev.parallelize.rewrite;

import dev.parallelize.dependence.PrivateConnection;
import dev.parallelize.strategy.PerThread;
import dev.parallelize.strategy.ThreadConnection;
import dev.parallelize.syntax.Expression;
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

  /** Opens a connection of its own for each thread, which the stack closes when all are done. */
  static Initializer of(
      ThreadConnection own, String local, String stack, FreshNames fresh, Layout layout) {
    PrivateConnection connection = own.connection();
    String opened = connection.name();
    String name = fresh.fresh("_open_" + opened, "_open_own_" + opened);
    List<String> arguments = new ArrayList<>(List.of(stack));
    arguments.addAll(own.captured());
    String newline = layout.newline();
    String unit = layout.unit();
    StringBuilder text = new StringBuilder(local);
    text.append(" = ").append(PoolCode.placeholder(THREADING)).append(".local()");
    text.append(newline.repeat(3)).append("def ").append(name).append("(");
    text.append(String.join(", ", arguments)).append("):").append(newline);
    text.append(opening(connection, stack, unit, layout)).append(newline);
    connection.settings().forEach(s -> text.append(layout.moved(s, unit)).append(newline));
    if (connection.used().contains(opened)) {
      text.append(unit).append(local).append(".").append(opened).append(" = ").append(opened);
      text.append(newline);
    }
    connection
        .cursors()
        .forEach(
            (cursor, made) ->
                text.append(unit)
                    .append(local)
                    .append(".")
                    .append(cursor)
                    .append(" = ")
                    .append(moved(made.call(), unit, layout))
                    .append(newline));
    return new Initializer(name, arguments, text.toString());
  }

  private static String opening(
      PrivateConnection connection, String stack, String unit, Layout layout) {
    String name = connection.name();
    if (connection.closing().isPresent()) {
      String closing = moved(connection.closing().get(), unit, layout);
      return unit + name + " = " + stack + ".enter_context(" + closing + ")";
    }
    String made = unit + name + " = " + moved(connection.connect(), unit, layout);
    return made + layout.newline() + unit + stack + ".callback(" + name + ".close)";
  }

  private static String moved(Expression e, String unit, Layout layout) {
    int start = layout.lineStart(e);
    String own = layout.indentation(e);
    int before = e.start() - start - own.length();
    return layout.moved(start, e.end(), own, unit).substring(unit.length() + before);
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
