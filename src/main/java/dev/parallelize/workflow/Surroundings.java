package dev.parallelize.workflow;

import dev.parallelize.strategy.Environment;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.verification.Interpreter;
import dev.parallelize.verification.Interpreters;
import dev.parallelize.verification.Machine;
import java.util.Optional;
import java.util.Set;

/** Where programs will run: what the caller says, else what is found on this machine. */
final class Surroundings {
  private final Interpreters interpreters;

  Surroundings(Interpreters interpreters) {
    this.interpreters = interpreters;
  }

  /** The version that code is written for. */
  PythonVersion target(Optional<PythonVersion> asked) {
    return asked
        .or(() -> interpreters.preferred().map(Interpreter::language).flatMap(PythonVersion::parse))
        .orElse(PythonVersion.DEFAULT);
  }

  Environment environment(ClassifyRequest.TargetEnvironment said, Optional<PythonVersion> asked) {
    Machine machine = Machine.current();
    PythonVersion version = target(asked);
    boolean free = said.freeThreaded().orElse(version.freeThreaded());
    Set<String> packages =
        said.packages()
            .map(Set::copyOf)
            .orElseGet(
                () ->
                    interpreters
                        .preferred()
                        .map(i -> Set.copyOf(i.packages().keySet()))
                        .orElse(Set.of()));
    return new Environment(
        said.cpus().orElse(machine.cpus()),
        said.memoryBytes().orElse(machine.memoryBytes()),
        said.gpu().orElse(false),
        packages,
        free && version.atLeast(13) ? new PythonVersion(version.minor(), true) : version,
        said.cluster().orElse(false));
  }
}
