package dev.parallelize.workflow;

import dev.parallelize.source.Position;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.Decision;
import dev.parallelize.strategy.Environment;
import dev.parallelize.strategy.Options;
import dev.parallelize.verification.CandidateProfile;
import dev.parallelize.verification.CandidateRange;
import dev.parallelize.verification.Neighbours;
import dev.parallelize.verification.ProfileRequest;
import dev.parallelize.verification.ProfileResult;
import dev.parallelize.verification.Profiler;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Says what the time goes into and ranks strategies. */
final class Classify {
  private final Surroundings surroundings;
  private final Supplier<Profiler> profiler;

  private final JudgedPrograms programs;

  Classify(Surroundings surroundings, Supplier<Profiler> profiler, JudgedPrograms programs) {
    this.surroundings = surroundings;
    this.profiler = profiler;
    this.programs = programs;
  }

  Outcome<ClassifyAnswer> answer(
      ClassifyRequest request, Progress progress, Cancellation cancellation) {
    return programs.lend(loan -> answer(request, loan, progress, cancellation));
  }

  private Outcome<ClassifyAnswer> answer(
      ClassifyRequest request,
      JudgedPrograms.Loan loan,
      Progress progress,
      Cancellation cancellation) {
    Environment environment =
        surroundings.environment(request.environment(), request.targetPython());
    Outcome<Judged> outcome =
        loan.judged(request.program(), environment.target(), request.assumptions());
    if (outcome instanceof Outcome.Refused<Judged> refused) {
      return new Outcome.Refused<>(refused.error());
    }
    Judged judged = ((Outcome.Answered<Judged>) outcome).answer();
    List<Judgement> wanted = new ArrayList<>();
    for (String id : request.candidateIds()) {
      Optional<Judgement> found = judged.candidate(id);
      if (found.isEmpty()) {
        return new Outcome.Refused<>(judged.unknown(id));
      }
      wanted.add(found.get());
    }
    if (request.candidateIds().isEmpty()) {
      judged.judgements().stream()
          .filter(j -> j.verdict() != Verdict.SEQUENTIAL)
          .forEach(wanted::add);
    }
    List<CandidateProfile> profiles = List.of();
    if (request.driver().isPresent()) {
      progress.report(0.1, "running the program to measure it");
      Outcome<List<CandidateProfile>> measured = measure(request, wanted, cancellation);
      if (measured instanceof Outcome.Refused<List<CandidateProfile>> refused) {
        return new Outcome.Refused<>(refused.error());
      }
      profiles = ((Outcome.Answered<List<CandidateProfile>>) measured).answer();
    }
    List<CandidateProfile> found = profiles;
    return Judged.onDeepStack(
        () ->
            new Outcome.Answered<>(
                new ClassifyAnswer(
                    wanted.stream().map(j -> classification(j, environment, found)).toList())));
  }

  private Outcome<List<CandidateProfile>> measure(
      ClassifyRequest request, List<Judgement> wanted, Cancellation cancellation) {
    ProfileResult result =
        profiler
            .get()
            .profile(
                new ProfileRequest(
                    request.program().source(),
                    request
                        .place()
                        .map(each -> Neighbours.of(each.root(), each.file()))
                        .orElse(Neighbours.NONE),
                    request.driver(),
                    wanted.stream().map(Classify::range).toList(),
                    Optional.empty(),
                    Optional.empty()),
                cancellation::requested);
    if (result instanceof ProfileResult.Profile profile) {
      return new Outcome.Answered<>(profile.profiles());
    } else if (result instanceof ProfileResult.NotMeasured not) {
      return new Outcome.Refused<>(
          WorkflowError.of(
              ErrorCode.TIMEOUT,
              "The program could not be measured: " + not.reason(),
              "Send a shorter driver, or leave it out to classify from the text."));
    } else if (result instanceof ProfileResult.SandboxUnavailable no) {
      return new Outcome.Refused<>(
          WorkflowError.of(ErrorCode.SANDBOX_UNAVAILABLE, no.cause(), no.fix()));
    } else if (result instanceof ProfileResult.NoInterpreter no) {
      return new Outcome.Refused<>(
          WorkflowError.of(ErrorCode.NO_INTERPRETER, no.message(), "Install Python 3."));
    }
    return new Outcome.Refused<>(
        WorkflowError.of(ErrorCode.CANCELLED, "The call was cancelled.", "Send it again."));
  }

  private static CandidateRange range(Judgement judgement) {
    PythonSource source = judgement.program().tree().source();
    Span span = judgement.candidate().span();
    Position start = source.position(span.start());
    Position end = source.position(span.end());
    return new CandidateRange(
        judgement.candidate().id(), start.line(), start.column(), end.line(), end.column());
  }

  private static ClassifyAnswer.Classification classification(
      Judgement judgement, Environment environment, List<CandidateProfile> profiles) {
    List<Choice> choices = Choice.of(judgement, environment, Options.DEFAULT);
    Optional<ClassifyAnswer.Measured> measured =
        profiles.stream()
            .filter(p -> p.id().equals(judgement.candidate().id()))
            .findFirst()
            .map(
                p ->
                    new ClassifyAnswer.Measured(
                        p.iterations(), p.wallSeconds(), p.cpuSeconds(), p.shareOfProgram()));
    return new ClassifyAnswer.Classification(
        judgement.candidate().id(),
        judgement.classification().workload(),
        judgement.classification().confidence(),
        judgement.classification().evidence(),
        DecisionPath.of(judgement, choices),
        measured,
        choices.stream().map(Classify::ranked).toList());
  }

  private static ClassifyAnswer.RankedStrategy ranked(Choice choice) {
    List<String> requires =
        choice.decision() instanceof Decision.Applies a ? a.requires() : List.of();
    List<String> caveats =
        choice.decision() instanceof Decision.Applies a ? a.caveats() : List.of();
    return new ClassifyAnswer.RankedStrategy(
        choice.id(),
        choice.recommended(),
        choice.applies(),
        choice.decision().reason(),
        requires,
        choice.expected(),
        caveats);
  }
}
