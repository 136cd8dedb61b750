package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.BooleanOperator;
import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds a flat row of operands and operators into a tree by precedence climbing. Left-associative
 * chains are loops, so that a sum of any length needs no stack.
 */
final class Climber {
  private final ExpressionBuilder expressions;
  private final Building building;
  private final Branch row;
  private int next;

  Climber(ExpressionBuilder expressions, Building building, Branch row, int from) {
    this.expressions = expressions;
    this.building = building;
    this.row = row;
    this.next = from;
  }

  /** Index of the first child that was not folded. */
  int next() {
    return next;
  }

  /** Folds as far as operators bind at least as strongly as {@code weakest}. */
  Expression climb(int weakest) {
    int start = row.startOf(next);
    building.enter(start);
    Expression left = prefixed(weakest);
    while (next < row.size()) {
      int type = row.type(next);
      int precedence = OperatorTable.precedence(type);
      if (precedence == 0 || precedence < weakest) {
        break;
      }
      left =
          switch (precedence) {
            case OperatorTable.OR -> junction(start, left, type, BooleanOperator.OR, precedence);
            case OperatorTable.AND -> junction(start, left, type, BooleanOperator.AND, precedence);
            case OperatorTable.COMPARISON -> comparison(start, left);
            default -> binary(start, left, type, precedence);
          };
    }
    building.leave();
    return left;
  }

  private Expression binary(int start, Expression left, int type, int precedence) {
    next++;
    // the right operand of a power may be signed, and power associates to the right
    boolean power = precedence == OperatorTable.POWER;
    Expression right = climb(power ? OperatorTable.UNARY : precedence + 1);
    return new Expression.BinOp(start, end(), left, OperatorTable.binary(type), right);
  }

  private Expression junction(
      int start, Expression first, int type, BooleanOperator operator, int precedence) {
    List<Expression> values = new ArrayList<>(2);
    values.add(first);
    while (row.type(next) == type) {
      next++;
      values.add(climb(precedence + 1));
    }
    return new Expression.BoolOp(start, end(), operator, List.copyOf(values));
  }

  private Expression comparison(int start, Expression left) {
    List<Comparator> operators = new ArrayList<>(1);
    List<Expression> operands = new ArrayList<>(1);
    while (OperatorTable.precedence(row.type(next)) == OperatorTable.COMPARISON) {
      int type = row.type(next++);
      Comparator operator = OperatorTable.comparator(type);
      if (type == PythonGrammar.NOT) {
        next++;
      } else if (type == PythonGrammar.IS && row.type(next) == PythonGrammar.NOT) {
        next++;
        operator = Comparator.IS_NOT;
      }
      operators.add(operator);
      operands.add(climb(OperatorTable.BIT_OR));
    }
    return new Expression.Compare(
        start, end(), left, List.copyOf(operators), List.copyOf(operands));
  }

  private Expression prefixed(int weakest) {
    int type = row.type(next);
    int start = row.startOf(next);
    switch (type) {
      case PythonGrammar.NOT -> {
        if (weakest > OperatorTable.NOT) {
          throw Building.invalid(start, "put the operand in parentheses: (not …)");
        }
        next++;
        Expression operand = climb(OperatorTable.NOT);
        return new Expression.UnaryOp(start, end(), UnaryOperator.NOT, operand);
      }
      case PythonGrammar.PLUS, PythonGrammar.MINUS, PythonGrammar.TILDE -> {
        next++;
        Expression operand = climb(OperatorTable.UNARY);
        return new Expression.UnaryOp(start, end(), unary(type), operand);
      }
      case PythonGrammar.AWAIT -> {
        next++;
        int operandType = row.type(next);
        if (isPrefix(operandType)) {
          throw Building.invalid(row.startOf(next), "put the operand of await in parentheses");
        }
        Expression operand = primary();
        return new Expression.Await(start, end(), operand);
      }
      default -> {
        return primary();
      }
    }
  }

  private static UnaryOperator unary(int type) {
    return switch (type) {
      case PythonGrammar.PLUS -> UnaryOperator.U_ADD;
      case PythonGrammar.MINUS -> UnaryOperator.U_SUB;
      default -> UnaryOperator.INVERT;
    };
  }

  private static boolean isPrefix(int type) {
    return switch (type) {
      case PythonGrammar.NOT,
          PythonGrammar.PLUS,
          PythonGrammar.MINUS,
          PythonGrammar.TILDE,
          PythonGrammar.AWAIT ->
          true;
      default -> false;
    };
  }

  private Expression primary() {
    int after = expressions.endOfPrimary(row, next);
    Expression primary = expressions.primary(row, next, after);
    next = after;
    return primary;
  }

  private int end() {
    return row.endOf(next - 1);
  }
}
