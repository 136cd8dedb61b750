package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.Cost;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A loop that keeps what it computes for a key in a dictionary of its own, so that it computes it once:
 * {@code if key not in cache: cache[key] = compute(key)}.
 *
 * <p>Without the dictionary the loop does the same, and takes longer: the value depends on the key alone,
 * neither it nor the key can change, and nothing else looks at the dictionary.
 *
 * @param made where the dictionary is made, empty
 * @param fill the statement that computes what is missing
 * @param store the assignment in it
 * @param reads where the loop takes a value from the dictionary
 */
record CachedLoop(
    Program program,
    Candidate candidate,
    Statement.Assign made,
    Statement.If fill,
    Statement.Assign store,
    String cache,
    Expression key,
    List<Expression.Subscript> reads) {
  /** Equal keys of these types are the same key: {@code 1}, {@code 1.0} and {@code True} are not. */
  private static final Set<Type> KEYS = Set.of(Type.INT, Type.STR, Type.BYTES);

  /** The loop as such, if it is one. */
  static Optional<CachedLoop> of(Judgement judgement) {
    Candidate candidate = judgement.candidate();
    boolean plain =
        candidate.node() instanceof Statement.For loop
            && loop.orElse().isEmpty()
            && candidate.scope() == candidate.frame()
            && candidate.frame().kind() == Scope.Kind.FUNCTION
            && !judgement.program().writesNamesByText();
    if (!plain) {
      return Optional.empty();
    }
    return ((Statement.For) candidate.node())
        .body().stream()
            .flatMap(s -> filled(judgement.program(), candidate, s).stream())
            .findFirst()
            .filter(CachedLoop::isItsOwn);
  }

  private static Optional<CachedLoop> filled(Program program, Candidate candidate, Statement s) {
    if (s instanceof Statement.If fill
        && fill.orElse().isEmpty()
        && fill.body().size() == 1
        && fill.test() instanceof Expression.Compare test
        && test.operators().equals(List.of(Comparator.NOT_IN))
        && test.comparators().get(0) instanceof Expression.Name cache
        && fill.body().get(0) instanceof Statement.Assign store
        && store.targets().size() == 1
        && store.targets().get(0) instanceof Expression.Subscript place
        && isAt(program, place, cache.id(), test.left())) {
      return made(candidate, cache.id())
          .map(
              made ->
                  new CachedLoop(
                      program,
                      candidate,
                      made,
                      fill,
                      store,
                      cache.id(),
                      test.left(),
                      reads(program, candidate, cache.id(), test.left())));
    }
    return Optional.empty();
  }

  private static boolean isAt(
      Program program, Expression.Subscript place, String cache, Expression key) {
    return place.value() instanceof Expression.Name name
        && name.id().equals(cache)
        && text(program, place.slice()).equals(text(program, key));
  }

  private static String text(Program program, Node node) {
    return program.tree().source().text(node.span());
  }

  /** {@code cache = {}} in front of the loop, in the same block. */
  private static Optional<Statement.Assign> made(Candidate candidate, String cache) {
    for (Statement s : candidate.block().subList(0, candidate.block().indexOf(candidate.node()))) {
      if (s instanceof Statement.Assign assign
          && assign.targets().size() == 1
          && assign.targets().get(0) instanceof Expression.Name name
          && name.id().equals(cache)
          && assign.value() instanceof Expression.DictDisplay empty
          && empty.values().isEmpty()) {
        return Optional.of(assign);
      }
    }
    return Optional.empty();
  }

  private static List<Expression.Subscript> reads(
      Program program, Candidate candidate, String cache, Expression key) {
    List<Expression.Subscript> reads = new ArrayList<>();
    Walk.each(
        candidate.node(),
        n -> {
          if (n instanceof Expression.Subscript s
              && s.context() == Context.LOAD
              && isAt(program, s, cache, key)) {
            reads.add(s);
          }
        });
    return reads;
  }

  /** Nothing but the test, the store and the reads behind them knows the dictionary. */
  private boolean isItsOwn() {
    Scope frame = candidate.frame();
    long known =
        program.mentions(cache).stream()
            .filter(n -> program.scopes().around(n).owner(cache).equals(Optional.of(frame)))
            .count();
    boolean behind = reads.stream().allMatch(r -> r.start() >= fill.end());
    return frame.bindings(cache).size() == 1
        && behind
        && !reads.isEmpty()
        && known == 3 + reads.size();
  }

  /** Why the values of the dictionary may depend on the order of the items; empty if they do not. */
  Optional<String> objection() {
    if (!keys().stream().allMatch(e -> e instanceof Expression.Name)) {
      return Optional.of("the key of `" + cache + "` is computed where it is used");
    }
    if (!keys().stream().allMatch(e -> isKey(program.type(e)))) {
      return Optional.of(
          "keys of `"
              + cache
              + "` that are equal may be of different types, and the first of them decides the value;"
              + " an annotation as int or str would tell");
    }
    if (!program.type(store.value()).isImmutable()) {
      return Optional.of(
          "what `" + cache + "` holds may be changed, and items with the same key share it");
    }
    Set<String> bound = boundInLoop();
    Set<String> names = keyNames();
    boolean[] other = {false};
    Walk.each(
        store.value(),
        n ->
            other[0] |=
                (n instanceof Expression.Name name
                        && bound.contains(name.id())
                        && !names.contains(name.id()))
                    || n instanceof Expression.NamedExpr
                    || n instanceof Expression.Lambda);
    if (other[0]) {
      return Optional.of("the first item with a key decides what `" + cache + "` holds for it");
    }
    return isKept(names) ? Optional.empty() : Optional.of("the key changes inside the loop");
  }

  /** What it takes to compute a value that is missing. */
  Cost valueCost() {
    return new CostModel(program).of(store.value());
  }

  private static boolean isKey(Type type) {
    boolean tuple = type.name().equals("tuple") && !type.arguments().isEmpty();
    return tuple ? type.arguments().stream().allMatch(CachedLoop::isKey) : KEYS.contains(type);
  }

  private List<Expression> keys() {
    return key instanceof Expression.TupleDisplay tuple ? tuple.elements() : List.of(key);
  }

  Set<String> keyNames() {
    Set<String> names = new LinkedHashSet<>();
    keys().forEach(e -> names.add(((Expression.Name) e).id()));
    return names;
  }

  private Set<String> boundInLoop() {
    Set<String> bound = new LinkedHashSet<>();
    Walk.each(
        candidate.node(),
        n -> {
          if (n instanceof Expression.Name name && name.context() != Context.LOAD) {
            bound.add(name.id());
          }
        });
    return bound;
  }

  /** The names of the key are bound in front of the test alone. */
  private boolean isKept(Set<String> names) {
    boolean[] kept = {true};
    Walk.each(
        candidate.node(),
        n ->
            kept[0] &=
                !(n instanceof Expression.Name name
                    && name.context() != Context.LOAD
                    && names.contains(name.id())
                    && n.start() > fill.start()));
    return kept[0];
  }
}
