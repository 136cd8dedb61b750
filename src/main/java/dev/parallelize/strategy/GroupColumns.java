package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * For which columns pandas computes of all groups at once exactly what it computes of one group after the other, and
 * what the program has to ask where the text does not tell. Floats are added up in another order.
 */
final class GroupColumns {
  /** Sums of whole numbers up to here are exact as floats. */
  private static final int BITS = 53;

  private static final double SMALL = 1L << 26;

  private final Program program;
  private final String candidate;
  private final GroupLoop loop;
  private final FrameColumns.Table table;
  private final Set<String> guards = new LinkedHashSet<>();

  GroupColumns(Program program, String candidate, GroupLoop loop, FrameColumns.Table table) {
    this.program = program;
    this.candidate = candidate;
    this.loop = loop;
    this.table = table;
  }

  /** What has to hold at run time. */
  List<String> guards() {
    return new ArrayList<>(guards);
  }

  /** Keys of several columns are texts: whole numbers among them come as NumPy's in the loop only. */
  void requireKeys() {
    for (String key : loop.keys()) {
      FrameColumns.Cell cell = cell(key);
      boolean unknown = cell == FrameColumns.Cell.UNKNOWN || cell == FrameColumns.Cell.READ;
      if (loop.keys().size() > 1 && unknown) {
        guards.add(dtype(key, "object"));
        guards.add(series(key) + ".map(type).eq(str).all()");
      } else if (loop.keys().size() > 1 && cell != FrameColumns.Cell.TEXT) {
        throw new NotVectorizable(
            "whether the keys hold Python's or NumPy's numbers of `" + key + "` is not known");
      } else if (cell == FrameColumns.Cell.UNKNOWN) {
        guards.add(dtype(key, "object", "int64"));
      }
    }
  }

  private FrameColumns.Cell cell(String column) {
    boolean there = table.certain().contains(column) || table.read();
    return there ? table.column(column).cell() : FrameColumns.Cell.UNKNOWN;
  }

  private String series(String column) {
    return loop.table().id() + "[\"" + column + "\"]";
  }

  /** {@code str}, since a name that several columns have gives a series of types. */
  private String dtype(String column, String... names) {
    String type = "str(" + loop.table().id() + ".dtypes.get(\"" + column + "\"))";
    return names.length == 1
        ? type + " == \"" + names[0] + "\""
        : type + " in (\"" + String.join("\", \"", names) + "\")";
  }

  /** What the aggregate gives of each group; throws where that may be something else of all at once. */
  FrameColumns.Cell require(GroupAggregate aggregate) {
    if (aggregate.column().isEmpty()) {
      return FrameColumns.Cell.INT;
    }
    String column = aggregate.column().get();
    if (loop.keys().contains(column) || column.contains("\"") || column.contains("\\")) {
      throw new NotVectorizable("`" + column + "` tells the groups apart");
    }
    FrameColumns.Cell cell = cell(column);
    return switch (cell) {
      case INT, BOOL -> whole(aggregate, column, cell);
      case FLOAT -> real(aggregate, column);
      case TEXT -> text(aggregate, column);
      case DATE -> date(aggregate, column);
      case NUMBER, READ, UNKNOWN -> unknown(aggregate, column);
    };
  }

  private FrameColumns.Cell whole(GroupAggregate aggregate, String column, FrameColumns.Cell cell) {
    OptionalDouble most = table.column(column).most();
    boolean small =
        cell == FrameColumns.Cell.BOOL || most.isPresent() && most.getAsDouble() <= SMALL;
    return switch (aggregate.kind()) {
      case SIZE, COUNT, NUNIQUE, SUM -> FrameColumns.Cell.INT;
      case MIN, MAX, FIRST, LAST -> cell;
      case MEDIAN -> FrameColumns.Cell.FLOAT;
      case MEAN -> {
        if (!small) {
          requireExact(column);
        }
        yield FrameColumns.Cell.FLOAT;
      }
    };
  }

  private void requireExact(String column) {
    guards.add(series(column) + ".astype(float).abs().sum() <= 2**" + BITS);
  }

