package dev.parallelize.syntax;

/** A short-circuit operator: {@code ast.boolop}. */
public enum BooleanOperator {
  AND,
  OR
}
