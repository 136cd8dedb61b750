package dev.parallelize.strategy;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Independent work in Python on several cores of one process: {@code InterpreterPoolExecutor} of Python
 * 3.14, whose workers are threads with an interpreter, and its lock, of their own.
 *
 * <p><b>What it does.</b> As {@link ProcessPool}; an interpreter starts in about a tenth of the time
 * that a spawned process takes.
 *
 * <p><b>When it is safe.</b> The parallel part has no effects outside, the program uses modules of the
 * standard library alone (NumPy and most extension modules refuse to load in a second interpreter), and
 * all that travels is of classes that come with Python: objects and exceptions of a class that the main
 * program defines do not come back.
 *
 * <p><b>Example.</b>
 *
 * <pre>{@code
 * def perfect(number):
 *     return number == sum(d for d in range(1, number) if number % d == 0)
 *
 *
 * def count_perfect(numbers):
 *     count = 0
 *     for number in numbers:
 *         count += perfect(number)
 *     return count
 * }</pre>
 *
 * <p><b>Becomes.</b>
 *
 * <pre>{@code
 * import os
 * from concurrent.futures import InterpreterPoolExecutor
 *
 *
 * def perfect(number):
 *     return number == sum(d for d in range(1, number) if number % d == 0)
 *
 *
 * def count_perfect(numbers):
 *     count = 0
 *     numbers = list(numbers)
 *     workers = max(1, min(len(numbers), os.process_cpu_count() or 1))
 *     with InterpreterPoolExecutor(max_workers=workers) as executor:
 *         for result in executor.map(perfect, numbers):
 *             count += result
 *     return count
 * }</pre>
 *
 * <p><b>Limits.</b> Python 3.14 and later; items travel one by one, since the executor takes no chunks.
 */
public final class InterpreterPool implements Strategy {
  private static final int FIRST = 14;

  private static final Set<String> CLASS_MAKERS =
      Set.of("namedtuple", "NamedTuple", "make_dataclass", "new_class", "TypedDict");

  @Override
  public String id() {
    return "interpreter-pool";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    if (!environment.target().atLeast(FIRST)) {
      return new Decision.DoesNotApply(
          "InterpreterPoolExecutor comes with Python 3.14; targetPython is "
              + environment.target());
    }
    Optional<String> objection =
        Poolable.copyingObjection(judgement)
            .or(() -> Poolable.rowsObjection(judgement))
            .or(() -> ownClasses(judgement));
    if (objection.isPresent()) {
      return new Decision.DoesNotApply(objection.get());
    }
    return new Decision.Applies(
        "independent work in Python runs in interpreters of their own, without other processes",
        new PoolPlan(PoolPlan.Workers.INTERPRETERS, false, true),
        List.of(),
        List.of("arguments and results are copied from one interpreter to the other"));
  }

  private static Optional<String> ownClasses(Judgement judgement) {
    boolean[] found = {false};
    Walk.each(
        judgement.program().tree().module(),
        node ->
            found[0] |=
                node instanceof Statement.ClassDef
                    || (node instanceof Expression.Call call
                        && CLASS_MAKERS.contains(name(call.function()))));
    return found[0]
        ? Optional.of(
            "the program defines classes, and objects of a class of the main program do not come"
                + " back from another interpreter")
        : Optional.empty();
  }

  private static String name(Expression function) {
    if (function instanceof Expression.Name name) {
      return name.id();
    }
    return function instanceof Expression.Attribute attribute ? attribute.attribute() : "";
  }
}
