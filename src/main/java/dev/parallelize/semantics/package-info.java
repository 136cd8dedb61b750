/**
 * Meaning of names: scopes, light types, call targets, and what each function reads, changes and
 * does, to a fixpoint over the file's call graph. Knows nothing of loops as candidates. May import
 * {@code source}, {@code syntax} and {@code library}.
 */
@NullMarked
package dev.parallelize.semantics;

import org.jspecify.annotations.NullMarked;
