package dev.parallelize.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * Columns of which nothing is known, and that rows compute with: the program checks before the loop what they hold.
 * Numbers are whole or not, and small, so that sums and products of two are what Python computes; where that is not
 * enough, floats.
 */
final class SupposedColumns {
  private static final int BITS = 26;

  private final boolean objects;
  private final Map<String, FrameColumns.Cell> cells = new LinkedHashMap<>();
  private final Set<String> divisors = new LinkedHashSet<>();
  private final Map<String, FrameColumns.Cell> stored = new LinkedHashMap<>();
  private boolean positions;

  /**
   * @param objects whether a column of objects is supposed, too, so that rows hold Python's numbers
   */
  private SupposedColumns(boolean objects) {
    this.objects = objects;
  }

  /** What the attempt gives with as little supposed as it needs; throws what it throws with nothing supposed. */
  static <T> T tried(Function<SupposedColumns, T> attempt) {
    SupposedColumns least = new SupposedColumns(false);
    try {
      return attempt.apply(least);
    } catch (UnknownColumn unknown) {
      least.add(unknown);
      return least
          .retried(attempt)
          .or(() -> new SupposedColumns(true).retried(attempt))
          .orElseThrow(() -> unknown);
    }
  }

  private <T> Optional<T> retried(Function<SupposedColumns, T> attempt) {
    while (true) {
      try {
        return Optional.of(attempt.apply(this));
      } catch (UnknownColumn unknown) {
        if (!add(unknown)) {
          return Optional.empty();
        }
      } catch (NotVectorizable refused) {
        if (!narrow()) {
          return Optional.empty();
        }
      }
    }
  }

  private boolean add(UnknownColumn unknown) {
    return switch (unknown.kind()) {
      case DIVISOR -> divisors.add(unknown.column());
      case NUMBER -> cells.putIfAbsent(unknown.column(), FrameColumns.Cell.NUMBER) == null;
      case TEXT -> cells.put(unknown.column(), FrameColumns.Cell.TEXT) != FrameColumns.Cell.TEXT;
      case DATE -> cells.put(unknown.column(), FrameColumns.Cell.DATE) != FrameColumns.Cell.DATE;
    };
  }

  /** The table, whose labels the program checks to be positions. */
  FrameColumns.Table withPositions(FrameColumns.Table table) {
    positions = true;
    return table.withLabels(FrameColumns.Labels.POSITIONS);
  }

  /** The program checks that a column, if there is one, has the type already that it gets. */
  void store(String column, FrameColumns.Cell cell) {
    stored.put(column, cell);
  }

  /** Whether the program checks that the value, a column, is zero nowhere. */
  boolean isDivisor(RowValue value) {
    return UnknownColumn.plain(value).filter(divisors::contains).isPresent();
  }

  /** Takes one more column for floats; false where all are. */
  private boolean narrow() {
    Optional<String> number =
        cells.keySet().stream().filter(c -> cells.get(c) == FrameColumns.Cell.NUMBER).findFirst();
    number.ifPresent(c -> cells.put(c, FrameColumns.Cell.FLOAT));
    return number.isPresent();
  }

  FrameColumns.Table in(FrameColumns.Table table) {
    Map<String, FrameColumns.Column> columns = new LinkedHashMap<>(table.columns());
    cells.forEach(
        (name, cell) ->
            columns.put(
                name,
                new FrameColumns.Column(
                    cell,
                    cell == FrameColumns.Cell.NUMBER
                        ? OptionalDouble.of(1L << BITS)
                        : OptionalDouble.empty())));
    boolean texts = cells.containsValue(FrameColumns.Cell.TEXT);
    return table.with(columns, objects && !cells.isEmpty() || texts);
  }

  /** What the program asks of the frame; nothing where nothing is supposed. */
  List<String> guards(String frame) {
    List<String> guards = new ArrayList<>();
    if (objects && !cells.containsValue(FrameColumns.Cell.TEXT)) {
      guards.add("(" + frame + ".dtypes == \"object\").any()");
    }
    cells.forEach((column, cell) -> guards.addAll(guards(frame, column, cell)));
    List<String> numbers =
        cells.keySet().stream()
            .filter(c -> cells.get(c) == FrameColumns.Cell.NUMBER)
            .map(c -> "\"" + c + "\"")
            .toList();
    if (!numbers.isEmpty()) {
      String all = frame + "[[" + String.join(", ", numbers) + "]]";
      guards.add("not (" + all + ".astype(float).abs() > 2**" + BITS + ").any(axis=None)");
    }
    if (positions) {
      guards.add("list(" + frame + ".index) == list(range(len(" + frame + ")))");
    }
    stored.forEach(
        (column, cell) -> {
          String type = cell == FrameColumns.Cell.TEXT ? "object" : "float64";
          guards.add(
              "str(%s.dtypes.get(\"%s\", \"%s\")) == \"%s\"".formatted(frame, column, type, type));
        });
    divisors.forEach(d -> guards.add("(" + frame + "[\"" + d + "\"] != 0).all()"));
    return guards;
  }

  /** {@code str}, since a name that several columns have gives a series of types. */
  private static List<String> guards(String frame, String column, FrameColumns.Cell cell) {
    String type = "str(" + frame + ".dtypes.get(\"" + column + "\"))";
    String cells = frame + "[\"" + column + "\"]";
    return switch (cell) {
      case NUMBER -> List.of(type + " in (\"int64\", \"float64\")");
      case TEXT -> List.of(type + " == \"object\"", cells + ".map(type).eq(str).all()");
      case DATE -> List.of(type + " == \"datetime64[ns]\"", cells + ".notna().all()");
      case INT, FLOAT, BOOL, READ, UNKNOWN -> List.of(type + " == \"float64\"");
    };
  }
}
