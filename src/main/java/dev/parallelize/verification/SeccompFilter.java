package dev.parallelize.verification;

import java.util.Optional;

final class SeccompFilter {
  private SeccompFilter() {}

  static Optional<byte[]> ofThisMachine() {
    return Optional.empty();
  }
}
