package dev.parallelize.semantics;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** What an expression may evaluate to; the roots in the order in which they were found. */
public record Value(Type type, Set<Root> roots) {
  public static final Value NOTHING = new Value(Type.NONE, Set.of());
  public static final Value ANYTHING = new Value(Type.UNKNOWN, Set.of(new Root.External()));

  public Value {
    roots = roots.size() < 2 ? Set.copyOf(roots) : ordered(roots);
  }

  /** {@link Set#copyOf} has another order in each run. */
  private static Set<Root> ordered(Set<Root> roots) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(roots));
  }

  public static Value of(Type type) {
    return new Value(type, Set.of());
  }

  public static Value of(Type type, Root root) {
    return new Value(type, type.isImmutable() ? Set.of() : Set.of(root));
  }

  public static Value of(Type type, Set<Root> roots) {
    return new Value(type, type.isImmutable() ? Set.of() : roots);
  }

  public Value join(Value other) {
    if (equals(other)) {
      return this;
    }
    Set<Root> all = new LinkedHashSet<>(roots);
    all.addAll(other.roots);
    return new Value(type.join(other.type), all);
  }
}
