package dev.parallelize.strategy;

import dev.parallelize.source.PythonSource;
import dev.parallelize.workload.Judgement;

/**
 * Run a loop in processes that share a cache.
 *
 * @param plain the program with the cached value computed by a function, and no cache
 * @param judgement of the loop in that program
 * @param computed the text of that function
 * @param cached the same with the cache, which workers find under {@code cache}
 * @param cache the module variable that holds the cache in workers
 */
public record SharedCachePlan(
    PythonSource plain, Judgement judgement, String computed, String cached, String cache)
    implements Plan {}
