package dev.parallelize.workflow;

import dev.parallelize.verification.Interpreter;
import dev.parallelize.verification.Interpreters;
import dev.parallelize.verification.Profiler;
import dev.parallelize.verification.RunLimits;
import dev.parallelize.verification.Sandbox;
import dev.parallelize.verification.Verifier;
import java.util.Optional;

/** The four calls on top of the analysis, the strategies and the sandbox. */
public final class ParallelizationWorkflow implements Workflow {
  private static final int VERIFICATIONS_AT_ONCE = 2;

  private final Interpreters interpreters = Interpreters.ofThisMachine();
  private final Surroundings surroundings = new Surroundings(interpreters);
  private final JudgedPrograms programs = new JudgedPrograms();
  private Optional<Sandbox> sandbox = Optional.empty();
  private Optional<Verifier> verifier = Optional.empty();

  @Override
  public Outcome<AnalyzeAnswer> analyze(AnalyzeRequest request) {
    return new Analyze(programs).answer(request);
  }

  @Override
  public Outcome<ClassifyAnswer> classify(
      ClassifyRequest request, Progress progress, Cancellation cancellation) {
    return new Classify(
            surroundings, () -> new Profiler(sandbox(), interpreters, RunLimits.usual()), programs)
        .answer(request, progress, cancellation);
  }

  @Override
  public Outcome<TransformAnswer> transform(TransformRequest request) {
    return new Transform(surroundings, programs).answer(request);
  }

  @Override
  public Outcome<VerifyAnswer> verify(
      VerifyRequest request, Progress progress, Cancellation cancellation) {
    if (interpreters.preferred().isEmpty()) {
      return new Outcome.Refused<>(
          WorkflowError.of(
              ErrorCode.NO_INTERPRETER,
              "No Python interpreter was found.",
              "Install Python 3, or set PARALLELIZE_PYTHON to one."));
    }
    return new Verify(this::verifier).answer(request, progress, cancellation);
  }

  /** Opened when a program is first to be run: the probe takes a moment. */
  private synchronized Sandbox sandbox() {
    if (sandbox.isEmpty()) {
      Interpreter interpreter = interpreters.preferred().orElseThrow();
      sandbox = Optional.of(Sandbox.open(interpreter));
    }
    return sandbox.get();
  }

  private synchronized Verifier verifier() {
    if (verifier.isEmpty()) {
      verifier =
          Optional.of(
              new Verifier(sandbox(), interpreters, RunLimits.usual(), VERIFICATIONS_AT_ONCE));
    }
    return verifier.get();
  }
}
