/**
 * Runs programs in a sandbox and judges what they did: both versions of a program compared, six checks, a measured
 * speedup, and profiles of single candidates. Also finds the interpreters of the machine. May start processes and read
 * clocks; imports {@code source} alone and knows nothing of the protocol that asks.
 */
@NullMarked
package dev.parallelize.verification;

import org.jspecify.annotations.NullMarked;
