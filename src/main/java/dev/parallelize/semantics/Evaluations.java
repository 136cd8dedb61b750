package dev.parallelize.semantics;

import dev.parallelize.syntax.Node;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What running the statements of one frame came to when it was last done. A statement is run again
 * only once something has changed that it looked at; until then what it does is known.
 */
final class Evaluations {
  private final Frame frame;
  private final Dependencies dependencies;
  private final Map<Node, Evaluation> known = new IdentityHashMap<>();

  /**
   * One run of a statement.
   *
   * @param begun the time of {@link Dependencies} before it
   * @param reads what it looked at: keys of {@link Dependencies}
   * @param facts what it recorded
   */
  private record Evaluation(long begun, Set<Object> reads, List<Located> facts) {}

  Evaluations(Frame frame, Dependencies dependencies) {
    this.frame = frame;
    this.dependencies = dependencies;
  }

  /** Runs what belongs to the node, or records once more what that did. */
  void run(Node node, Runnable evaluation) {
    Evaluation before = known.get(node);
    if (before != null && dependencies.isUnchanged(before.reads(), before.begun())) {
      frame.recordAgain(before.facts());
      return;
    }
    long begun = dependencies.now();
    int recorded = frame.facts().size();
    Set<Object> reads = dependencies.watch(evaluation);
    List<Located> facts = List.copyOf(frame.facts().subList(recorded, frame.facts().size()));
    known.put(node, new Evaluation(begun, reads, facts));
  }
}
