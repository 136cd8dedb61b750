package dev.parallelize.semantics;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The functions that the body of a class binds to a name: by {@code def}, in both branches of an {@code if}, by {@code
 * __radd__ = __add__} or {@code key = lambda self: …}. Which of several is meant is not asked.
 */
final class ClassMembers {
  /** What the name of a property ends with that is made of functions: {@code area = property(get, set)}. */
  static final String GETTER = ".getter";

  static final String SETTER = ".setter";
  static final String DELETER = ".deleter";

  /** Decorators of functions that belong to another one of the same name. */
  private static final List<String> ACCESSORS = List.of("setter", "deleter", "overload");

  private final Scope type;
  private final Scope module;
  private final Map<String, List<Scope>> members = new HashMap<>();

  private ClassMembers(Scope type, Scope module) {
    this.type = type;
    this.module = module;
  }

  /** By name, in the order of the text. */
  static Map<String, List<Scope>> of(Scope type, Scope module) {
    ClassMembers found = new ClassMembers(type, module);
    for (Scope child : type.children()) {
      if (child.node() instanceof Statement.FunctionDef f
          && ACCESSORS.stream().noneMatch(d -> Caller.hasDecorator(child, d))) {
        found.add(f.name(), child);
      } else if (child.node() instanceof Statement.FunctionDef f
          && Caller.hasDecorator(child, "setter")) {
        found.add(f.name() + SETTER, child);
      } else if (child.node() instanceof Statement.FunctionDef f
          && Caller.hasDecorator(child, "deleter")) {
        found.add(f.name() + DELETER, child);
      }
    }
    ((Statement.ClassDef) type.node()).body().forEach(found::assigned);
    return found.members;
  }

  private void assigned(Statement statement) {
    Walk.where(
        statement,
        n -> {
          if (n instanceof Statement.Assign assign) {
            assign.targets().forEach(t -> assigned(t, assign.value()));
          }
          return !(n instanceof Statement.FunctionDef || n instanceof Statement.ClassDef);
        });
  }

  private void assigned(Expression target, Expression value) {
    if (!(target instanceof Expression.Name name)) {
      return;
    }
    functions(value).forEach(f -> add(name.id(), f));
    if (value instanceof Expression.Call call && Mentions.isName(call.function(), "property")) {
      for (int i = 0; i < Math.min(2, call.arguments().size()); i++) {
        String accessor = name.id() + (i == 0 ? GETTER : SETTER);
        functions(call.arguments().get(i)).forEach(f -> add(accessor, f));
      }
      for (Keyword keyword : call.keywords()) {
        String accessor =
            name.id() + (keyword.name().equals(Optional.of("fset")) ? SETTER : GETTER);
        functions(keyword.value()).forEach(f -> add(accessor, f));
      }
    }
  }

  private List<Scope> functions(Expression value) {
    if (value instanceof Expression.Lambda) {
      return type.children().stream().filter(c -> c.node() == value).toList();
    }
    return value instanceof Expression.Name name ? functions(name.id()) : List.of();
  }

  private List<Scope> functions(String name) {
    List<Scope> own = named(type, name);
    return own.isEmpty() ? named(module, name) : own;
  }

  private static List<Scope> named(Scope scope, String name) {
    return scope.children().stream()
        .filter(c -> c.node() instanceof Statement.FunctionDef f && f.name().equals(name))
        .toList();
  }

  private void add(String name, Scope function) {
    List<Scope> known = members.computeIfAbsent(name, n -> new ArrayList<>());
    if (!known.contains(function)) {
      known.add(function);
    }
  }

  /** The order in which a class and its bases are asked (C3); a plain walk where there is none. */
  static List<Scope> linearized(Scope type, Function<Scope, List<Scope>> bases) {
    return linearized(type, bases, new ArrayList<>());
  }

  private static List<Scope> linearized(
      Scope type, Function<Scope, List<Scope>> bases, List<Scope> around) {
    List<Scope> order = new ArrayList<>(List.of(type));
    if (around.contains(type)) {
      return order;
    }
    List<Scope> inside = new ArrayList<>(around);
    inside.add(type);
    List<List<Scope>> rows = new ArrayList<>();
    bases.apply(type).forEach(b -> rows.add(new ArrayList<>(linearized(b, bases, inside))));
    rows.add(new ArrayList<>(bases.apply(type)));
    rows.removeIf(List::isEmpty);
    while (!rows.isEmpty()) {
      Scope next = head(rows).orElse(rows.get(0).get(0));
      if (!order.contains(next)) {
        order.add(next);
      }
      rows.forEach(r -> r.removeIf(next::equals));
      rows.removeIf(List::isEmpty);
    }
    return order;
  }

  /** The first class that no other row has behind its head. */
  private static Optional<Scope> head(List<List<Scope>> rows) {
    return rows.stream()
        .map(r -> r.get(0))
        .filter(c -> rows.stream().noneMatch(r -> r.lastIndexOf(c) > 0))
        .findFirst();
  }
}
