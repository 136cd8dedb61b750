/**
 * What CPython's compiler rejects after its grammar has accepted: misplaced statements, conflicting
 * declarations, targets that cannot be bound. Works on the records alone.
 */
@NullMarked
package dev.parallelize.syntax.checks;

import org.jspecify.annotations.NullMarked;
