package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.Operator;
import java.util.Arrays;

/** Precedences and meanings of the operators: section 6.17 of the language reference. */
final class OperatorTable {
  static final int OR = 1;
  static final int AND = 2;
  static final int NOT = 3;
  static final int COMPARISON = 4;
  static final int BIT_OR = 5;
  static final int UNARY = 11;
  static final int POWER = 12;

  private static final int[] PRECEDENCE = new int[PythonGrammar.ERROR + 1];
  private static final Operator[] BINARY = new Operator[PythonGrammar.ERROR + 1];
  private static final Comparator[] COMPARATOR = new Comparator[PythonGrammar.ERROR + 1];

  static {
    Arrays.fill(PRECEDENCE, 0);
    PRECEDENCE[PythonGrammar.OR] = OR;
    PRECEDENCE[PythonGrammar.AND] = AND;
    comparator(PythonGrammar.EQUAL_EQUAL, Comparator.EQ);
    comparator(PythonGrammar.NOT_EQUAL, Comparator.NOT_EQ);
    comparator(PythonGrammar.LESS, Comparator.LT);
    comparator(PythonGrammar.LESS_EQUAL, Comparator.LT_E);
    comparator(PythonGrammar.GREATER, Comparator.GT);
    comparator(PythonGrammar.GREATER_EQUAL, Comparator.GT_E);
    comparator(PythonGrammar.IS, Comparator.IS);
    comparator(PythonGrammar.IN, Comparator.IN);
    // as an operator, this is the first word of "not in"
    comparator(PythonGrammar.NOT, Comparator.NOT_IN);
    binary(PythonGrammar.BAR, Operator.BIT_OR, BIT_OR);
    binary(PythonGrammar.CARET, Operator.BIT_XOR, 6);
    binary(PythonGrammar.AMPERSAND, Operator.BIT_AND, 7);
    binary(PythonGrammar.LEFT_SHIFT, Operator.L_SHIFT, 8);
    binary(PythonGrammar.RIGHT_SHIFT, Operator.R_SHIFT, 8);
    binary(PythonGrammar.PLUS, Operator.ADD, 9);
    binary(PythonGrammar.MINUS, Operator.SUB, 9);
    binary(PythonGrammar.STAR, Operator.MULT, 10);
    binary(PythonGrammar.SLASH, Operator.DIV, 10);
    binary(PythonGrammar.DOUBLE_SLASH, Operator.FLOOR_DIV, 10);
    binary(PythonGrammar.PERCENT, Operator.MOD, 10);
    binary(PythonGrammar.AT, Operator.MAT_MULT, 10);
    binary(PythonGrammar.DOUBLE_STAR, Operator.POW, POWER);
  }

  private OperatorTable() {}

  /** 0 for what is no operator. */
  static int precedence(int type) {
    return type < 0 ? 0 : PRECEDENCE[type];
  }

  static Operator binary(int type) {
    return BINARY[type];
  }

  static Comparator comparator(int type) {
    return COMPARATOR[type];
  }

  private static void binary(int type, Operator operator, int precedence) {
    PRECEDENCE[type] = precedence;
    BINARY[type] = operator;
  }

  private static void comparator(int type, Comparator comparator) {
    PRECEDENCE[type] = COMPARISON;
    COMPARATOR[type] = comparator;
  }
}
