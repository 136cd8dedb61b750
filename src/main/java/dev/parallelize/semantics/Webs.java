package dev.parallelize.semantics;

import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.MatchCase;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which uses of a variable see the value of one assignment for sure, whatever else the variable is given elsewhere (reaching
 * definitions, where just one reaches): a name that two loops in turn use for their items means two things.
 *
 * <p>Only variables are told apart that no other function binds, and only by plain assignments, targets of loops and of
 * {@code with} in one of the blocks around a use.
 */
final class Webs {
  private final ScopeTree scopes;
  private final Map<Expression.Name, String> slots = new IdentityHashMap<>();
  private final Set<Expression.Name> definitions =
      Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> shared = new HashSet<>();

  private Webs(ScopeTree scopes) {
    this.scopes = scopes;
  }

  /**
   * The webs of all functions, and of the file itself.
   *
   * @param told whether only assignments give variables their values; nothing is told apart otherwise
   */
  static Webs of(ScopeTree scopes, boolean told) {
    Webs webs = new Webs(scopes);
    if (told) {
      webs.collectShared(scopes.module());
      webs.enter(scopes.module());
    }
    return webs;
  }

  private void collectShared(Scope scope) {
    shared.addAll(scope.globals());
    shared.addAll(scope.nonlocals());
    scope.children().forEach(this::collectShared);
  }

  /** Where the value that the use sees is kept; the name itself where it may be that of several assignments. */
  String slot(Expression.Name use) {
    return slots.getOrDefault(use, use.id());
  }

  /** Whether the value of this assignment is kept apart from those of others. */
  boolean isDefinition(Expression.Name target) {
    return definitions.contains(target);
  }

  /** No name of Python holds such a sign. */
  static String slotOf(Expression.Name target) {
    return target.id() + "@" + target.start();
  }

  /** The name of the variable that a slot is of. */
  static String variableOf(String slot) {
    int sign = slot.indexOf('@');
    return sign < 0 ? slot : slot.substring(0, sign);
  }

  private void enter(Scope scope) {
    List<Statement> body =
        scope.node() instanceof Statement.FunctionDef function
            ? function.body()
            : scope.node() instanceof dev.parallelize.syntax.Module module
                ? module.body()
                : List.of();
    boolean code = scope.kind() == Scope.Kind.FUNCTION || scope.kind() == Scope.Kind.MODULE;
    if (code && !scope.hasStarImport()) {
      Map<String, List<Binding>> several = new HashMap<>();
      scope
          .bindings()
          .forEach(
              (name, bindings) -> {
                if (bindings.size() > 1 && !shared.contains(name) && !name.startsWith("__")) {
                  several.put(name, bindings);
                }
              });
      if (!several.isEmpty()) {
        new Blocks(scope, several).block(body, Map.of());
      }
    }
    scope.children().forEach(this::enter);
  }

  /**
   * The blocks of one function.
   *
   * @param several the variables that are bound in several places
   */
  private final class Blocks {
    private final Scope scope;
    private final NavigableMap<Integer, List<String>> bindings = new TreeMap<>();

    Blocks(Scope scope, Map<String, List<Binding>> several) {
      this.scope = scope;
      several.values().stream()
          .flatMap(List::stream)
          .forEach(
              b ->
                  bindings
                      .computeIfAbsent(b.node().start(), start -> new ArrayList<>())
                      .add(b.name()));
    }

    /**
     * Goes through a block.
     *
     * @param reaching the assignment that surely has given each variable the value it has where the block begins
     */
    void block(List<Statement> block, Map<String, Expression.Name> reaching) {
      Map<String, Expression.Name> now = new HashMap<>(reaching);
      for (Statement statement : block) {
        statement(statement, now);
        bound(statement).forEach(now::remove);
        if (statement instanceof Statement.Assign assign) {
          assign.targets().forEach(t -> define(t, statement, now));
        }
      }
    }

