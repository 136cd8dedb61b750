package dev.parallelize.workflow;

import dev.parallelize.dependence.Construct;
import dev.parallelize.dependence.LoopModel;
import dev.parallelize.hazard.Hazard;
import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Position;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import dev.parallelize.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what might run in parallel and says what stands in the way. */
final class Analyze {
  private static final int PAGE = 50;

  private final JudgedPrograms programs;

  Analyze(JudgedPrograms programs) {
    this.programs = programs;
  }

  /** Files of a folder are not kept: there are many, and the next call is about one of them. */
  Outcome<AnalyzeAnswer> answer(AnalyzeRequest request) {
    return request.folder().isPresent()
        ? answer(request, Judged::of)
        : programs.lend(loan -> answer(request, loan::judged));
  }

  private interface Judging {
    Outcome<Judged> judged(ProgramText program, PythonVersion target, List<Assumption> assumptions);
  }

  private static Outcome<AnalyzeAnswer> answer(AnalyzeRequest request, Judging judging) {
    PythonVersion target = request.targetPython().orElse(PythonVersion.LATEST);
    List<AnalyzeAnswer.Candidate> found = new ArrayList<>();
    List<AnalyzeAnswer.SkippedFile> skipped = new ArrayList<>();
    boolean folder = request.folder().isPresent();
    for (ProgramText program : request.programs()) {
      Outcome<Judged> outcome = judging.judged(program, target, request.assumptions());
      if (outcome instanceof Outcome.Refused<Judged> refused) {
        if (!folder) {
          return new Outcome.Refused<>(refused.error());
        }
        skipped.add(new AnalyzeAnswer.SkippedFile(program.path().orElse(""), refused.error()));
        continue;
      }
      Judged judged = ((Outcome.Answered<Judged>) outcome).answer();
      for (Judgement judgement : judged.judgements()) {
        if (request.focus().map(f -> isIn(judgement, f)).orElse(true)) {
          found.add(candidate(judgement, program, folder, request.detail()));
        }
      }
    }
    return page(request, found, skipped);
  }

  private static Outcome<AnalyzeAnswer> page(
      AnalyzeRequest request,
      List<AnalyzeAnswer.Candidate> found,
      List<AnalyzeAnswer.SkippedFile> skipped) {
    int from;
    try {
      from = request.cursor().map(Integer::parseInt).orElse(0);
    } catch (NumberFormatException e) {
      from = -1;
    }
    if (from < 0 || from > found.size()) {
      return new Outcome.Refused<>(
          WorkflowError.of(
              ErrorCode.INVALID_ARGUMENT,
              "The cursor `" + request.cursor().orElse("") + "` is none that this server gave.",
              "Leave cursor out to start from the first page."));
    }
    int to = Math.min(found.size(), from + request.limit().orElse(PAGE));
    Optional<String> next =
        to < found.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
    return new Outcome.Answered<>(
        new AnalyzeAnswer(found.subList(from, to), found.size(), next, skipped));
  }

  private static boolean isIn(Judgement judgement, AnalyzeRequest.Focus focus) {
    if (focus instanceof AnalyzeRequest.Focus.Function function) {
      String name = functionOf(judgement);
      return name.equals(function.name()) || name.startsWith(function.name() + ".");
    }
    AnalyzeRequest.Focus.Lines lines = (AnalyzeRequest.Focus.Lines) focus;
    Span span = judgement.candidate().span();
    PythonSource source = judgement.program().tree().source();
    return source.line(span.start()) <= lines.endLine()
        && source.line(Math.max(span.start(), span.end() - 1)) >= lines.startLine();
  }

  private static String functionOf(Judgement judgement) {
    Scope scope = judgement.candidate().scope();
    while (scope.kind() == Scope.Kind.LAMBDA || scope.kind() == Scope.Kind.COMPREHENSION) {
      scope = scope.parent().orElseThrow();
    }
    return scope.qualifiedName().isEmpty() ? "<module>" : scope.qualifiedName();
  }

  private static AnalyzeAnswer.Candidate candidate(
      Judgement judgement, ProgramText program, boolean folder, AnalyzeRequest.Detail detail) {
    String prefix = folder ? program.path().map(p -> p + ":").orElse("") : "";
    boolean full = detail == AnalyzeRequest.Detail.FULL;
    List<Hazard> hazards =
        judgement.hazards().stream()
            .filter(h -> full || h.severity() != Hazard.Severity.ADVICE)
            .limit(full ? 100 : 6)
            .toList();
    LoopModel.DataFlow flow = judgement.planned().model().dataFlow();
    return new AnalyzeAnswer.Candidate(
        prefix + judgement.candidate().id(),
        judgement.candidate().construct(),
        location(judgement, program),
        judgement.verdict(),
        hazards,
        new AnalyzeAnswer.Dataflow(
            flow.iterationVariables(),
            flow.reads(),
            flow.captures(),
            flow.results().stream()
                .map(r -> new AnalyzeAnswer.Result(r.name(), r.shape()))
                .toList()),
        indicator(judgement),
        summary(judgement));
  }

  private static AnalyzeAnswer.Location location(Judgement judgement, ProgramText program) {
    PythonSource source = judgement.program().tree().source();
    Span span = judgement.candidate().span();
    Position start = source.position(span.start());
    Position end = source.position(span.end());
    return new AnalyzeAnswer.Location(
        program.path(),
        functionOf(judgement),
        start.line(),
        start.column(),
        end.line(),
        end.column());
  }

  /** The row of the skill's candidate table. */
  private static String indicator(Judgement judgement) {
    Workload workload = judgement.classification().workload();
    Construct construct = judgement.candidate().construct();
    if (construct == Construct.STATEMENTS) {
      return "independent calls one after the other";
    }
    if (construct == Construct.AWAIT_SEQUENCE) {
      return "awaits one after the other";
    }
    return switch (workload) {
      case IO_BOUND -> "a loop that waits for network, disk or another program";
      case MIXED -> "a loop that waits and computes";
      case DATA_PARALLEL -> "element-by-element work on arrays";
      case CPU_BOUND ->
          construct == Construct.FOR
              ? "a loop of costly independent iterations"
              : "a comprehension or map over a costly function";
      case TRIVIAL -> "a loop of tiny iterations";
      case UNKNOWN -> "a loop of unknown cost";
    };
  }

  private static String summary(Judgement judgement) {
    Verdict verdict = judgement.verdict();
    if (verdict == Verdict.SEQUENTIAL) {
      return judgement.hazards().isEmpty()
          ? "Must run in order."
          : "Must run in order: " + judgement.hazards().get(0).message();
    }
    String lead =
        switch (judgement.classification().workload()) {
          case TRIVIAL -> "Iterations are independent but too short to be worth workers.";
          case IO_BOUND -> "Iterations can wait side by side.";
          case MIXED -> "Waiting and computing of the iterations can overlap.";
          case DATA_PARALLEL -> "Works on whole arrays at once.";
          case CPU_BOUND, UNKNOWN -> "The costly part of each iteration can run on its own core.";
        };
    return verdict == Verdict.CONDITIONAL
        ? lead + " This holds if the listed assumptions do."
        : lead;
  }
}
