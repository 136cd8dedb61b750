package dev.parallelize.library;

/** What a call waits for. */
public enum Blocking {
  NONE,
  NETWORK,
  DISK,
  DATABASE,
  /** A database inside the process: its queries run on this machine's processors. */
  LOCAL_DATABASE,
  SUBPROCESS,
  SLEEP,
  INPUT
}
