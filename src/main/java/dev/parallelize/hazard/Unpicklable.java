package dev.parallelize.hazard;

import dev.parallelize.dependence.Obstruction;
import java.util.Set;

/**
 * A value that has to travel to or from a worker process cannot be pickled.
 *
 * <h2>What it means</h2>
 *
 * Locks, open files, connections, lambdas, generators and objects of local classes cannot be sent to another
 * process.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * import threading
 *
 *
 * def locks(names):
 *     return [threading.Lock() for name in names]
 *
 *
 * def guarded(numbers):
 *     guard = threading.Lock()
 *     squares = []
 *     for number in numbers:
 *         with guard:
 *             squares.append(number * number)
 *     return squares
 * }</pre>
 *
 * <h2>What may help</h2>
 *
 * Open or make it in the worker; use threads, where the work waits; or send the assumption {@code picklable}
 * back, where an unknown class is known to be.
 */
final class Unpicklable implements HazardRule {
  @Override
  public String kind() {
    return "unpicklable";
  }

  @Override
  public Set<Obstruction.Kind> covers() {
    return Set.of(Obstruction.Kind.UNPICKLABLE);
  }

  @Override
  public String message(Obstruction obstruction, String symbol) {
    return quoted(symbol) + " cannot be sent to another process.";
  }
}
