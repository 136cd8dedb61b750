package dev.parallelize.strategy;

import dev.parallelize.syntax.PythonVersion;
import java.util.Set;

/**
 * Where the program will run.
 *
 * @param packages names of installed distributions; empty when not known
 */
public record Environment(
    int cpus, long memoryBytes, boolean gpu, Set<String> packages, PythonVersion target) {
  public Environment {
    packages = Set.copyOf(packages);
  }
}
