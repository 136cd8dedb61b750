package dev.parallelize.verification;

import dev.parallelize.source.PythonSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to run once, with some of its parts measured.
 *
 * @param source the program
 * @param fileName what it is called when it runs
 * @param driver Python text that exercises it; without one its own main part runs
 * @param companions other files of its folder by relative path
 * @param candidates what to measure
 * @param timeout wall limit, if lower than the operator's
 * @param python an interpreter's path or version; else the preferred one
 */
public record ProfileRequest(
    PythonSource source,
    String fileName,
    Optional<String> driver,
    Map<String, byte[]> companions,
    List<CandidateRange> candidates,
    Optional<Duration> timeout,
    Optional<String> python) {
  public ProfileRequest {
    companions = Map.copyOf(companions);
    candidates = List.copyOf(candidates);
  }
}
