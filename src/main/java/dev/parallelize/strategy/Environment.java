package dev.parallelize.strategy;

import dev.parallelize.syntax.PythonVersion;
import java.util.Set;

/**
 * Where the program will run.
 *
 * @param packages names of installed distributions; empty when not known
 * @param cluster more machines than one may be used
 */
public record Environment(
    int cpus,
    long memoryBytes,
    boolean gpu,
    Set<String> packages,
    PythonVersion target,
    boolean cluster) {
  public Environment {
    packages = Set.copyOf(packages);
  }

  /** A machine by itself. */
  public Environment(
      int cpus, long memoryBytes, boolean gpu, Set<String> packages, PythonVersion target) {
    this(cpus, memoryBytes, gpu, packages, target, false);
  }

  /** The same for one who asks for a strategy by name, and so says that what it needs is there. */
  public Environment equipped() {
    return new Environment(cpus, memoryBytes, true, Set.of(), target, true);
  }
}
