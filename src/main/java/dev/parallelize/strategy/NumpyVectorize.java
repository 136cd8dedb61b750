package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * Index loops over NumPy arrays as operations on whole arrays.
 *
 * <p><b>What it does.</b> Writes loops over {@code range}, up to three deep, that store elements of
 * arrays as one statement over slices: element by element, outer products, shifted windows, stencils
 * into another array, choices by {@code numpy.where} or, where a branch must not be computed for all,
 * by masks. Inner loops whose iterations need each other stay, over whole arrays at a time: matrix
 * products, distances, windows, neighbours by offsets. Sums, counts, appends and list comprehensions
 * over arrays, also filtered ones, are gathered from one array expression, in order.
 *
 * <p>Of loops whose iterations need earlier ones, it knows those that NumPy does in their order: a
 * search for the first hit, the best value so far and where it stands ({@code argmax} finds the
 * position, and the body runs there once), prefix sums and products ({@code cumsum}, {@code cumprod}),
 * and histograms ({@code np.add.at}).
 *
 * <p><b>When it is safe.</b> All operands are known, or checked when it runs, to be arrays, with the number of axes of the
 * target; no iteration needs what another one stores, other than as said; no index can be negative;
 * every element is computed by the same operations in the same order; the loops' variables are not
 * read afterwards.
 * The target array is written in place, unless it was made just before to be filled.
 *
 * <p><b>Example.</b>
 *
 * <pre>{@code
 * import numpy as np
 *
 * left = np.arange(3.0)
 * right = np.arange(4.0)
 * products = np.zeros((len(left), len(right)))
 * for i in range(len(left)):
 *     for j in range(len(right)):
 *         products[i, j] = left[i] * right[j]
 * print(products)
 * }</pre>
 *
 * <p><b>Becomes.</b>
 *
 * <pre>{@code
 * import numpy as np
 *
 * left = np.arange(3.0)
 * right = np.arange(4.0)
 * products = np.outer(left, right)
 * print(products)
 * }</pre>
 *
 * <p><b>Limits.</b> Lists are left alone: their integers are unbounded and their items may be of any
 * type. A parameter that is used as an array and may be anything is asked for its type before the loop; an
 * annotation {@code np.ndarray} makes the question needless. Where the text does not prove that arrays are
 * long enough, or floating, or apart in memory, the program checks it and else runs the loop as it stands. A search looks at all elements, also at those
 * after the first hit. Floats are added one after the other by {@code cumsum}, and raised to powers by
 * {@code float_power}, since {@code sum} and {@code **} round differently.
 */
public final class NumpyVectorize implements Strategy {
  @Override
  public String id() {
    return "numpy-vectorize";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    Candidate candidate = judgement.candidate();
    boolean gathers =
        candidate.node() instanceof Expression.ListComp
            || candidate.node() instanceof Statement.For f && !LoopNest.storesElements(f);
    if (!gathers && !(candidate.node() instanceof Statement.For)) {
      return new Decision.DoesNotApply("it is no loop over the indices of arrays");
    }
    try {
      Optional<Vectorization.Result> ordered =
          ordered(judgement).or(() -> FilteredItems.of(judgement.program(), candidate));
      Vectorization.Result result =
          ordered.isPresent()
              ? ordered.get()
              : gathers
                  ? Gathering.of(judgement.program(), candidate)
                  : Vectorization.of(
                      judgement.program(), candidate.frame(), (Statement.For) candidate.node());
      int line = judgement.program().tree().source().line(candidate.node().start());
      VectorizePlan plan =
          new VectorizePlan(
              result.replaced(),
              result.statements(),
              result.guards(),
              result.keepsLoop(),
              "The loop in line " + line + " became an operation on whole arrays.");
      return new Decision.Applies(
          ordered.isPresent()
              ? "the loop asks one question of all elements, which NumPy answers in their order"
              : gathers
                  ? "every value is computed on its own from elements of arrays, and gathered in order"
                  : "every element is computed on its own from elements of arrays",
          plan,
          List.of("numpy"),
          result.caveats());
    } catch (NotVectorizable refusal) {
      return new Decision.DoesNotApply(refusal.reason());
    } catch (ArrayRendering.Harmful harmful) {
      return new Decision.DoesNotApply(harmful.reason());
    }
  }

  /**
   * Loops whose iterations need earlier ones, and that NumPy does in their order all the same; empty
   * for all others.
   */
  private static Optional<Vectorization.Result> ordered(Judgement judgement) {
    Candidate candidate = judgement.candidate();
    if (!(candidate.node() instanceof Statement.For loop)) {
      return Optional.empty();
    }
    Program program = judgement.program();
    Scope frame = candidate.frame();
    return reduced(program, frame, loop).or(() -> totals(program, frame, loop));
  }

  /** Prefix sums and products, stored or gathered. */
  private static Optional<Vectorization.Result> totals(
      Program program, Scope frame, Statement.For loop) {
    return RunningTotals.of(program, frame, loop).or(() -> KeptTotals.of(program, frame, loop));
  }

  /** Whether the loop is a running total that NumPy computes in the same order. */
  static boolean isRunningTotal(Judgement judgement) {
    try {
      return judgement.candidate().node() instanceof Statement.For loop
          && totals(judgement.program(), judgement.candidate().frame(), loop).isPresent();
    } catch (NotVectorizable | ArrayRendering.Harmful refusal) {
      return false;
    }
  }

  /** Searches, extremes and histograms: what iterations find is merged. */
  private static Optional<Vectorization.Result> reduced(
      Program program, Scope frame, Statement.For loop) {
    return FirstHit.of(program, frame, loop)
        .or(() -> BestPosition.of(program, frame, loop))
        .or(() -> ScatteredUpdates.of(program, frame, loop));
  }

  /**
   * Whether the loop is a reduction that array operations do exactly. Prefix sums are none: each iteration needs the one
   * before it, and the loop stays sequential, whatever NumPy has for it.
   */
  static boolean keepsOrder(Judgement judgement) {
    try {
      return judgement.candidate().node() instanceof Statement.For loop
          && reduced(judgement.program(), judgement.candidate().frame(), loop).isPresent();
    } catch (NotVectorizable | ArrayRendering.Harmful refusal) {
      return false;
    }
  }
}