  private FrameColumns.Cell real(GroupAggregate aggregate, String column) {
    return switch (aggregate.kind()) {
      case SIZE, COUNT, NUNIQUE -> FrameColumns.Cell.INT;
      case MIN, MAX, MEDIAN -> {
        requireOneZero(column);
        yield FrameColumns.Cell.FLOAT;
      }
      case SUM, MEAN -> {
        requireReassociable(column);
        yield FrameColumns.Cell.FLOAT;
      }
      case FIRST, LAST -> {
        requireNoGaps(column);
        yield FrameColumns.Cell.FLOAT;
      }
    };
  }

  /** The first value that is one need not be that of the first row. */
  private void requireNoGaps(String column) {
    guards.add(series(column) + ".notna().all()");
  }

  /** Which of 0.0 and -0.0 is the larger one depends on their order, and on who looks. */
  private void requireOneZero(String column) {
    guards.add(
        "not ("
            + VectorizePlan.NUMPY
            + ".signbit("
            + series(column)
            + ") & ("
            + series(column)
            + " == 0)).any()");
  }

  private boolean isReassociable(String column) {
    return program.assumptions().holds("reassociable", column)
        || program.assumptions().holds("reassociable", candidate);
  }

  private void requireReassociable(String column) {
    if (!isReassociable(column)) {
      throw new NotVectorizable(
          "the floats of `"
              + column
              + "` would be added up in another order, and so round differently; the assumption"
              + " reassociable for `"
              + column
              + "` allows that");
    }
  }

  private FrameColumns.Cell text(GroupAggregate aggregate, String column) {
    return switch (aggregate.kind()) {
      case SIZE, COUNT, NUNIQUE -> FrameColumns.Cell.INT;
      case MIN, MAX, FIRST, LAST -> FrameColumns.Cell.TEXT;
      case SUM, MEAN, MEDIAN ->
          throw new NotVectorizable("`" + column + "` holds texts, which have no sum");
    };
  }

  private static FrameColumns.Cell date(GroupAggregate aggregate, String column) {
    if (aggregate.kind() != GroupAggregate.Kind.COUNT
        && aggregate.kind() != GroupAggregate.Kind.NUNIQUE) {
      throw new NotVectorizable(
          "dates of `" + column + "` are NumPy's where pandas gives them of all groups");
    }
    return FrameColumns.Cell.INT;
  }

  /** The loop does not look at objects that it leaves out with their keys, as lists, which cannot be counted. */
  private String hashable(String column) {
    return table.read()
        ? dtype(column, "object", "int64", "float64")
        : dtype(column, "int64", "float64");
  }

  private FrameColumns.Cell unknown(GroupAggregate aggregate, String column) {
    boolean floats = isReassociable(column);
    Optional<String> numbers =
        switch (aggregate.kind()) {
          case SIZE -> Optional.empty();
          case COUNT -> Optional.of(dtype(column, "object", "int64", "float64"));
          case NUNIQUE -> Optional.of(hashable(column));
          case SUM, MEAN ->
              Optional.of(floats ? dtype(column, "int64", "float64") : dtype(column, "int64"));
          case MEDIAN, MIN, MAX -> Optional.of(dtype(column, "int64", "float64"));
          case FIRST, LAST -> Optional.of(dtype(column, "object", "int64", "float64"));
        };
    numbers.ifPresent(guards::add);
    return switch (aggregate.kind()) {
      case SIZE, COUNT, NUNIQUE -> FrameColumns.Cell.INT;
      case FIRST, LAST -> {
        requireNoGaps(column);
        yield FrameColumns.Cell.UNKNOWN;
      }
      case SUM -> floats ? FrameColumns.Cell.NUMBER : FrameColumns.Cell.INT;
      case MIN, MAX -> {
        requireOneZero(column);
        yield FrameColumns.Cell.NUMBER;
      }
      case MEDIAN -> {
        requireOneZero(column);
        yield FrameColumns.Cell.FLOAT;
      }
      case MEAN -> {
        if (!floats) {
          requireExact(column);
        }
        yield FrameColumns.Cell.FLOAT;
      }
    };
  }
}
