package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * What a loop computes from the texts of a row, by the methods of {@code Series.str}: those call Python's own on each
 * text. They pass over gaps, where Python raises, so that a column has to hold texts and nothing else.
 */
final class RowTexts {
  /** Methods without arguments that give a text. */
  private static final Set<String> BARE =
      Set.of("lower", "upper", "title", "capitalize", "swapcase", "casefold");

  private static final Set<String> STRIPPING = Set.of("strip", "lstrip", "rstrip");
  private static final Set<String> AFFIXES = Set.of("removeprefix", "removesuffix");

  /** All methods whose call shows that the result is a text. */
  private static final Set<String> GIVING =
      Set.of(
          "lower",
          "upper",
          "title",
          "capitalize",
          "strip",
          "lstrip",
          "rstrip",
          "replace",
          "strftime",
          "day_name",
          "month_name");

  private static final Set<String> TESTS =
      Set.of(
          "isdigit",
          "isalpha",
          "isalnum",
          "isupper",
          "islower",
          "isspace",
          "istitle",
          "isnumeric",
          "isdecimal");

  /** Texts of more characters do not fit into memory. */
  private static final OptionalDouble LONGEST = OptionalDouble.of(1L << 40);

  private final Program program;
  private final Function<Expression, RowValue> render;

  /**
   * @param render writes any expression
   */
  RowTexts(Program program, Function<Expression, RowValue> render) {
    this.program = program;
    this.render = render;
  }

  /** The expression over whole columns, if it computes with texts. */
  Optional<RowValue> of(Expression e) {
    if (e instanceof Expression.Call call && call.keywords().isEmpty()) {
      return length(call)
          .or(() -> written(call))
          .or(
              () ->
                  call.function() instanceof Expression.Attribute m
                      ? method(call, m)
                      : Optional.empty());
    } else if (e instanceof Expression.Subscript s && s.slice() instanceof Expression.Slice slice) {
      return isPlain(slice)
          ? Optional.of(accessed(s.value(), "[" + text(slice) + "]", FrameColumns.Cell.TEXT))
          : Optional.empty();
    } else if (e instanceof Expression.Subscript s) {
      return part(s);
    } else if (e instanceof Expression.BinOp op && op.operator() == Operator.ADD) {
      return isText(op.left()) || isText(op.right())
          ? Optional.of(joined(List.of(asText(op.left()), asText(op.right())), op))
          : Optional.empty();
    } else if (e instanceof Expression.JoinedStr joined) {
      return formatted(joined);
    }
    return Optional.empty();
  }

  /** {@code "x" in row["name"]}. */
  Optional<RowValue> search(Expression.Compare compare) {
    Comparator operator = compare.operators().get(0);
    if (operator != Comparator.IN && operator != Comparator.NOT_IN
        || !isLiteral(compare.left())
        || !isCellLike(compare.comparators().get(0))) {
      return Optional.empty();
    }
    RowValue found =
        accessed(
            compare.comparators().get(0),
            ".contains(" + text(compare.left()) + ", regex=False)",
            FrameColumns.Cell.BOOL);
    return Optional.of(operator == Comparator.IN ? found : found.withCode("~" + found.code()));
  }

  private static boolean isCellLike(Expression e) {
    return e instanceof Expression.Subscript
        || e instanceof Expression.Attribute
        || e instanceof Expression.Name
        || e instanceof Expression.Call;
  }

  private String text(Expression e) {
    return program.tree().source().text(e.span());
  }

  private NotVectorizable refused(Expression e) {
    return new NotVectorizable(
        "`"
            + text(e)
            + "` in line "
            + program.tree().source().line(e.start())
            + " is not known to give the same over whole columns");
  }

  /** The expression as a text; a column that nothing is known of is supposed to hold texts. */
  RowValue asText(Expression e) {
    RowValue value;
    try {
      value = render.apply(e);
    } catch (UnknownColumn unknown) {
      throw unknown.as(UnknownColumn.Kind.TEXT);
    }
    if (value.cell() == FrameColumns.Cell.READ || value.cell() == FrameColumns.Cell.NUMBER) {
      throw UnknownColumn.of(UnknownColumn.Kind.TEXT, refused(e).reason(), value);
    } else if (value.cell() != FrameColumns.Cell.TEXT) {
      throw refused(e);
    }
    return value;
  }

