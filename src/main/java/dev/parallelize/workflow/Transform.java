package dev.parallelize.workflow;

import dev.parallelize.hazard.Hazard;
import dev.parallelize.rewrite.Propagation;
import dev.parallelize.rewrite.Rewrite;
import dev.parallelize.rewrite.RewriteResult;
import dev.parallelize.rewrite.Rewriters;
import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.Edits;
import dev.parallelize.source.PythonSource;
import dev.parallelize.strategy.Decision;
import dev.parallelize.strategy.Environment;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.Ranking;
import dev.parallelize.strategy.Strategies;
import dev.parallelize.strategy.WholeColumns;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rewrites one candidate, or refuses with the reasons. */
final class Transform {
  /** Blocks may have to be split first, one after the other, and a main guard be added. */
  private static final int MOST_STEPS = 60;

  private final Surroundings surroundings;

  private final JudgedPrograms programs;

  Transform(Surroundings surroundings, JudgedPrograms programs) {
    this.surroundings = surroundings;
    this.programs = programs;
  }

  Outcome<TransformAnswer> answer(TransformRequest asked) {
    return programs.lend(loan -> answer(asked, loan));
  }

  private Outcome<TransformAnswer> answer(TransformRequest asked, JudgedPrograms.Loan loan) {
    TransformRequest request = asked;
    Optional<WorkflowError> unsupported = unsupported(request.options());
    if (unsupported.isPresent()) {
      return new Outcome.Refused<>(unsupported.get());
    }
    Environment environment =
        surroundings.environment(ClassifyRequest.TargetEnvironment.PROBED, request.targetPython());
    List<String> changes = new ArrayList<>();
    PythonSource source = request.program().source();
    for (int step = 0; step < MOST_STEPS; step++) {
      Outcome<Judged> outcome =
          loan.judged(
              request.program().withSource(source), environment.target(), request.assumptions());
      if (outcome instanceof Outcome.Refused<Judged> refused) {
        return new Outcome.Refused<>(refused.error());
      }
      Judged judged = ((Outcome.Answered<Judged>) outcome).answer();
      Optional<Judgement> found = judged.candidate(request.candidateId());
      if (found.isEmpty()) {
        return new Outcome.Refused<>(judged.unknown(request.candidateId()));
      }
      Outcome<Step> next = step(request, found.get(), environment);
      if (next instanceof Outcome.Refused<Step> refused) {
        return new Outcome.Refused<>(refused.error());
      }
      Step taken = ((Outcome.Answered<Step>) next).answer();
      if (taken.refusal().isPresent()) {
        return new Outcome.Answered<>(taken.refusal().get());
      }
      if (taken.result() instanceof RewriteResult.First first) {
        source = Edits.apply(source, first.edits());
        changes.add(first.change());
        request = first.renamed().map(request::of).orElse(request);
      } else if (taken.result() instanceof RewriteResult.Rewritten rewritten) {
        return propagated(
            request,
            found.get(),
            environment,
            finished(request, source, rewritten.rewrite(), taken, changes, environment));
      }
    }
    throw new IllegalStateException("a rewrite asked for more steps than any needs");
  }

  private record Step(
      String strategy,
      List<String> requires,
      List<String> caveats,
      RewriteResult result,
      Optional<TransformAnswer> refusal) {
    static Step refused(TransformAnswer answer) {
      return new Step(
          "", List.of(), List.of(), new RewriteResult.Impossible(""), Optional.of(answer));
    }
  }

  private static Outcome<Step> step(
      TransformRequest request, Judgement judgement, Environment environment) {
    return Judged.onDeepStack(() -> shallow(request, judgement, environment));
  }

  private static Outcome<Step> shallow(
      TransformRequest request, Judgement judgement, Environment environment) {
    if (request.strategy().filter("numpy-vectorize"::equals).isPresent()
        && WholeColumns.isRunningTotal(judgement)) {
      return chosen(request, WholeColumns.better(judgement), environment);
    }
    return judgement.verdict() == Verdict.PARALLELIZABLE
        ? chosen(request, judgement, environment)
        : new Outcome.Answered<>(Step.refused(refusal(request, judgement)));
  }

