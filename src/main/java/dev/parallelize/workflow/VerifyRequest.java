package dev.parallelize.workflow;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.syntax.PythonVersion;
import java.util.List;
import java.util.Optional;

/**
 * What {@code verify} is asked.
 *
 * @param place where the program lies among others that it may import; empty when only its text is known
 * @param driver Python text run after the module is loaded; empty means the module's own main part
 */
public record VerifyRequest(
    ProgramText original,
    ProgramText transformed,
    Optional<ProgramPlace> place,
    Optional<PythonVersion> targetPython,
    List<Assumption> assumptions,
    Optional<String> driver,
    Options options) {
  public VerifyRequest {
    assumptions = List.copyOf(assumptions);
  }

  /** A request about two versions of a program with nothing else said. */
  public static VerifyRequest of(ProgramText original, ProgramText transformed) {
    return new VerifyRequest(
        original,
        transformed,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Options.DEFAULT);
  }

  /**
   * How to run and compare.
   *
   * @param repeats timed runs of each version
   * @param workers worker counts to try; empty means the program's own
   * @param startMethods of {@code multiprocessing}; empty means those of the platform
   * @param seeds of the schedules to try; empty means the usual three
   * @param timeoutSeconds of one run; empty means the server's limit
   * @param memoryBytes of one run over all its processes; empty means the server's limit
   * @param python the interpreter to use; empty means the one found
   */
  public record Options(
      int repeats,
      List<Integer> workers,
      List<String> startMethods,
      List<Integer> seeds,
      Tolerance tolerance,
      Optional<Double> timeoutSeconds,
      Optional<Long> memoryBytes,
      Network network,
      Optional<String> python) {
    public static final Options DEFAULT =
        new Options(
            5,
            List.of(),
            List.of(),
            List.of(),
            Tolerance.DEFAULT,
            Optional.empty(),
            Optional.empty(),
            Network.NONE,
            Optional.empty());

    public Options {
      workers = List.copyOf(workers);
      startMethods = List.copyOf(startMethods);
      seeds = List.copyOf(seeds);
    }
  }

  /** How far two floating-point numbers may be apart and still count as equal; either bound suffices. */
  public record Tolerance(double relative, double absolute) {
    public static final Tolerance DEFAULT = new Tolerance(1e-9, 0);
  }

  /** What a program may reach. */
  public enum Network {
    NONE,
    LOOPBACK
  }
}
