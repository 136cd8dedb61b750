package dev.parallelize.server;

import dev.parallelize.workflow.AnalyzeAnswer;
import dev.parallelize.workflow.AnalyzeRequest;
import dev.parallelize.workflow.Cancellation;
import dev.parallelize.workflow.ClassifyAnswer;
import dev.parallelize.workflow.ClassifyRequest;
import dev.parallelize.workflow.ErrorCode;
import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.Progress;
import dev.parallelize.workflow.TransformAnswer;
import dev.parallelize.workflow.TransformRequest;
import dev.parallelize.workflow.VerifyAnswer;
import dev.parallelize.workflow.VerifyRequest;
import dev.parallelize.workflow.Workflow;
import dev.parallelize.workflow.WorkflowError;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does what a test of a transport says, where the real calls would have to be made to fail, wait or stay silent. */
final class ScriptedWorkflow implements Workflow {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Outcome<?> answer = refused(ErrorCode.INTERNAL_ERROR, "no script");
  private volatile Error failure;
  private volatile List<Double> progress = List.of();
  private volatile boolean waits;
  private volatile String lastSource = "";

  void answerWith(ErrorCode code, String message) {
    answer = refused(code, message);
  }

  void answer(Outcome<?> outcome) {
    answer = outcome;
  }

  void fail(Error error) {
    failure = error;
  }

  void reportProgress(List<Double> fractions) {
    progress = fractions;
  }

  void waitUntilCancelled() {
    waits = true;
  }

  String lastSource() {
    return lastSource;
  }

  boolean awaitStart() throws InterruptedException {
    return started.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  boolean awaitEnd() throws InterruptedException {
    return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public Outcome<AnalyzeAnswer> analyze(AnalyzeRequest request) {
    lastSource = request.programs().get(0).source().text();
    return play(Progress.SILENT, Cancellation.NEVER);
  }

  @Override
  public Outcome<ClassifyAnswer> classify(
      ClassifyRequest request, Progress heard, Cancellation cancellation) {
    return play(heard, cancellation);
  }

  @Override
  public Outcome<TransformAnswer> transform(TransformRequest request) {
    return play(Progress.SILENT, Cancellation.NEVER);
  }

  @Override
  public Outcome<VerifyAnswer> verify(
      VerifyRequest request, Progress heard, Cancellation cancellation) {
    return play(heard, cancellation);
  }

  @SuppressWarnings("unchecked")
  private <T> Outcome<T> play(Progress heard, Cancellation cancellation) {
    started.countDown();
    try {
      for (double fraction : progress) {
        heard.report(fraction, "step");
        pause(Limits.PROGRESS_INTERVAL.toMillis() + 20);
      }
      while (waits && !cancellation.requested()) {
        pause(5);
      }
      if (failure != null) {
        throw failure;
      }
      return (Outcome<T>) answer;
    } finally {
      ended.countDown();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Outcome<?> refused(ErrorCode code, String message) {
    return new Outcome.Refused<>(WorkflowError.of(code, message, "Try again."));
  }
}
