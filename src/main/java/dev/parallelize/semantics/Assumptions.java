package dev.parallelize.semantics;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Facts that the caller vouches for, and which of them an analysis made use of. */
public final class Assumptions {
  /** One fact: {@code pure}, {@code independent}, {@code thread-safe}, … about a named target. */
  public record Assumption(String kind, String target) implements Comparable<Assumption> {
    @Override
    public int compareTo(Assumption other) {
      return (kind + target).compareTo(other.kind + other.target);
    }
  }

  private final Set<Assumption> given;

  public Assumptions(List<Assumption> given) {
    this.given = new TreeSet<>(given);
  }

  public static Assumptions none() {
    return new Assumptions(List.of());
  }

  public boolean holds(String kind, String target) {
    return given.contains(new Assumption(kind, target));
  }

  public Set<Assumption> all() {
    return given;
  }
}
