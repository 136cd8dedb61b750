package dev.parallelize.syntax;

import java.util.List;
import java.util.Optional;

/** One {@code except} clause: {@code ast.ExceptHandler}. */
public record ExceptHandler(
    int start, int end, Optional<Expression> type, Optional<String> name, List<Statement> body)
    implements Node {}
