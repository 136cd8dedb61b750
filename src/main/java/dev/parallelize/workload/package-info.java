/** What a candidate's time goes into, with evidence, and the verdict on it as a whole. */
@NullMarked
package dev.parallelize.workload;

import org.jspecify.annotations.NullMarked;
