package dev.parallelize.server;

import java.time.Duration;

/** How much the server takes on before it says no. */
final class Limits {
  /** One JSON-RPC message: two versions of a program of the largest size, escaped, and some room. */
  static final int MESSAGE_BYTES = 16 << 20;

  /** One program. */
  static final int SOURCE_BYTES = 4 << 20;

  /** Python files of one folder, and their sizes together. */
  static final int FOLDER_FILES = 2_000;

  static final long FOLDER_BYTES = 32L << 20;

  /** The body of an HTTP request. */
  static final Duration BODY_ARRIVES_WITHIN = Duration.ofSeconds(30);

  /** HTTP sessions; one that is idle makes room for a new one. */
  static final int SESSIONS = 1_000;

  /** Calls that wait for a thread; more are answered as busy. */
  static final int WAITING_CALLS = 500;

  /** Between two progress notifications of one call. */
  static final Duration PROGRESS_INTERVAL = Duration.ofMillis(100);

  /** How long work may go on after the end of input. */
  static final Duration DRAIN = Duration.ofMillis(1_200);

  /** Room for the deepest program that the parser takes; the JVM's default is too small for it. */
  static final long STACK_BYTES = 64L << 20;

  private Limits() {}
}
