package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.BooleanOperator;
import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.UnaryOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

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

  /**
   * @param varies whether it differs from row to row; else it is one Python object
   * @param most no whole number is larger than this
   */
  record Value(String code, FrameColumns.Cell cell, boolean varies, OptionalDouble most) {
    Value withCode(String other) {
      return new Value(other, cell, varies, most);
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
      return call || code.matches("[\\w.]+(\\[\"[^\"]*\"\\]|\\['[^']*'\\])?|\"[^\"]*\"|'[^']*'");
    }
  }

  private final Program program;
  private final Function<Expression, Optional<Value>> cells;
  private final Set<String> bound;
  private final Map<String, Value> locals = new LinkedHashMap<>();

  /**
   * @param cells what reads a cell of the row
   * @param bound names that the loop binds
   */
  RowExpressions(Program program, Function<Expression, Optional<Value>> cells, Set<String> bound) {
    this.program = program;
    this.cells = cells;
    this.bound = bound;
  }

  Map<String, Value> locals() {
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

  Value render(Expression e) {
    Optional<Value> cell = cells.apply(e);
    if (cell.isPresent()) {
      return cell.get();
    } else if (e instanceof Expression.Constant c) {
      return constant(c);
    } else if (e instanceof Expression.Name name) {
      return name(name);
    } else if (e instanceof Expression.BinOp op) {
      return combined(op, op.operator(), render(op.left()), render(op.right()));
    } else if (e instanceof Expression.UnaryOp op && op.operator() == UnaryOperator.U_SUB) {
      Value value = render(op.operand());
      boolean number = isNumber(value) && isSmall(value);
      if (!number) {
        throw refused(e);
      }
      return value.withCode("-" + value.operand());
    } else if (e instanceof Expression.IfExp choice) {
      Value condition = condition(choice.test());
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

  private Value constant(Expression.Constant c) {
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
    return new Value(text(c), cell, false, most);
  }

  private Value name(Expression.Name name) {
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
    if (bound.contains(name.id()) || cell == FrameColumns.Cell.UNKNOWN) {
      throw refused(name);
    }
    return new Value(name.id(), cell, false, OptionalDouble.empty());
  }

  private static boolean isNumber(Value value) {
    return value.cell() == FrameColumns.Cell.INT || value.cell() == FrameColumns.Cell.FLOAT;
  }

  /** Whether NumPy computes with it as Python does: floats, and whole numbers that are not large. */
  private static boolean isSmall(Value value) {
    return value.cell() == FrameColumns.Cell.FLOAT
        || value.most().isPresent() && value.most().getAsDouble() <= EXACT;
  }

  /** An operation; {@code e} is what messages name. */
  Value combined(Expression e, Operator operator, Value left, Value right) {
    if (!isNumber(left) || !isNumber(right)) {
      throw refused(e);
    }
    boolean floats =
        left.cell() == FrameColumns.Cell.FLOAT || right.cell() == FrameColumns.Cell.FLOAT;
    boolean nonZero =
        !right.varies()
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
          case DIV -> nonZero && isSmall(left) && isSmall(right);
          case FLOOR_DIV, MOD -> nonZero && isSmall(left) && isSmall(right);
          default -> false;
        };
    if (!exact) {
      throw refused(e);
    }
    FrameColumns.Cell cell =
        floats || operator == Operator.DIV ? FrameColumns.Cell.FLOAT : FrameColumns.Cell.INT;
    boolean sum = operator == Operator.ADD || operator == Operator.SUB;
    String code = side(left, sum, operator) + " " + operator.symbol() + " " + right.operand();
    return new Value(code, cell, left.varies() || right.varies(), most);
  }

  /** The left operand needs no parentheses where it binds at least as tightly. */
  private static String side(Value left, boolean sum, Operator operator) {
    boolean flat = left.code().matches("[\\w.\uE000\"'\\[\\] *-]+") && !left.code().contains("(");
    boolean product = flat && !left.code().matches(".* [-+] .*");
    boolean loose = sum && product && !left.code().startsWith("-");
    boolean tight = operator == Operator.MULT && product && left.code().matches("[^/%]*");
    boolean plain = left.code().matches("[^-+]*");
    return loose && plain || tight && plain ? left.code() : left.operand();
  }

  Value choose(Expression e, Value condition, Value then, Value otherwise) {
    if (then.cell() != otherwise.cell() || then.cell() == FrameColumns.Cell.UNKNOWN) {
      throw new NotVectorizable(
          "`" + text(e) + "` gives values of one type in some rows and of another in others");
    }
    if (!isSmall(then) && then.cell() == FrameColumns.Cell.INT && !then.varies()
        || !isSmall(otherwise)
            && otherwise.cell() == FrameColumns.Cell.INT
            && !otherwise.varies()) {
      throw refused(e);
    }
    OptionalDouble most =
        then.most().isPresent() && otherwise.most().isPresent()
            ? OptionalDouble.of(Math.max(then.most().getAsDouble(), otherwise.most().getAsDouble()))
            : OptionalDouble.empty();
    String code =
        VectorizePlan.NUMPY
            + ".where("
            + condition.code()
            + ", "
            + then.code()
            + ", "
            + otherwise.code()
            + ")";
    return new Value(code, then.cell(), true, most);
  }

  private Value call(Expression.Call call) {
    String name =
        call.function() instanceof Expression.Name n
                && program.scopes().around(n).owner(n.id()).isEmpty()
                && call.keywords().isEmpty()
            ? n.id()
            : "";
    List<Value> values = new ArrayList<>();
    if (name.equals("abs") && call.arguments().size() == 1) {
      Value value = render(call.arguments().get(0));
      if (isNumber(value) && isSmall(value) && value.varies()) {
        return value.withCode(VectorizePlan.NUMPY + ".abs(" + value.code() + ")");
      }
    } else if ((name.equals("min") || name.equals("max")) && call.arguments().size() == 2) {
      call.arguments().forEach(a -> values.add(render(a)));
      Value first = values.get(0);
      Value second = values.get(1);
      if (isNumber(first) && isNumber(second) && isSmall(first) && isSmall(second)) {
        String sign = name.equals("min") ? " < " : " > ";
        Value test = first.withCode(second.operand() + sign + first.operand());
        return choose(call, test, second, first);
      }
    }
    throw refused(call);
  }

  /** The truth of an expression for each row. */
  Value condition(Expression e) {
    if (e instanceof Expression.Compare compare) {
      return compare.operators().size() == 1 ? comparison(compare) : chained(compare);
    } else if (e instanceof Expression.BoolOp op) {
      StringBuilder code = new StringBuilder();
      String joint = op.operator() == BooleanOperator.AND ? " & " : " | ";
      for (Expression part : op.values()) {
        Value value = condition(part);
        String text = value.operand();
        boolean negated =
            value.code().matches("~\\([^()]*\\)|[\\w.]+\\[[^\\]]*\\]\\.isin\\([^()]*\\)");
        code.append(code.isEmpty() ? "" : joint).append(negated ? value.code() : text);
      }
      return truth(code.toString());
    } else if (e instanceof Expression.UnaryOp not && not.operator() == UnaryOperator.NOT) {
      return truth("~" + condition(not.operand()).operand());
    }
    boolean cell = e instanceof Expression.Subscript || e instanceof Expression.Attribute;
    if (cell || e instanceof Expression.Name) {
      Value value = render(e);
      if (value.cell() == FrameColumns.Cell.BOOL && value.varies()) {
        return value;
      }
    }
    throw refused(e);
  }

  /** {@code a < b < c}: both halves hold. */
  private Value chained(Expression.Compare compare) {
    List<String> parts = new ArrayList<>();
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
      parts.add("(" + comparison(pair).code() + ")");
      left = right;
    }
    return truth(String.join(" & ", parts));
  }

  private static Value truth(String code) {
    return new Value(code, FrameColumns.Cell.BOOL, true, OptionalDouble.empty());
  }

  private Value comparison(Expression.Compare compare) {
    Comparator operator = compare.operators().get(0);
    Expression other = compare.comparators().get(0);
    Value left = render(compare.left());
    if (operator == Comparator.IN || operator == Comparator.NOT_IN) {
      String code = left.operand() + ".isin(" + members(compare, left, other) + ")";
      return truth(operator == Comparator.IN ? code : "~" + code);
    }
    Value right = render(other);
    boolean texts =
        left.cell() == FrameColumns.Cell.TEXT
            && right.cell() == FrameColumns.Cell.TEXT
            && (operator == Comparator.EQ || operator == Comparator.NOT_EQ);
    boolean whole = left.cell() == FrameColumns.Cell.INT && right.cell() == FrameColumns.Cell.INT;
    boolean numbers =
        isNumber(left) && isNumber(right) && (isSmall(left) && isSmall(right) || whole);
    boolean known = COMPARISONS.containsKey(operator) && (left.varies() || right.varies());
    if (!known || !texts && !numbers) {
      throw refused(compare);
    }
    return truth(left.operand() + " " + COMPARISONS.get(operator) + " " + right.operand());
  }

  /** The list of constants that a column's cells are looked for in. */
  private String members(Expression.Compare compare, Value column, Expression other) {
    List<Expression> elements =
        other instanceof Expression.TupleDisplay t
            ? t.elements()
            : other instanceof Expression.ListDisplay l
                ? l.elements()
                : other instanceof Expression.SetDisplay s ? s.elements() : List.of();
    boolean series = column.varies() && column.code().matches("\\w+\\[[^\\]]*\\]");
    boolean kind =
        column.cell() == FrameColumns.Cell.TEXT || column.cell() == FrameColumns.Cell.INT;
    if (elements.isEmpty() || !series || !kind) {
      throw refused(compare);
    }
    List<String> texts = new ArrayList<>();
    for (Expression element : elements) {
      Value member = render(element);
      if (member.varies()
          || member.cell() != column.cell()
          || !(element instanceof Expression.Constant)) {
        throw refused(compare);
      }
      texts.add(member.code());
    }
    return "[" + String.join(", ", texts) + "]";
  }
}
