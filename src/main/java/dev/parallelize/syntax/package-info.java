/**
 * Python's grammar: text to records that mirror CPython's {@code ast}. Knows nothing of names and
 * meaning. The only package that uses ANTLR.
 */
@NullMarked
package dev.parallelize.syntax;

import org.jspecify.annotations.NullMarked;
