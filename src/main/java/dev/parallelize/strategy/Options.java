package dev.parallelize.strategy;

import java.util.Optional;

/**
 * What the caller of {@code transform} may choose.
 *
 * @param maxWorkers bound on workers or requests in flight; empty means what the strategy thinks best
 * @param chunkSize items sent at a time
 * @param sequentialBelow with fewer items than this the loop runs as before
 */
public record Options(
    Optional<Integer> maxWorkers,
    Optional<Integer> chunkSize,
    Optional<Integer> sequentialBelow,
    OnError onError,
    AsyncBoundary asyncBoundary,
    boolean keepOriginal) {
  public static final Options DEFAULT =
      new Options(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OnError.RAISE,
          AsyncBoundary.FACADE,
          false);

  /** What happens when an item fails. */
  public enum OnError {
    RAISE,
    COLLECT,
    SKIP
  }

  /** Where asynchronous code meets the rest of the program. */
  public enum AsyncBoundary {
    FACADE,
    PROPAGATE
  }
}
