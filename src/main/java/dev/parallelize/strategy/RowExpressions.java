package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.BooleanOperator;
import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.UnaryOperator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes what a loop computes from one row as an expression over whole columns that gives the same
 * numbers, where the loop works with Python's: those neither overflow nor divide by zero.
 */
final class RowExpressions {
  /** Whole numbers up to here are the same as floats; sums and products of them fit 64 bits. */
  private static final double EXACT = 1L << 52;

  private static final Map<Comparator, String> COMPARISONS =
      Map.of(
          Comparator.LT, "<",
          Comparator.LT_E, "<=",
          Comparator.GT, ">",
          Comparator.GT_E, ">=",
          Comparator.EQ, "==",
          Comparator.NOT_EQ, "!=");

  private final Program program;
  private final Function<Expression, Optional<RowValue>> cells;
  private final Set<String> bound;
  private final SupposedColumns supposed;
  private final Map<String, RowValue> locals = new LinkedHashMap<>();
  private final Set<Scope> inside = new HashSet<>();
  private final Set<String> named = new LinkedHashSet<>();
  private final RowTexts texts;
  private final RowDates dates;

  /**
   * @param cells what reads a cell of the row
   * @param bound names that the loop binds
   * @param supposed what the program checks of columns
   */
  RowExpressions(
      Program program,
      Function<Expression, Optional<RowValue>> cells,
      Set<String> bound,
      SupposedColumns supposed) {
    this.program = program;
    this.supposed = supposed;
    this.cells = cells;
    this.bound = bound;
    this.texts = new RowTexts(program, this::render);
    this.dates = new RowDates(program, this::render);
  }

  /** The number that counts a row. */
  RowValue one() {
    return RowValue.constant("1", FrameColumns.Cell.INT, OptionalDouble.of(1));
  }

  /** What functions gave names to. */
  Set<String> named() {
    return named;
  }

  /** A function gives the value a name of its own. */
  void name(String name, RowValue value) {
    locals.put(name, value);
    named.add(value.code());
  }

