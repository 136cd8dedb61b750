package dev.parallelize.strategy;

import dev.parallelize.source.Span;
import dev.parallelize.syntax.Statement;
import java.util.List;

/**
 * A loop becomes a compiled function of its own, whose outermost loop runs on all cores.
 *
 * @param loop the loop; it becomes the function's body, with {@code prange} for its {@code range}
 * @param function preferred names of the function
 * @param parameters names that the function takes from where the loop stands
 * @param totals what the function returns
 * @param range where {@code range} stands in the loop
 * @param guards what has to hold at run time for the function to be called; else the loop runs as it
 *     stands
 */
public record KernelPlan(
    Statement.For loop,
    Span range,
    String function,
    List<String> parameters,
    List<Total> totals,
    List<String> guards)
    implements Plan {
  public KernelPlan {
    parameters = List.copyOf(parameters);
    totals = List.copyOf(totals);
    guards = List.copyOf(guards);
  }

  /**
   * A variable that the loop adds to.
   *
   * @param zero where the function starts to add
   * @param type the type of NumPy that the sum has in the loop; empty for a number of Python
   */
  public record Total(String name, String zero, String type) {}
}
