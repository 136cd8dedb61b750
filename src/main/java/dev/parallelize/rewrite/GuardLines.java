package dev.parallelize.rewrite;

import dev.parallelize.strategy.VectorizePlan;
import java.util.ArrayList;
import java.util.List;

/** {@code if …:} before code that runs only where conditions hold. */
final class GuardLines {
  private GuardLines() {}

  /**
   * One line, or one for each condition where that gets too long.
   *
   * @param numpy the name of the NumPy module here
   * @param column where the statement starts
   */
  static List<String> of(List<String> conditions, String numpy, int column, String unit) {
    List<String> guards =
        conditions.stream().map(g -> g.replace(VectorizePlan.NUMPY, numpy)).toList();
    String line = "if " + String.join(" and ", guards) + ":";
    if (column + line.length() <= LongExpressions.WIDTH || guards.size() == 1) {
      return List.of(line);
    }
    List<String> lines = new ArrayList<>(List.of("if ("));
    for (String guard : guards) {
      lines.add(unit + (lines.size() == 1 ? "" : "and ") + guard);
    }
    lines.add("):");
    return lines;
  }
}
