package dev.parallelize.workflow;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.strategy.Options;
import dev.parallelize.syntax.PythonVersion;
import java.util.List;
import java.util.Optional;

/**
 * What {@code transform} is asked.
 *
 * @param strategy empty means the recommended one
 */
public record TransformRequest(
    ProgramText program,
    Optional<PythonVersion> targetPython,
    List<Assumption> assumptions,
    String candidateId,
    Optional<String> strategy,
    Options options) {
  public TransformRequest {
    assumptions = List.copyOf(assumptions);
  }

  /** The same, of another candidate. */
  TransformRequest of(String candidate) {
    return new TransformRequest(program, targetPython, assumptions, candidate, strategy, options);
  }

  /** A request for the recommended strategy with nothing else said. */
  public static TransformRequest of(ProgramText program, String candidateId) {
    return new TransformRequest(
        program, Optional.empty(), List.of(), candidateId, Optional.empty(), Options.DEFAULT);
  }
}
