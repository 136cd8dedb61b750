package dev.parallelize.syntax;

import dev.parallelize.source.PythonSource;
import java.util.List;

/**
 * A parsed file: its text, its tree, and all its tokens in order (concatenating their texts gives the
 * file back).
 */
public record SyntaxTree(
    PythonSource source, PythonVersion version, Module module, List<Token> tokens) {}
