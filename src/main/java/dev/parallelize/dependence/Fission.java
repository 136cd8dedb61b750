package dev.parallelize.dependence;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A loop's body split into a parallel part and an ordered remainder.
 *
 * @param parallel whole statements of the body that belong to the parallel part, in order
 * @param extractions expressions inside remainder statements that belong to the parallel part
 * @param remainder the other statements of the body, in order
 * @param crossing names that the parallel part gives and the remainder or later code needs
 * @param effectsFirst the remainder does something visible before the parallel part may fail
 * @param effectsOutlive what the remainder does can still be seen after a failure
 * @param exits the remainder may leave the loop early
 * @param inPlace the parallel part's result must be taken where the part stood, not at the start of
 *     the iteration: something before it is visible, or may skip it, or a {@code try} is around it
 * @param guards conditions under which the parallel part runs at all, outermost first
 * @param skips conditions that end the work on an item in the middle of the parallel part, in order:
 *     the remainder tests them again, on what the part gave
 */
public record Fission(
    List<Statement> parallel,
    List<Extraction> extractions,
    List<Statement> remainder,
    Set<String> crossing,
    boolean effectsFirst,
    boolean effectsOutlive,
    boolean exits,
    boolean inPlace,
    List<Guard> guards,
    List<Expression> skips) {
  public Fission {
    parallel = List.copyOf(parallel);
    extractions = List.copyOf(extractions);
    remainder = List.copyOf(remainder);
    guards = List.copyOf(guards);
    skips = List.copyOf(skips);
  }

  /** A split whose parallel part tests nothing by itself. */
  public Fission(
      List<Statement> parallel,
      List<Extraction> extractions,
      List<Statement> remainder,
      Set<String> crossing,
      boolean effectsFirst,
      boolean effectsOutlive,
      boolean exits,
      boolean inPlace,
      List<Guard> guards) {
    this(
        parallel,
        extractions,
        remainder,
        crossing,
        effectsFirst,
        effectsOutlive,
        exits,
        inPlace,
        guards,
        List.of());
  }

  public static final Fission NONE =
      new Fission(List.of(), List.of(), List.of(), Set.of(), false, false, false, false, List.of());

  public boolean isEmpty() {
    return parallel.isEmpty() && extractions.isEmpty();
  }

  /** Whether the parallel part itself looks at conditions of the loop's body. */
  public boolean testsInside() {
    return !skips.isEmpty()
        || (!inPlace && extractions.stream().anyMatch(e -> !e.guards().isEmpty()));
  }

  /**
   * The same split with all tests in front of the work, made where the work starts; empty where they
   * need something that the work gives.
   */
  public Optional<Fission> testedFirst() {
    if (!testsInside()) {
      return Optional.of(this);
    } else if (parallel.size() + extractions.size() > 1) {
      return Optional.empty();
    }
    List<Guard> tests = new ArrayList<>();
    skips.forEach(t -> tests.add(new Guard(t, false)));
    extractions.forEach(e -> tests.addAll(e.guards()));
    return Optional.of(
        new Fission(
            parallel,
            extractions,
            remainder,
            crossing,
            effectsFirst,
            effectsOutlive,
            exits,
            true,
            tests));
  }

  /** No more than one extraction, taken out of all that is around it. */
  public static Fission of(Extraction extraction) {
    return new Fission(
        List.of(), List.of(extraction), List.of(), Set.of(), false, false, false, false, List.of());
  }

  /** Whether the parallel part goes on behind something that is extracted. */
  public boolean isCrossed() {
    return extractions.stream().anyMatch(this::isFollowed);
  }

  /** Whether a statement of the parallel part comes after the extraction. */
  public boolean isFollowed(Extraction extraction) {
    return parallel.stream().anyMatch(s -> s.start() > extraction.expression().start());
  }

  /** All code of the body that the parallel part runs, in no order. */
  public List<Node> work() {
    List<Node> work = new ArrayList<>(parallel);
    extractions.forEach(e -> work.add(e.expression()));
    work.addAll(skips);
    if (testsInside()) {
      extractions.forEach(e -> e.guards().forEach(g -> work.add(g.test())));
    }
    return work;
  }

  /**
   * One expression of the remainder that is computed in the parallel part.
   *
   * @param unit the statement of the body that holds it
   * @param guards conditions around it, outermost first
   * @param guarded true when a {@code try} around it may catch what it raises
   */
  public record Extraction(
      Expression expression, Statement unit, List<Guard> guards, boolean guarded) {
    public Extraction {
      guards = List.copyOf(guards);
    }
  }

  /** A condition that must be {@code whenTrue} for an extraction to be evaluated. */
  public record Guard(Expression test, boolean whenTrue) {}
}
