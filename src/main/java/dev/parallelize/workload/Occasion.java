package dev.parallelize.workload;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.CallGraph;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.Optional;

/**
 * When and how often a candidate is run, which decides whether it is the place to start workers.
 *
 * @param recursive its iterations come to run the function around it again, so that each worker would
 *     start workers of its own
 * @param again the function around it calls itself elsewhere, so that each of its calls would start workers
 * @param inWorker the program runs the function around it in a pool, a process or a thread already
 * @param runs about how often the program calls the function around it
 * @param rounds about how often loops around it in the same function repeat it, each time
 */
public record Occasion(
    boolean recursive, boolean again, boolean inWorker, double runs, double rounds) {
  static Occasion of(Program program, CallGraph calls, CostModel costs, Candidate candidate) {
    Scope frame = candidate.frame();
    boolean module = frame.kind() == Scope.Kind.MODULE;
    boolean recursive =
        !module
            && (candidate.group().isEmpty()
                ? calls.reaches(frame, candidate.node(), frame)
                : candidate.group().stream().anyMatch(s -> calls.reaches(frame, s, frame)));
    boolean again = !recursive && !module && calls.reaches(frame, frame.node(), frame);
    return new Occasion(
        recursive,
        again,
        !module && calls.runsInWorker(frame),
        module ? 1 : calls.runs(frame),
        rounds(program, costs, frame, candidate.span()));
  }

  private static double rounds(Program program, CostModel costs, Scope frame, Span span) {
    double rounds = 1;
    Optional<Node> next =
        frame.kind() == Scope.Kind.MODULE
            ? Optional.of(program.tree().module())
            : Optional.of(frame.node());
    while (next.isPresent()) {
      Node node = next.get();
      next =
          Children.of(node).stream()
              .filter(c -> c.span().contains(span) && !c.span().equals(span))
              .map(Node.class::cast)
              .findFirst();
      if (node instanceof Statement.For loop && !loop.iterable().span().contains(span)) {
        rounds *= node.span().equals(span) ? 1 : costs.trips(loop.iterable());
      } else if (node instanceof Statement.While) {
        rounds *= node.span().equals(span) ? 1 : CostModel.USUAL_TRIPS;
      }
    }
    return rounds;
  }

  /** Why workers should not be started here; empty when they may be. */
  public Optional<String> objection() {
    if (recursive) {
      return Optional.of(
          "it is a part of a recursion: each worker would start workers of its own, without end;"
              + " parallelize the loop that makes the outermost calls");
    }
    if (again) {
      return Optional.of(
          "the function around it calls itself: each of its calls would start workers anew;"
              + " parallelize the loop that makes the outermost calls");
    }
    return inWorker
        ? Optional.of(
            "the program runs this function in workers already; a pool inside a worker gains nothing,"
                + " and workers of multiprocessing may not have children")
        : Optional.empty();
  }
}
