package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A loop over the rows of a frame, and how it reads their cells.
 *
 * @param table the frame, a name
 * @param row the variable of the row, empty where there is none
 * @param label the variable of the row's label or position, empty where there is none; of values the column's name as
 *     the text writes it
 */
record RowLoop(Program program, Expression.Name table, Kind kind, String row, String label) {
  /** What gives the rows. */
  enum Kind {
    /** {@code iterrows}, and functions that {@code apply} gives a row: all cells of one type. */
    SERIES,
    /** {@code itertuples}. */
    TUPLES,
    /** Positions, by {@code range(len(frame))}. */
    POSITIONS,
    /** Labels, by {@code frame.index}. */
    LABELS,
    /** The values of one column, which functions are given: Python's. */
    VALUES
  }

  static RowLoop of(Program program, Statement.For loop) {
    if (loop.isAsync() || !loop.orElse().isEmpty()) {
      throw new NotVectorizable("the loop has an `else` or is asynchronous");
    }
    return rows(program, loop)
        .or(() -> indices(program, loop))
        .or(() -> values(program, loop.target(), loop.iterable()))
        .orElseThrow(() -> new NotVectorizable("it is no loop over the rows of a pandas frame"));
  }

  private static Optional<RowLoop> rows(Program program, Statement.For loop) {
    if (!(loop.iterable() instanceof Expression.Call call)
        || !(call.function() instanceof Expression.Attribute rows)
        || !(rows.value() instanceof Expression.Name table)
        || !call.arguments().isEmpty()) {
      return Optional.empty();
    }
    boolean index =
        call.keywords().isEmpty()
            || call.keywords().size() == 1
                && call.keywords().get(0).name().filter("index"::equals).isPresent();
    if (rows.attribute().equals("iterrows")
        && call.keywords().isEmpty()
        && loop.target() instanceof Expression.TupleDisplay pair
        && pair.elements().size() == 2
        && pair.elements().get(0) instanceof Expression.Name label
        && pair.elements().get(1) instanceof Expression.Name row) {
      return Optional.of(new RowLoop(program, table, Kind.SERIES, row.id(), label.id()));
    } else if (rows.attribute().equals("itertuples")
        && index
        && loop.target() instanceof Expression.Name row) {
      return Optional.of(new RowLoop(program, table, Kind.TUPLES, row.id(), ""));
    }
    return Optional.empty();
  }

  /** {@code for x in frame["x"]}. */
  static Optional<RowLoop> values(Program program, Expression target, Expression iterable) {
    return target instanceof Expression.Name value
            && iterable instanceof Expression.Subscript column
            && column.value() instanceof Expression.Name table
            && program.type(table).name().equals("pandas.DataFrame")
            && GroupLoop.text(column.slice()).isPresent()
        ? Optional.of(
            new RowLoop(
                program,
                table,
                Kind.VALUES,
                value.id(),
                program.tree().source().text(column.slice().span())))
        : Optional.empty();
  }

  /** {@code for i in range(len(frame))} and {@code for i in frame.index}. */
  private static Optional<RowLoop> indices(Program program, Statement.For loop) {
    if (!(loop.target() instanceof Expression.Name label)) {
      return Optional.empty();
    }
    if (loop.iterable() instanceof Expression.Attribute index
        && index.attribute().equals("index")
        && index.value() instanceof Expression.Name table) {
      return Optional.of(new RowLoop(program, table, Kind.LABELS, "", label.id()));
    } else if (argument(program, loop.iterable(), "range") instanceof Expression.Call length
        && argument(program, length, "len") instanceof Expression.Name table
        && program.type(table).name().equals("pandas.DataFrame")) {
      return Optional.of(new RowLoop(program, table, Kind.POSITIONS, "", label.id()));
    }
    return Optional.empty();
  }

