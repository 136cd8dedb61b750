package dev.parallelize.strategy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leaves the attempt to vectorize a loop because of what a frame's column may hold. */
final class UnknownColumn extends NotVectorizable {
  private static final long serialVersionUID = 1;
  private static final Pattern CELL = Pattern.compile("\\w+\\[([\"'])([^\"'\\\\]*)\\1\\]");

  private final String column;
  private final boolean divisor;

  UnknownColumn(String column, String reason) {
    this(column, false, reason);
  }

  private UnknownColumn(String column, boolean divisor, String reason) {
    super(reason);
    this.column = column;
    this.divisor = divisor;
  }

  /** The refusal of a division by a value that may be zero; it names the column that the value is. */
  static NotVectorizable divisor(String reason, RowValue value) {
    return plain(value)
        .<NotVectorizable>map(c -> new UnknownColumn(c, true, reason))
        .orElseGet(() -> new NotVectorizable(reason));
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
    return value.cell() == FrameColumns.Cell.READ ? plain(value) : Optional.empty();
  }

  /** The name of the column that the value is, where nothing is computed with it. */
  static Optional<String> plain(RowValue value) {
    Matcher cell = CELL.matcher(value.code());
    return value.varies() && cell.matches() ? Optional.of(cell.group(2)) : Optional.empty();
  }

  String column() {
    return column;
  }

  /** Whether it is known to hold numbers, but not that none of them is zero. */
  boolean isDivisor() {
    return divisor;
  }
}
