package dev.parallelize.verification;

import dev.parallelize.source.PythonSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A program to run once, with some of its parts measured.
 *
 * @param source the program
 * @param neighbours its name, and the files that it runs beside
 * @param driver Python text that exercises it; without one its own main part runs
 * @param candidates what to measure
 * @param timeout wall limit, if lower than the operator's
 * @param python an interpreter's path or version; else the preferred one
 */
public record ProfileRequest(
    PythonSource source,
    Neighbours neighbours,
    Optional<String> driver,
    List<CandidateRange> candidates,
    Optional<Duration> timeout,
    Optional<String> python) {
  public ProfileRequest {
    candidates = List.copyOf(candidates);
  }
}
