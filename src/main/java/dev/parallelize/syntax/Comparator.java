package dev.parallelize.syntax;

/** A comparison operator: {@code ast.cmpop}. */
public enum Comparator {
  EQ,
  NOT_EQ,
  LT,
  LT_E,
  GT,
  GT_E,
  IS,
  IS_NOT,
  IN,
  NOT_IN
}