    /** Variables that the target gives a value, where nothing else in the code around it does. */
    private void define(Node target, Node within, Map<String, Expression.Name> now) {
      Walk.each(
          target,
          n -> {
            if (n instanceof Expression.Name name
                && name.context() == Context.STORE
                && bindings(name.id(), within) == 1) {
              now.put(name.id(), name);
              definitions.add(name);
            }
          });
    }

    private void statement(Statement statement, Map<String, Expression.Name> now) {
      Set<String> bound = bound(statement);
      Map<String, Expression.Name> kept = new HashMap<>(now);
      bound.forEach(kept::remove);
      if (statement instanceof Statement.For loop) {
        uses(loop.iterable(), now, bound(loop.iterable()));
        uses(loop.target(), kept, bound);
        Map<String, Expression.Name> inside = new HashMap<>(kept);
        define(loop.target(), loop.target(), inside);
        block(loop.body(), inside);
        block(loop.orElse(), kept);
      } else if (statement instanceof Statement.While loop) {
        uses(loop.test(), kept, bound);
        block(loop.body(), kept);
        block(loop.orElse(), kept);
      } else if (statement instanceof Statement.If branch) {
        Set<String> walrus = bound(branch.test());
        uses(branch.test(), now, walrus);
        Map<String, Expression.Name> inside = new HashMap<>(now);
        walrus.forEach(inside::remove);
        block(branch.body(), inside);
        block(branch.orElse(), inside);
      } else if (statement instanceof Statement.With with) {
        Map<String, Expression.Name> inside = new HashMap<>(kept);
        with.items()
            .forEach(
                i -> {
                  uses(i, kept, bound);
                  i.target().ifPresent(t -> define(t, with, inside));
                });
        block(with.body(), inside);
      } else if (statement instanceof Statement.Try attempt) {
        block(attempt.body(), now);
        for (ExceptHandler handler : attempt.handlers()) {
          handler.type().ifPresent(t -> uses(t, kept, bound));
          block(handler.body(), kept);
        }
        block(attempt.orElse(), kept);
        block(attempt.finalBody(), kept);
      } else if (statement instanceof Statement.Match match) {
        uses(match.subject(), kept, bound);
        for (MatchCase one : match.cases()) {
          uses(one.pattern(), kept, bound);
          one.guard().ifPresent(g -> uses(g, kept, bound));
          block(one.body(), kept);
        }
      } else if (statement instanceof Statement.Assign assign) {
        uses(assign.value(), now, bound(assign.value()));
        assign.targets().forEach(t -> uses(t, kept, bound));
      } else {
        boolean sum = statement instanceof Statement.AugAssign;
        uses(statement, sum ? kept : now, bound);
      }
    }

    private void uses(Node code, Map<String, Expression.Name> now, Set<String> unsure) {
      Walk.where(
          code,
          n -> {
            if (n instanceof Expression.Name use
                && use.context() == Context.LOAD
                && now.containsKey(use.id())
                && !unsure.contains(use.id())
                && scopes.around(use).owner(use.id()).filter(o -> o == scope).isPresent()) {
              Expression.Name definition = now.get(use.id());
              slots.put(use, slotOf(definition));
            }
            return !isLater(n);
          });
    }

    /** Code that runs when the variable may have another value. */
    private static boolean isLater(Node node) {
      return node instanceof Expression.GeneratorExp
          || node instanceof Expression.Lambda
          || node instanceof Statement.FunctionDef
          || node instanceof Statement.ClassDef;
    }

    private Set<String> bound(Node code) {
      Set<String> found = new HashSet<>();
      bindings.subMap(code.start(), code.end()).values().forEach(found::addAll);
      return found;
    }

    private long bindings(String name, Node within) {
      return bindings.subMap(within.start(), within.end()).values().stream()
          .flatMap(List::stream)
          .filter(name::equals)
          .count();
    }
  }
}
