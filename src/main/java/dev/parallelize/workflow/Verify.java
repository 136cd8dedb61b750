package dev.parallelize.workflow;

import dev.parallelize.verification.CheckStatus;
import dev.parallelize.verification.Neighbours;
import dev.parallelize.verification.RunRecord;
import dev.parallelize.verification.VerificationOptions;
import dev.parallelize.verification.VerificationReport;
import dev.parallelize.verification.VerificationRequest;
import dev.parallelize.verification.VerificationResult;
import dev.parallelize.verification.Verifier;
import dev.parallelize.verification.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Runs both programs and puts what was found into the contract's words. */
final class Verify {
  private final Supplier<Verifier> verifier;

  Verify(Supplier<Verifier> verifier) {
    this.verifier = verifier;
  }

  Outcome<VerifyAnswer> answer(
      VerifyRequest request, Progress progress, Cancellation cancellation) {
    VerificationResult result =
        verifier
            .get()
            .verify(
                new VerificationRequest(
                    request.original().source(),
                    request.transformed().source(),
                    request
                        .place()
                        .map(each -> Neighbours.of(each.root(), each.file()))
                        .orElse(Neighbours.NONE),
                    request.driver(),
                    List.of(),
                    options(request.options())),
                (done, total, message) ->
                    progress.report(total == 0 ? 0 : Math.min(1, (double) done / total), message),
                cancellation::requested);
    if (result instanceof VerificationReport report) {
      return new Outcome.Answered<>(answer(report));
    } else if (result instanceof VerificationResult.SandboxUnavailable no) {
      return refused(ErrorCode.SANDBOX_UNAVAILABLE, no.cause(), no.fix());
    } else if (result instanceof VerificationResult.NoInterpreter no) {
      return refused(
          ErrorCode.NO_INTERPRETER,
          no.message(),
          "Install Python 3, or name one with options.python.");
    }
    return refused(ErrorCode.CANCELLED, "The verification was cancelled.", "Send it again.");
  }

  private static Outcome<VerifyAnswer> refused(ErrorCode code, String message, String hint) {
    return new Outcome.Refused<>(WorkflowError.of(code, message, hint));
  }

  private static VerificationOptions options(VerifyRequest.Options asked) {
    VerificationOptions usual = VerificationOptions.USUAL;
    return new VerificationOptions(
        asked.repeats(),
        asked.workers().isEmpty() ? usual.workers() : asked.workers(),
        asked.startMethods().isEmpty() ? usual.startMethods() : asked.startMethods(),
        asked.seeds().isEmpty() ? usual.seeds() : asked.seeds(),
        new dev.parallelize.verification.Tolerance(
            asked.tolerance().relative(), asked.tolerance().absolute()),
        asked
            .timeoutSeconds()
            .map(s -> OptionalInt.of((int) Math.ceil(s)))
            .orElse(OptionalInt.empty()),
        asked.memoryBytes().map(OptionalLong::of).orElse(OptionalLong.empty()),
        asked.python());
  }

  private static VerifyAnswer answer(VerificationReport report) {
    return new VerifyAnswer(
        VerifyAnswer.Verdict.valueOf(report.verdict().name()),
        report.summary(),
        report.checklist().stream().map(Verify::item).toList(),
        report.differences().stream()
            .map(
                d ->
                    new VerifyAnswer.Difference(
                        d.path() + (d.run().isEmpty() ? "" : " (" + d.run() + ")"),
                        d.original(),
                        d.transformed()))
            .toList(),
        report.runs().stream().map(r -> run(r, report.sandbox())).toList(),
        report
            .speedup()
            .map(
                s ->
                    new VerifyAnswer.Speedup(
                        s.sequentialSeconds(),
                        s.parallelSeconds(),
                        s.ratio(),
                        s.low(),
                        s.high(),
                        s.workers(),
                        s.candidateShare().isPresent()
                            ? Optional.of(s.candidateShare().getAsDouble())
                            : Optional.empty(),
                        s.projected().stream()
                            .map(p -> new VerifyAnswer.Projection(p.workers(), p.ratio()))
                            .toList(),
                        s.breakEvenItems().isPresent()
                            ? Optional.of(s.breakEvenItems().getAsLong())
                            : Optional.empty())));
  }

  private static ChecklistItem item(dev.parallelize.verification.ChecklistItem item) {
    String name = item.item().replace('-', '_').toUpperCase(Locale.ROOT);
    return new ChecklistItem(
        ChecklistItem.Item.valueOf(name), status(item.status()), item.evidence());
  }

  private static ChecklistItem.Status status(CheckStatus status) {
    return switch (status) {
      case PASS -> ChecklistItem.Status.PASS;
      case FAIL -> ChecklistItem.Status.FAIL;
      case UNKNOWN -> ChecklistItem.Status.UNKNOWN;
    };
  }

  private static VerifyAnswer.Run run(RunRecord run, String sandbox) {
    return new VerifyAnswer.Run(
        run.version() == Version.ORIGINAL
            ? VerifyAnswer.Program.ORIGINAL
            : VerifyAnswer.Program.TRANSFORMED,
        run.purpose() + ": " + run.outcome(),
        run.seconds(),
        run.cpuSeconds(),
        run.exitStatus().isPresent() ? Optional.of(run.exitStatus().getAsInt()) : Optional.empty(),
        run.workers().isPresent() ? Optional.of(run.workers().getAsInt()) : Optional.empty(),
        run.startMethod(),
        sandbox);
  }
}
