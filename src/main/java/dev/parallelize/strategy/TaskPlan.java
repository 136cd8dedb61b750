package dev.parallelize.strategy;

/**
 * A candidate inside a coroutine whose items become tasks of the running event loop.
 *
 * @param turn how the costly part of an item lets the other tasks go on
 */
public record TaskPlan(Turn turn) implements Plan {
  /** What an item's task waits in. */
  public enum Turn {
    /** The part awaits by itself. */
    AWAIT,
    /** The part blocks, in a thread of the loop's default executor. */
    THREAD
  }
}
