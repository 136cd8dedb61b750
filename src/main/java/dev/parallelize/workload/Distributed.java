package dev.parallelize.workload;

import dev.parallelize.dependence.Distribution;

/**
 * What becomes of a loop once the loops inside it are split in two.
 *
 * @param distribution the change of the text
 * @param judgement the same candidate, judged in the changed text
 */
public record Distributed(Distribution distribution, Judgement judgement) {}
