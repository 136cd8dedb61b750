package dev.parallelize.syntax;

import java.util.List;

/** One {@code for … in … if …} clause: {@code ast.comprehension}. */
public record Comprehension(
    int start,
    int end,
    Expression target,
    Expression iterable,
    List<Expression> conditions,
    boolean isAsync)
    implements Node {
  /** The clauses of a comprehension; empty for every other node. */
  public static List<Comprehension> of(Node node) {
    if (node instanceof Expression.ListComp comprehension) {
      return comprehension.generators();
    } else if (node instanceof Expression.GeneratorExp comprehension) {
      return comprehension.generators();
    } else if (node instanceof Expression.SetComp comprehension) {
      return comprehension.generators();
    }
    return node instanceof Expression.DictComp comprehension
        ? comprehension.generators()
        : List.of();
  }
}
