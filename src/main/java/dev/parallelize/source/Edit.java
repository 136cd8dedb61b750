package dev.parallelize.source;

/**
 * One replacement in a source text.
 *
 * @param span what is replaced; an empty span inserts
 * @param replacement the new text
 * @param rule who asked for it, for the message when two edits overlap
 */
public record Edit(Span span, String replacement, String rule) {}