  private RowValue accessed(Expression texts, String after, FrameColumns.Cell cell) {
    RowValue value = asText(texts);
    if (!value.series()) {
      throw refused(texts);
    }
    OptionalDouble most = cell == FrameColumns.Cell.INT ? LONGEST : OptionalDouble.empty();
    return RowValue.column(value.operand() + ".str" + after, cell, most, RowValue.Box.PYTHON)
        .ofSeries();
  }

  private Optional<RowValue> length(Expression.Call call) {
    return isBuiltin(call, "len") && isCellLike(call.arguments().get(0))
        ? Optional.of(accessed(call.arguments().get(0), ".len()", FrameColumns.Cell.INT))
        : Optional.empty();
  }

  private boolean isBuiltin(Expression.Call call, String name) {
    return call.function() instanceof Expression.Name function
        && function.id().equals(name)
        && program.scopes().around(function).owner(name).isEmpty()
        && call.arguments().size() == 1;
  }

  /** {@code str(row["n"])}. */
  private Optional<RowValue> written(Expression.Call call) {
    return isBuiltin(call, "str")
        ? Optional.of(asWritten(call.arguments().get(0)))
        : Optional.empty();
  }

  /** A text as it is, and whole numbers in digits. */
  private RowValue asWritten(Expression e) {
    RowValue value;
    try {
      value = render.apply(e);
    } catch (UnknownColumn unknown) {
      throw unknown.as(UnknownColumn.Kind.TEXT);
    }
    if (value.cell() != FrameColumns.Cell.INT) {
      return asText(e);
    } else if (!value.series() || value.widened()) {
      throw refused(e);
    }
    return RowValue.column(
            RowDates.narrow(value.operand()) + ".astype(str)",
            FrameColumns.Cell.TEXT,
            OptionalDouble.empty(),
            RowValue.Box.PYTHON)
        .ofSeries();
  }

  private Optional<RowValue> method(Expression.Call call, Expression.Attribute method) {
    String name = method.attribute();
    List<Expression> arguments = call.arguments();
    boolean one = arguments.size() == 1;
    boolean literals = arguments.stream().allMatch(this::isLiteral);
    String listed = String.join(", ", arguments.stream().map(this::text).toList());
    if (BARE.contains(name) && arguments.isEmpty()
        || STRIPPING.contains(name) && (arguments.isEmpty() || one && literals)
        || AFFIXES.contains(name) && one && literals) {
      return Optional.of(
          accessed(method.value(), "." + name + "(" + listed + ")", FrameColumns.Cell.TEXT));
    } else if (name.equals("replace") && arguments.size() == 2 && literals) {
      String after = ".replace(" + listed + ", regex=False)";
      return Optional.of(accessed(method.value(), after, FrameColumns.Cell.TEXT));
    } else if (TESTS.contains(name) && arguments.isEmpty()) {
      return Optional.of(accessed(method.value(), "." + name + "()", FrameColumns.Cell.BOOL));
    } else if (Set.of("startswith", "endswith").contains(name)
        && one
        && isLiterals(arguments.get(0))) {
      return Optional.of(
          accessed(method.value(), "." + name + "(" + listed + ")", FrameColumns.Cell.BOOL));
    } else if (name.equals("find") && one && literals) {
      return Optional.of(accessed(method.value(), ".find(" + listed + ")", FrameColumns.Cell.INT));
    }
    return Optional.empty();
  }

  /** The first or the last part of a split text: there always is one. */
  private Optional<RowValue> part(Expression.Subscript part) {
    boolean end = text(part.slice()).matches("0|-1");
    if (!end
        || !(part.value() instanceof Expression.Call call)
        || !(call.function() instanceof Expression.Attribute method)
        || !method.attribute().equals("split")
        || call.arguments().size() != 1
        || !call.keywords().isEmpty()
        || !isLiteral(call.arguments().get(0))) {
      return Optional.empty();
    }
    String separator = value(call.arguments().get(0));
    String regex = separator.length() > 1 ? ", regex=False" : "";
    String after =
        ".split(" + text(call.arguments().get(0)) + regex + ").str[" + text(part.slice()) + "]";
    return separator.isEmpty()
        ? Optional.empty()
        : Optional.of(accessed(method.value(), after, FrameColumns.Cell.TEXT));
  }

