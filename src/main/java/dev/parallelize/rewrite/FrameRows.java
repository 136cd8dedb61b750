package dev.parallelize.rewrite;

import dev.parallelize.semantics.Mentions;
import dev.parallelize.source.Edit;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.syntax.Expression;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code frame.apply(f, axis=1)} or {@code frame["x"].map(f)} whose rows are shared out among processes, some hundred at a time. Values come back as
 * the function gave them, so that pandas finds the type of the column among all of them, as before; where the function
 * gives rows, or there are none, pandas does it all by itself.
 *
 * @param name the emitted function
 * @param part the emitted function that a worker runs
 */
record FrameRows(Judgement judgement, Layout layout, String name, String part) {
  static final String PANDAS = "import pandas as pd";
  static final String PARTIAL = "from functools import partial";

  static FrameRows of(
      Judgement judgement, PoolPlan plan, Options options, FreshNames fresh, Layout layout) {
    Expression.Call call = (Expression.Call) judgement.candidate().node();
    boolean plain =
        call.arguments().size() == 1 && call.keywords().size() == (isOfColumn(call) ? 0 : 1);
    if (!plain || plan.workers() != PoolPlan.Workers.PROCESSES) {
      throw new WorkerBuilder.Unsupported(
          "rows are shared out among processes, and only for a function that takes nothing else");
    }
    boolean asked =
        options.onError() != Options.OnError.RAISE
            || options.sequentialBelow().isPresent()
            || options.chunkSize().isPresent();
    if (asked) {
      throw new WorkerBuilder.Unsupported("rows of a frame have none of these options");
    }
    if (Mentions.ofAttribute(judgement.program().tree().module(), "attrs")) {
      throw new WorkerBuilder.Unsupported("what `apply` takes over from `attrs` would be lost");
    }
    return new FrameRows(
        judgement,
        layout,
        fresh.fresh("_apply_in_processes", "_apply_rows_in_processes"),
        fresh.fresh("_apply_to_rows", "_apply_to_some_rows"));
  }

  List<String> imports() {
    return List.of(PANDAS, PARTIAL);
  }

  Edit edit(Worker worker) {
    Expression.Call call = (Expression.Call) judgement.candidate().node();
    String frame = layout.source().text(((Expression.Attribute) call.function()).value().span());
    String function = PoolCode.spelled(worker.callable());
    String text = name + "(" + function + ", " + frame + ")";
    return PoolRewriter.edit(call.start(), call.end(), text);
  }

  /** Whether the function is given the values of one column. */
  private static boolean isOfColumn(Expression.Call call) {
    return ((Expression.Attribute) call.function()).value() instanceof Expression.Subscript
        && call.keywords().isEmpty();
  }

  String definition(PoolCode code, Initializer initializer) {
    Expression.Call call = (Expression.Call) judgement.candidate().node();
    String method = ((Expression.Attribute) call.function()).attribute();
    List<String> lines =
        isOfColumn(call) ? ofColumn(code, initializer, method) : ofFrame(code, initializer);
    return String.join(layout.newline(), lines) + layout.newline();
  }

  private List<String> ofFrame(PoolCode code, Initializer initializer) {
    String unit = layout.unit();
    String pandas = PoolCode.placeholder(PANDAS);
    List<String> lines = new ArrayList<>();
    lines.add("def " + part + "(function, rows):");
    lines.add(
        unit + "\"\"\"Return the function's values, in tuples that pandas leaves alone.\"\"\"");
    lines.add(unit + "return rows.apply(lambda row: (function(row),), axis=1).tolist()");
    lines.add("");
    lines.add("");
    lines.add("def " + name + "(function, frame):");
    lines.add(unit + "\"\"\"Return frame.apply(function, axis=1).\"\"\"");
    lines.addAll(values(code, initializer, "frame"));
    lines.add(unit + "if not values or isinstance(values[0], " + pandas + ".Series):");
    lines.add(unit + unit + "return frame.apply(function, axis=1)");
    lines.add(unit + "return " + pandas + ".Series(values, index=frame.index)");
    return lines;
  }

  /** Types of pandas' own may call the function once for equal values, or not at all for gaps. */
  private List<String> ofColumn(PoolCode code, Initializer initializer, String method) {
    String unit = layout.unit();
    String pandas = PoolCode.placeholder(PANDAS);
    List<String> lines = new ArrayList<>();
    lines.add("def " + part + "(function, values):");
    lines.add(
        unit + "\"\"\"Return the function's values, in tuples that pandas leaves alone.\"\"\"");
    lines.add(unit + "return values." + method + "(lambda value: (function(value),)).tolist()");
    lines.add("");
    lines.add("");
    lines.add("def " + name + "(function, column):");
    lines.add(unit + "\"\"\"Return column." + method + "(function).\"\"\"");
    lines.add(unit + "kind = getattr(column, \"dtype\", None)");
    lines.add(unit + "if kind is None or " + pandas + ".api.types.is_extension_array_dtype(kind):");
    lines.add(unit + unit + "return column." + method + "(function)");
    lines.addAll(values(code, initializer, "column"));
    lines.add(unit + "found = iter(values)");
    lines.add(unit + "return column." + method + "(lambda _: next(found))");
    return lines;
  }

  /** What the function gives, in the order of the rows. */
  private List<String> values(PoolCode code, Initializer initializer, String of) {
    String unit = layout.unit();
    String two = unit + unit;
    String mapped =
        code.executor() + ".map(" + PoolCode.placeholderPartial() + part + ", function), parts)";
    List<String> lines = new ArrayList<>(code.prelude(unit, of, true));
    lines.add(unit + "parts = [");
    lines.add(two + of + ".iloc[start : start + " + code.chunk() + "]");
    lines.add(two + "for start in range(0, len(" + of + "), " + code.chunk() + ")");
    lines.add(unit + "]");
    lines.addAll(code.open(unit, initializer));
    lines.add(two + "results = " + mapped);
    lines.add(two + "values = [value for part in results for (value,) in part]");
    return lines;
  }
}
