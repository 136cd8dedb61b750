/**
 * From characters to records: the lexer, the token stream, the generated parser and the builders.
 * Only {@code dev.parallelize.syntax.PythonParser} uses it; nothing of ANTLR leaves it.
 */
@NullMarked
package dev.parallelize.syntax.grammar;

import org.jspecify.annotations.NullMarked;
