package dev.parallelize.library;

/** Whether one object may be used from several threads at once. */
public enum ThreadSafety {
  SAFE,
  /** Reading from several threads is safe, changing is not. */
  READ_ONLY,
  UNSAFE,
  /** Only the thread that made it may use it (sqlite3 connections). */
  OWNER_THREAD
}
