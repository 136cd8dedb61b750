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
    implements Node {}
