package dev.parallelize.semantics;

import dev.parallelize.library.Callee;

/** What a call may call. */
public sealed interface CallTarget {
  /** A function, method or lambda of the program. */
  record ProgramFunction(Scope scope) implements CallTarget {}

  /** A class of the program, to make an instance. */
  record ProgramClass(Scope scope) implements CallTarget {}

  /** A function of a known library. */
  record Known(Callee callee) implements CallTarget {}

  /** Something nothing is known of, by the name it is called by. */
  record Unknown(String name) implements CallTarget {}
}
