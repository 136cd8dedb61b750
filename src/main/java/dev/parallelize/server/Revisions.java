package dev.parallelize.server;

import java.util.List;

/** The revisions of the protocol that are spoken. */
final class Revisions {
  /** Those that begin with {@code initialize}, oldest first. */
  static final List<String> WITH_HANDSHAKE = List.of("2025-03-26", "2025-06-18", "2025-11-25");

  private Revisions() {}
}
