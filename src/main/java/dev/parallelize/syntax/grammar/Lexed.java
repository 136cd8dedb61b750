package dev.parallelize.syntax.grammar;

import org.jspecify.annotations.Nullable;

/**
 * What the lexer made of a text.
 *
 * @param terminals what the parser reads
 * @param tokens all tokens, hidden ones included
 * @param problem where and why it stopped early, if it did
 */
public record Lexed(Terminals terminals, TokenTable tokens, @Nullable Rejection problem) {}
