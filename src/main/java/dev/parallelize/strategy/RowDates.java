package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * What a loop reads of the dates of a row, by {@code Series.dt}. Gaps would make floats of whole numbers, so that a column
 * has to be without.
 */
final class RowDates {
  /** What {@code .dt} gives in 32 bits: Python's numbers are written to 64. */
  static final String WIDE = ".astype(\"int64\")";

  private static final Set<String> FIELDS =
      Set.of(
          "year",
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "quarter",
          "dayofweek",
          "day_of_week",
          "dayofyear",
          "day_of_year");

  private static final Map<String, String> METHODS =
      Map.of(
          "weekday", ".weekday",
          "day_name", ".day_name()",
          "month_name", ".month_name()");

  private static final OptionalDouble MOST = OptionalDouble.of(1 << 14);

  private final Program program;
  private final Function<Expression, RowValue> render;

  RowDates(Program program, Function<Expression, RowValue> render) {
    this.program = program;
    this.render = render;
  }

  /** The expression over whole columns, if it reads a part of a date. */
  Optional<RowValue> of(Expression e) {
    if (e instanceof Expression.Attribute field && FIELDS.contains(field.attribute())) {
      return part(field.value(), "." + field.attribute(), true);
    } else if (e instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute method
        && call.keywords().isEmpty()) {
      String after = METHODS.getOrDefault(method.attribute(), "");
      if (call.arguments().isEmpty() && !after.isEmpty()) {
        return part(method.value(), after, !after.endsWith(")"));
      } else if (method.attribute().equals("strftime") && isFormat(call)) {
        String format = program.tree().source().text(call.arguments().get(0).span());
        return part(method.value(), ".strftime(" + format + ")", false);
      }
    }
    return Optional.empty();
  }

  private boolean isFormat(Expression.Call call) {
    return call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expression.Constant c
        && c.value() instanceof Literal.Text t
        && t.value().matches("(%[YmdHMSjBbAay]|[ -$&-~&&[^\"'\\\\]])+");
  }

  private Optional<RowValue> part(Expression date, String after, boolean whole) {
    if (!(date instanceof Expression.Subscript)
        && !(date instanceof Expression.Attribute)
        && !(date instanceof Expression.Name)) {
      return Optional.empty();
    }
    RowValue value;
    try {
      value = render.apply(date);
    } catch (UnknownColumn unknown) {
      throw unknown.as(UnknownColumn.Kind.DATE);
    }
    if (value.cell() == FrameColumns.Cell.READ) {
      throw UnknownColumn.of(UnknownColumn.Kind.DATE, "no date is known", value);
    } else if (value.cell() != FrameColumns.Cell.DATE || !value.series()) {
      return Optional.empty();
    }
    String code = value.operand() + ".dt" + after;
    return Optional.of(
        (whole
                ? RowValue.column(code + WIDE, FrameColumns.Cell.INT, MOST, RowValue.Box.PYTHON)
                : RowValue.column(
                    code, FrameColumns.Cell.TEXT, OptionalDouble.empty(), RowValue.Box.PYTHON))
            .ofSeries());
  }

  /** Without a type that neither comparisons nor lists of Python's numbers need. */
  static String narrow(String code) {
    return code.endsWith(WIDE) ? code.substring(0, code.length() - WIDE.length()) : code;
  }
}
