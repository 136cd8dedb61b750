package dev.parallelize.dependence;

import dev.parallelize.semantics.Cost;
import java.util.List;
import java.util.Optional;

/**
 * What the iterations of a candidate do, and how far they can be pulled apart.
 *
 * @param iteration what it runs over; empty for adjacent statements and {@code while} loops
 * @param fission the parallel part found; empty when there is none worth naming
 * @param obstructions for {@link Standing#ASSUMED} what has to be vouched for, for {@link
 *     Standing#BLOCKED} what stands in the way
 * @param itemCost what one iteration costs
 * @param parallelCost what the parallel part of one iteration costs
 * @param trips how many iterations there are, where the text tells
 */
public record LoopModel(
    Candidate candidate,
    Optional<Iteration> iteration,
    Fission fission,
    Standing standing,
    List<Obstruction> obstructions,
    Cost itemCost,
    Cost parallelCost,
    Optional<Double> trips,
    DataFlow dataFlow) {
  /** How sure it is that iterations can run apart. */
  public enum Standing {
    PROVED,
    ASSUMED,
    BLOCKED
  }

  public LoopModel {
    obstructions = List.copyOf(obstructions);
  }

  /** The same, over another iteration. */
  public LoopModel over(Iteration other) {
    return new LoopModel(
        candidate,
        Optional.of(other),
        fission,
        standing,
        obstructions,
        itemCost,
        parallelCost,
        trips,
        dataFlow);
  }

  /**
   * Names that go into and come out of the iterations.
   *
   * @param reads objects and names from outside that an iteration reads
   * @param captures names of the function that the parallel part needs besides the item
   */
  public record DataFlow(
      List<String> iterationVariables,
      List<String> reads,
      List<String> captures,
      List<Result> results) {
    public static final DataFlow NONE = new DataFlow(List.of(), List.of(), List.of(), List.of());

    public DataFlow {
      iterationVariables = List.copyOf(iterationVariables);
      reads = List.copyOf(reads);
      captures = List.copyOf(captures);
      results = List.copyOf(results);
    }
  }

  /** One thing a loop leaves behind; {@code shape} is the contract's word. */
  public record Result(String name, String shape) {}
}
