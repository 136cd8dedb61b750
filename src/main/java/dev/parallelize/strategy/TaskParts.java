package dev.parallelize.strategy;

import dev.parallelize.dependence.Awaits;
import dev.parallelize.dependence.Fission;
import dev.parallelize.dependence.Iteration;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The costly parts of a candidate inside a coroutine, and what speaks against tasks for them. */
record TaskParts(Judgement judgement, List<Node> parts) {
  /** Below this a task costs about as much as the wait that it hides. */
  private static final double SHORTEST_WAIT_MICROS = 50;

  /** Calls by which code runs several tasks at a time already. */
  private static final Set<String> TOGETHER =
      Set.of(
          "asyncio.gather",
          "asyncio.create_task",
          "asyncio.ensure_future",
          "asyncio.as_completed",
          "asyncio.wait",
          "asyncio.TaskGroup");

  /** Modules whose event loops are not asyncio's. */
  private static final Set<String> OTHER_LOOPS = Set.of("trio", "curio");

  static TaskParts of(Judgement original) {
    Judgement judgement = original.planned();
    Fission fission = judgement.model().fission();
    List<Node> parts = fission.work();
    return new TaskParts(judgement, parts);
  }

  boolean await() {
    return parts.stream().anyMatch(Awaits::in);
  }

  /** Why the items cannot be tasks; the same for parts that await and for parts that block. */
  Optional<String> objection() {
    Program program = judgement.program();
    if (!Awaits.inCoroutine(program, judgement.candidate().scope())) {
      return Optional.of("the code is not a part of a coroutine");
    }
    if (parts.isEmpty()) {
      return Optional.of(
          judgement.hazards().stream()
              .findFirst()
              .map(h -> h.message())
              .orElse("nothing in it waits long enough to be a task of its own"));
    }
    Optional<String> loop =
        OTHER_LOOPS.stream().filter(program.importedModules()::contains).findFirst();
    if (loop.isPresent()) {
      return Optional.of("the event loop is that of " + loop.get() + ", not that of asyncio");
    }
    return judgement
        .occasion()
        .objection()
        .or(() -> together(program))
        .or(() -> OrderedRequests.objection(judgement))
        .or(() -> pause(program))
        .or(this::progress)
        .or(this::shortWait);
  }

  /** Where tasks are taken by a comprehension, nothing can stand around them. */
  private Optional<String> progress() {
    boolean loop = judgement.candidate().node() instanceof Statement.For;
    return judgement
        .planned()
        .model()
        .iteration()
        .flatMap(Iteration::progress)
        .filter(p -> !loop || p.items().isEmpty())
        .map(p -> "the progress that it shows has no place there; write it as a loop over items");
  }

  private Optional<String> together(Program program) {
    return calls(judgement.candidate().node()).stream()
        .filter(c -> TOGETHER.contains(callee(program, c)))
        .findFirst()
        .map(
            c ->
                "line "
                    + program.line(c)
                    + " runs several tasks together already, as many as the loop lets it");
  }

  /** A pause beside another wait keeps to a rate. */
  private Optional<String> pause(Program program) {
    List<Expression.Call> waiting =
        calls(judgement.candidate().node()).stream().filter(c -> waits(program, c)).toList();
    return waiting.stream()
        .filter(c -> OrderedRequests.sleeps(program, c))
        .filter(c -> waiting.size() > 1)
        .findFirst()
        .map(
            c ->
                "line "
                    + program.line(c)
                    + " pauses between the items: together they would come faster than it allows");
  }

  private static boolean waits(Program program, Expression.Call call) {
    return new CostModel(program).of(call).waitMicros() > SHORTEST_WAIT_MICROS;
  }

  private Optional<String> shortWait() {
    boolean blocks =
        parts.stream()
            .flatMap(
                p -> judgement.program().facts(judgement.candidate().frame(), p.span()).stream())
            .anyMatch(l -> l.fact() instanceof Fact.Blocks);
    return judgement.model().parallelCost().waitMicros() < SHORTEST_WAIT_MICROS
            && !blocks
            && judgement.hazards().isEmpty()
        ? Optional.of("what an item does computes rather than waits, and tasks share one thread")
        : Optional.empty();
  }

  private static List<Expression.Call> calls(Node code) {
    List<Expression.Call> calls = new ArrayList<>();
    Walk.each(
        code,
        n -> {
          if (n instanceof Expression.Call call) {
            calls.add(call);
          }
        });
    return calls;
  }

  private static String callee(Program program, Expression.Call call) {
    return program.targets(call).stream()
        .map(t -> t instanceof CallTarget.Known k ? k.callee().name() : "")
        .findFirst()
        .orElse("");
  }
}
