package dev.parallelize.semantics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Numbers functions so that whatever one can come to run has no higher number than itself, and those that can run each
 * other have the same (Tarjan, Depth-First Search and Linear Graph Algorithms, 1972).
 */
final class CallOrder {
  private final Function<Scope, List<Scope>> callees;
  private final Map<Scope, Integer> met = new HashMap<>();
  private final Map<Scope, Integer> numbers = new HashMap<>();
  private final Deque<Scope> open = new ArrayDeque<>();
  private int components;

  /**
   * @param callees what a function runs itself
   */
  CallOrder(Function<Scope, List<Scope>> callees) {
    this.callees = callees;
  }

  /** Whether running the one may come to run the other, also over many calls; each runs itself. */
  boolean reaches(Scope one, Scope other) {
    int least = number(other);
    Set<Scope> reached = new HashSet<>(Set.of(one));
    Deque<Scope> pending = new ArrayDeque<>(Set.of(one));
    while (!pending.isEmpty()) {
      Scope next = pending.pop();
      if (number(next) == least) {
        return true;
      }
      for (Scope callee : callees.apply(next)) {
        if (number(callee) >= least && reached.add(callee)) {
          pending.push(callee);
        }
      }
    }
    return false;
  }

  private int number(Scope function) {
    if (!numbers.containsKey(function)) {
      visit(function);
    }
    return numbers.get(function);
  }

  /** The earliest function of those still open that this one can come to run. */
  private int visit(Scope function) {
    int place = met.size();
    int earliest = place;
    met.put(function, place);
    open.push(function);
    for (Scope callee : callees.apply(function)) {
      if (!met.containsKey(callee)) {
        earliest = Math.min(earliest, visit(callee));
      } else if (!numbers.containsKey(callee)) {
        earliest = Math.min(earliest, met.get(callee));
      }
    }
    if (earliest == place) {
      close(function);
    }
    return earliest;
  }

  private void close(Scope first) {
    Scope last;
    do {
      last = open.pop();
      numbers.put(last, components);
    } while (last != first);
    components++;
  }
}
