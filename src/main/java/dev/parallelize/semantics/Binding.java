package dev.parallelize.semantics;

import dev.parallelize.syntax.Node;

/**
 * One place that gives a name a value, takes it away, or declares it.
 *
 * @param node the binding node: the target name, the definition, the import alias, the parameter
 */
public record Binding(String name, Kind kind, Node node) {
  /** How the name is bound. */
  public enum Kind {
    PARAMETER,
    ASSIGNMENT,
    AUGMENTED,
    LOOP_TARGET,
    WITH_TARGET,
    EXCEPTION,
    IMPORT,
    FUNCTION,
    CLASS,
    PATTERN,
    WALRUS,
    DELETION,
    ANNOTATION
  }
}
