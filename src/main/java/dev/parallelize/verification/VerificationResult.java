package dev.parallelize.verification;

/** A report, or why there is none. */
public sealed interface VerificationResult
    permits VerificationReport,
        VerificationResult.SandboxUnavailable,
        VerificationResult.NoInterpreter,
        VerificationResult.Cancelled {

  /** No program was run, because there is no sandbox to run it in. */
  record SandboxUnavailable(String cause, String fix) implements VerificationResult {}

  /** No program was run, because no Python was found or the one asked for is not known. */
  record NoInterpreter(String message) implements VerificationResult {}

  /** The caller asked for an end. */
  record Cancelled() implements VerificationResult {}
}
