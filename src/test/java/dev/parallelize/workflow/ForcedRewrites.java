package dev.parallelize.workflow;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.dependence.Candidates;
import dev.parallelize.dependence.LoopModel;
import dev.parallelize.dependence.LoopModels;
import dev.parallelize.library.Knowledge;
import dev.parallelize.rewrite.RewriteResult;
import dev.parallelize.rewrite.Rewriters;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Assumptions;
import dev.parallelize.semantics.CallGraph;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Edits;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.Decision;
import dev.parallelize.strategy.Environment;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.Strategies;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workload.Classification;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Occasion;
import dev.parallelize.workload.Verdict;
import dev.parallelize.workload.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/**
 * Rewrites all candidates of one text that are called parallelizable, whether it pays or not: what is
 * put to the test is the verdict. Candidates that do not stand in each other go into one new text.
 */
final class ForcedRewrites {
  /** On a machine as slow as this no work is too small for a worker. */
  private static final double SLOWNESS = 1e4;

  private static final Pattern DEFINITION = Pattern.compile("(?m)^ *def (\\w+)\\(");

  private final String strategy;
  private final IntSupplier numbers;
  private final Environment machine;

  /**
   * @param numbers gives each rewritten candidate a number, which stands in the new text as the bound
   *     on its workers
   */
  ForcedRewrites(String strategy, IntSupplier numbers) {
    boolean threads = strategy.equals("thread-pool");
    PythonVersion version = new PythonVersion(threads ? 13 : 11, threads);
    this.strategy = strategy;
    this.numbers = numbers;
    this.machine = new Environment(2, 8L << 30, false, Set.of(), version);
  }

  /** One candidate in a new text. */
  record Rewritten(int number, String candidate, int line) {}

  /** A new text, with the candidates that were rewritten in it. */
  record Version(String text, List<Rewritten> candidates) {}

  /**
   * What came of one text.
   *
   * @param impossible why candidates called parallelizable could not be rewritten, by their ids
   */
  record Result(List<Version> versions, Map<String, String> impossible) {}

  /** The edits of one candidate. */
  private record Change(Rewritten about, Span place, List<Edit> edits) {}

  Result of(String text, List<Judgement> judgements) {
    Map<String, String> impossible = new HashMap<>();
    List<Change> left = new ArrayList<>();
    for (Judgement judgement : judgements) {
      if (judgement.verdict() == Verdict.PARALLELIZABLE) {
        change(judgement, impossible).ifPresent(left::add);
      }
    }
    List<Version> versions = new ArrayList<>();
    while (!left.isEmpty()) {
      versions.add(version(PythonSource.of(text), left));
    }
    return new Result(List.copyOf(versions), impossible);
  }

  private Optional<Change> change(Judgement judgement, Map<String, String> impossible) {
    String id = judgement.candidate().id();
    int number = numbers.getAsInt();
    Options options =
        new Options(
            Optional.of(number),
            Optional.empty(),
            Optional.empty(),
            Options.OnError.RAISE,
            Options.AsyncBoundary.FACADE,
            false);
    Decision decision =
        Strategies.named(strategy).orElseThrow().decide(judgement, machine, options);
    if (!(decision instanceof Decision.Applies applies)) {
      impossible.put(id, decision.reason());
      return Optional.empty();
    }
    RewriteResult result = Rewriters.rewrite(judgement, applies.plan(), options, machine.target());
    if (result instanceof RewriteResult.Rewritten rewritten) {
      int line = judgement.program().line(judgement.candidate().node());
      return Optional.of(
          new Change(
              new Rewritten(number, id, line),
              place(judgement.candidate().statement().span(), rewritten.rewrite().edits()),
              rewritten.rewrite().edits()));
    }
    impossible.put(
        id,
        result instanceof RewriteResult.Impossible reason
            ? reason.reason()
            : "the text has to be prepared first");
    return Optional.empty();
  }

  /** The statement, and the lines around it that get another indentation with it. */
  private static Span place(Span statement, List<Edit> edits) {
    int start = statement.start();
    int end = statement.end();
    for (Edit edit : edits) {
      boolean indents = edit.replacement().isBlank() && !edit.replacement().contains("\n");
      if (indents) {
        start = Math.min(start, edit.span().start());
        end = Math.max(end, edit.span().end());
      }
    }
    return new Span(start, end);
  }

  /** Takes from those left as many as get along with each other. */
  private static Version version(PythonSource source, List<Change> left) {
    List<Edit> together = new ArrayList<>();
    List<Rewritten> done = new ArrayList<>();
    Set<String> defined = new HashSet<>();
    List<Span> places = new ArrayList<>();
    for (Change change : List.copyOf(left)) {
      Set<String> own = new HashSet<>();
      change.edits().forEach(e -> own.addAll(definitions(e)));
      List<Edit> fresh = change.edits().stream().filter(e -> !together.contains(e)).toList();
      boolean apart =
          own.stream().noneMatch(defined::contains)
              && places.stream().noneMatch(p -> overlap(p, change.place()))
              && fresh.stream().allMatch(e -> together.stream().noneMatch(o -> meet(e, o)));
      if (apart) {
        defined.addAll(own);
        places.add(change.place());
        together.addAll(fresh);
        done.add(change.about());
        left.remove(change);
      }
    }
    return new Version(Edits.apply(source, together).text(), List.copyOf(done));
  }

  private static List<String> definitions(Edit edit) {
    return DEFINITION.matcher(edit.replacement()).results().map(m -> m.group(1)).toList();
  }

  private static boolean meet(Edit one, Edit other) {
    Span a = one.span();
    Span b = other.span();
    boolean insertions = a.start() == a.end() && b.start() == b.end();
    return insertions
        ? a.start() == b.start() && definitions(one).isEmpty() != definitions(other).isEmpty()
        : overlap(a, b);
  }

  private static boolean overlap(Span a, Span b) {
    return a.start() < b.end() && b.start() < a.end();
  }

  /** Every candidate of a text as it would be judged if no work were too small for a worker. */
  static List<Judgement> judged(String text) {
    if (!(PythonParser.parse(PythonSource.of(text), PythonVersion.LATEST)
        instanceof ParseResult.Parsed parsed)) {
      return List.of();
    }
    Program program = Analysis.analyze(parsed.tree(), Knowledge.standard(), Assumptions.none());
    CostModel costs = new CostModel(program, SLOWNESS);
    LoopModels models = new LoopModels(program, costs);
    CallGraph calls = new CallGraph(program, costs);
    return Candidates.of(program, costs).stream()
        .map(c -> judged(program, calls, c, models.of(c)))
        .toList();
  }

  private static Judgement judged(
      Program program, CallGraph calls, Candidate candidate, LoopModel model) {
    Scope frame = candidate.frame();
    boolean recursive = calls.reaches(frame, candidate.statement(), frame);
    return new Judgement(
        program,
        candidate,
        model,
        List.of(),
        model.standing() == LoopModel.Standing.PROVED ? Verdict.PARALLELIZABLE : Verdict.SEQUENTIAL,
        new Classification(Workload.CPU_BOUND, 1, List.of()),
        new Occasion(recursive, false, calls.runsInWorker(frame), 1, 1),
        Optional.empty());
  }
}
