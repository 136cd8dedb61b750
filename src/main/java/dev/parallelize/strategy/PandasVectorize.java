package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Judgement;
import java.util.List;

/**
 * Loops over the rows of a pandas frame as operations on whole columns.
 *
 * <p><b>What it does.</b> Writes a loop over {@code iterrows} or {@code itertuples} that computes one
 * value a row, and appends it to a list or adds it to a total, as expressions over columns: arithmetic
 * as it stands, branches by {@code numpy.where}, rows left out by a mask.
 *
 * <p><b>When it is safe.</b> The frame is made from a dict display in the same file, so that the types
 * of its columns are known, and rows hold Python's own numbers: with {@code iterrows} that takes a
 * column of texts. Whole numbers are known to stay below 2 to the 52nd; nothing divides by what may be
 * zero; every row computes the same operations in the same order, and gives values of one type. Values
 * become Python numbers again by {@code tolist}; rounding to digits and sums stay Python's.
 *
 * <p><b>Example.</b>
 *
 * <pre>{@code
 * import pandas as pd
 *
 * sales = pd.DataFrame({"item": ["pen", "cup"], "units": [30, 4], "price": [1.5, 7.25]})
 * revenue = []
 * for _, sale in sales.iterrows():
 *     total = sale["units"] * sale["price"]
 *     if sale["units"] >= 20:
 *         total *= 0.95
 *     revenue.append(round(total, 2))
 * print(revenue)
 * }</pre>
 *
 * <p><b>Becomes.</b>
 *
 * <pre>{@code
 * import numpy as np
 * import pandas as pd
 *
 * sales = pd.DataFrame({"item": ["pen", "cup"], "units": [30, 4], "price": [1.5, 7.25]})
 * total = sales["units"] * sales["price"]
 * total = np.where(sales["units"] >= 20, total * 0.95, total)
 * revenue = [round(value, 2) for value in total.tolist()]
 * print(revenue)
 * }</pre>
 *
 * <p><b>Limits.</b> Frames read from files are left alone, since nothing tells the types of their
 * columns; so are loops that write into the frame, powers, and rows whose values are of several types.
 */
public final class PandasVectorize implements Strategy {
  @Override
  public String id() {
    return "pandas-vectorize";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    Candidate candidate = judgement.candidate();
    if (!(candidate.node() instanceof Statement.For loop)) {
      return new Decision.DoesNotApply("it is no loop over the rows of a pandas frame");
    }
    try {
      RowVectorization.Result result =
          RowVectorization.of(judgement.program(), candidate.frame(), loop, candidate.block());
      int line = judgement.program().tree().source().line(loop.start());
      return new Decision.Applies(
          "every row's value is computed from its own cells",
          new VectorizePlan(
              result.replaced(),
              result.statements(),
              List.of(),
              false,
              "The loop over rows in line " + line + " became operations on whole columns."),
          List.of("pandas", "numpy"),
          List.of());
    } catch (NotVectorizable refusal) {
      return new Decision.DoesNotApply(refusal.reason());
    }
  }
}
