package dev.parallelize.strategy;

import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;

/**
 * Numeric loops over NumPy arrays, compiled and run on all cores: {@code numba.njit} and {@code
 * prange}.
 *
 * <p><b>What it does.</b> Moves the loop into a function in front of its code, which Numba compiles;
 * the iterations of the outermost loop run in parallel. Counts and sums over the iterations are
 * returned.
 *
 * <p><b>When it is safe.</b> Iterations are proved independent, subscript by subscript. All that the
 * loop reads is numbers and elements of arrays of 64-bit floats, integers or truth values; indices are
 * in bounds, since a kernel does not check them; whole numbers stay below 64 bits; nothing raises that
 * a kernel would not. Floats are summed over iterations only if {@code reassociable} is assumed.
 *
 * <p><b>Example.</b>
 *
 * <pre>{@code
 * import numpy as np
 *
 *
 * def escape_times(side, limit):
 *     times = np.zeros((side, side), dtype=np.int64)
 *     for row in range(side):
 *         for column in range(side):
 *             real = 3.0 * column / 400.0 - 2.0
 *             imaginary = 2.0 * row / 400.0 - 1.0
 *             x = 0.0
 *             y = 0.0
 *             steps = 0
 *             while x * x + y * y <= 4.0 and steps < limit:
 *                 x, y = x * x - y * y + real, 2.0 * x * y + imaginary
 *                 steps += 1
 *             times[row, column] = steps
 *     return times
 *
 *
 * print(escape_times(400, 200).sum())
 * }</pre>
 *
 * <p><b>Becomes.</b>
 *
 * <pre>{@code
 * import numpy as np
 * from numba import njit, prange
 *
 *
 * @njit(parallel=True, error_model="numpy")
 * def _fill_times(limit, side, times):
 *     for row in prange(side):
 *         for column in range(side):
 *             real = 3.0 * column / 400.0 - 2.0
 *             imaginary = 2.0 * row / 400.0 - 1.0
 *             x = 0.0
 *             y = 0.0
 *             steps = 0
 *             while x * x + y * y <= 4.0 and steps < limit:
 *                 x, y = x * x - y * y + real, 2.0 * x * y + imaginary
 *                 steps += 1
 *             times[row, column] = steps
 *
 *
 * def escape_times(side, limit):
 *     times = np.zeros((side, side), dtype=np.int64)
 *     _fill_times(limit, side, times)
 *     return times
 *
 *
 * print(escape_times(400, 200).sum())
 * }</pre>
 *
 * <p><b>Limits.</b> Compiling takes some seconds in each process. Lists, objects, texts and calls of
 * the program's own functions refuse; functions that NumPy computes by its own code may differ in the
 * last digit.
 */
public final class Numba implements Strategy {
  @Override
  public String id() {
    return "numba";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    if (!(judgement.candidate().node() instanceof Statement.For loop)) {
      return new Decision.DoesNotApply("it is no loop over the indices of arrays");
    }
    if (judgement.occasion().inWorker()) {
      return new Decision.DoesNotApply("the function runs in workers already");
    }
    if (!environment.packages().isEmpty() && !environment.packages().contains("numba")) {
      return new Decision.DoesNotApply("`numba` is not installed; ask for it by name to get it");
    }
    try {
      NumbaKernel.Result result = NumbaKernel.of(judgement.program(), judgement.candidate(), loop);
      List<String> caveats = new ArrayList<>(result.caveats());
      caveats.add("the first call compiles, which takes some seconds");
      return new Decision.Applies(
          "iterations are independent and numeric: compiled, they run on all cores",
          result.plan(),
          List.of("numba"),
          caveats);
    } catch (NotVectorizable refusal) {
      return new Decision.DoesNotApply(refusal.reason());
    }
  }
}