  /** The only argument of a call of the builtin, else the expression itself. */
  private static Expression argument(Program program, Expression e, String builtin) {
    return e instanceof Expression.Call call
            && call.function() instanceof Expression.Name name
            && name.id().equals(builtin)
            && program.scopes().around(name).owner(builtin).isEmpty()
            && call.arguments().size() == 1
            && call.keywords().isEmpty()
        ? call.arguments().get(0)
        : e;
  }

  static Set<String> bound(Statement.For loop) {
    Set<String> bound = new HashSet<>();
    Walk.each(
        loop,
        node -> {
          if (node instanceof Expression.Name name && name.context() != Context.LOAD) {
            bound.add(name.id());
          }
        });
    return bound;
  }

  /** A cell: the column's name, how the text writes it, and whether it comes in a row of one type. */
  record Cell(String column, String key, boolean ofRow) {}

  /** The cell that the expression reads or writes, if it surely is one of the row at hand. */
  Optional<Cell> cell(FrameColumns.Table frame, Expression e) {
    if (kind == Kind.VALUES) {
      return isRow(e)
          ? Optional.of(new Cell(label.substring(1, label.length() - 1), label, false))
          : Optional.empty();
    }
    if (e instanceof Expression.Attribute a && isRow(a.value())) {
      return Optional.of(a.attribute())
          .filter(this::isColumn)
          .map(n -> new Cell(n, "\"" + n + "\"", kind == Kind.SERIES));
    }
    if (!(e instanceof Expression.Subscript s)) {
      return Optional.empty();
    }
    if (isRow(s.value()) && kind == Kind.SERIES) {
      return named(s.slice(), true);
    } else if (s.value() instanceof Expression.Subscript position
        && isAccess(position.value(), "iloc")
        && isLabel(position.slice())
        && kind == Kind.POSITIONS) {
      return named(s.slice(), true);
    } else if (s.value() instanceof Expression.Attribute access
        && isTable(access.value())
        && Set.of("at", "loc").contains(access.attribute())
        && s.slice() instanceof Expression.TupleDisplay pair
        && pair.elements().size() == 2
        && isLabel(pair.elements().get(0))
        && labelsRows(frame)) {
      return named(pair.elements().get(1), false);
    } else if (isLabel(s.slice())) {
      return ofColumn(frame, s.value());
    }
    return Optional.empty();
  }

