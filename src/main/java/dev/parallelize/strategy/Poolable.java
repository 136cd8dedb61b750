package dev.parallelize.strategy;

import dev.parallelize.dependence.Construct;
import dev.parallelize.dependence.Iteration;
import dev.parallelize.dependence.LoopModel;
import dev.parallelize.dependence.SentValues;
import dev.parallelize.dependence.ThreadSharing;
import dev.parallelize.library.Blocking;
import dev.parallelize.library.Effect;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What every pool asks of a candidate, whatever its workers are. */
public final class Poolable {
  /** About what it takes to pickle a number, send it and read it again. */
  private static final double CHEAP_CELL_MICROS = 0.6;

  /** About what it takes to hand a single item over to a worker and to take its result. */
  private static final double TASK_MICROS = 200;

  private Poolable() {}

  /** Why no pool can run the candidate; empty when one can. */
  static Optional<String> objection(Judgement judgement) {
    LoopModel model = judgement.planned().model();
    if (judgement.verdict() == Verdict.SEQUENTIAL) {
      return Optional.of("its iterations depend on each other");
    }
    if (model.fission().isEmpty()) {
      return Optional.of("there is no costly part that could run apart");
    }
    Optional<String> objection =
        judgement.occasion().objection().or(() -> OrderedRequests.objection(judgement));
    if (objection.isPresent()) {
      return objection;
    }
    if (model.parallelCost().isTrivial()) {
      return Optional.of("one iteration takes microseconds, and handing it over would take longer");
    }
    if (isEndless(model) && model.parallelCost().totalMicros() < TASK_MICROS) {
      return Optional.of(
          "its items have no end and travel one by one, and handing one over would take longer than"
              + " the work on it");
    }
    return isCoroutine(judgement)
        ? Optional.of("the code runs in an event loop")
        : Optional.empty();
  }

  /** Why rows of a frame stay; empty where no frame hands its rows over. */
  static Optional<String> rowsObjection(Judgement judgement) {
    return judgement.candidate().construct() == Construct.APPLY_CALL
        ? Optional.of("rows of a frame are shared out among processes only: `process-pool`")
        : Optional.empty();
  }

  /** Why only an executor of this Python, which is given tasks one at a time, can run the candidate. */
  static Optional<String> endlessObjection(Judgement judgement) {
    return isEndless(judgement.planned().model())
        ? Optional.of("there may be no end of items, and it would take all of them first")
        : Optional.empty();
  }

  private static boolean isEndless(LoopModel model) {
    return model.iteration().filter(i -> i.kind() == Iteration.Kind.INFINITE).isPresent();
  }

  /** Why no pool whose workers get copies can run the candidate; empty when one can. */
  static Optional<String> copyingObjection(Judgement judgement) {
    return objection(judgement)
        .or(() -> ownResource(judgement.planned()))
        .or(() -> unsendable(judgement.planned()))
        .or(() -> MemoizedWork.objection(judgement.planned()))
        .or(() -> ownRows(judgement.planned()))
        .or(
            () ->
                isMostlyTransfer(judgement.planned())
                    ? Optional.of(
                        "each item gives as much data as it takes work: sending it back would take"
                            + " longer")
                    : Optional.empty());
  }

  /** What a {@code row_factory} makes of a row, as {@code sqlite3.Row}, may not travel. */
  private static Optional<String> ownRows(Judgement judgement) {
    Program program = judgement.program();
    boolean reads =
        judgement.model().fission().work().stream()
            .flatMap(n -> program.facts(judgement.candidate().frame(), n.span()).stream())
            .anyMatch(l -> l.fact() instanceof Fact.Does d && d.effect() == Effect.READS_DATABASE);
    return reads && Mentions.ofAttribute(program.tree().module(), "row_factory")
        ? Optional.of("a `row_factory` makes the rows, and they may be nothing that can be copied")
        : Optional.empty();
  }

  private static Optional<String> unsendable(Judgement judgement) {
    return SentValues.stuck(judgement.program(), judgement.model())
        .map(s -> "`" + s + "` cannot be sent to another process");
  }

  private static Optional<String> ownResource(Judgement judgement) {
    return ThreadSharing.ofProcesses(judgement.program(), judgement.model()).stream()
        .findFirst()
        .map(o -> "each process would need a `" + o + "` of its own, which cannot be copied");
  }

  /** A table whose cells cost next to nothing. */
  private static boolean isMostlyTransfer(Judgement judgement) {
    Node node = judgement.candidate().node();
    if (!(node instanceof Expression.ListComp outer)
        || !(outer.element() instanceof Expression.ListComp)) {
      return false;
    }
    Expression cell = outer.element();
    while (cell instanceof Expression.ListComp inner) {
      cell = inner.element();
    }
    return new CostModel(judgement.program()).of(cell).totalMicros() < CHEAP_CELL_MICROS;
  }

  private static boolean isCoroutine(Judgement judgement) {
    Scope frame = judgement.candidate().frame();
    return judgement.program().summary(frame).coroutine();
  }

  /** Whether what is waited for takes the same processors: a database inside the process, programs. */
  public static boolean waitsForThisMachine(Judgement original) {
    Judgement judgement = original.planned();
    return StartedPrograms.computeHere(judgement)
        || judgement
            .program()
            .facts(judgement.candidate().frame(), judgement.candidate().span())
            .stream()
            .anyMatch(
                l -> l.fact() instanceof Fact.Blocks b && b.kind() == Blocking.LOCAL_DATABASE);
  }

  /**
   * Whether the only waiting is for a database inside of the process. Measured with SQLite: rows are made under the
   * interpreter's lock, and its threads share one allocator, so that two threads take between half and twice as long as
   * one, where two processes take half as long.
   */
  public static boolean queriesInProcess(Judgement original) {
    Judgement judgement = original.planned();
    List<Blocking> waits =
        judgement
            .program()
            .facts(judgement.candidate().frame(), judgement.candidate().span())
            .stream()
            .flatMap(l -> l.fact() instanceof Fact.Blocks b ? Stream.of(b.kind()) : Stream.empty())
            .toList();
    return !waits.isEmpty() && waits.stream().allMatch(w -> w == Blocking.LOCAL_DATABASE);
  }

  static boolean mostlyWaits(LoopModel model) {
    return model.parallelCost().mostlyWaits();
  }

  /** Whether the file imports the module, or a part of it, anywhere. */
  static boolean imports(Judgement judgement, String module) {
    boolean[] found = {false};
    Walk.each(
        judgement.program().tree().module(),
        node -> {
          if (node instanceof Statement.Import plain) {
            found[0] |= plain.names().stream().anyMatch(a -> isPart(a.name(), module));
          } else if (node instanceof Statement.ImportFrom from) {
            found[0] |= from.level() == 0 && isPart(from.module().orElse(""), module);
          }
        });
    return found[0];
  }

  private static boolean isPart(String name, String module) {
    return name.equals(module) || name.startsWith(module + ".");
  }
}
