/**
 * One strategy a file: when it applies, and the plan it proposes. Knows nothing of MCP. May import
 * everything up to {@code workload}.
 */
@NullMarked
package dev.parallelize.strategy;

import org.jspecify.annotations.NullMarked;
