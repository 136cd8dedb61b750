package dev.parallelize.strategy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leaves the attempt to vectorize a loop because the type of a frame's column is not known. */
final class UnknownColumn extends NotVectorizable {
  private static final long serialVersionUID = 1;
  private static final Pattern CELL = Pattern.compile("\\w+\\[([\"'])([^\"'\\\\]*)\\1\\]");

  private final String column;

  UnknownColumn(String column, String reason) {
    super(reason);
    this.column = column;
  }

  /** The refusal; it names the column where one of the values is a column of a file and nothing else. */
  static NotVectorizable among(String reason, RowValue... values) {
    for (RowValue value : values) {
      Optional<String> column = columnOf(value);
      if (column.isPresent()) {
        return new UnknownColumn(column.get(), reason);
      }
    }
    return new NotVectorizable(reason);
  }

  private static Optional<String> columnOf(RowValue value) {
    Matcher cell = CELL.matcher(value.code());
    return value.cell() == FrameColumns.Cell.READ && cell.matches()
        ? Optional.of(cell.group(2))
        : Optional.empty();
  }

  String column() {
    return column;
  }
}
