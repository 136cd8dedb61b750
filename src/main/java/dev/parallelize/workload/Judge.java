package dev.parallelize.workload;

import dev.parallelize.dependence.Candidates;
import dev.parallelize.dependence.Construct;
import dev.parallelize.dependence.CountedWhile;
import dev.parallelize.dependence.Distribution;
import dev.parallelize.dependence.DrainedList;
import dev.parallelize.dependence.FlatNest;
import dev.parallelize.dependence.ForwardSubstitution;
import dev.parallelize.dependence.HandledApart;
import dev.parallelize.dependence.LoopModel;
import dev.parallelize.dependence.LoopModels;
import dev.parallelize.dependence.OwnConnection;
import dev.parallelize.dependence.PreparedItems;
import dev.parallelize.dependence.Progress;
import dev.parallelize.dependence.ScalarReplacement;
import dev.parallelize.dependence.SpelledOut;
import dev.parallelize.dependence.SunkValues;
import dev.parallelize.dependence.TakenGroups;
import dev.parallelize.dependence.WithOutline;
import dev.parallelize.dependence.WithSplit;
import dev.parallelize.hazard.Hazards;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.CallGraph;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.Edits;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges every candidate of a program. */
public final class Judge {
  /** Splitting loops means to analyze the whole file again, once for each loop: more often in short files. */
  private static final int MOST_SPLITS = 6;

  private static final int MOST_SPLIT_CHARACTERS = 120_000;

  /** The same for those that turn out to be of no use. */
  private static final int MOST_TRIES = 40;

  /** Steps of {@link Program#effort} that all tries of a file may take together, once the first few are made. */
  private static final long MOST_EFFORT = 1_000_000;

  private static final int FREE_TRIES = 3;

  /** The share of an iteration's work above which it is as good as all of it. */
  private static final double LARGE_PART = 0.8;

  private static final int LONGEST_TO_SPLIT = 60_000;

  private final Program program;
  private final LoopModels models;
  private final CallGraph calls;
  private final CostModel costs;
  private int tries;
  private long effort;

  private Judge(Program program) {
    this.program = program;
    this.costs = new CostModel(program);
    this.models = new LoopModels(program, costs);
    this.calls = new CallGraph(program, costs);
  }

  /** All candidates, those most worth a rewrite first. */
  public static List<Judgement> judge(Program program) {
    return new Judge(program).all();
  }

  private List<Judgement> all() {
    List<LoopModel> loops = Candidates.of(program, costs).stream().map(models::of).toList();
    List<Judgement> judged = new ArrayList<>();
    int splits = 0;
    int length = program.tree().source().text().length();
    int most = Math.max(MOST_SPLITS, MOST_SPLIT_CHARACTERS / Math.max(1_000, length));
    for (LoopModel model : loops) {
      Optional<Distributed> split =
          splits >= most
              ? Optional.empty()
              : isWorthSplitting(model)
                  ? distributed(model, loops)
                  : combined(model).or(() -> unconditional(model)).or(() -> enlarged(model));
      splits += split.isPresent() ? 1 : 0;
      judged.add(judge(model, split));
    }
    judged.sort(Comparator.comparingDouble(Judge::rank));
    return List.copyOf(judged);
  }

  private boolean isWorthSplitting(LoopModel model) {
    return (model.standing() == LoopModel.Standing.BLOCKED || model.fission().isEmpty())
        && isSplittable(model);
  }

  private boolean isSplittable(LoopModel model) {
    return (model.candidate().node() instanceof Statement.For
            || model.candidate().node() instanceof Statement.While
            || model.candidate().construct() == Construct.MAP_CALL
            || model.candidate().construct() == Construct.COMPREHENSION)
        && !model.itemCost().isTrivial()
        && program.settled()
        && program.tree().source().text().length() < LONGEST_TO_SPLIT;
  }

  /** The candidate in the text whose inner loops are split, if it can run in parallel there. */
  private Optional<Distributed> distributed(LoopModel outer, List<LoopModel> loops) {
    if (outer.candidate().construct() == Construct.MAP_CALL) {
      return SpelledOut.change(program, outer.candidate()).flatMap(d -> changed(outer, d));
    } else if (outer.candidate().node() instanceof Statement.While) {
      return CountedWhile.of(program, costs, outer.candidate())
          .or(() -> DrainedList.of(program, costs, outer.candidate()))
          .flatMap(d -> changed(outer, d));
    }
    return Progress.outermost(program, outer.candidate())
        .or(() -> TakenGroups.of(program, outer.candidate()))
        .or(() -> SunkValues.of(program, outer.candidate()))
        .or(() -> FlatNest.of(program, costs, outer.candidate()))
        .flatMap(d -> changed(outer, d))
        .or(() -> WithSplit.of(program, outer.candidate()).flatMap(d -> changed(outer, d)))
        .or(() -> WithOutline.of(program, outer.candidate()).flatMap(d -> changed(outer, d)))
        .or(() -> OwnConnection.of(program, outer.candidate()).flatMap(d -> changed(outer, d)))
        .or(
            () ->
                ForwardSubstitution.of(program, costs, outer.candidate())
                    .flatMap(d -> changed(outer, d)))
        .or(
            () ->
                HandledApart.of(program, costs, outer.candidate()).flatMap(d -> changed(outer, d)))
        .or(() -> ScalarReplacement.of(program, outer.candidate()).flatMap(d -> changed(outer, d)))
        .or(() -> split(outer, loops).flatMap(d -> changed(outer, d)))
        .or(() -> splitInside(outer, loops).flatMap(d -> changed(outer, d)))
        .or(
            () ->
                PreparedItems.of(program, costs, outer.candidate())
                    .flatMap(d -> changed(outer, d)));
  }

