package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A loop over the rows of a frame: {@code iterrows} or {@code itertuples}.
 *
 * @param table the frame, a name
 * @param row the variable of the row
 * @param method the name of the method that gives the rows
 */
record RowLoop(Program program, Expression.Name table, String row, String method) {
  /** Names of a Series' own, which a column cannot be read by. */
  private static final Set<String> MEMBERS =
      Set.of(
          "T",
          "abs",
          "add",
          "agg",
          "all",
          "any",
          "apply",
          "array",
          "at",
          "attrs",
          "axes",
          "between",
          "bool",
          "clip",
          "combine",
          "copy",
          "corr",
          "count",
          "cov",
          "cumsum",
          "describe",
          "diff",
          "div",
          "divide",
          "dot",
          "dt",
          "drop",
          "dtype",
          "dtypes",
          "empty",
          "eq",
          "equals",
          "explode",
          "factorize",
          "ffill",
          "filter",
          "first",
          "flags",
          "floordiv",
          "ge",
          "get",
          "groupby",
          "gt",
          "hist",
          "iat",
          "iloc",
          "index",
          "info",
          "isin",
          "item",
          "items",
          "keys",
          "kurt",
          "last",
          "le",
          "list",
          "loc",
          "lt",
          "map",
          "mask",
          "max",
          "mean",
          "median",
          "min",
          "mod",
          "mode",
          "mul",
          "multiply",
          "name",
          "nbytes",
          "ndim",
          "ne",
          "nlargest",
          "nunique",
          "pad",
          "pipe",
          "plot",
          "pop",
          "pow",
          "prod",
          "product",
          "quantile",
          "rank",
          "ravel",
          "reindex",
          "rename",
          "repeat",
          "replace",
          "resample",
          "rolling",
          "round",
          "sample",
          "sem",
          "shape",
          "shift",
          "size",
          "skew",
          "sparse",
          "squeeze",
          "std",
          "str",
          "struct",
          "sub",
          "subtract",
          "sum",
          "tail",
          "take",
          "transform",
          "truediv",
          "truncate",
          "unique",
          "unstack",
          "update",
          "values",
          "var",
          "view",
          "where",
          "xs");

  static RowLoop of(Program program, Statement.For loop) {
    if (loop.isAsync() || !loop.orElse().isEmpty()) {
      throw new NotVectorizable("the loop has an `else` or is asynchronous");
    }
    if (loop.iterable() instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute rows
        && rows.value() instanceof Expression.Name table
        && call.arguments().isEmpty()) {
      boolean index =
          call.keywords().isEmpty()
              || call.keywords().size() == 1
                  && call.keywords().get(0).name().filter("index"::equals).isPresent();
      if (rows.attribute().equals("iterrows")
          && call.keywords().isEmpty()
          && loop.target() instanceof Expression.TupleDisplay pair
          && pair.elements().size() == 2
          && pair.elements().get(0) instanceof Expression.Name
          && pair.elements().get(1) instanceof Expression.Name row) {
        return new RowLoop(program, table, row.id(), rows.attribute());
      } else if (rows.attribute().equals("itertuples")
          && index
          && loop.target() instanceof Expression.Name row) {
        return new RowLoop(program, table, row.id(), rows.attribute());
      }
    }
    throw new NotVectorizable("it is no loop over the rows of a pandas frame");
  }

  Set<String> bound(Statement.For loop) {
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

  /** The columns as Python numbers; {@code iterrows} gives those only beside a column of texts. */
  Map<String, FrameColumns.Column> columns(Map<String, FrameColumns.Column> known) {
    boolean texts = known.values().stream().anyMatch(c -> c.cell() == FrameColumns.Cell.TEXT);
    if (method.equals("iterrows") && !texts) {
      throw new NotVectorizable(
          "`iterrows` gives every row one type, which is not known to be the columns' own");
    }
    return new LinkedHashMap<>(known);
  }

  /** What an expression reads of the row, if it reads a cell. */
  Optional<RowExpressions.Value> cell(Map<String, FrameColumns.Column> columns, Expression e) {
    Optional<String> name = Optional.empty();
    String key = "";
    if (e instanceof Expression.Subscript s
        && s.value() instanceof Expression.Name base
        && base.id().equals(row)) {
      boolean named =
          method.equals("iterrows")
              && s.slice() instanceof Expression.Constant c
              && c.value() instanceof Literal.Text;
      name =
          named
              ? Optional.of(((Literal.Text) ((Expression.Constant) s.slice()).value()).value())
              : Optional.empty();
      key = program.tree().source().text(s.slice().span());
    } else if (e instanceof Expression.Attribute a
        && a.value() instanceof Expression.Name base
        && base.id().equals(row)) {
      name = Optional.of(a.attribute()).filter(this::isColumn);
      key = "\"" + a.attribute() + "\"";
    } else {
      return Optional.empty();
    }
    FrameColumns.Column column = name.map(columns::get).orElse(null);
    if (column == null || column.cell() == FrameColumns.Cell.UNKNOWN) {
      throw new NotVectorizable(
          "the type of `"
              + program.tree().source().text(e.span())
              + "` is not known, so that its arithmetic may not be the column's");
    }
    return Optional.of(
        new RowExpressions.Value(
            table.id() + "[" + key + "]",
            column.cell(),
            true,
            column.cell() == FrameColumns.Cell.INT ? column.most() : OptionalDouble.empty()));
  }

  private boolean isColumn(String attribute) {
    return method.equals("itertuples")
        ? !attribute.startsWith("_") && !attribute.equals("Index")
        : !MEMBERS.contains(attribute);
  }
}
