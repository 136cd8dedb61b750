package dev.parallelize.verification;

/** How strongly a program is confined; every answer that comes from running one names it. */
public enum SandboxTier {
  /** Namespaces, no capabilities, read-only system, resource limits and a system call filter. */
  BUBBLEWRAP("bubblewrap"),
  /** The same on a processor for which there is no system call filter. */
  BUBBLEWRAP_NO_SECCOMP("bubblewrap, no seccomp");

  private final String label;

  SandboxTier(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
