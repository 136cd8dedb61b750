package dev.parallelize.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a loop over rows computes from each of them, as an expression over columns.
 *
 * @param varies whether it differs from row to row; else it is one Python object
 * @param most no whole number is larger than this
 * @param box what holds the numbers in the loop
 * @param widened whether the loop sees floats where the column has whole numbers
 * @param series whether it surely is a series; a choice gives an array
 * @param choice the branches, for an expression that is a choice and nothing else
 */
record RowValue(
    String code,
    FrameColumns.Cell cell,
    boolean varies,
    OptionalDouble most,
    Box box,
    boolean widened,
    boolean series,
    Optional<Choice> choice) {

  /** What holds a number of the loop. */
  enum Box {
    PYTHON,
    NUMPY,
    /** Python's in some rows or frames and NumPy's in others. */
    EITHER;

    /** What an operation on both gives. */
    Box with(Box other) {
      if (this == NUMPY || other == NUMPY) {
        return NUMPY;
      }
      return this == other ? this : EITHER;
    }
  }

  /** The first condition that holds chooses; where none does it is the default. */
  record Choice(List<String> conditions, List<String> values, String otherwise) {
    Choice {
      conditions = List.copyOf(conditions);
      values = List.copyOf(values);
    }
  }

  static RowValue constant(String code, FrameColumns.Cell cell, OptionalDouble most) {
    return new RowValue(code, cell, false, most, Box.PYTHON, false, false, Optional.empty());
  }

  static RowValue column(String code, FrameColumns.Cell cell, OptionalDouble most, Box box) {
    return new RowValue(code, cell, true, most, box, false, false, Optional.empty());
  }

  static RowValue truth(String code, Box box) {
    return column(code, FrameColumns.Cell.BOOL, OptionalDouble.empty(), box);
  }

  RowValue withCode(String other) {
    return new RowValue(other, cell, varies, most, box, widened, series, Optional.empty());
  }

  RowValue withBox(Box other) {
    return new RowValue(code, cell, varies, most, other, widened, series, choice);
  }

  RowValue ofSeries() {
    return new RowValue(code, cell, varies, most, box, widened, true, choice);
  }

  RowValue widen() {
    return new RowValue(code, FrameColumns.Cell.FLOAT, varies, most, box, true, series, choice);
  }

  /** With the numbers that the loop sees: floats where the row holds floats only. */
  RowValue real() {
    if (widened && box == Box.EITHER) {
      throw new NotVectorizable("whether the row holds `" + code + "` as a float is not known");
    }
    return widened
        ? column(operand() + ".astype(float)", FrameColumns.Cell.FLOAT, OptionalDouble.empty(), box)
        : this;
  }

  /** As an operand of any operator. */
  String operand() {
    return isAtom() ? code : "(" + code + ")";
  }

  private boolean isAtom() {
    boolean call =
        code.startsWith(VectorizePlan.NUMPY)
            && code.contains("(")
            && !ArrayRendering.unwrapped(code.substring(code.indexOf('(')))
                .equals(code.substring(code.indexOf('(')));
    return call
        || Postfix.is(code)
        || code.matches(
            "[\\w.]+(\\[\"[^\"]*\"\\]|\\['[^']*'\\])?(\\.astype\\(float\\))?|\"[^\"]*\"|'[^']*'");
  }

  /** One of two values of the same type, by a condition. */
  static RowValue choose(RowValue condition, RowValue then, RowValue otherwise) {
    List<String> conditions = new ArrayList<>(List.of(condition.code()));
    List<String> values = new ArrayList<>(List.of(then.code()));
    otherwise.choice().ifPresent(c -> conditions.addAll(c.conditions()));
    otherwise.choice().ifPresent(c -> values.addAll(c.values()));
    Choice choice =
        new Choice(
            conditions,
            values,
            otherwise.choice().map(Choice::otherwise).orElseGet(otherwise::code));
    OptionalDouble most =
        then.most().isPresent() && otherwise.most().isPresent()
            ? OptionalDouble.of(Math.max(then.most().getAsDouble(), otherwise.most().getAsDouble()))
            : OptionalDouble.empty();
    Box box = then.box() == otherwise.box() ? then.box() : Box.EITHER;
    return new RowValue(
        String.join("", SelectLayout.oneLine(choice)),
        then.cell(),
        true,
        most,
        box,
        false,
        false,
        Optional.of(choice));
  }
}
