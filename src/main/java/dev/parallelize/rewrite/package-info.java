/** Plans to edits of the text. Knows nothing of why a strategy was chosen. */
@NullMarked
package dev.parallelize.rewrite;

import org.jspecify.annotations.NullMarked;
