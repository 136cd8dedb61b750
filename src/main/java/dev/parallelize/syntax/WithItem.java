package dev.parallelize.syntax;

import java.util.Optional;

/** One context manager of a {@code with}: {@code ast.withitem}. */
public record WithItem(int start, int end, Expression context, Optional<Expression> target)
    implements Node {}
