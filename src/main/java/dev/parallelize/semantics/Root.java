package dev.parallelize.semantics;

import java.util.Set;

/**
 * An abstract object: what a value may be, as a points-to analysis with allocation sites sees it
 * (Andersen, 1994). Values of immutable type have no roots, since nothing can change them.
 */
public sealed interface Root {
  /** The object made by the expression at this place of the current function. */
  record Site(int start, int end) implements Root {}

  /** The object passed for a parameter of the function that opens the scope. */
  record Parameter(Scope function, String name) implements Root {}

  /** The object that a variable of another scope holds. */
  record Variable(Scope owner, String name) implements Root {}

  /** Anything reachable from the base, but not the base itself. */
  record Inside(Root base) implements Root {}

  /** The item that a loop or comprehension clause of the current function is at. */
  record ItemOf(int start, int end) implements Root {}

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

  /** {@code receiver.method}, not yet called. */
  record BoundMethod(String method, Type receiverType, Set<Root> receivers) implements Root {}

  /** {@code functools.partial(callees, bound…)}. */
  record Partial(Set<Root> callees, Set<Root> bound) implements Root {}

  /** True for things that are code, not data: reading or calling them changes nothing by itself. */
  default boolean isCode() {
    return this instanceof FunctionObject
        || this instanceof ClassObject
        || this instanceof ModuleObject
        || this instanceof LibraryObject;
  }

  /** What loading an element or attribute of this object may give, unless stores tell more. */
  default Root contents() {
    return this instanceof Inside || this instanceof ItemOf || this instanceof External
        ? this
        : new Inside(this);
  }
}
