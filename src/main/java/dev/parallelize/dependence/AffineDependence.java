package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Tests whether two iterations of a loop can touch the same element of an array or list, one of them
 * writing. Two accesses are compared subscript by subscript: constants (ZIV), one counter (SIV, which
 * also gives the distance), several counters (MIV: greatest common divisor and bounds), as described
 * by Goff, Kennedy and Tseng, "Practical dependence testing", 1991.
 *
 * <p>A subscript that may be negative counts from the end of the array in some iterations: then
 * independence is not claimed.
 */
public final class AffineDependence {
  private final Program program;
  private final Scope frame;
  private final Statement.For loop;
  private final NestAccesses nest;
  private final String counter;
  private final Map<String, Boolean> unshared = new HashMap<>();
  private final Map<String, Boolean> distinctRows = new HashMap<>();
  private Optional<AffineResult> doubt = Optional.empty();
  private final List<AffineResult.Dependent> found = new ArrayList<>();
  private final Map<AffineResult.Dependent, AffineResult.Reduction> shared =
      new IdentityHashMap<>();

  private AffineDependence(Program program, Scope frame, Statement.For loop) {
    this.program = program;
    this.frame = frame;
    this.loop = loop;
    this.nest = new NestAccesses(program, frame, loop);
    this.counter = nest.accesses.isEmpty() ? "" : nest.accesses.get(0).within().get(0).name();
  }

  /**
   * Whether the iterations of the loop may run in any order, as far as variables and elements go.
   *
   * @param frame the function or module whose code the loop is
   */
  public static AffineResult of(Program program, Scope frame, Statement.For loop) {
    return new AffineDependence(program, frame, loop).judge();
  }

  private AffineResult judge() {
    if (loop.isAsync()) {
      return new AffineResult.Unknown("an asynchronous loop", line());
    }
    if (!nest.carriedScalars.isEmpty()) {
      return nest.carriedScalars.get(0);
    }
    for (int i = 0; i < nest.accesses.size(); i++) {
      for (int j = i; j < nest.accesses.size(); j++) {
        compare(nest.accesses.get(i), nest.accesses.get(j));
      }
    }
    Optional<AffineResult.Reduction> update = commonUpdate();
    if (update.isPresent()) {
      return update.get();
    }
    if (!found.isEmpty()) {
      return found.stream().min((a, b) -> a.kind().compareTo(b.kind())).orElseThrow();
    }
    if (nest.unknown.isPresent()) {
      return nest.unknown.get();
    }
    if (doubt.isPresent()) {
      return doubt.get();
    }
    return nest.reductions.values().stream()
        .findFirst()
        .<AffineResult>map(r -> r)
        .orElseGet(AffineResult.Independent::new);
  }

  private int line() {
    return program.tree().source().line(loop.start());
  }

  /** All conflicts are between updates by one operator that may be reordered. */
  private Optional<AffineResult.Reduction> commonUpdate() {
    boolean open = doubt.isPresent() || nest.unknown.isPresent();
    if (open || found.isEmpty() || !found.stream().allMatch(shared::containsKey)) {
      return Optional.empty();
    }
    return Optional.of(shared.get(found.get(0)));
  }

  /** A conflict of two updates that combine values with the same element in whatever order. */
  private Optional<AffineResult.Reduction> update(ArrayAccess one, ArrayAccess other) {
    Optional<String> operator = one.updates().map(NestAccesses::symbol);
    return operator.isPresent()
            && NestAccesses.COMBINING.contains(operator.get())
            && other.updates().map(NestAccesses::symbol).equals(operator)
        ? Optional.of(new AffineResult.Reduction(operator.get(), one.array(), one.line()))
        : Optional.empty();
  }

  private void compare(ArrayAccess one, ArrayAccess other) {
    if (!one.write() && !other.write()) {
      return;
    }
    ArrayAccess write = one.write() ? one : other;
    ArrayAccess second = one.write() ? other : one;
    if (write.array().equals(second.array())) {
      conflict(write, second);
    } else if (mayShareMemory(write, second)) {
      doubt(new AffineResult.MayAlias(write.array(), second.array(), second.line()));
    }
  }

