package dev.parallelize.workload;

import dev.parallelize.dependence.LoopModel;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Cost;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells from the text what a candidate's time goes into. */
final class Classifier {
  /** Below this share of an iteration, processor or waiting time does not count as a part of it. */
  private static final double MINOR = 0.08;

  private static final double WORTH_A_PROCESS_MICROS = 1_500;

  private Classifier() {}

  static Classification classify(Program program, LoopModel model) {
    List<Evidence> evidence = evidence(program, model);
    Cost cost = model.parallelCost().totalMicros() > 0 ? model.parallelCost() : model.itemCost();
    boolean arrays = evidence.stream().anyMatch(e -> e.pointsTo() == Workload.DATA_PARALLEL);
    if (cost.waitMicros() >= 50) {
      boolean mixed =
          cost.cpuMicros() >= WORTH_A_PROCESS_MICROS
              && cost.cpuMicros() >= MINOR * cost.totalMicros();
      boolean waits = cost.waitMicros() >= MINOR * cost.totalMicros();
      if (mixed && waits) {
        return new Classification(Workload.MIXED, 0.75, evidence);
      }
      if (waits) {
        return new Classification(Workload.IO_BOUND, 0.9, evidence);
      }
    }
    if (arrays) {
      return new Classification(Workload.DATA_PARALLEL, 0.85, evidence);
    }
    if (cost.isTrivial()) {
      return new Classification(Workload.TRIVIAL, 0.7, evidence);
    }
    return new Classification(Workload.CPU_BOUND, cost.cpuMicros() > 1_000 ? 0.9 : 0.7, evidence);
  }

  private static List<Evidence> evidence(Program program, LoopModel model) {
    Set<Evidence> found = new LinkedHashSet<>();
    for (Located located : program.facts(model.candidate().frame(), model.candidate().span())) {
      if (located.fact() instanceof Fact.Blocks blocks) {
        found.add(
            new Evidence(
                program.line(located.origin()),
                blocks.callee()
                    + " waits for the "
                    + blocks.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                Workload.IO_BOUND));
      }
    }
    Walk.each(
        model.candidate().node(),
        node -> {
          if (node instanceof Expression.Subscript s
              && program.type(s.value()).name().equals("numpy.ndarray")) {
            found.add(
                new Evidence(
                    program.line(s),
                    "elements of a NumPy array one by one",
                    Workload.DATA_PARALLEL));
          } else if (node instanceof Expression.Call call) {
            calls(program, call, found);
          } else if (node != model.candidate().node()
              && (node instanceof Statement.For || node instanceof Statement.While)) {
            found.add(new Evidence(program.line(node), "a loop in Python", Workload.CPU_BOUND));
          }
        });
    List<Evidence> all = new ArrayList<>(found);
    return all.subList(0, Math.min(12, all.size()));
  }

  private static void calls(Program program, Expression.Call call, Set<Evidence> found) {
    for (CallTarget target : program.targets(call)) {
      if (target instanceof CallTarget.ProgramFunction function) {
        boolean[] loops = {false};
        Walk.each(
            function.scope().node(),
            n -> loops[0] |= n instanceof Statement.For || n instanceof Statement.While);
        if (loops[0]) {
          found.add(
              new Evidence(
                  program.line(call),
                  function.scope().qualifiedName() + " loops in Python",
                  Workload.CPU_BOUND));
        }
      } else if (target instanceof CallTarget.Known known
          && known.callee().cost() == dev.parallelize.library.Cost.HEAVY) {
        found.add(
            new Evidence(
                program.line(call),
                known.callee().name() + " computes for long",
                Workload.CPU_BOUND));
      }
    }
  }
}
