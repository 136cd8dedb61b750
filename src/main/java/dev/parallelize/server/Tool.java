package dev.parallelize.server;

import dev.parallelize.workflow.Outcome;
import java.util.List;

/** One of the tools: reads the arguments, makes the call. */
public interface Tool<A> {
  /** The name that clients call, and the base name of its description among the resources. */
  String name();

  /**
   * Answers one call.
   *
   * @throws InvalidArgument if the arguments cannot be read
   */
  Outcome<A> call(Arguments arguments, Call call);

  /** Pictures (SVG) that go with an answer, where the arguments ask for them. */
  default List<String> pictures(Arguments arguments, A answer) {
    return List.of();
  }
}
