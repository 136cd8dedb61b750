package dev.parallelize.rewrite;

import dev.parallelize.dependence.FailureOrder;
import dev.parallelize.dependence.Fission;
import dev.parallelize.dependence.Iteration;
import dev.parallelize.dependence.Iterations;
import dev.parallelize.dependence.LoopModel;
import dev.parallelize.library.LibraryType;
import dev.parallelize.semantics.Type;
import dev.parallelize.source.PythonSource;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.syntax.Expression;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tasks for items that are made on demand: as many of them are started as keep the workers busy, the next ones when
 * results have been used. A failure of the iterable comes where it came before, after the results of earlier items.
 *
 * @param name the emitted function that takes items ahead; empty where the executor's own {@code buffersize} does
 * @param mayFail whether the next item may fail to come
 */
record LookAhead(String name, boolean mayFail) {
  /** Python's minor version whose executors take {@code buffersize}. */
  static final int FIRST_WITH_BUFFERS = 14;

  static final String DEQUE = "from collections import deque";

  /** From here on an item is worth a task of its own where it could travel with others. */
  private static final double TASK_MICROS = 3000;

  /** Items that take longer are handed over in no time beside that. */
  private static final double SEARCHED_MICROS = 12_000;

  /** So many items are handed over in no time. */
  private static final double FEW = 100;

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
    boolean executor = isExecutor(plan);
    boolean asked = options.sequentialBelow().isPresent() || isTolerant(options, judgement);
    if (endless && (asked || !executor)) {
      throw new WorkerBuilder.Unsupported(
          "there may be no end of items: only as many as are needed may be taken");
    }
    Fission fission = judgement.model().fission();
    boolean ordered =
        !FailureOrder.allowsTakingFirst(judgement.program(), judgement.model(), fission.inPlace());
    if (ordered && (!executor || options.sequentialBelow().isPresent())) {
      throw tooEarly();
    }
    boolean wanted =
        fission.effectsOutlive()
            || fission.inPlace()
            || judgement.model().parallelCost().totalMicros() >= TASK_MICROS;
    boolean onDemand =
        iteration
            .filter(i -> Iterations.areMadeOnDemand(judgement.program(), i))
            .filter(i -> fission.exits() || !Iterations.areSettled(judgement.program(), i))
            .isPresent();
    boolean needed = endless || (ordered && !isTolerant(options, judgement));
    boolean gathers = collects && !fission.effectsOutlive() && !areLarge(judgement);
    boolean spares = (wanted && onDemand && !gathers) || isSearch(judgement);
    if (!needed && !(executor && !asked && spares)) {
      return Optional.empty();
    }
    if (buffers && !ordered && !fission.inPlace()) {
      return Optional.of(new LookAhead("", false));
    }
    return Optional.of(named(judgement, needed || onDemand, fresh));
  }

  /**
   * Whether the loop may be left before its items end, and each is so cheap that handing over all of them would take
   * much of the time that working on some of them takes.
   */
  private static boolean isSearch(Judgement judgement) {
    LoopModel model = judgement.model();
    return model.fission().exits()
        && model.parallelCost().waitMicros() == 0
        && model.parallelCost().totalMicros() < SEARCHED_MICROS
        && model.trips().filter(t -> t <= FEW).isEmpty()
        && (PoolCode.early(model).filter(chunk -> chunk > 1).isEmpty()
            || !FailureOrder.allowsChunks(judgement.program(), model));
  }

  /** The same for an expression, whose items are all taken first wherever nothing can be told from it. */
  static Optional<LookAhead> ofExpression(
      Judgement judgement, PoolPlan plan, Options options, FreshNames fresh) {
    boolean needed =
        !isTolerant(options, judgement)
            && !FailureOrder.allowsTakingFirst(judgement.program(), judgement.model(), false);
    if (!needed) {
      return Optional.empty();
    } else if (!isExecutor(plan) || options.sequentialBelow().isPresent()) {
      throw tooEarly();
    }
    return Optional.of(named(judgement, true, fresh));
  }

  private static LookAhead named(Judgement judgement, boolean mayFail, FreshNames fresh) {
    Set<String> called =
        mayFail ? Set.of("Exception", "StopIteration", "iter", "len", "next") : Set.of("len");
    Tolerance.checkBuiltins(judgement, called);
    return new LookAhead(fresh.fresh("_look_ahead", "_take_ahead"), mayFail);
  }

  static WorkerBuilder.Unsupported tooEarly() {
    return new WorkerBuilder.Unsupported(
        "an item or a test may fail before the items in front of it are done, so not all can be"
            + " handed over first; process-pool and thread-pool take a few items ahead in a loop");
  }

  private static boolean isExecutor(PoolPlan plan) {
    return switch (plan.workers()) {
      case PROCESSES, THREADS, INTERPRETERS -> true;
      case MULTIPROCESSING, DELAYED, DASK, RAY, MPI -> false;
    };
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
    List<String> lines = new ArrayList<>();
    lines.add("def " + name + "(items, count):");
    lines.add(
        unit
            + "\"\"\"Yield the items in order, with the next `count` of them taken already.\"\"\"");
    (mayFail ? patient(unit) : plain(unit)).forEach(line -> lines.add(unit + line));
    lines.add("");
    return String.join(layout.newline(), lines);
  }

  private static List<String> plain(String unit) {
    return List.of(
        "taken = " + PoolCode.placeholder(DEQUE) + "()",
        "for item in items:",
        unit + "taken.append(item)",
        unit + "if len(taken) > count:",
        unit + unit + "yield taken.popleft()",
        "yield from taken");
  }

  /** What went wrong with an item waits until the items in front of it are used. */
  private static List<String> patient(String unit) {
    return List.of(
        "items = iter(items)",
        "taken = " + PoolCode.placeholder(DEQUE) + "()",
        "failure = None",
        "while failure is None:",
        unit + "try:",
        unit + unit + "taken.append(next(items))",
        unit + "except StopIteration:",
        unit + unit + "break",
        unit + "except Exception as error:",
        unit + unit + "failure = error",
        unit + "if len(taken) > count:",
        unit + unit + "yield taken.popleft()",
        "yield from taken",
        "if failure is not None:",
        unit + "raise failure");
  }

  /**
   * The clause that goes through the items: a loop over them, or what a generator expression goes through where it gives
   * no more than its items.
   */
  static String clause(PythonSource source, String item, Expression iterable) {
    if (iterable instanceof Expression.GeneratorExp made
        && source.text(made.element().span()).equals(item)) {
      String rest = source.text().substring(made.element().end(), made.end() - 1);
      return rest.strip().replaceAll("\\s*\\R\\s*", " ");
    }
    return "for " + item + " in " + source.text(iterable.span());
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
