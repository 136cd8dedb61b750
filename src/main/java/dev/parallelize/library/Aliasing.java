package dev.parallelize.library;

/** What the result of a call shares with its arguments and receiver. */
public enum Aliasing {
  /** The result is immutable through and through: number, text, bytes, None. */
  IMMUTABLE,
  /** A new object that shares nothing mutable with any argument. */
  FRESH,
  /** A new container or iterator whose elements are (reachable from) the arguments. */
  ELEMENTS,
  /** An element of an argument, or a new container of some: the receiver only chose them. */
  CHOSEN,
  /** Works on the receiver, and counts as it: a cursor of a connection. */
  RECEIVER,
  /** May be an argument, the receiver, or something reachable from them. */
  ARGUMENT,
  /** May be an object that other code can reach too (a module's cache, a singleton). */
  SHARED
}
