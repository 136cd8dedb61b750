package dev.parallelize.rewrite;

import dev.parallelize.dependence.Fission;
import dev.parallelize.dependence.Iteration;
import dev.parallelize.dependence.Iterations;
import dev.parallelize.library.LibraryType;
import dev.parallelize.semantics.Type;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tasks for items that are made on demand: as many of them are started as keep the workers busy, the next ones when
 * results have been used. A failure of the iterable comes where it came before, after the results of earlier items.
 *
 * @param name the emitted function that takes items ahead; empty where the executor's own {@code buffersize} does
 */
record LookAhead(String name) {
  /** Python's minor version whose executors take {@code buffersize}. */
  static final int FIRST_WITH_BUFFERS = 14;

  static final String DEQUE = "from collections import deque";

  /** From here on an item is worth a task of its own where it could travel with others. */
  private static final double TASK_MICROS = 3000;

  private static final Set<String> LARGE = Set.of("pandas.DataFrame", "numpy.ndarray");

  /**
   * @return empty where all items can be taken first without anybody noticing
   */
  static Optional<LookAhead> of(
      Judgement judgement,
      PoolPlan plan,
      Options options,
      boolean collects,
      boolean buffers,
      FreshNames fresh) {
    Optional<Iteration> iteration = judgement.model().iteration();
    boolean endless = iteration.filter(i -> i.kind() == Iteration.Kind.INFINITE).isPresent();
    boolean executor =
        switch (plan.workers()) {
          case PROCESSES, THREADS, INTERPRETERS -> true;
          case MULTIPROCESSING, DELAYED, DASK, RAY, MPI -> false;
        };
    boolean asked = options.sequentialBelow().isPresent() || isTolerant(options, judgement);
    if (endless && (asked || !executor)) {
      throw new WorkerBuilder.Unsupported(
          "there may be no end of items: only as many as are needed may be taken");
    }
    Fission fission = judgement.model().fission();
    boolean wanted =
        fission.effectsOutlive()
            || fission.inPlace()
            || judgement.model().parallelCost().totalMicros() >= TASK_MICROS;
    boolean onDemand =
        iteration
            .filter(i -> Iterations.areMadeOnDemand(judgement.program(), i))
            .filter(i -> fission.exits() || !Iterations.areSettled(judgement.program(), i))
            .isPresent();
    if (!endless
        && (!executor
            || asked
            || !wanted
            || !onDemand
            || (collects && !fission.effectsOutlive() && !areLarge(judgement)))) {
      return Optional.empty();
    }
    if (buffers && !fission.inPlace()) {
      return Optional.of(new LookAhead(""));
    }
    Tolerance.checkBuiltins(judgement, Set.of("Exception", "StopIteration", "iter", "len", "next"));
    return Optional.of(new LookAhead(fresh.fresh("_look_ahead", "_take_ahead")));
  }

  /** Whether all items together may be more than fits into memory, as the chunks of a file. */
  private static boolean areLarge(Judgement judgement) {
    Iteration iteration = judgement.model().iteration().orElseThrow();
    Type type = judgement.program().type(iteration.iterable());
    String element =
        judgement
            .program()
            .library()
            .type(type.name())
            .map(LibraryType::element)
            .orElse(type.element().name());
    return iteration.kind() == Iteration.Kind.ONE_SHOT && LARGE.contains(element);
  }

  private static boolean isTolerant(Options options, Judgement judgement) {
    return options.onError() != Options.OnError.RAISE && !judgement.model().fission().inPlace();
  }

  String definition(Layout layout) {
    String unit = layout.unit();
    String three = unit.repeat(3);
    return String.join(
        layout.newline(),
        "def " + name + "(items, count):",
        unit + "\"\"\"Yield the items in order, with the next `count` of them taken already.\"\"\"",
        unit + "items = iter(items)",
        unit + "taken = " + PoolCode.placeholder(DEQUE) + "()",
        unit + "failure = None",
        unit + "while failure is None:",
        unit + unit + "try:",
        three + "taken.append(next(items))",
        unit + unit + "except StopIteration:",
        three + "break",
        unit + unit + "except Exception as error:",
        three + "failure = error",
        unit + unit + "if len(taken) > count:",
        three + "yield taken.popleft()",
        unit + "yield from taken",
        unit + "if failure is not None:",
        unit + unit + "raise failure",
        "");
  }

  /** How many tasks are under way: {@code 2 * workers}. */
  static String count(String workers) {
    return workers.chars().allMatch(Character::isDigit)
        ? Integer.toString(2 * Integer.parseInt(workers))
        : "2 * " + workers;
  }

  /** The header of a loop over tasks. */
  String over(String target, String futures, String workers) {
    return target + " in " + name + "(" + futures + ", " + count(workers) + ")";
  }

  boolean isBuffer() {
    return name.isEmpty();
  }

  /** What tells an executor how many tasks are under way. */
  String buffer(String workers) {
    return "buffersize=" + count(workers);
  }

  List<String> imports() {
    return isBuffer() ? List.of() : List.of(DEQUE);
  }
}
