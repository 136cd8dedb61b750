package dev.parallelize.semantics;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An abstract object: what a value may be, as a points-to analysis with allocation sites sees it
 * (Andersen, 1994). Values of immutable type have no roots, since nothing can change them.
 */
public sealed interface Root {
  /** The object made by the expression at this place of the current function. */
  record Site(int start, int end) implements Root {
    @Override
    public int hashCode() {
      return spread(start, end);
    }
  }

  /** The object passed for a parameter of the function that opens the scope. */
  record Parameter(Scope function, String name) implements Root {}

  /** The object that a variable of another scope holds. */
  record Variable(Scope owner, String name) implements Root {}

  /** Anything reachable from the base, but not the base itself. */
  record Inside(Root base) implements Root {
    @Override
    public int hashCode() {
      return spread(base.hashCode(), 1);
    }
  }

  /** The item that a loop or comprehension clause of the current function is at. */
  record ItemOf(int start, int end) implements Root {
    @Override
    public int hashCode() {
      return ~spread(start, end);
    }
  }

  /** An object nothing is known of. */
  record External() implements Root {}

  /** A function or lambda of the program. */
  record FunctionObject(Scope scope) implements Root {}

  /** A class of the program. */
  record ClassObject(Scope scope) implements Root {}

  /** An imported module. */
  record ModuleObject(String name) implements Root {}

  /** A function or class of a library, by qualified name; it may be one the knowledge lacks. */
  record LibraryObject(String name) implements Root {}

  /** {@code receiver.method}, not yet called; at most one receiver, see {@link #bound}. */
  record BoundMethod(String method, Type receiverType, Set<Root> receivers) implements Root {
    @Override
    public int hashCode() {
      return spread(method.hashCode(), receivers.hashCode());
    }
  }

  /** {@code functools.partial(callees, bound…)}. */
  record Partial(Set<Root> callees, Set<Root> bound) implements Root {}

  /** Offsets that lie close together get codes that lie far apart (Knuth, multiplicative hashing). */
  static int spread(int one, int other) {
    return (one * 0x9E3779B1 + other) * 0x85EBCA6B;
  }

  /** One bound method for each object among the receivers: so that there are finitely many. */
  static Set<Root> bound(String method, Type receiverType, Set<Root> receivers) {
    Set<Root> all = new LinkedHashSet<>();
    for (Root receiver : flat(receivers)) {
      all.add(new BoundMethod(method, receiverType, Set.of(receiver)));
    }
    return all.isEmpty() ? Set.of(new BoundMethod(method, receiverType, Set.of())) : all;
  }

  /** A partial function of partial functions is one itself: so that there are finitely many. */
  static Partial partial(Set<Root> callees, Set<Root> given) {
    Set<Root> called = new LinkedHashSet<>();
    Set<Root> bound = new LinkedHashSet<>(flat(given));
    for (Root root : callees) {
      if (root instanceof Partial inner) {
        Partial plain = partial(inner.callees(), inner.bound());
        called.addAll(plain.callees());
        bound.addAll(plain.bound());
      } else {
        called.add(root);
      }
    }
    return new Partial(called, bound);
  }

  /** The objects; methods and partial functions stand for what they hold. */
  static Set<Root> flat(Set<Root> roots) {
    Set<Root> all = new LinkedHashSet<>();
    for (Root root : roots) {
      if (root instanceof BoundMethod method) {
        all.addAll(flat(method.receivers()));
      } else if (root instanceof Partial partial) {
        all.addAll(flat(partial.bound()));
        flat(partial.callees()).stream().filter(r -> !r.isCode()).forEach(all::add);
      } else {
        all.add(root);
      }
    }
    return all;
  }

  /**
   * The object as other functions see it, to which the sites of the one that made it mean nothing.
   *
   * @param kept what stands for its data there
   */
  static Root elsewhere(Root root, Root kept) {
    if (root instanceof BoundMethod method) {
      return new BoundMethod(method.method(), method.receiverType(), Set.of(kept));
    } else if (root instanceof Partial partial) {
      Set<Root> callees = new LinkedHashSet<>();
      partial.callees().forEach(c -> callees.add(elsewhere(c, kept)));
      Set<Root> bound = new LinkedHashSet<>();
      partial.bound().forEach(b -> bound.add(elsewhere(b, kept)));
      return partial(callees, bound);
    }
    return root.isCode() ? root : kept;
  }

  /** True for things that are code, not data: reading or calling them changes nothing by itself. */
  default boolean isCode() {
    return this instanceof FunctionObject
        || this instanceof ClassObject
        || this instanceof ModuleObject
        || this instanceof LibraryObject;
  }

  /** The object that this one is inside of; any other is its own. */
  default Root base() {
    return this;
  }

  /** What loading an element or attribute of this object may give, unless stores tell more. */
  default Root contents() {
    return this instanceof Inside || this instanceof ItemOf || this instanceof External
        ? this
        : new Inside(this);
  }
}
