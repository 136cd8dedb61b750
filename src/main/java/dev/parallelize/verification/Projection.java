package dev.parallelize.verification;

/**
 * A speedup to expect with another number of workers, by Amdahl's law.
 *
 * @param workers the number
 * @param ratio sequential over parallel time
 */
public record Projection(int workers, double ratio) {}
