package dev.parallelize.strategy;

import dev.parallelize.syntax.Expression;

/** Where a loop over rows puts a value of each. */
sealed interface RowSink {
  /** What stands for the value among the names of the loop; no variable has such a name. */
  String key();

  /** {@code name.append(…)}. */
  record Appended(String name) implements RowSink {
    @Override
    public String key() {
      return "append " + name;
    }
  }

  /** {@code total += …}: {@code prefix} is the text before the value. */
  record Added(String prefix) implements RowSink {
    @Override
    public String key() {
      return "add " + prefix;
    }
  }

  /** {@code frame.at[i, "x"] = …}. */
  record Stored(RowLoop.Cell cell, Expression target) implements RowSink {
    @Override
    public String key() {
      return "store " + cell.column();
    }
  }

  /** {@code count += 1}. */
  record Counted(String name) implements RowSink {
    @Override
    public String key() {
      return "count " + name;
    }
  }
}