  /** The clauses of a comprehension taken together. */
  private Optional<Distributed> combined(LoopModel model) {
    boolean several =
        Comprehension.of(model.candidate().node()).size() > 1
            && model.standing() == LoopModel.Standing.PROVED
            && !model.itemCost().isTrivial()
            && program.settled()
            && program.tree().source().text().length() < LONGEST_TO_SPLIT;
    return several
        ? FlatNest.of(program, costs, model.candidate()).flatMap(d -> changed(model, d))
        : Optional.empty();
  }

  /** What is open need not be assumed to be harmless to hand over where only what it gave is. */
  private Optional<Distributed> unconditional(LoopModel outer) {
    boolean assumed = outer.standing() == LoopModel.Standing.ASSUMED && isSplittable(outer);
    return assumed
        ? WithSplit.of(program, outer.candidate())
            .or(() -> WithOutline.of(program, outer.candidate()))
            .flatMap(d -> changed(outer, d))
            .filter(d -> d.judgement().verdict() == Verdict.PARALLELIZABLE)
        : Optional.empty();
  }

  /** Where much of the work stands behind a {@code try}, and so stays here, it can go along with what is guarded. */
  private Optional<Distributed> enlarged(LoopModel outer) {
    double part = outer.parallelCost().totalMicros();
    boolean partly =
        outer.standing() == LoopModel.Standing.PROVED
            && isSplittable(outer)
            && !outer.fission().isEmpty()
            && part < LARGE_PART * outer.itemCost().totalMicros();
    return partly
        ? HandledApart.of(program, costs, outer.candidate())
            .flatMap(d -> changed(outer, d))
            .filter(d -> d.judgement().verdict() == Verdict.PARALLELIZABLE)
            .filter(d -> d.judgement().planned().model().parallelCost().totalMicros() > part)
        : Optional.empty();
  }

  private Optional<Distribution> split(LoopModel outer, List<LoopModel> loops) {
    return Distribution.of(program, outer.candidate(), inside(outer, loops));
  }

  /** Splits a loop inside an inner loop first, so that the inner loop can be split next. */
  private Optional<Distribution> splitInside(LoopModel outer, List<LoopModel> loops) {
    return inside(outer, loops).stream()
        .filter(this::isWorthSplitting)
        .flatMap(m -> split(m, loops).stream())
        .findFirst();
  }

  private static List<LoopModel> inside(LoopModel outer, List<LoopModel> loops) {
    return loops.stream()
        .filter(m -> m.candidate().outer().contains(outer.candidate().id()))
        .toList();
  }

  private Optional<Distributed> changed(LoopModel outer, Distribution change) {
    if (tries >= MOST_TRIES || (tries >= FREE_TRIES && effort > MOST_EFFORT)) {
      return Optional.empty();
    }
    tries++;
    PythonSource text = Edits.apply(program.tree().source(), change.edits());
    if (!(PythonParser.parse(text, program.tree().version())
        instanceof ParseResult.Parsed parsed)) {
      return Optional.empty();
    }
    Judge again =
        new Judge(Analysis.analyze(parsed.tree(), program.library(), program.assumptions()));
    again.tries = tries;
    again.effort = effort + again.program.effort();
    Optional<Distributed> distributed =
        again.inChanged(change.renamed().orElse(outer.candidate().id()), change);
    tries = again.tries;
    effort = again.effort;
    return distributed;
  }

  private Optional<Distributed> inChanged(String id, Distribution change) {
    List<LoopModel> loops =
        Candidates.of(program, costs).stream()
            .filter(c -> c.id().equals(id) || c.outer().contains(id))
            .map(models::of)
            .toList();
    Optional<LoopModel> model =
        loops.stream().filter(m -> m.candidate().id().equals(id)).findFirst();
    return model
        .map(m -> judged(m, loops))
        .filter(j -> j.verdict() != Verdict.SEQUENTIAL)
        .filter(j -> !j.planned().model().fission().isEmpty())
        .map(j -> new Distributed(change, j));
  }

  private Judgement judged(LoopModel model, List<LoopModel> loops) {
    return judge(
        model,
        isWorthSplitting(model)
            ? distributed(model, loops)
            : unconditional(model).or(() -> enlarged(model)));
  }

  private Judgement judge(LoopModel model, Optional<Distributed> split) {
    Occasion occasion = Occasion.of(program, calls, costs, model.candidate());
    if (split.isPresent()) {
      Judgement after = split.get().judgement();
      return new Judgement(
          program,
          model.candidate(),
          model,
          after.hazards(),
          after.verdict(),
          after.classification(),
          occasion,
          split);
    }
    return new Judgement(
        program,
        model.candidate(),
        model,
        Hazards.of(program, model),
        verdict(model),
        Classifier.classify(program, model),
        occasion,
        split);
  }

  private static Verdict verdict(LoopModel model) {
    return switch (model.standing()) {
      case PROVED -> Verdict.PARALLELIZABLE;
      case ASSUMED -> Verdict.CONDITIONAL;
      case BLOCKED -> Verdict.SEQUENTIAL;
    };
  }

  /** Smaller is better: proved and costly first, inner loops after the loops around them. */
  private static double rank(Judgement judgement) {
    LoopModel model = judgement.planned().model();
    double verdict = judgement.verdict().ordinal() * 1e18;
    double trivial = model.itemCost().isTrivial() ? 1e17 : 0;
    double trips = model.trips().orElse(CostModel.USUAL_TRIPS);
    double depth = judgement.candidate().outer().size() * 1e14;
    return verdict + trivial + depth - Math.min(1e13, model.parallelCost().totalMicros() * trips);
  }
}
