package dev.parallelize.semantics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which functions have to be looked at again when something they made use of changes. */
final class Dependencies {
  private final Map<Object, Set<Scope>> readers = new HashMap<>();
  private final Map<Scope, Integer> order = new HashMap<>();
  private final List<Scope> functions;
  private final TreeSet<Integer> pending = new TreeSet<>();
  private int last = -1;
  private long work;

  Dependencies(List<Scope> functions) {
    this.functions = List.copyOf(functions);
    for (int i = 0; i < functions.size(); i++) {
      order.put(functions.get(i), i);
    }
  }

  /** Counts work, for the limit. */
  void work(int amount) {
    work += amount;
  }

  long work() {
    return work;
  }

  /** The reader's result depends on what the key stands for. */
  void read(Object key, Scope reader) {
    readers.computeIfAbsent(key, k -> new HashSet<>()).add(reader);
  }

  void changed(Object key) {
    readers.getOrDefault(key, Set.of()).forEach(this::again);
  }

  void again(Scope function) {
    Integer index = order.get(function);
    if (index != null) {
      pending.add(index);
    }
  }

  void allAgain() {
    pending.addAll(order.values());
  }

  /** The next function to look at, in the order of the text, then from the start again. */
  Optional<Scope> next() {
    if (pending.isEmpty()) {
      return Optional.empty();
    }
    Integer index = pending.higher(last);
    last = index == null ? pending.first() : index;
    pending.remove(last);
    return Optional.of(functions.get(last));
  }
}
