package dev.parallelize.verification;

/** What the probe found: programs can be run in a sandbox of some tier, or not at all. */
public sealed interface SandboxStatus {
  /** A program ran in the sandbox and met the walls that it should. */
  record Available(SandboxTier tier) implements SandboxStatus {}

  /**
   * Nothing will be run.
   *
   * @param cause what is missing or what failed
   * @param fix what the operator can do about it
   */
  record Unavailable(String cause, String fix) implements SandboxStatus {}
}
