package dev.parallelize.semantics;

import dev.parallelize.library.Blocking;
import dev.parallelize.library.Effect;

/** One thing that running a piece of code may do. */
public sealed interface Fact {
  /** Stands for the elements of a container. */
  String ELEMENTS = "[]";

  /** Stands for the elements and any attribute of one object. */
  String ANY = "?";

  /** Stands for how far a file has been read, of an object that may be one, or just a path. */
  String FILE = "<file>";

  /** True when what is read under one field may be what is written under another. */
  static boolean overlap(String read, String written) {
    return read.equals(written)
        || read.equals(EVERYTHING)
        || written.equals(EVERYTHING)
        || read.equals(ANY)
        || written.equals(ANY);
  }

  /** Stands for an object and all that is reachable from it. */
  String EVERYTHING = "*";

  /** Reads an attribute ({@code field} is its name) or elements of an object. */
  record Reads(Root root, String field) implements Fact {}

  /** Changes an attribute or elements of an object. */
  record Mutates(Root root, String field) implements Fact {}

  /** Reads a variable of another scope. */
  record ReadsName(Scope owner, String name) implements Fact {}

  /** Gives a variable of another scope a new value. */
  record BindsName(Scope owner, String name) implements Fact {}

  /** Does what the library knowledge says of a callee. */
  record Does(Effect effect, String callee) implements Fact {}

  /** Waits for something outside. */
  record Blocks(Blocking kind, String callee) implements Fact {}

  /** Calls something that nothing is known of. */
  record CallsUnknown(String callee) implements Fact {}

  /** Calls what was passed for a parameter. */
  record CallsParameter(Root.Parameter parameter) implements Fact {}

  /** Iterates over an object, and so uses it up if it is an iterator. */
  record Iterates(Root root) implements Fact {}

  /**
   * Uses an object of a library's type that threads must not share.
   *
   * @param picklable another process can have a copy of it
   * @param bound only the thread that made it may use it
   */
  record Shares(Root root, boolean picklable, boolean bound) implements Fact {}

  /** Raises an exception of the program's own class, or of a builtin one, by statement. */
  record Raises(String exception) implements Fact {}

  /** Hands out objects by identity: {@code a is b}, {@code id(a)}. */
  record ComparesIdentity(Root root) implements Fact {}
}
