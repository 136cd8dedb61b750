package dev.parallelize.semantics;

import java.util.ArrayList;
import java.util.List;

/**
 * A fact with where it comes from.
 *
 * @param start offset of the node of the current function that causes it
 * @param end offset after that node
 * @param origin offset of the statement or call that really does it, maybe in another function
 * @param via the functions called on the way, outermost first
 */
public record Located(Fact fact, int start, int end, int origin, List<String> via) {
  private static final int LONGEST_PATH = 6;

  public Located {
    via = List.copyOf(via);
  }

  /** The same fact seen from a call of {@code function} at another place. */
  Located calledFrom(Fact translated, int callStart, int callEnd, String function) {
    List<String> path = new ArrayList<>();
    path.add(function);
    via.stream().limit(LONGEST_PATH).forEach(path::add);
    return new Located(translated, callStart, callEnd, origin, path);
  }
}
