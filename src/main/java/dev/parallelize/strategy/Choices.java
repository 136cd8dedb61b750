package dev.parallelize.strategy;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes {@code if} as a choice between values that are both computed: {@code numpy.where}. What a
 * branch computes must do no harm where the other branch is taken.
 */
final class Choices {
  private final Vectorization code;
  private final ArrayRendering rendering;
  private final Map<String, Expression.Subscript> elements = new LinkedHashMap<>();

  Choices(Vectorization code, ArrayRendering rendering) {
    this.code = code;
    this.rendering = rendering;
  }

  void write(Statement.If choice) {
    Map<String, ArrayRendering.Text> before = rendering.locals();
    merge(choice);
    Map<String, ArrayRendering.Text> stores = new LinkedHashMap<>(rendering.stored());
    Map<String, ArrayRendering.Text> names = new LinkedHashMap<>(rendering.locals());
    rendering.stored().clear();
    names.keySet().removeIf(n -> names.get(n).equals(before.get(n)));
    requireNoneReplaced(names, stores, before);
    for (Map.Entry<String, ArrayRendering.Text> name : names.entrySet()) {
      code.add(name.getKey() + " = " + ArrayRendering.unwrapped(name.getValue().code()));
      rendering.define(name.getKey(), name.getValue());
      rendering.forgetSign(name.getKey());
    }
    for (Map.Entry<String, ArrayRendering.Text> store : stores.entrySet()) {
      Expression.Subscript element = elements.get(store.getKey());
      code.assign(element, store.getValue());
    }
  }

  /** The values are written one after the other: none may need what one before it replaced. */
  private void requireNoneReplaced(
      Map<String, ArrayRendering.Text> names,
      Map<String, ArrayRendering.Text> stores,
      Map<String, ArrayRendering.Text> before) {
    Set<String> replaced = new LinkedHashSet<>();
    for (Map.Entry<String, ArrayRendering.Text> name : names.entrySet()) {
      requireApart(name.getValue(), replaced);
      if (before.containsKey(name.getKey())) {
        replaced.add(name.getKey());
      }
    }
    for (Map.Entry<String, ArrayRendering.Text> store : stores.entrySet()) {
      requireApart(store.getValue(), replaced);
      replaced.add(store.getKey().substring(0, store.getKey().indexOf('[')));
    }
  }

  private static void requireApart(ArrayRendering.Text value, Set<String> replaced) {
    for (String name : replaced) {
      if (value.code().matches("(?s).*\\b" + name + "\\b.*")) {
        throw new NotVectorizable(
            "the branches replace `" + name + "` and also use its former value");
      }
    }
  }

  private void merge(Statement.If choice) {
    ArrayRendering.Text condition = rendering.condition(choice.test());
    Map<String, ArrayRendering.Text> names = rendering.locals();
    Map<String, ArrayRendering.Text> stores = new LinkedHashMap<>(rendering.stored());
    boolean speculative = rendering.speculate(true);
    choice.body().forEach(this::branch);
    Map<String, ArrayRendering.Text> thenNames = rendering.locals();
    Map<String, ArrayRendering.Text> thenStores = new LinkedHashMap<>(rendering.stored());
    reset(names, stores);
    choice.orElse().forEach(this::branch);
    Map<String, ArrayRendering.Text> elseNames = rendering.locals();
    Map<String, ArrayRendering.Text> elseStores = new LinkedHashMap<>(rendering.stored());
    reset(names, stores);
    Set<String> changed = new LinkedHashSet<>(thenStores.keySet());
    changed.addAll(elseStores.keySet());
    Map<String, ArrayRendering.Text> merged = new LinkedHashMap<>();
    for (String element : changed) {
      ArrayRendering.Text now = rendering.render(elements.get(element));
      ArrayRendering.Text a = thenStores.getOrDefault(element, now);
      ArrayRendering.Text b = elseStores.getOrDefault(element, now);
      boolean floats = code.takesFloats(elements.get(element));
      merged.put(element, a.equals(b) ? a : rendering.choose(condition, a, b, floats));
    }
    Map<String, ArrayRendering.Text> locals = new LinkedHashMap<>();
    for (Map.Entry<String, ArrayRendering.Text> then : thenNames.entrySet()) {
      Optional.ofNullable(elseNames.get(then.getKey()))
          .ifPresent(
              e ->
                  locals.put(
                      then.getKey(),
                      e.equals(then.getValue())
                          ? e
                          : rendering.choose(condition, then.getValue(), e, false)));
    }
    rendering.speculate(speculative);
    reset(locals, stores);
    rendering.stored().putAll(merged);
  }

  private void reset(
      Map<String, ArrayRendering.Text> names, Map<String, ArrayRendering.Text> stores) {
    rendering.restore(names);
    rendering.stored().clear();
    rendering.stored().putAll(stores);
  }

  private void branch(Statement statement) {
    if (statement instanceof Statement.Assign assign && assign.targets().size() == 1) {
      assign(assign.targets().get(0), rendering.render(assign.value()));
    } else if (statement instanceof Statement.AugAssign update) {
      Expression read = reading(update.target());
      ArrayRendering.Text value = rendering.render(update.value());
      if (update.target() instanceof Expression.Subscript element) {
        code.requireUpdates(update, element, value);
      }
      Expression.BinOp sum =
          new Expression.BinOp(
              update.start(), update.end(), read, update.operator(), update.value());
      assign(update.target(), rendering.combined(sum, rendering.render(read), value));
    } else if (statement instanceof Statement.If inner) {
      merge(inner);
    } else if (!(statement instanceof Statement.Pass)) {
      throw new NotVectorizable("a branch does more than store elements");
    }
  }

  private static Expression reading(Expression target) {
    if (target instanceof Expression.Name n) {
      return new Expression.Name(n.start(), n.end(), n.id(), dev.parallelize.syntax.Context.LOAD);
    }
    return target;
  }

  private void assign(Expression target, ArrayRendering.Text value) {
    ArrayRendering.Text whole =
        new ArrayRendering.Text(
            value.code().matches("[\\w.\uE000]+|-?[\\d.]+")
                ? value.code()
                : "(" + value.code() + ")",
            value.axes(),
            value.kind(),
            value.element());
    if (target instanceof Expression.Name name) {
      rendering.inline(name.id(), whole);
    } else if (target instanceof Expression.Subscript element) {
      elements.put(code.text(element), element);
      rendering.stored().put(code.text(element), whole);
    } else {
      throw new NotVectorizable("`" + code.text(target) + "` is neither a name nor an element");
    }
  }
}