  Map<String, RowValue> locals() {
    return locals;
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

  /** What the work gives, with the names as they were afterwards. */
  RowValue aside(Supplier<RowValue> work) {
    Map<String, RowValue> before = new LinkedHashMap<>(locals);
    RowValue value = work.get();
    locals.clear();
    locals.putAll(before);
    return value;
  }

  /** A call of a function that only computes: what it returns, with the arguments for its names. */
  private Optional<RowValue> inlined(Expression.Call call) {
    Optional<RowFunction> function =
        RowFunction.called(program, call)
            .filter(f -> f.parameters().size() == call.arguments().size())
            .filter(f -> call.keywords().isEmpty() && !inside.contains(f.scope()));
    if (function.isEmpty()) {
      return Optional.empty();
    }
    function.get().requireSameNames(program.scopes().around((Expression.Name) call.function()));
    List<RowValue> arguments = call.arguments().stream().map(this::render).toList();
    return Optional.of(
        aside(
            () -> {
              locals.clear();
              for (int i = 0; i < arguments.size(); i++) {
                locals.put(function.get().parameters().get(i), arguments.get(i));
              }
              inside.add(function.get().scope());
              RowValue value = function.get().value(this);
              inside.remove(function.get().scope());
              return value;
            }));
  }

  RowValue render(Expression e) {
    Optional<RowValue> cell = isRebound(e) ? Optional.empty() : cells.apply(e);
    Optional<RowValue> known = cell.or(() -> texts.of(e)).or(() -> dates.of(e));
    if (known.isPresent()) {
      return known.get();
    } else if (e instanceof Expression.Constant c) {
      return constant(c);
    } else if (e instanceof Expression.Name name) {
      return name(name);
    } else if (e instanceof Expression.BinOp op) {
      return combined(op, op.operator(), render(op.left()), render(op.right()));
    } else if (e instanceof Expression.UnaryOp op && op.operator() == UnaryOperator.U_SUB) {
      RowValue value = render(op.operand());
      boolean number = isNumber(value) && isSmall(value);
      if (!number) {
        throw UnknownColumn.among(refused(e).reason(), value);
      }
      return value.withCode("-" + value.operand());
    } else if (e instanceof Expression.IfExp choice) {
      RowValue condition = condition(choice.test());
      return choose(choice, condition, render(choice.body()), render(choice.orElse()));
    } else if (e instanceof Expression.Call call) {
      return call(call);
    } else if (e instanceof Expression.Compare
        || e instanceof Expression.BoolOp
        || e instanceof Expression.UnaryOp) {
      return condition(e);
    }
    throw refused(e);
  }

  /** A parameter that the function gave another value. */
  private boolean isRebound(Expression e) {
    return e instanceof Expression.Name name && locals.containsKey(name.id());
  }

  private RowValue constant(Expression.Constant c) {
    FrameColumns.Cell cell =
        c.value() instanceof Literal.IntegerNumber
            ? FrameColumns.Cell.INT
            : c.value() instanceof Literal.FloatNumber
                ? FrameColumns.Cell.FLOAT
                : c.value() instanceof Literal.Text t
                        && t.value().indexOf('\0') < 0
                        && !text(c).contains("\n")
                    ? FrameColumns.Cell.TEXT
                    : FrameColumns.Cell.UNKNOWN;
    if (cell == FrameColumns.Cell.UNKNOWN) {
      throw refused(c);
    }
    OptionalDouble most =
        c.value() instanceof Literal.IntegerNumber n
            ? OptionalDouble.of(n.value().abs().doubleValue())
            : OptionalDouble.empty();
    return RowValue.constant(text(c), cell, most);
  }

  private RowValue name(Expression.Name name) {
    if (locals.containsKey(name.id())) {
      return locals.get(name.id());
    }
    Type type = program.type(name);
    FrameColumns.Cell cell =
        type.equals(Type.FLOAT)
            ? FrameColumns.Cell.FLOAT
            : type.equals(Type.INT)
                ? FrameColumns.Cell.INT
                : type.equals(Type.STR) ? FrameColumns.Cell.TEXT : FrameColumns.Cell.UNKNOWN;
    boolean ofFunction =
        program.scopes().around(name).owner(name.id()).filter(inside::contains).isPresent();
    if (bound.contains(name.id()) || ofFunction || cell == FrameColumns.Cell.UNKNOWN) {
      throw refused(name);
    }
    return RowValue.constant(name.id(), cell, OptionalDouble.empty());
  }

  private static boolean isNumber(RowValue value) {
    return value.cell() == FrameColumns.Cell.INT
        || value.cell() == FrameColumns.Cell.NUMBER
        || value.cell() == FrameColumns.Cell.FLOAT;
  }

  /** Whether NumPy computes with it as Python does: floats, and whole numbers that are not large. */
  private static boolean isSmall(RowValue value) {
    return value.cell() == FrameColumns.Cell.FLOAT
        || value.most().isPresent() && value.most().getAsDouble() <= EXACT;
  }

  /** An operation; {@code e} is what messages name. */
  RowValue combined(Expression e, Operator operator, RowValue one, RowValue right) {
    if (!isNumber(one) || !isNumber(right)) {
      throw UnknownColumn.among(refused(e).reason(), one, right);
    }
    boolean float64 = right.cell() == FrameColumns.Cell.FLOAT && !right.widened();
    RowValue left = float64 || operator == Operator.DIV ? one : one.real();
    boolean seen = one.cell() == FrameColumns.Cell.FLOAT && !one.widened();
    if (!seen && !float64 && !one.widened() && operator != Operator.DIV) {
      return combinedSeen(e, operator, left, right.real());
    }
    return combinedSeen(e, operator, left, right);
  }

  private RowValue combinedSeen(Expression e, Operator operator, RowValue left, RowValue right) {
    if (operator == Operator.POW) {
      return power(e, left.real(), right);
    }
    boolean floats =
        left.cell() == FrameColumns.Cell.FLOAT || right.cell() == FrameColumns.Cell.FLOAT;
    boolean nonZero =
        supposed.isDivisor(right)
            || !right.varies()
                && right.code().matches("[\\d._]+(e[+-]?\\d+)?")
                && Double.parseDouble(right.code().replace("_", "")) != 0;
    OptionalDouble most = OptionalDouble.empty();
    if (!floats && left.most().isPresent() && right.most().isPresent()) {
      double a = left.most().getAsDouble();
      double b = right.most().getAsDouble();
      most = OptionalDouble.of(operator == Operator.MULT ? a * b : a + b + 1);
    }
    boolean exact =
        switch (operator) {
          case ADD, SUB, MULT -> floats || most.isPresent() && most.getAsDouble() <= EXACT;
          case DIV ->
              (nonZero || left.box().with(right.box()) == RowValue.Box.NUMPY)
                  && isSmall(left)
                  && isSmall(right);
          case FLOOR_DIV, MOD -> nonZero && isSmall(left) && isSmall(right);
          default -> false;
        };
    if (!exact) {
      boolean divided = operator == Operator.DIV && isSmall(left) && isSmall(right);
      throw divided ? UnknownColumn.divisor(refused(e).reason(), right) : refused(e);
    }
    boolean whole = left.cell() == FrameColumns.Cell.INT && right.cell() == FrameColumns.Cell.INT;
    FrameColumns.Cell cell =
        floats || operator == Operator.DIV
            ? FrameColumns.Cell.FLOAT
            : whole ? FrameColumns.Cell.INT : FrameColumns.Cell.NUMBER;
    boolean sum = operator == Operator.ADD || operator == Operator.SUB;
    String code = side(left, sum, operator) + " " + operator.symbol() + " " + right.operand();
    RowValue.Box box = left.box().with(right.box());
    return left.varies() || right.varies()
        ? RowValue.column(code, cell, most, box)
        : RowValue.constant(code, cell, most).withBox(box);
  }

  /** NumPy's floats become infinite where Python's raise; {@code **} on columns rounds otherwise. */
  private RowValue power(Expression e, RowValue base, RowValue exponent) {
    boolean plain =
        base.varies()
            && base.cell() == FrameColumns.Cell.FLOAT
            && base.box() == RowValue.Box.NUMPY
            && exponent.code().matches("[2-9]");
    if (!plain) {
      throw refused(e);
    }
    return base.withCode(
        VectorizePlan.NUMPY + ".float_power(" + base.code() + ", " + exponent.code() + ")");
  }

  /** The left operand needs no parentheses where it binds at least as tightly. */
  private static String side(RowValue left, boolean sum, Operator operator) {
    String plainly = left.code().replace(".astype(float)", "");
    boolean flat = plainly.matches("[\\w.\uE000\"'\\[\\] *-]+");
    boolean product = flat && !left.code().matches(".* [-+] .*");
    boolean loose = sum && product && !left.code().startsWith("-");
    boolean tight = operator == Operator.MULT && product && left.code().matches("[^/%]*");
    boolean plain = left.code().matches("[^-+]*");
    return loose && plain || tight && plain ? left.code() : left.operand();
  }

  RowValue choose(Expression e, RowValue condition, RowValue one, RowValue other) {
    RowValue then = one.real();
    RowValue otherwise = other.real();
    if (then.cell() != otherwise.cell() || then.cell() == FrameColumns.Cell.UNKNOWN) {
      throw UnknownColumn.among(
          "`" + text(e) + "` gives values of one type in some rows and of another in others",
          then,
          otherwise);
    }
    if (then.cell() == FrameColumns.Cell.NUMBER) {
      throw new NotVectorizable(
          "`" + text(e) + "` may give whole numbers in some rows and floats in others");
    }
    if (!isSmall(then) && then.cell() == FrameColumns.Cell.INT && !then.varies()
        || !isSmall(otherwise)
            && otherwise.cell() == FrameColumns.Cell.INT
            && !otherwise.varies()) {
      throw refused(e);
    }
    return RowValue.choose(condition, then, otherwise);
  }

  private RowValue call(Expression.Call call) {
    String name =
        call.function() instanceof Expression.Name n
                && program.scopes().around(n).owner(n.id()).isEmpty()
                && call.keywords().isEmpty()
            ? n.id()
            : "";
    List<RowValue> values = new ArrayList<>();
    if (name.equals("abs") && call.arguments().size() == 1) {
      RowValue value = render(call.arguments().get(0));
      if (isNumber(value) && isSmall(value) && value.varies()) {
        return value.withCode(VectorizePlan.NUMPY + ".abs(" + value.code() + ")");
      }
      throw UnknownColumn.among(refused(call).reason(), value);
    } else if ((name.equals("min") || name.equals("max")) && call.arguments().size() == 2) {
      call.arguments().forEach(a -> values.add(render(a).real()));
      RowValue first = values.get(0);
      RowValue second = values.get(1);
      if (isNumber(first) && isNumber(second) && isSmall(first) && isSmall(second)) {
        String sign = name.equals("min") ? " < " : " > ";
        RowValue test = RowValue.truth(second.operand() + sign + first.operand(), first.box());
        return choose(call, test, second, first);
      }
      throw UnknownColumn.among(refused(call).reason(), first, second);
    }
    return inlined(call).orElseThrow(() -> refused(call));
  }

  /** The truth of an expression for each row. */
  RowValue condition(Expression e) {
    if (e instanceof Expression.Compare compare) {
      return compare.operators().size() == 1 ? comparison(compare) : chained(compare);
    } else if (e instanceof Expression.BoolOp op) {
      StringBuilder code = new StringBuilder();
      Set<RowValue.Box> boxes = EnumSet.noneOf(RowValue.Box.class);
      String joint = op.operator() == BooleanOperator.AND ? " & " : " | ";
      for (Expression part : op.values()) {
        RowValue value = condition(part);
        String text = value.operand();
        boxes.add(value.box());
        boolean negated = value.code().startsWith("~") && Postfix.is(value.code().substring(1));
        code.append(code.isEmpty() ? "" : joint).append(negated ? value.code() : text);
      }
      RowValue.Box box = boxes.size() == 1 ? boxes.iterator().next() : RowValue.Box.EITHER;
      return RowValue.truth(code.toString(), box);
    } else if (e instanceof Expression.UnaryOp not && not.operator() == UnaryOperator.NOT) {
      RowValue truth = condition(not.operand());
      boolean compared = not.operand() instanceof Expression.Compare;
      String same = truth.code().replaceFirst(" != (\"\"|0)$", " == $1");
      return compared
              || same.equals(truth.code())
              || !Postfix.is(same.replaceFirst(" == (\"\"|0)$", ""))
          ? RowValue.truth("~" + truth.operand(), RowValue.Box.PYTHON)
          : RowValue.truth(same, RowValue.Box.PYTHON);
    }
    RowValue value = render(e);
    if (value.cell() == FrameColumns.Cell.BOOL && value.varies()) {
      return value;
    } else if (isNumber(value) && isSmall(value) && value.varies()) {
      return RowValue.truth(RowDates.narrow(comparable(value)) + " != 0", value.box());
    } else if (value.cell() == FrameColumns.Cell.TEXT && value.series()) {
      return RowValue.truth(value.operand() + " != \"\"", value.box());
    }
    throw UnknownColumn.among(refused(e).reason(), value);
  }

  /** {@code a < b < c}: both halves hold. */
  private RowValue chained(Expression.Compare compare) {
    List<String> parts = new ArrayList<>();
    Set<RowValue.Box> boxes = EnumSet.noneOf(RowValue.Box.class);
    Expression left = compare.left();
    for (int i = 0; i < compare.operators().size(); i++) {
      Expression right = compare.comparators().get(i);
      Expression.Compare pair =
          new Expression.Compare(
              compare.start(),
              compare.end(),
              left,
              List.of(compare.operators().get(i)),
              List.of(right));
      RowValue half = comparison(pair);
      boxes.add(half.box());
      parts.add("(" + half.code() + ")");
      left = right;
    }
    RowValue.Box box = boxes.size() == 1 ? boxes.iterator().next() : RowValue.Box.EITHER;
    return RowValue.truth(String.join(" & ", parts), box);
  }

  private RowValue comparison(Expression.Compare compare) {
    Optional<RowValue> search = texts.search(compare);
    if (search.isPresent()) {
      return search.get();
    }
    Comparator operator = compare.operators().get(0);
    Expression other = compare.comparators().get(0);
    RowValue left = compared(compare.left(), other);
    if (operator == Comparator.IN || operator == Comparator.NOT_IN) {
      String code = left.operand() + ".isin(" + members(compare, left, other) + ")";
      return RowValue.truth(operator == Comparator.IN ? code : "~" + code, RowValue.Box.PYTHON);
    }
    RowValue right = compared(other, compare.left());
    boolean text =
        left.cell() == FrameColumns.Cell.TEXT
            && right.cell() == FrameColumns.Cell.TEXT
            && (operator == Comparator.EQ || operator == Comparator.NOT_EQ);
    boolean whole = left.cell() == FrameColumns.Cell.INT && right.cell() == FrameColumns.Cell.INT;
    boolean numbers =
        isNumber(left) && isNumber(right) && (isSmall(left) && isSmall(right) || whole);
    boolean read = isRead(left) && isSmallConstant(right) || isRead(right) && isSmallConstant(left);
    boolean known = COMPARISONS.containsKey(operator) && (left.varies() || right.varies());
    if (!known || !text && !numbers && !read && !isReadText(left, operator, right)) {
      throw UnknownColumn.among(refused(compare).reason(), left, right);
    }
    RowValue first = left.widened() && right.widened() ? left.real() : left;
    return RowValue.truth(
        comparable(first) + " " + COMPARISONS.get(operator) + " " + comparable(right),
        left.box().with(right.box()));
  }

  /** Arithmetic binds more than comparisons do. */
  private static String comparable(RowValue value) {
    return isNumber(value) ? value.code() : value.operand();
  }

  /** A side of a comparison; a column that nothing is known of holds texts where it is compared with one. */
  private RowValue compared(Expression e, Expression other) {
    try {
      RowValue value = render(e);
      return value.withCode(RowDates.narrow(value.code()));
    } catch (UnknownColumn unknown) {
      throw texts.areTexts(other) ? unknown.as(UnknownColumn.Kind.TEXT) : unknown;
    }
  }

  private static boolean isRead(RowValue value) {
    return value.cell() == FrameColumns.Cell.READ;
  }

  /** On both sides of such a number all types that a file's column may have are told apart alike. */
  private static boolean isSmallConstant(RowValue value) {
    boolean number = value.code().matches("-?[\\d._]+(e[+-]?\\d+)?");
    return !value.varies()
        && number
        && Math.abs(Double.parseDouble(value.code().replace("_", ""))) < EXACT;
  }

  private static boolean isReadText(RowValue left, Comparator operator, RowValue right) {
    boolean equality = operator == Comparator.EQ || operator == Comparator.NOT_EQ;
    boolean text = right.cell() == FrameColumns.Cell.TEXT && !right.varies();
    return equality && isRead(left) && text;
  }

  /** The list of constants that a column's cells are looked for in. */
  private String members(Expression.Compare compare, RowValue column, Expression other) {
    List<Expression> elements =
        other instanceof Expression.TupleDisplay t
            ? t.elements()
            : other instanceof Expression.ListDisplay l
                ? l.elements()
                : other instanceof Expression.SetDisplay s ? s.elements() : List.of();
    boolean series = column.series() && Postfix.is(column.code());
    boolean kind =
        column.cell() == FrameColumns.Cell.TEXT
            || column.cell() == FrameColumns.Cell.INT
            || isRead(column);
    if (elements.isEmpty() || !series || !kind) {
      throw refused(compare);
    }
    List<String> texts = new ArrayList<>();
    for (Expression element : elements) {
      RowValue member = render(element);
      if (member.varies()
          || member.cell() != (isRead(column) ? FrameColumns.Cell.TEXT : column.cell())
          || !(element instanceof Expression.Constant)) {
        throw refused(compare);
      }
      texts.add(member.code());
    }
    return "[" + String.join(", ", texts) + "]";
  }
}
