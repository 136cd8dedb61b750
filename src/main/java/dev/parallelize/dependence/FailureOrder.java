package dev.parallelize.dependence;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what may be done for many items at once and what has to be done for one item after the other, so that a failure
 * comes when it came, with all done before it that was done before.
 */
public final class FailureOrder {
  private final Program program;
  private final LoopModel model;
  private final Fission fission;

  private FailureOrder(Program program, LoopModel model) {
    this.program = program;
    this.model = model;
    this.fission = model.fission();
  }

  /**
   * Whether items may travel in chunks. A failure takes the results of its whole chunk with it: nobody notices only where
   * the loop would have done nothing with them that is still seen, would not have ended before the item that failed, and
   * would not have failed itself in another way.
   */
  public static boolean allowsChunks(Program program, LoopModel model) {
    FailureOrder order = new FailureOrder(program, model);
    boolean last = !model.fission().exits() && !order.mayRemainderFail();
    return !model.fission().effectsOutlive()
        && LazyUse.hidesUnusedValues(program, model.candidate())
        && (last || !order.mayWorkFail());
  }

  /**
   * Whether all items may be taken, and what chooses among them tested, before the first of them is worked on.
   *
   * @param apart whether tests and targets are then evaluated for all items too
   */
  public static boolean allowsTakingFirst(Program program, LoopModel model, boolean apart) {
    FailureOrder order = new FailureOrder(program, model);
    boolean untaken = order.mayItemsFail() || (apart && order.mayTargetFail());
    boolean raised = order.mayMakerFail() || (apart && order.mayTestFail());
    return !(order.isSeen() && untaken) && !(raised && order.mayAnythingFail());
  }

  /**
   * Whether a task may be made of every item before the first of them is done, if files are taken to be readable to their
   * ends.
   */
  public static boolean allowsTasks(Program program, LoopModel model) {
    FailureOrder order = new FailureOrder(program, model);
    return !(order.isSeen() && order.mayTargetFail())
        && !(order.mayMakerFail() && order.mayAnythingFail());
  }

  /** Whether it can be told how far the loop came. */
  private boolean isSeen() {
    return fission.effectsOutlive()
        || fission.exits()
        || !LazyUse.hidesUnusedValues(program, model.candidate());
  }

  private boolean mayAnythingFail() {
    return isSeen() || mayWorkFail() || mayRemainderFail();
  }

  private boolean mayRemainderFail() {
    List<Expression> apart =
        fission.extractions().stream().map(Fission.Extraction::expression).toList();
    return mayRaise(fission.remainder(), apart);
  }

  private boolean mayWorkFail() {
    return switch (model.candidate().construct()) {
      case FOR, WHILE -> mayRaise(fission.work(), List.of());
      case COMPREHENSION, GENERATOR_EXPRESSION ->
          mayRaise(List.of(model.candidate().node()), List.of());
      case MAP_CALL, APPLY_CALL, STATEMENTS, AWAIT_SEQUENCE -> true;
    };
  }

  private boolean mayTestFail() {
    List<Node> tests = new ArrayList<>();
    fission.guards().forEach(g -> tests.add(g.test()));
    return mayRaise(tests, List.of());
  }

  /** Whether items are to be taken apart whose number of parts comes from data: rows of a table, a text's words. */
  private boolean mayTargetFail() {
    return model
        .iteration()
        .filter(i -> i.target() instanceof Expression.TupleDisplay)
        .filter(
            i ->
                program.type(i.iterable()).element().name().equals("list")
                    || Iterations.callsForEachItem(program, i.iterable()))
        .isPresent();
  }

  /** Whether the next item may not come, for a reason that lies in the program or outside of it. */
  private boolean mayItemsFail() {
    return model
        .iteration()
        .filter(i -> Iterations.areMadeOnDemand(program, i) && !Iterations.areSettled(program, i))
        .filter(
            i ->
                !(i.iterable() instanceof Expression.Call)
                    || mayRaise(List.of(i.iterable()), List.of()))
        .isPresent();
  }

  /** The same, for a reason that lies in a function of the program. */
  private boolean mayMakerFail() {
    return mayItemsFail()
        && model.iteration().map(Iteration::iterable).filter(this::runsProgram).isPresent();
  }

  private boolean runsProgram(Expression iterable) {
    return Iterations.callsForEachItem(program, iterable)
        || (iterable instanceof Expression.Call call
            && program.targets(call).stream()
                .anyMatch(CallTarget.ProgramFunction.class::isInstance));
  }

  private boolean mayRaise(List<? extends Node> nodes, List<? extends Node> apart) {
    return Failures.mayRaise(program, nodes, apart);
  }
}