  private static Outcome<Step> chosen(
      TransformRequest request, Judgement judgement, Environment environment) {
    Environment there = request.strategy().isPresent() ? environment.equipped() : environment;
    List<Choice> choices = Choice.of(judgement, there, request.options());
    Optional<Choice> choice =
        request.strategy().isPresent()
            ? choices.stream().filter(c -> c.id().equals(request.strategy().get())).findFirst()
            : choices.stream().filter(Choice::recommended).findFirst();
    if (choice.isEmpty()) {
      return request.strategy().isPresent()
          ? new Outcome.Refused<>(unknownStrategy(request.strategy().get(), choices))
          : new Outcome.Answered<>(Step.refused(notWorthIt(judgement, choices)));
    }
    if (!(choice.get().decision() instanceof Decision.Applies applies)) {
      return new Outcome.Refused<>(
          WorkflowError.of(
              ErrorCode.STRATEGY_NOT_APPLICABLE,
              "`"
                  + choice.get().id()
                  + "` cannot be used on this candidate: "
                  + choice.get().decision().reason()
                  + ".",
              "Call classify to see which strategies apply."));
    }
    return new Outcome.Answered<>(
        new Step(
            choice.get().id(),
            applies.requires(),
            applies.caveats(),
            Rewriters.rewrite(judgement, applies.plan(), request.options(), environment.target()),
            Optional.empty()));
  }

  private static WorkflowError unknownStrategy(String id, List<Choice> choices) {
    return WorkflowError.of(
        ErrorCode.STRATEGY_NOT_APPLICABLE,
        "There is no strategy `" + id + "` that could be used here.",
        "Strategies are: " + String.join(", ", choices.stream().map(Choice::id).toList()) + ".");
  }

