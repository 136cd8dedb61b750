package dev.parallelize.verification;

import java.util.List;

/** What profiling came to. */
public sealed interface ProfileResult {
  /**
   * The program ran to its end, well or not.
   *
   * @param profiles the candidates that were found in the text and reached by the run
   * @param seconds the whole program's wall time
   * @param outcome how it ended
   * @param sandbox the tier in force
   */
  record Profile(List<CandidateProfile> profiles, double seconds, String outcome, String sandbox)
      implements ProfileResult {
    public Profile {
      profiles = List.copyOf(profiles);
    }
  }

  /** The program could not be measured: it hung, broke a limit, or left without its exit handlers. */
  record NotMeasured(String reason) implements ProfileResult {}

  /** Nothing was run, because there is no sandbox. */
  record SandboxUnavailable(String cause, String fix) implements ProfileResult {}

  /** Nothing was run, because no Python was found or the one asked for is not known. */
  record NoInterpreter(String message) implements ProfileResult {}

  /** The caller asked for an end. */
  record Cancelled() implements ProfileResult {}
}
