package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Judgement;
import java.util.List;

/**
 * Index loops over NumPy arrays as operations on whole arrays.
 *
 * <p><b>What it does.</b> Writes loops over {@code range}, up to three deep, that store elements of
 * arrays as one statement over slices: element by element, outer products, shifted windows, stencils
 * into another array, choices by {@code numpy.where}.
 *
 * <p><b>When it is safe.</b> All operands are known to be arrays, with the number of axes of the
 * target; no iteration needs what another one stores; no index can be negative; every element is
 * computed by the same operations in the same order; the loops' variables are not read afterwards.
 * The target array is written in place.
 *
 * <p><b>Example.</b>
 *
 * <pre>
 * products = np.zeros((len(left), len(right)))
 * for i in range(len(left)):
 *     for j in range(len(right)):
 *         products[i, j] = left[i] * right[j]
 * </pre>
 *
 * <p><b>Becomes.</b>
 *
 * <pre>
 * products = np.zeros((len(left), len(right)))
 * products[:] = np.outer(left, right)
 * </pre>
 *
 * <p><b>Limits.</b> Lists are left alone: their integers are unbounded and their items may be of any
 * type. Sums over iterations are left to strategies that keep their order. An array that is too short
 * for the loop raises another exception than the loop would, before anything is stored.
 */
public final class NumpyVectorize implements Strategy {
  @Override
  public String id() {
    return "numpy-vectorize";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    Candidate candidate = judgement.candidate();
    if (!(candidate.node() instanceof Statement.For loop)) {
      return new Decision.DoesNotApply("it is no loop over the indices of arrays");
    }
    try {
      Vectorization.Result result = Vectorization.of(judgement.program(), candidate.frame(), loop);
      int line = judgement.program().tree().source().line(loop.start());
      VectorizePlan plan =
          new VectorizePlan(
              loop.span(),
              result.statements(),
              result.guards(),
              result.keepsLoop(),
              "The loop in line " + line + " became an operation on whole arrays.");
      return new Decision.Applies(
          "every element is computed on its own from elements of arrays",
          plan,
          List.of("numpy"),
          result.caveats());
    } catch (NotVectorizable refusal) {
      return new Decision.DoesNotApply(refusal.reason());
    }
  }
}
