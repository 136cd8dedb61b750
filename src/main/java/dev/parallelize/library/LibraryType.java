package dev.parallelize.library;

import java.util.Map;

/**
 * What is known of one type.
 *
 * @param name {@code str}, {@code collections.Counter}, {@code numpy.ndarray}
 * @param immutable instances never change, and neither does anything reachable from them
 * @param picklable instances can be sent to another process
 * @param reiterable iterating twice gives the same items (a list, not a file or a generator)
 * @param copiesItems {@code x[key] = container} takes the elements over, and not the container
 * @param reopenable another one, opened with the same arguments, reads the same: a connection to a server
 * @param element type of what iteration gives, {@code object} when nothing is known
 * @param methods by method name, special methods included where they have effects
 * @param attributes types of data attributes by name
 */
public record LibraryType(
    String name,
    boolean immutable,
    boolean picklable,
    boolean reiterable,
    boolean copiesItems,
    boolean reopenable,
    ThreadSafety threadSafety,
    String element,
    Map<String, Callee> methods,
    Map<String, String> attributes) {
  public LibraryType {
    methods = Map.copyOf(methods);
    attributes = Map.copyOf(attributes);
  }
}
