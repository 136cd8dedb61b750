package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * The costly part uses an object that one thread at a time may use, and that no process can have a copy of.
 *
 * <h2>What it means</h2>
 *
 * A connection or session belongs to the thread that made it, or breaks when two threads use it at once.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * import sqlite3
 *
 *
 * def counts(connection: sqlite3.Connection, tables):
 *     return [connection.execute("select count(*) from " + table).fetchone() for table in tables]
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Open one for each worker, in an initializer or in the work itself.
 */
final class ThreadUnsafeResource implements HazardRule {
  @Override
  public String kind() {
    return "thread-unsafe-resource";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.THREAD_UNSAFE);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    return quoted(symbol)
        + (obstruction.assumable()
            ? " is shared by all iterations and must not be shared by threads: give each worker its"
                + " own."
            : " belongs to the thread that made it; each worker needs its own.");
  }
}
