package dev.parallelize.syntax;

import java.util.List;

/** A whole file: {@code ast.Module}. */
public record Module(int start, int end, List<Statement> body) implements Node {}
