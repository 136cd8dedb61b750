package dev.parallelize.verification;

import dev.parallelize.source.PythonSource;
import java.util.List;
import java.util.Optional;

/**
 * Two versions of a program to run against each other.
 *
 * @param original the program as it was
 * @param transformed the program after a rewrite
 * @param neighbours what both are called when they run, and the files beside them
 * @param driver Python text that exercises the program; without one its own main part runs
 * @param rewritten names of the functions that the rewrite changed or calls in parallel, where known
 * @param options how to verify
 */
public record VerificationRequest(
    PythonSource original,
    PythonSource transformed,
    Neighbours neighbours,
    Optional<String> driver,
    List<String> rewritten,
    VerificationOptions options) {

  public VerificationRequest {
    rewritten = List.copyOf(rewritten);
  }

  /** Two texts with nothing beside them. */
  public static VerificationRequest of(
      String original, String transformed, VerificationOptions options) {
    return new VerificationRequest(
        PythonSource.of(original),
        PythonSource.of(transformed),
        Neighbours.NONE,
        Optional.empty(),
        List.of(),
        options);
  }

  public VerificationRequest withDriver(String text) {
    return new VerificationRequest(
        original, transformed, neighbours, Optional.of(text), rewritten, options);
  }

  public VerificationRequest beside(Neighbours others) {
    return new VerificationRequest(original, transformed, others, driver, rewritten, options);
  }

  PythonSource source(Version version) {
    return version == Version.ORIGINAL ? original : transformed;
  }
}
