package dev.parallelize.semantics;

import dev.parallelize.syntax.Expression;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which functions, and which of their statements, have to be looked at again when something they made
 * use of changes.
 */
final class Dependencies {
  private final Map<Object, Set<Scope>> readers = new HashMap<>();
  private final Map<Object, Long> changedAt = new HashMap<>();
  private final Set<Expression> shared = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Scope, Integer> order = new HashMap<>();
  private final List<Scope> functions;
  private final TreeSet<Integer> pending = new TreeSet<>();
  private Optional<Set<Object>> watched = Optional.empty();
  private int last = -1;
  private long work;

  /** Counts changes. */
  private long now;

  /** What concerns the program as a whole. */
  enum Whole {
    /** The bases of its classes. */
    CLASSES,
    /** Its special methods that do more than look at their operands. */
    SPECIALS,
    /** Settings of libraries that it changes. */
    SETTINGS,
    /** Whether it exchanges the code of functions. */
    BEHAVIOUR,
    /** Whether all has been heard that names hold and functions are called with. */
    COMPLETENESS
  }

  /** What a module's member, or a method, is given as another value. */
  record Patch(String name) {}

  /** Something that knows by itself when it has last changed. */
  interface Query {
    long changedAt();
  }

  /** The value of an expression that another function looks at. */
  private record SharedValue(int start, int end) {
    static SharedValue of(Expression expression) {
      return new SharedValue(expression.start(), expression.end());
    }
  }

  private final boolean remembers;

  /**
   * Dependencies of nothing yet.
   *
   * @param remembers false where each statement is to be run each time, for comparison
   */
  Dependencies(List<Scope> functions, boolean remembers) {
    this.remembers = remembers;
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

  /** The number of changes so far. */
  long now() {
    return now;
  }

  /** The reader's result depends on what the key stands for. */
  void read(Object key, Scope reader) {
    readers.computeIfAbsent(key, k -> new HashSet<>()).add(reader);
    note(key);
  }

  /** What is being run looks at something of its own frame. */
  void note(Object key) {
    watched.ifPresent(w -> w.add(key));
  }

  /** What is being run looks at the value of an expression that stands somewhere else. */
  void noteValue(Expression expression) {
    if (watched.isPresent()) {
      shared.add(expression);
      note(SharedValue.of(expression));
    }
  }

  /** The same, and the reader's result depends on it. */
  void readValue(Expression expression, Scope reader) {
    noteValue(expression);
    read(SharedValue.of(expression), reader);
  }

  /** An expression has got another value. */
  void valueChanged(Expression expression) {
    if (shared.contains(expression)) {
      changed(SharedValue.of(expression));
    }
  }

  /** Everything that is looked at while something runs. */
  Set<Object> watch(Runnable running) {
    Set<Object> reads = new LinkedHashSet<>();
    Optional<Set<Object>> around = watched;
    watched = Optional.of(reads);
    running.run();
    watched = around;
    return reads;
  }

  void changed(Object key) {
    grown(key);
    readers.getOrDefault(key, Set.of()).forEach(this::again);
  }

  /** The same for what nobody waits for but the statements that looked at it. */
  void grown(Object key) {
    changedAt.put(key, tick());
  }

  /** The time of one more change. */
  long tick() {
    now++;
    return now;
  }

  /** Whether none of these has changed since then. */
  boolean isUnchanged(Set<Object> reads, long since) {
    if (!remembers) {
      return false;
    }
    for (Object key : reads) {
      if (changedAt(key) > since) {
        return false;
      }
    }
    return true;
  }

  private long changedAt(Object key) {
    return key instanceof Query query ? query.changedAt() : changedAt.getOrDefault(key, 0L);
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
