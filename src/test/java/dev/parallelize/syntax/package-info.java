/**
 * Holds the front end to CPython: trees, positions, verdicts.
 *
 * <p>{@code -Dparity=all} compares every file of every interpreter found, and more mutants.
 */
@NullMarked
package dev.parallelize.syntax;

import org.jspecify.annotations.NullMarked;
