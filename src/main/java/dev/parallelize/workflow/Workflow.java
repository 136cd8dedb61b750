package dev.parallelize.workflow;

/** The four calls. Nothing is kept between them, so any instance can answer any call. */
public interface Workflow {
  /** Finds what might run in parallel and says what stands in the way. */
  Outcome<AnalyzeAnswer> analyze(AnalyzeRequest request);

  /** Says what the time goes into and ranks strategies; runs the program when the request has a driver. */
  Outcome<ClassifyAnswer> classify(
      ClassifyRequest request, Progress progress, Cancellation cancellation);

  /** Rewrites one candidate, or refuses with the reasons. */
  Outcome<TransformAnswer> transform(TransformRequest request);

  /** Runs the original and the rewritten program and compares them. */
  Outcome<VerifyAnswer> verify(VerifyRequest request, Progress progress, Cancellation cancellation);
}
