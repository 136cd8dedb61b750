package dev.parallelize.verification;

/**
 * A piece of a program to measure: a loop, a comprehension, a call or adjacent statements.
 *
 * @param id names it in the answer
 * @param startLine 1-based
 * @param startColumn 1-based, in code points
 * @param endLine 1-based, inclusive
 * @param endColumn 1-based, in code points, exclusive
 */
public record CandidateRange(
    String id, int startLine, int startColumn, int endLine, int endColumn) {}
