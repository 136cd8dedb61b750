package dev.parallelize.syntax;

import java.util.Optional;

/** One parameter of a function: {@code ast.arg}. */
public record Argument(int start, int end, String name, Optional<Expression> annotation)
    implements Node {}