  private static boolean isPlain(Expression.Slice slice) {
    return slice.step().isEmpty()
        && slice.lower().map(RowTexts::isWhole).orElse(true)
        && slice.upper().map(RowTexts::isWhole).orElse(true);
  }

  private static boolean isWhole(Expression e) {
    Expression number =
        e instanceof Expression.UnaryOp minus && minus.operator() == UnaryOperator.U_SUB
            ? minus.operand()
            : e;
    return number instanceof Expression.Constant c
        && c.value() instanceof Literal.IntegerNumber n
        && n.value().bitLength() < 31;
  }

  private boolean isLiterals(Expression e) {
    return isLiteral(e)
        || e instanceof Expression.TupleDisplay tuple
            && !tuple.elements().isEmpty()
            && tuple.elements().stream().allMatch(this::isLiteral);
  }

  /** Whether a text stands there, or several of them. */
  boolean areTexts(Expression e) {
    return isLiterals(e)
        || e instanceof Expression.ListDisplay list
            && !list.elements().isEmpty()
            && list.elements().stream().allMatch(this::isLiteral)
        || e instanceof Expression.SetDisplay set
            && set.elements().stream().allMatch(this::isLiteral);
  }

  /** A text in one piece, on one line. */
  private boolean isLiteral(Expression e) {
    return e instanceof Expression.Constant c
        && c.value() instanceof Literal.Text
        && !c.unicodePrefix()
        && text(e).matches("\"[^\"\\n]*\"|'[^'\\n]*'");
  }

  private static String value(Expression e) {
    return ((Literal.Text) ((Expression.Constant) e).value()).value();
  }

  private boolean isText(Expression e) {
    return isLiteral(e)
        || e instanceof Expression.JoinedStr
        || e instanceof Expression.BinOp op
            && op.operator() == Operator.ADD
            && (isText(op.left()) || isText(op.right()))
        || e instanceof Expression.Call call
            && call.function() instanceof Expression.Attribute method
            && GIVING.contains(method.attribute())
        || e instanceof Expression.Call text && isBuiltin(text, "str")
        || e instanceof Expression.Subscript s && s.slice() instanceof Expression.Slice;
  }

  /** Texts one after the other; one of them is a column. */
  private RowValue joined(List<RowValue> parts, Expression e) {
    boolean series = parts.stream().anyMatch(RowValue::series);
    boolean arrays = parts.stream().anyMatch(p -> p.varies() && !p.series());
    if (!series || arrays) {
      throw refused(e);
    }
    List<String> codes = new ArrayList<>();
    for (RowValue part : parts) {
      boolean sum = part.code().matches(".* \\+ .*") && codes.isEmpty();
      codes.add(sum ? part.code() : part.operand());
    }
    return RowValue.column(
            String.join(" + ", codes),
            FrameColumns.Cell.TEXT,
            OptionalDouble.empty(),
            RowValue.Box.PYTHON)
        .ofSeries();
  }

  /** {@code f"{row["a"]}-{row["b"]}"}. */
  private Optional<RowValue> formatted(Expression.JoinedStr joined) {
    List<RowValue> parts = new ArrayList<>();
    for (Expression part : joined.values()) {
      if (part instanceof Expression.FormattedValue field
          && field.conversion() == -1
          && field.formatSpec().isEmpty()) {
        RowValue value = asWritten(field.value());
        parts.add(value.withCode(value.code().replaceAll("\\['([^'\"\\\\]*)'\\]", "[\"$1\"]")));
      } else if (part instanceof Expression.Constant c
          && c.value() instanceof Literal.Text t
          && t.value().matches("[ -~&&[^\"\\\\]]+")) {
        parts.add(
            RowValue.constant(
                "\"" + t.value() + "\"", FrameColumns.Cell.TEXT, OptionalDouble.empty()));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(parts.size() == 1 ? parts.get(0) : joined(parts, joined));
  }
}
