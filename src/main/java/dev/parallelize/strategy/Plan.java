package dev.parallelize.strategy;

/** How a candidate is to be rewritten; each strategy has records of its own. */
public interface Plan {}
