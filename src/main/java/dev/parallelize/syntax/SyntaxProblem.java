package dev.parallelize.syntax;

/**
 * Why a text is not Python for the chosen version.
 *
 * @param line 1-based
 * @param column 1-based, in code points
 * @param message in CPython's words where it has some
 * @param hint what to do next; may be empty
 */
public record SyntaxProblem(int line, int column, String message, String hint) {}
