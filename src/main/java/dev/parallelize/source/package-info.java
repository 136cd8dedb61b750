/** Texts, spans and edits. Knows nothing of Python's grammar and imports no other package. */
@NullMarked
package dev.parallelize.source;

import org.jspecify.annotations.NullMarked;
