package dev.parallelize.syntax;

import java.util.Optional;

/** One keyword argument of a call or class: {@code ast.keyword}; no name means {@code **value}. */
public record Keyword(int start, int end, Optional<String> name, Expression value)
    implements Node {}
