package dev.parallelize.syntax;

/** How an expression is used: {@code ast.expr_context}. */
public enum Context {
  LOAD,
  STORE,
  DEL
}