  private boolean mayShareMemory(ArrayAccess write, ArrayAccess other) {
    if (isUnshared(write) || isUnshared(other)) {
      return isTakenFrom(other.base(), write) || isTakenFrom(write.base(), other);
    }
    Set<Root> left = program.value(write.base()).roots();
    Set<Root> right = program.value(other.base()).roots();
    boolean known =
        (!left.isEmpty() || write.type().isImmutable())
            && (!right.isEmpty() || other.type().isImmutable());
    if (!known) {
      return true;
    }
    Set<Root> reachedLeft = program.frame(frame).reachable(left);
    Set<Root> reachedRight = program.frame(frame).reachable(right);
    for (Root a : reachedLeft) {
      for (Root b : reachedRight) {
        if (program.mayAlias(frame, a, b)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isUnshared(ArrayAccess access) {
    return unshared.computeIfAbsent(
        access.array() + "/" + access.subscripts().size(),
        array ->
            new FreshArrays(program, frame, loop).isUnshared(access.base())
                || (Conflict.isArray(access.type())
                    && OwnedContainers.holdsArray(
                        program, frame, access.base(), access.subscripts().size())));
  }

  /** Whether the variable may hold a part of the array, which shares its memory: a view. */
  private boolean isTakenFrom(Expression part, ArrayAccess array) {
    Optional<Span> instance = new FreshArrays(program, frame, loop).instance(array.base());
    Set<String> sources = new LinkedHashSet<>();
    if (part instanceof Expression.Name name) {
      sources.add(name.id());
    }
    Set<String> seen = new HashSet<>();
    while (!sources.isEmpty()) {
      String next = sources.iterator().next();
      sources.remove(next);
      if (seen.add(next)) {
        frame.bindings(next).stream()
            .filter(b -> instance.map(i -> i.contains(b.node().span())).orElse(true))
            .flatMap(b -> program.singleValue(b.node()).stream())
            .forEach(v -> addSources(v, sources));
      }
    }
    return seen.contains(array.array());
  }

  /** Arithmetic and the functions that make arrays give new ones; all else may give a view. */
  private void addSources(Expression value, Set<String> names) {
    boolean made = new FreshArrays(program, frame, loop).makes(value);
    if (value instanceof Expression.Name name) {
      names.add(name.id());
    } else if (value instanceof Expression.Subscript part) {
      addSources(part.value(), names);
    } else if (!made
        && !(value instanceof Expression.BinOp)
        && !(value instanceof Expression.UnaryOp)) {
      Children.of(value).stream()
          .filter(Expression.class::isInstance)
          .forEach(c -> addSources((Expression) c, names));
    }
  }

  /** Whether rows that are looked at one after the other are different lists. */
  private boolean hasDistinctRows(ArrayAccess access) {
    return distinctRows.computeIfAbsent(
        access.array() + "/" + access.subscripts().size(),
        array -> DistinctRows.hold(program, frame, loop, access));
  }

  private void doubt(AffineResult reason) {
    if (doubt.isEmpty()) {
      doubt = Optional.of(reason);
    }
  }

  private void conflict(ArrayAccess write, ArrayAccess other) {
    int common = Math.min(write.subscripts().size(), other.subscripts().size());
    Conflict all = new Conflict(write, other, counter, nest.forms().axioms());
    if (all.isImpossible(0, common)) {
      String array = write.array();
      boolean rows =
          common < 2
              || write.levels() == 1
              || new FreshArrays(program, frame, loop).isMade(write.base())
              || Conflict.isArray(write.type())
              || all.isImpossible(common - 1, common)
              || hasDistinctRows(write);
      if (!rows) {
        doubt(new AffineResult.MayAlias("rows of " + array, array, write.line()));
      } else if (all.mayCountFromTheEnd()) {
        doubt(
            new AffineResult.Unknown(
                "an index of `" + array + "` may be negative, and so count from the end",
                other.line()));
      }
      return;
    }
    OptionalLong distance = all.distance();
    if (distance.isEmpty() && !all.isExact()) {
      boolean updates = write.updates().isPresent() && other.updates().isPresent();
      if (!updates) {
        doubt(
            new AffineResult.Unknown(
                "an index of `" + write.array() + "` is not a linear function of the counters",
                write.line()));
        return;
      }
    }
    AffineResult.Dependent dependent = dependent(all, write, other, distance);
    found.add(dependent);
    update(write, other).ifPresent(r -> shared.put(dependent, r));
  }

  private AffineResult.Dependent dependent(
      Conflict conflict, ArrayAccess write, ArrayAccess other, OptionalLong distance) {
    OptionalLong apart =
        distance.isPresent() ? OptionalLong.of(Math.abs(distance.getAsLong())) : distance;
    if (other.write()) {
      return new AffineResult.Dependent(
          AffineResult.Kind.OUTPUT, write.array(), other.line(), write.line(), apart);
    }
    boolean flow = conflict.isPossibleForward();
    return flow
        ? new AffineResult.Dependent(
            AffineResult.Kind.FLOW, write.array(), other.line(), write.line(), apart)
        : new AffineResult.Dependent(
            AffineResult.Kind.ANTI, write.array(), write.line(), other.line(), apart);
  }
}
