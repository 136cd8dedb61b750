package dev.parallelize.workflow;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.syntax.PythonVersion;
import java.util.List;
import java.util.Optional;

/**
 * What {@code classify} is asked.
 *
 * @param place where the program lies among others that it may import; empty when only its text is known
 * @param candidateIds empty means all that are not sequential
 * @param driver Python text that exercises the program; then the program is run and measured
 */
public record ClassifyRequest(
    ProgramText program,
    Optional<ProgramPlace> place,
    Optional<PythonVersion> targetPython,
    List<Assumption> assumptions,
    List<String> candidateIds,
    TargetEnvironment environment,
    Optional<String> driver) {
  public ClassifyRequest {
    assumptions = List.copyOf(assumptions);
    candidateIds = List.copyOf(candidateIds);
  }

  /** A request about all candidates of a program with nothing else said. */
  public static ClassifyRequest of(ProgramText program) {
    return new ClassifyRequest(
        program,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        TargetEnvironment.PROBED,
        Optional.empty());
  }

  /**
   * Where the program will run, as far as the caller says; what is empty is probed.
   *
   * @param packages names of installed distributions
   * @param cluster true when a cluster of machines may be used
   */
  public record TargetEnvironment(
      Optional<Integer> cpus,
      Optional<Long> memoryBytes,
      Optional<Boolean> gpu,
      Optional<Boolean> freeThreaded,
      Optional<List<String>> packages,
      Optional<Boolean> cluster) {
    /** Nothing said. */
    public static final TargetEnvironment PROBED =
        new TargetEnvironment(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public TargetEnvironment {
      packages = packages.map(List::copyOf);
    }
  }
}
