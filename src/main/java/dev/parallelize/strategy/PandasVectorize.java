package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.dependence.Construct;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * Loops over the rows of a pandas frame, or over groups of them, as operations on whole columns.
 *
 * <p><b>What it does.</b> Writes a loop over {@code iterrows}, {@code itertuples}, positions, labels or the values
 * of a column that computes values from a row's cells as expressions over columns: arithmetic as it stands,
 * branches by {@code numpy.where} or {@code numpy.select}, rows left out by a mask. The values are
 * appended to lists, added to a total, counted, or stored in the row by {@code at} and {@code loc}. Lists that
 * only become columns are left out. So are functions that {@code apply} gives the rows, or {@code map} the values of a
 * column, and functions of the file that only compute. Methods of texts become those of {@code Series.str}, parts of
 * dates those of {@code Series.dt}. A loop over {@code groupby} that takes numbers of each group, as
 * {@code len(group)} or {@code group["x"].sum()}, gets them of all groups at once; what else it does with them
 * stays a loop, or becomes {@code to_dict}, {@code dict}, {@code list} or {@code agg}.
 *
 * <p><b>When it is safe.</b> The frame is made from a dict display in the same file, so that the types
 * of its columns are known, and with them what a row holds: {@code iterrows} gives Python's numbers
 * beside a column of texts, and else NumPy's of one type. Of a CSV file it is known that comparing
 * with constants gives the same. Columns that the text tells nothing of, and that rows compute with, are
 * checked when it runs: they have to hold floats, or whole numbers below 2 to the 26th; else the loop runs
 * as it stands. Columns that it takes for texts or dates have to hold nothing else, and no gaps. Labels that are used to find rows are unique. Whole numbers are known
 * to stay below 2 to the 52nd; what divides is no number of Python's that is zero, or checked; every row
 * computes the same operations in the same order, and gives values of one type. Lists get numbers of
 * the type they had; rounding Python's numbers to digits and sums stay Python's. Groups are told apart by columns
 * that are no categories, and give numbers that do not depend on the order of computing: sums and means of whole
 * numbers, but of floats only where {@code reassociable} is assumed for the column; medians and extremes of floats
 * where no zero is negative.
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
 * <p><b>Limits.</b> What may fail for a text is left alone, as {@code text.split()[1]} or {@code int(text)}; so are
 * powers of Python's numbers, and rows whose values are of several types. In a frame without rows a new column gets the type of its values.
 */
public final class PandasVectorize implements Strategy {
  @Override
  public String id() {
    return "pandas-vectorize";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    return decide(judgement);
  }

  static Decision decide(Judgement judgement) {
    Candidate candidate = judgement.candidate();
    try {
      RowVectorization.Result result = result(judgement);
      requireOwnLines(judgement.program().tree().source(), result);
      int line = judgement.program().tree().source().line(candidate.node().start());
      return new Decision.Applies(
          "pandas computes the same of whole columns",
          new VectorizePlan(
              result.replaced(),
              result.statements(),
              result.guards(),
              !result.guards().isEmpty(),
              "What was computed one by one in line "
                  + line
                  + " became operations on whole columns."),
          List.of("pandas", "numpy"),
          result.caveats());
    } catch (NotVectorizable refusal) {
      return new Decision.DoesNotApply(refusal.reason());
    }
  }

  /** Throws {@link NotVectorizable} with the reason. */
  private static RowVectorization.Result result(Judgement judgement) {
    Candidate candidate = judgement.candidate();
    Optional<GroupLoop> groups =
        GroupLoop.of(
            judgement.program(),
            candidate.frame(),
            candidate.node(),
            candidate.block(),
            candidate.statement());
    if (groups.isPresent()) {
      return GroupVectorization.of(judgement, groups.get());
    } else if (candidate.construct() == Construct.APPLY_CALL) {
      return RowApplication.of(judgement.program(), candidate, (Expression.Call) candidate.node());
    } else if (candidate.node() instanceof Statement.For loop) {
      return RowVectorization.of(judgement.program(), candidate.frame(), loop, candidate.block());
    }
    return ColumnComprehension.of(judgement.program(), candidate)
        .orElseThrow(() -> new NotVectorizable("it is no loop over the rows of a pandas frame"));
  }

  /** Several lines in the place of a statement that shares its line would take the others along, or leave them. */
  private static void requireOwnLines(PythonSource source, RowVectorization.Result result) {
    int start = result.replaced().start();
    int end = result.replaced().end();
    String text = source.text();
    int next = text.indexOf('\n', end);
    String before = text.substring(source.lineStart(source.line(start)), start);
    String after = text.substring(end, next < 0 ? text.length() : next).strip();
    boolean several = result.statements().size() > 1 || !result.guards().isEmpty();
    if (several && !(before.isBlank() && (after.isEmpty() || after.startsWith("#")))) {
      throw new NotVectorizable("other statements stand on the same line");
    }
  }
}
