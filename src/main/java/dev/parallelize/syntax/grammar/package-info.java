/**
 * From characters to records: the lexer, the token stream, the generated parser and the builders.
 * Only {@code dev.parallelize.syntax.PythonParser} uses it; nothing of ANTLR leaves it.
 *
 * <p>What a valid file passes through has no lambdas and no streams: the first one of a process takes
 * longer than lexing a file of a thousand lines.
 */
@NullMarked
package dev.parallelize.syntax.grammar;

import org.jspecify.annotations.NullMarked;
