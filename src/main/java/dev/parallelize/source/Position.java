package dev.parallelize.source;

/**
 * A place in a source text, as people and the tools' JSON name it.
 *
 * @param line 1-based line number
 * @param column 1-based column, counted in Unicode code points
 */
public record Position(int line, int column) {}
