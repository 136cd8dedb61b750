package dev.parallelize.server;

import java.util.Optional;

/** This program's version, as the build wrote it into the jar. */
public final class ProgramVersion {
  private ProgramVersion() {}

  public static String text() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
