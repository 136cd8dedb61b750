package dev.parallelize.cli;

import dev.parallelize.server.AnalyzeTool;
import dev.parallelize.server.ClassifyTool;
import dev.parallelize.server.InvalidArgument;
import dev.parallelize.server.Tool;
import dev.parallelize.server.TransformTool;
import dev.parallelize.server.VerifyTool;
import dev.parallelize.workflow.AnalyzeAnswer;
import dev.parallelize.workflow.AnalyzeAnswer.Candidate;
import dev.parallelize.workflow.ClassifyAnswer;
import dev.parallelize.workflow.ClassifyAnswer.Classification;
import dev.parallelize.workflow.ErrorCode;
import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.TransformAnswer;
import dev.parallelize.workflow.VerifyAnswer;
import dev.parallelize.workflow.WorkflowError;
import dev.parallelize.workload.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The steps of {@code run}, each told as soon as it is done. */
final class WholeRun {
  private static final int MOST_REWRITES = 20;

  private final Console console;
  private final RunCommand options;
  private final Consumer<String> say;
  private final List<TransformAnswer> transforms = new ArrayList<>();
  private final Set<String> tried = new HashSet<>();

  WholeRun(Console console, RunCommand options, Consumer<String> say) {
    this.console = console;
    this.options = options;
    this.say = say;
  }

  /** Carries a call's error out of the steps. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient WorkflowError error;

    Stopped(WorkflowError error) {
      super(error.message(), null, false, false);
      this.error = error;
    }
  }

  Outcome<RunAnswer> run() {
    try {
      return new Outcome.Answered<>(steps(CurrentProgram.read(options.file, console)));
    } catch (Stopped e) {
      return new Outcome.Refused<>(e.error);
    } catch (InvalidArgument e) {
      return new Outcome.Refused<>(e.error());
    }
  }

  private RunAnswer steps(CurrentProgram original) {
    AnalyzeAnswer analysis = analyze(original);
    say.accept(RunText.heading(original.name(), analysis) + AnalyzeText.of(analysis));
    Optional<ClassifyAnswer> classes = classify(original, analysis);
    CurrentProgram current = original;
    Optional<CurrentProgram> next = rewriteNext(current, analysis, classes);
    while (next.isPresent()) {
      current = next.get();
      next = Optional.empty();
      if (options.all && options.candidate.isEmpty() && transforms.size() < MOST_REWRITES) {
        AnalyzeAnswer again = analyze(current);
        next = rewriteNext(current, again, classify(current, again));
      }
    }
    if (current == original) {
      say.accept(RunText.nothing(analysis, classes));
      return new RunAnswer(analysis, classes, transforms, Optional.empty(), Optional.empty());
    }
    VerifyAnswer verdict = verify(original, current);
    Optional<String> written =
        verdict.verdict() == VerifyAnswer.Verdict.EQUIVALENT ? write(current) : Optional.empty();
    say.accept(VerifyText.of(verdict) + "\n" + RunText.end(verdict, written));
    return new RunAnswer(analysis, classes, transforms, Optional.of(verdict), written);
  }

  private AnalyzeAnswer analyze(CurrentProgram program) {
    return answer(new AnalyzeTool(console.workflow()), call(program).with("limit", 1_000));
  }

  /** Classifies what may be rewritten; empty when there is nothing. */
  private Optional<ClassifyAnswer> classify(CurrentProgram program, AnalyzeAnswer analysis) {
    List<String> open =
        options
            .candidate
            .map(List::of)
            .orElseGet(
                () ->
                    analysis.candidates().stream()
                        .filter(c -> c.verdict() == Verdict.PARALLELIZABLE)
                        .map(Candidate::id)
                        .filter(id -> !tried.contains(id))
                        .toList());
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            answer(new ClassifyTool(console.workflow()), call(program).with("candidateIds", open)));
  }

  /** Rewrites the best candidate that can be; empty when there is none. */
  private Optional<CurrentProgram> rewriteNext(
      CurrentProgram program, AnalyzeAnswer analysis, Optional<ClassifyAnswer> classes) {
    for (Classification one : ranked(analysis, classes)) {
      tried.add(one.candidateId());
      say.accept(RunText.chosen(one));
      Optional<TransformAnswer> answer = transform(program, one.candidateId());
      answer.ifPresent(transforms::add);
      answer.ifPresent(a -> say.accept(TransformText.of(a) + "\n"));
      Optional<String> code = answer.flatMap(TransformAnswer::code);
      if (code.isPresent()) {
        return Optional.of(program.changed(code.get()));
      }
    }
    return Optional.empty();
  }

  /** The rewrite; empty when the strategy the user wants is not for this candidate, but may be for another. */
  private Optional<TransformAnswer> transform(CurrentProgram program, String candidateId) {
    ToolCall call = options.rewrite.addTo(call(program)).with("candidateId", candidateId);
    Outcome<TransformAnswer> outcome = call.answer(new TransformTool(console.workflow()));
    if (outcome instanceof Outcome.Answered<TransformAnswer> answered) {
      return Optional.of(answered.answer());
    }
    WorkflowError error = ((Outcome.Refused<TransformAnswer>) outcome).error();
    if (error.code() != ErrorCode.STRATEGY_NOT_APPLICABLE || options.candidate.isPresent()) {
      throw new Stopped(error);
    }
    say.accept(Texts.error(error) + "\n");
    return Optional.empty();
  }

  /** Those worth rewriting, in the order of the analysis; what the user named is always worth it. */
  private List<Classification> ranked(AnalyzeAnswer analysis, Optional<ClassifyAnswer> classes) {
    List<Classification> known = classes.map(ClassifyAnswer::classifications).orElse(List.of());
    if (options.candidate.isPresent()) {
      return known;
    }
    return analysis.candidates().stream()
        .flatMap(c -> known.stream().filter(k -> k.candidateId().equals(c.id())))
        .filter(k -> options.rewrite.strategy.isPresent() || isWorthIt(k))
        .toList();
  }

  private static boolean isWorthIt(Classification c) {
    return c.strategies().stream().anyMatch(s -> s.recommended() && s.applicable());
  }

  private VerifyAnswer verify(CurrentProgram original, CurrentProgram current) {
    ToolCall call =
        new ToolCall(console)
            .with(
                "original",
                original
                    .file()
                    .map(each -> Map.of("path", each.toString()))
                    .orElseGet(() -> Map.of("source", original.source().text())))
            .with("transformed", Map.of("source", current.source().text()));
    return answer(
        new VerifyTool(console.workflow()),
        options.verify.addTo(options.program.addTo(call), options.program));
  }

  private Optional<String> write(CurrentProgram current) {
    Optional<Path> target =
        options.output.or(() -> options.write ? current.file() : Optional.empty());
    target.ifPresent(
        t -> {
          if (!current.writeTo(t)) {
            throw new Stopped(
                WorkflowError.of(
                    ErrorCode.NOT_FOUND,
                    "'" + t + "' cannot be written.",
                    "Check the folder and its permissions."));
          }
        });
    return target.map(Path::toString);
  }

  private ToolCall call(CurrentProgram program) {
    return options.program.addTo(program.addTo(new ToolCall(console, program.workspace())));
  }

  private static <A> A answer(Tool<A> tool, ToolCall call) {
    Outcome<A> outcome = call.answer(tool);
    if (outcome instanceof Outcome.Answered<A> answered) {
      return answered.answer();
    }
    throw new Stopped(((Outcome.Refused<A>) outcome).error());
  }
}
