package dev.parallelize.syntax;

import java.util.List;
import java.util.Optional;

/** One {@code case} block: {@code ast.match_case}. */
public record MatchCase(
    int start, int end, Pattern pattern, Optional<Expression> guard, List<Statement> body)
    implements Node {}
