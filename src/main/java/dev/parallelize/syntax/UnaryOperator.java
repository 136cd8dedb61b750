package dev.parallelize.syntax;

/** A unary operator: {@code ast.unaryop}. */
public enum UnaryOperator {
  INVERT,
  NOT,
  U_ADD,
  U_SUB
}
