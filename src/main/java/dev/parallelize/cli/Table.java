package dev.parallelize.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text whose columns stand under each other; the last column is as wide as it is. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        boolean last = i == row.size() - 1;
        line.append(last ? row.get(i) : padded(row.get(i), width(i)) + "  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream()
        .filter(r -> column < r.size() - 1)
        .mapToInt(r -> length(r.get(column)))
        .max()
        .orElse(0);
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(Math.max(0, width - length(cell)));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
