package dev.parallelize.rewrite;

import dev.parallelize.semantics.Mentions;
import dev.parallelize.source.Edit;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.syntax.Expression;
import dev.parallelize.workload.Judgement;
import java.util.List;

/**
 * {@code frame.apply(f, axis=1)} whose rows are shared out among processes, some hundred at a time. Values come back as
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
    boolean plain = call.arguments().size() == 1 && call.keywords().size() == 1;
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

  String definition(PoolCode code, Initializer initializer) {
    String unit = layout.unit();
    String two = unit + unit;
    String three = two + unit;
    String newline = layout.newline();
    String mapped =
        code.executor() + ".map(" + PoolCode.placeholderPartial() + part + ", function), parts)";
    List<String> lines = new java.util.ArrayList<>();
    lines.add("def " + part + "(function, rows):");
    lines.add(
        unit + "\"\"\"Return the function's values, in tuples that pandas leaves alone.\"\"\"");
    lines.add(unit + "return rows.apply(lambda row: (function(row),), axis=1).tolist()");
    lines.add("");
    lines.add("");
    lines.add("def " + name + "(function, frame):");
    lines.add(unit + "\"\"\"Return frame.apply(function, axis=1).\"\"\"");
    lines.addAll(code.prelude(unit, "frame", true));
    lines.add(unit + "parts = [");
    lines.add(two + "frame.iloc[start : start + " + code.chunk() + "]");
    lines.add(two + "for start in range(0, len(frame), " + code.chunk() + ")");
    lines.add(unit + "]");
    lines.addAll(code.open(unit, initializer));
    lines.add(two + "results = " + mapped);
    lines.add(two + "values = [value for part in results for (value,) in part]");
    lines.add(
        unit
            + "if not values or isinstance(values[0], "
            + PoolCode.placeholder(PANDAS)
            + ".Series):");
    lines.add(two + "return frame.apply(function, axis=1)");
    lines.add(
        unit + "return " + PoolCode.placeholder(PANDAS) + ".Series(values, index=frame.index)");
    return String.join(newline, lines) + newline;
  }
}
