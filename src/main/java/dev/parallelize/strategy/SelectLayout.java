package dev.parallelize.strategy;

import java.util.ArrayList;
import java.util.List;

/** How a choice between columns is written: {@code numpy.where}, or {@code numpy.select} for several. */
final class SelectLayout {
  private static final int WIDTH = 88;
  private static final int STEP = 4;

  private SelectLayout() {}

  static String oneLine(RowValue.Choice choice) {
    String numpy = VectorizePlan.NUMPY;
    if (choice.conditions().size() == 1) {
      return numpy
          + ".where("
          + String.join(
              ", ", choice.conditions().get(0), choice.values().get(0), choice.otherwise())
          + ")";
    }
    return numpy + ".select(" + String.join(", ", arguments(choice)) + ")";
  }

  /**
   * The statement {@code before choice after}, over several lines where it is long.
   *
   * @param column where the statement starts in its line
   */
  static List<String> statement(String before, RowValue.Choice choice, String after, int column) {
    String line = before + oneLine(choice) + after;
    if (column + width(line) <= WIDTH) {
      return List.of(line);
    }
    String call = choice.conditions().size() == 1 ? ".where(" : ".select(";
    List<String> lines = new ArrayList<>(List.of(before + VectorizePlan.NUMPY + call));
    List<String> arguments =
        choice.conditions().size() == 1
            ? List.of(choice.conditions().get(0), choice.values().get(0), choice.otherwise())
            : arguments(choice);
    String inside = String.join(", ", arguments);
    if (column + STEP + width(inside) <= WIDTH) {
      lines.add(VectorizePlan.INDENT + inside);
    } else {
      arguments.forEach(a -> argument(choice, a, column, lines));
    }
    lines.add(")" + after);
    return lines;
  }

  private static void argument(
      RowValue.Choice choice, String argument, int column, List<String> lines) {
    boolean list = choice.conditions().size() > 1 && argument.startsWith("[");
    if (!list || column + STEP + width(argument) < WIDTH) {
      lines.add(VectorizePlan.INDENT + argument + ",");
      return;
    }
    List<String> parts =
        argument.equals(arguments(choice).get(0)) ? choice.conditions() : choice.values();
    lines.add(VectorizePlan.INDENT + "[");
    parts.forEach(p -> lines.add(VectorizePlan.INDENT + VectorizePlan.INDENT + p + ","));
    lines.add(VectorizePlan.INDENT + "],");
  }

  private static List<String> arguments(RowValue.Choice choice) {
    return List.of(
        "[" + String.join(", ", choice.conditions()) + "]",
        "[" + String.join(", ", choice.values()) + "]",
        "default=" + choice.otherwise());
  }

  /** The module's name is mostly {@code np}. */
  private static int width(String line) {
    return line.replace(VectorizePlan.NUMPY, "np").replace(VectorizePlan.INDENT, "    ").length();
  }
}
