package dev.parallelize.library;

/** What a call waits for. */
public enum Blocking {
  NONE,
  NETWORK,
  DISK,
  DATABASE,
  SUBPROCESS,
  SLEEP,
  INPUT
}
