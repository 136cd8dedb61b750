package dev.parallelize.rewrite;

import dev.parallelize.dependence.Iteration;
import dev.parallelize.dependence.LoopModel;
import dev.parallelize.strategy.Options;
import dev.parallelize.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines that make a task of Dask of each item and compute all of them at once.
 *
 * <p>Dask raises what failed first in time. The same calls made in turn raise what the loop raised,
 * after what it did for the items before.
 *
 * @param tasks the name of the list of tasks
 * @param item what the items are called in it, where the loop's target is no plain name
 */
record DelayedCode(PoolCode code, Options options, Layout layout, String tasks, String item) {
  static final String DASK = "import dask";

  static DelayedCode of(
      PoolCode code, Options options, Layout layout, FreshNames fresh, LoopModel model) {
    String tasks = fresh.fresh("tasks", "delayed_tasks", "tasks");
    String item =
        model
            .iteration()
            .map(Iteration::target)
            .filter(Expression.Name.class::isInstance)
            .map(target -> ((Expression.Name) target).id())
            .orElseGet(() -> fresh.fresh("item", "one_item", "item"));
    return new DelayedCode(code, options, layout, tasks, item);
  }

  /**
   * @param before what stands in front of the results
   * @param items what is worked on, in order
   * @param after what stands behind the results
   */
  List<String> lines(String indent, String before, Worker worker, String items, String after) {
    String dask = PoolCode.placeholder(DASK);
    String task = dask + ".delayed(" + spelled(worker.callable()) + ")(" + item + ")";
    List<String> lines = new ArrayList<>();
    lines.add(made(indent, task, items));
    if (code.tolerant()) {
      lines.add(computed(indent, before, after));
      return lines;
    }
    String deeper = indent + layout.unit();
    lines.add(indent + "try:");
    lines.add(computed(deeper, before, after));
    lines.add(indent + "except Exception:");
    lines.add(deeper + "# Dask raises what failed first in time, the loop what comes first.");
    lines.add(code.here(deeper, before, worker, List.of(items), after));
    return lines;
  }

  private String made(String indent, String task, String items) {
    String clause = "for " + item + " in " + items;
    String line = indent + tasks + " = [" + task + " " + clause + "]";
    if (PoolCode.length(line) <= PoolCode.LINE_LENGTH) {
      return line;
    }
    String deeper = layout.newline() + indent + layout.unit();
    String joined = deeper + task + " " + clause;
    boolean fits = PoolCode.length(joined.strip()) + indent.length() + 4 <= PoolCode.LINE_LENGTH;
    String inside = fits ? joined : deeper + task + deeper + clause;
    return indent + tasks + " = [" + inside + layout.newline() + indent + "]";
  }

  private String computed(String indent, String before, String after) {
    List<String> arguments = new ArrayList<>(List.of("*" + tasks, "scheduler=\"processes\""));
    options.maxWorkers().ifPresent(n -> arguments.add("num_workers=" + n));
    arguments.add("chunksize=" + options.chunkSize().orElse(1));
    String call = before + PoolCode.placeholder(DASK) + ".compute(";
    return code.wrapped(indent, call, arguments, ")" + after);
  }

  private static String spelled(String callable) {
    return PoolCode.spelled(callable);
  }
}
