package dev.parallelize.workflow;

/** The four calls on top of the analysis, the strategies and the sandbox. */
public final class ParallelizationWorkflow implements Workflow {
  @Override
  public Outcome<AnalyzeAnswer> analyze(AnalyzeRequest request) {
    return notYet("analyze");
  }

  @Override
  public Outcome<ClassifyAnswer> classify(
      ClassifyRequest request, Progress progress, Cancellation cancellation) {
    return notYet("classify");
  }

  @Override
  public Outcome<TransformAnswer> transform(TransformRequest request) {
    return notYet("transform");
  }

  @Override
  public Outcome<VerifyAnswer> verify(
      VerifyRequest request, Progress progress, Cancellation cancellation) {
    return notYet("verify");
  }

  private static <T> Outcome<T> notYet(String call) {
    return new Outcome.Refused<>(
        WorkflowError.of(
            ErrorCode.NOT_IMPLEMENTED, call + " is not yet built.", "Use a later version."));
  }
}
