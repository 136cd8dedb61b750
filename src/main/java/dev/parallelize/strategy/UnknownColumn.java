package dev.parallelize.strategy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leaves the attempt to vectorize a loop because of what a frame's column may hold. */
final class UnknownColumn extends NotVectorizable {
  private static final long serialVersionUID = 1;
  private static final Pattern CELL = Pattern.compile("\\w+\\[([\"'])([^\"'\\\\]*)\\1\\]");

  /** What the loop takes the column for. */
  enum Kind {
    NUMBER,
    /** Numbers, as is known already, but none of them zero. */
    DIVISOR,
    TEXT,
    DATE
  }

  private final String column;
  private final Kind kind;

  UnknownColumn(String column, String reason) {
    this(column, Kind.NUMBER, reason);
  }

  private UnknownColumn(String column, Kind kind, String reason) {
    super(reason);
    this.column = column;
    this.kind = kind;
  }

  /** The same column, where a number of it is not what the loop needs. */
  UnknownColumn as(Kind other) {
    return kind == Kind.NUMBER ? new UnknownColumn(column, other, reason()) : this;
  }

  /** The refusal; it names the column that the value is. */
  static NotVectorizable of(Kind kind, String reason, RowValue value) {
    return plain(value)
        .<NotVectorizable>map(c -> new UnknownColumn(c, kind, reason))
        .orElseGet(() -> new NotVectorizable(reason));
  }

  /** The refusal of a division by a value that may be zero; it names the column that the value is. */
  static NotVectorizable divisor(String reason, RowValue value) {
    return of(Kind.DIVISOR, reason, value);
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

  Kind kind() {
    return kind;
  }
}
