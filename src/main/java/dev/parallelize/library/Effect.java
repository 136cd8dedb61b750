package dev.parallelize.library;

/** Something a call does besides computing its result from its arguments. */
public enum Effect {
  /** Writes text that a person sees, in an order that matters (print, logging, sys.stdout). */
  OUTPUT,
  /** Reads standard input. */
  INPUT,
  READS_FILES,
  WRITES_FILES,
  READS_NETWORK,
  WRITES_NETWORK,
  READS_DATABASE,
  WRITES_DATABASE,
  STARTS_PROCESS,
  SLEEPS,
  /** Draws from, or seeds, a random source. */
  RANDOM,
  CLOCK,
  READS_ENVIRONMENT,
  /** Changes what belongs to the whole process: environment, working folder, locale, signals, caches. */
  WRITES_PROCESS_STATE,
  /** Makes an object that no other process can have: lock, thread, socket, generator, open file. */
  UNPICKLABLE_RESULT,
  /** Ends the process or the thread. */
  EXITS,
  /** Runs text as code or reaches names by text (exec, eval, globals, setattr with a computed name). */
  DYNAMIC_CODE
}
