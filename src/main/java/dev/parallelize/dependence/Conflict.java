package dev.parallelize.dependence;

import dev.parallelize.semantics.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The question whether two accesses of one array meet in different iterations of a loop. */
final class Conflict {
  private final ArrayAccess write;
  private final ArrayAccess other;
  private final String counter;
  private final List<Affine> axioms;
  private final List<Optional<Affine>> differences = new ArrayList<>();
  private boolean countsFromTheEnd;

  /** What the two cannot both satisfy when they meet, apart from the order of the iterations. */
  Conflict(ArrayAccess write, ArrayAccess other, String counter, List<Affine> axioms) {
    this.axioms = axioms;
    this.write = write;
    this.other = other;
    this.counter = counter;
    int common = Math.min(write.subscripts().size(), other.subscripts().size());
    for (int i = 0; i < common; i++) {
      if (isSameForAll(i)) {
        // Both name the same place in every iteration: where that is does not matter.
        differences.add(Optional.of(Affine.ZERO));
        continue;
      }
      Optional<Affine> left = subscript(write, i).map(f -> first(f));
      Optional<Affine> right = subscript(other, i).map(f -> second(f));
      differences.add(left.flatMap(l -> right.map(r -> r.minus(l))));
    }
  }

  private boolean isSameForAll(int axis) {
    Optional<Affine> form = write.subscripts().get(axis);
    return form.isPresent()
        && form.equals(other.subscripts().get(axis))
        && form.get().names().stream().noneMatch(AffineForms::isCounter);
  }

  static boolean isArray(Type type) {
    return type.name().equals("numpy.ndarray");
  }

  private static Affine first(Affine form) {
    return form.rename(n -> AffineForms.isCounter(n) ? n + "/1" : n);
  }

  private static Affine second(Affine form) {
    return form.rename(n -> AffineForms.isCounter(n) ? n + "/2" : n);
  }

  /** A subscript as the place from the start of the array, as far as that can be told. */
  private Optional<Affine> subscript(ArrayAccess access, int axis) {
    Optional<Affine> form = access.subscripts().get(axis);
    if (form.isEmpty() || access.type().name().equals("dict")) {
      return form;
    }
    if (!within(access).isAtLeastZero(form.get().times(-1).plus(-1)).hasNoSolution()) {
      boolean always = within(access).isAtLeastZero(form.get()).hasNoSolution();
      if (always) {
        return form.map(f -> f.plus(Affine.of(AffineForms.lengthOf(access.array(), axis))));
      }
      countsFromTheEnd = true;
    }
    return form;
  }

  /** True where an index may be negative in some iterations and not in others. */
  boolean mayCountFromTheEnd() {
    return countsFromTheEnd;
  }

  /** Whether every subscript is linear. */
  boolean isExact() {
    return !differences.isEmpty()
        && differences.stream().allMatch(Optional::isPresent)
        && write.subscripts().size() == other.subscripts().size();
  }

  /** True when the accesses never meet in two iterations, by the axes of the range alone. */
  boolean isImpossible(int from, int to) {
    return ordered(1, from, to).hasNoSolution() && ordered(-1, from, to).hasNoSolution();
  }

  /** Whether the other access may come in a later iteration than the write. */
  boolean isPossibleForward() {
    return !ordered(1, 0, differences.size()).hasNoSolution();
  }

  private LinearSystem ordered(int direction, int from, int to) {
    LinearSystem system = new LinearSystem();
    addBounds(system, write, Conflict::first);
    addBounds(system, other, Conflict::second);
    for (int i = from; i < to; i++) {
      differences.get(i).ifPresent(system::isZero);
    }
    Affine apart = Affine.of(counter + "/2").minus(Affine.of(counter + "/1"));
    system.isAtLeastZero(apart.times(direction).plus(-1));
    axioms.forEach(system::isAtLeastZero);
    addLengths(system);
    return system;
  }

  private LinearSystem within(ArrayAccess access) {
    LinearSystem system = new LinearSystem();
    addBounds(system, access, UnaryOperator.identity());
    axioms.forEach(system::isAtLeastZero);
    addLengths(system, access);
    return system;
  }

  private static void addBounds(
      LinearSystem system, ArrayAccess access, UnaryOperator<Affine> renaming) {
    for (ArrayAccess.Counter loop : access.within()) {
      loop.bounds().forEach(b -> system.isAtLeastZero(renaming.apply(b)));
    }
  }

  private void addLengths(LinearSystem system) {
    addLengths(system, write);
    addLengths(system, other);
  }

  private static void addLengths(LinearSystem system, ArrayAccess access) {
    Set<String> names = new HashSet<>();
    access.subscripts().forEach(s -> s.ifPresent(f -> names.addAll(f.names())));
    access.within().forEach(c -> c.bounds().forEach(b -> names.addAll(b.names())));
    names.stream().filter(AffineForms::isLength).forEach(n -> system.isAtLeastZero(Affine.of(n)));
  }

  /**
   * How many iterations lie between the write and the other access, when one subscript tells it: that
   * of the strong SIV test, where both have the same coefficient of this loop's counter alone.
   */
  OptionalLong distance() {
    for (Optional<Affine> difference : differences) {
      if (difference.isEmpty()) {
        continue;
      }
      Affine form = difference.get();
      long a = form.coefficient(counter + "/2");
      boolean strong =
          a != 0
              && form.coefficient(counter + "/1") == -a
              && form.names().size() == 2
              && form.constant() % a == 0;
      if (strong) {
        return OptionalLong.of(-form.constant() / a);
      }
    }
    return OptionalLong.empty();
  }
}