  /** {@code frame["a"][i]}, {@code frame["a"].iloc[i]} and their like. */
  private Optional<Cell> ofColumn(FrameColumns.Table frame, Expression base) {
    if (base instanceof Expression.Subscript column
        && isTable(column.value())
        && frame.labels() == FrameColumns.Labels.POSITIONS) {
      return kind == Kind.POSITIONS ? named(column.slice(), false) : Optional.empty();
    } else if (base instanceof Expression.Attribute access
        && access.value() instanceof Expression.Subscript column
        && isTable(column.value())) {
      boolean position = kind == Kind.POSITIONS && access.attribute().equals("iloc");
      boolean label = Set.of("loc", "at").contains(access.attribute()) && labelsRows(frame);
      return position || label ? named(column.slice(), false) : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether the label of a row is that of no other one. */
  private boolean labelsRows(FrameColumns.Table frame) {
    return switch (kind) {
      case SERIES, LABELS -> frame.labels() != FrameColumns.Labels.UNKNOWN;
      case POSITIONS -> frame.labels() == FrameColumns.Labels.POSITIONS;
      case TUPLES, VALUES -> false;
    };
  }

  private boolean isAccess(Expression e, String attribute) {
    return e instanceof Expression.Attribute a
        && a.attribute().equals(attribute)
        && isTable(a.value());
  }

  private boolean isTable(Expression e) {
    return e instanceof Expression.Name name && name.id().equals(table.id());
  }

  private boolean isRow(Expression e) {
    return !row.isEmpty() && e instanceof Expression.Name name && name.id().equals(row);
  }

  private boolean isLabel(Expression e) {
    return !label.isEmpty() && e instanceof Expression.Name name && name.id().equals(label);
  }

  private Optional<Cell> named(Expression key, boolean ofRow) {
    return key instanceof Expression.Constant c && c.value() instanceof Literal.Text t
        ? Optional.of(new Cell(t.value(), program.tree().source().text(key.span()), ofRow))
        : Optional.empty();
  }

  /** What an expression reads of the row, if it reads a cell. */
  Optional<RowValue> value(FrameColumns.Table frame, Expression e) {
    Optional<Cell> cell = cell(frame, e);
    if (cell.isEmpty()) {
      if (kind != Kind.VALUES && e instanceof Expression.Attribute a && isRow(a.value())) {
        throw unknown(e);
      }
      return Optional.empty();
    }
    FrameColumns.Column column = frame.column(cell.get().column());
    if (column.cell() == FrameColumns.Cell.UNKNOWN) {
      throw new UnknownColumn(cell.get().column(), unknown(e).reason());
    }
    String code = table.id() + "[" + cell.get().key() + "]";
    OptionalDouble most =
        column.cell() == FrameColumns.Cell.INT || column.cell() == FrameColumns.Cell.NUMBER
            ? column.most()
            : OptionalDouble.empty();
    RowValue.Box box = box(frame, cell.get().ofRow());
    RowValue value = RowValue.column(code, column.cell(), most, box).ofSeries();
    if (column.cell() == FrameColumns.Cell.TEXT || column.cell() == FrameColumns.Cell.DATE) {
      return Optional.of(value.withBox(RowValue.Box.PYTHON));
    }
    boolean whole = column.cell() == FrameColumns.Cell.INT && cell.get().ofRow();
    return Optional.of(whole && !isOwnType(frame) ? widened(frame, value) : value);
  }

  private RowValue widened(FrameColumns.Table frame, RowValue value) {
    return frame.isComplete() && !has(frame, FrameColumns.Cell.UNKNOWN)
        ? value.widen()
        : value.widen().withBox(RowValue.Box.EITHER);
  }

  /** Whether whole numbers stay what they are when a row becomes a series. */
  private static boolean isOwnType(FrameColumns.Table frame) {
    boolean only =
        frame.columns().values().stream().allMatch(c -> c.cell() == FrameColumns.Cell.INT);
    return isMixed(frame) || frame.isComplete() && only;
  }

  /** Whether the cells of a row have to be objects: text among them, or truth values and numbers. */
  private static boolean isMixed(FrameColumns.Table frame) {
    boolean number = has(frame, FrameColumns.Cell.INT) || has(frame, FrameColumns.Cell.FLOAT);
    return frame.objects()
        || has(frame, FrameColumns.Cell.TEXT)
        || has(frame, FrameColumns.Cell.BOOL) && number;
  }

  private static boolean has(FrameColumns.Table frame, FrameColumns.Cell cell) {
    return frame.certain().stream().map(frame.columns()::get).anyMatch(c -> c.cell() == cell);
  }

  private RowValue.Box box(FrameColumns.Table frame, boolean ofRow) {
    if (kind == Kind.TUPLES || kind == Kind.VALUES || ofRow && isMixed(frame)) {
      return RowValue.Box.PYTHON;
    }
    boolean known = frame.isComplete() && !has(frame, FrameColumns.Cell.UNKNOWN);
    return !ofRow || known ? RowValue.Box.NUMPY : RowValue.Box.EITHER;
  }

  private NotVectorizable unknown(Expression e) {
    return new NotVectorizable(
        "the type of `"
            + program.tree().source().text(e.span())
            + "` is not known, so that its arithmetic may not be the column's");
  }

  private boolean isColumn(String attribute) {
    return kind == Kind.TUPLES
        ? !attribute.startsWith("_") && !attribute.equals("Index")
        : !FrameMembers.has(attribute);
  }
}
