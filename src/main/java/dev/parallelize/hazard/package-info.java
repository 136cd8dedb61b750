/** What stands in the way of running a candidate in parallel: one hazard a file. */
@NullMarked
package dev.parallelize.hazard;

import org.jspecify.annotations.NullMarked;
