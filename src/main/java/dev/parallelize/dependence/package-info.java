/**
 * What the iterations of a loop read, write, carry and leave behind, and the fission of its body into
 * a parallel part and an ordered remainder. Knows nothing of strategies. May import {@code source},
 * {@code syntax}, {@code library} and {@code semantics}.
 */
@NullMarked
package dev.parallelize.dependence;

import org.jspecify.annotations.NullMarked;
