package dev.parallelize.dependence;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.List;
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
    List<Guard> guards) {
  public Fission {
    parallel = List.copyOf(parallel);
    extractions = List.copyOf(extractions);
    remainder = List.copyOf(remainder);
    guards = List.copyOf(guards);
  }

  public static final Fission NONE =
      new Fission(List.of(), List.of(), List.of(), Set.of(), false, false, false, false, List.of());

  public boolean isEmpty() {
    return parallel.isEmpty() && extractions.isEmpty();
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
