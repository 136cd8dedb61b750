package dev.parallelize.rewrite;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.CallGraph;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import dev.parallelize.workload.Judgement;
import java.util.Comparator;
import java.util.Set;

/**
 * Settings that hold inside of a {@code with}, as {@code with np.errstate(divide="raise"):}. They hold for the
 * process, or even the thread, that enters it: not for workers that are started there.
 */
final class ScopedSettings {
  /** Each thread has its own (NumPy: "Floating point error handling"; PyTorch: {@code no_grad} is thread local). */
  private static final Set<String> OF_A_THREAD = Set.of("numpy.errstate", "torch.no_grad");

  private final Judgement judgement;
  private final Program program;
  private final PoolPlan.Workers workers;

  private ScopedSettings(Judgement judgement, PoolPlan.Workers workers) {
    this.judgement = judgement;
    this.program = judgement.program();
    this.workers = workers;
  }

  /** Refuses a candidate that runs while such a setting holds. */
  static void check(Judgement judgement, PoolPlan.Workers workers) {
    ScopedSettings settings = new ScopedSettings(judgement, workers);
    Walk.each(
        judgement.program().tree().module(),
        n -> {
          if (n instanceof Statement.With with) {
            with.items().forEach(item -> settings.check(with, item));
          }
        });
  }

  private void check(Statement.With with, WithItem item) {
    String type = program.type(item.context()).name();
    boolean missing = workers.isolated() || OF_A_THREAD.contains(type);
    if (missing && isSetting(type) && holds(with)) {
      throw new WorkerBuilder.Unsupported(
          "`"
              + type
              + "` at line "
              + program.line(item.context())
              + " holds for the code inside of the `with`, not for workers; set it in the function"
              + " that does the work");
    }
  }

  private boolean isSetting(String type) {
    return program
        .library()
        .method(type, "__enter__")
        .filter(enter -> enter.effects().contains(Effect.WRITES_PROCESS_STATE))
        .isPresent();
  }

  private boolean holds(Statement.With with) {
    Scope around = frameAround(with);
    Scope frame = judgement.candidate().frame();
    boolean inside =
        around == frame
            && with.start() < judgement.candidate().span().start()
            && judgement.candidate().span().end() <= with.end();
    return inside || new CallGraph(program, new CostModel(program)).reaches(around, with, frame);
  }

  private Scope frameAround(Statement.With with) {
    return program.functionFrames().stream()
        .filter(f -> f.node().start() < with.start() && with.end() <= f.node().end())
        .max(Comparator.comparingInt(f -> f.node().start()))
        .orElse(program.scopes().module());
  }
}
