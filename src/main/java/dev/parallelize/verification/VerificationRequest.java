package dev.parallelize.verification;

import dev.parallelize.source.PythonSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two versions of a program to run against each other.
 *
 * @param original the program as it was
 * @param transformed the program after a rewrite
 * @param fileName what both are called when they run, such as {@code report.py}
 * @param driver Python text that exercises the program; without one its own main part runs
 * @param companions other files of the program's folder by relative path, given to both
 * @param rewritten names of the functions that the rewrite changed or calls in parallel, where known
 * @param options how to verify
 */
public record VerificationRequest(
    PythonSource original,
    PythonSource transformed,
    String fileName,
    Optional<String> driver,
    Map<String, byte[]> companions,
    List<String> rewritten,
    VerificationOptions options) {

  public VerificationRequest {
    companions = Map.copyOf(companions);
    rewritten = List.copyOf(rewritten);
    if (!fileName.matches("[^/\\x00]+\\.py")) {
      throw new IllegalArgumentException(
          "a program's file name ends in .py and has no folder: " + fileName);
    }
  }

  /** Two texts with nothing beside them. */
  public static VerificationRequest of(
      String original, String transformed, VerificationOptions options) {
    return new VerificationRequest(
        PythonSource.of(original),
        PythonSource.of(transformed),
        "program.py",
        Optional.empty(),
        Map.of(),
        List.of(),
        options);
  }

  public VerificationRequest withDriver(String text) {
    return new VerificationRequest(
        original, transformed, fileName, Optional.of(text), companions, rewritten, options);
  }

  PythonSource source(Version version) {
    return version == Version.ORIGINAL ? original : transformed;
  }
}