  private static Optional<WorkflowError> unsupported(Options options) {
    String name = "";
    if (options.maxWorkers().filter(n -> n < 1).isPresent()) {
      name = "maxWorkers";
    } else if (options.chunkSize().filter(n -> n < 1).isPresent()) {
      name = "chunkSize";
    } else if (options.sequentialBelow().filter(n -> n < 0).isPresent()) {
      name = "sequentialBelow";
    }
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            WorkflowError.of(
                ErrorCode.INVALID_ARGUMENT,
                name + " has to be a positive number.",
                "Leave the option out, or give another number."));
  }

  private static TransformAnswer refusal(TransformRequest request, Judgement judgement) {
    List<String> help = new ArrayList<>();
    for (Hazard hazard : judgement.hazards()) {
      hazard
          .assumption()
          .ifPresent(
              a ->
                  help.add(
                      "If you can vouch for it, send the assumption {\"kind\": \""
                          + a.kind()
                          + "\", \"target\": \""
                          + a.target()
                          + "\"}."));
      if (hazard.severity() == Hazard.Severity.BLOCKING) {
        help.add(Remedies.of(hazard));
      }
    }
    if (WholeColumns.isRunningTotal(judgement)) {
      help.add(
          "NumPy computes this running total in the same order: ask for `numpy-vectorize` by name.");
    }
    return refused(request.strategy(), judgement.hazards(), help.stream().distinct().toList());
  }

  private static TransformAnswer notWorthIt(Judgement judgement, List<Choice> choices) {
    List<String> help = new ArrayList<>();
    choices.stream()
        .filter(Choice::applies)
        .map(
            c ->
                "Ask for `"
                    + c.id()
                    + "` by name to get it all the same; about "
                    + c.expected().map(e -> e.likely()).orElse(1.0)
                    + " times the speed is expected.")
        .forEach(help::add);
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    choices.stream()
        .filter(c -> !c.applies() && Ranking.isPreferred(judgement, c.id()))
        .forEach(
            c ->
                reasons
                    .computeIfAbsent(c.decision().reason(), r -> new ArrayList<>())
                    .add("`" + c.id() + "`"));
    reasons.forEach((reason, ids) -> help.add(String.join(", ", ids) + ": " + reason + "."));
    help.add("Call classify to see why no other strategy applies.");
    return refused(Optional.empty(), judgement.hazards(), help);
  }

  private static TransformAnswer refused(
      Optional<String> strategy, List<Hazard> hazards, List<String> help) {
    return new TransformAnswer(
        TransformAnswer.Status.REFUSED,
        Optional.empty(),
        Optional.empty(),
        strategy,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        hazards,
        help);
  }

  private static Outcome<TransformAnswer> finished(
      TransformRequest request,
      PythonSource source,
      Rewrite rewrite,
      Step step,
      List<String> before,
      Environment environment) {
    PythonSource result = Edits.apply(source, rewrite.edits());
    if (PythonParser.parse(result, environment.target()) instanceof ParseResult.Rejected rejected) {
      throw new IllegalStateException(
          "the rewrite is not valid Python: " + rejected.problems().get(0));
    }
    List<String> changes = new ArrayList<>(before);
    changes.addAll(rewrite.changes());
    String name = request.program().path().orElse("program.py");
    List<String> requirements = new ArrayList<>(rewrite.requirements());
    step.requires().stream().filter(r -> !requirements.contains(r)).forEach(requirements::add);
    List<String> warnings = new ArrayList<>(rewrite.warnings());
    step.caveats().stream().filter(c -> !warnings.contains(c)).forEach(warnings::add);
    return new Outcome.Answered<>(
        new TransformAnswer(
            TransformAnswer.Status.TRANSFORMED,
            Optional.of(result.text()),
            Optional.of(Edits.unifiedDiff(name, request.program().source().text(), result.text())),
            Optional.of(step.strategy()),
            rewrite.imports(),
            requirements.stream()
                .map(r -> new TransformAnswer.Requirement(r, Optional.empty()))
                .toList(),
            changes,
            used(request, environment, step.strategy()),
            warnings,
            TextChecklist.of(rewrite, step.strategy()),
            List.of(),
            List.of()));
  }

  /** The answer whose callers are coroutines, too, where that is asked for. */
  private static Outcome<TransformAnswer> propagated(
      TransformRequest request,
      Judgement judgement,
      Environment environment,
      Outcome<TransformAnswer> outcome) {
    if (request.options().asyncBoundary() != Options.AsyncBoundary.PROPAGATE
        || !(outcome instanceof Outcome.Answered<TransformAnswer> answered)
        || answered.answer().code().isEmpty()) {
      return outcome;
    }
    TransformAnswer answer = answered.answer();
    ProgramText text = request.program().withSource(PythonSource.of(answer.code().get()));
    String function = judgement.candidate().frame().qualifiedName();
    return Judged.onDeepStack(
        () -> {
          Outcome<Program> program =
              Judged.analyzed(text, environment.target(), request.assumptions());
          RewriteResult result =
              Propagation.of(((Outcome.Answered<Program>) program).answer(), function);
          if (result instanceof RewriteResult.Rewritten rewritten) {
            return new Outcome.Answered<>(propagated(request, answer, text, rewritten.rewrite()));
          }
          return new Outcome.Refused<>(
              WorkflowError.of(
                  ErrorCode.STRATEGY_NOT_APPLICABLE,
                  "asyncBoundary cannot be `propagate` here: "
                      + ((RewriteResult.Impossible) result).reason()
                      + ".",
                  "Ask for `facade`, which keeps the functions as their callers know them."));
        });
  }

  private static TransformAnswer propagated(
      TransformRequest request, TransformAnswer answer, ProgramText text, Rewrite rewrite) {
    String code = Edits.apply(text.source(), rewrite.edits()).text();
    String name = request.program().path().orElse("program.py");
    List<String> changes = new ArrayList<>(answer.changes());
    changes.removeIf(c -> c.contains("keeps its signature"));
    changes.addAll(rewrite.changes());
    return new TransformAnswer(
        answer.status(),
        Optional.of(code),
        Optional.of(Edits.unifiedDiff(name, request.program().source().text(), code)),
        answer.strategy(),
        answer.imports(),
        answer.requirements(),
        changes,
        answer.assumptionsUsed(),
        answer.warnings(),
        answer.checklist(),
        answer.hazards(),
        answer.whatWouldHelp());
  }

  /** Those of the given assumptions without which the verdict would have been another. */
  private static List<Assumption> used(
      TransformRequest request, Environment environment, String strategy) {
    if (request.assumptions().isEmpty()) {
      return List.of();
    }
    Outcome<Judged> bare = Judged.of(request.program(), environment.target(), List.of());
    if (!(bare instanceof Outcome.Answered<Judged> answered)) {
      return List.of();
    }
    return answered
        .answer()
        .candidate(request.candidateId())
        .map(
            j ->
                Stream.concat(
                        j.hazards().stream().flatMap(h -> h.assumption().stream()),
                        regrouped(request, j, environment, strategy))
                    .filter(request.assumptions()::contains)
                    .distinct()
                    .toList())
        .orElse(List.of());
  }

  /** That sums may be regrouped, where the strategy does not apply without. */
  private static Stream<Assumption> regrouped(
      TransformRequest request, Judgement bare, Environment environment, String strategy) {
    boolean applies =
        Strategies.all().stream()
            .filter(s -> s.id().equals(strategy))
            .anyMatch(
                s -> s.decide(bare, environment, request.options()) instanceof Decision.Applies);
    return applies
        ? Stream.empty()
        : request.assumptions().stream().filter(a -> a.kind().equals("reassociable"));
  }
}
