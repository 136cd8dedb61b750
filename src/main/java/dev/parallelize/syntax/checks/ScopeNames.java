package dev.parallelize.syntax.checks;

import dev.parallelize.syntax.Alias;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Pattern;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.TypeParameter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one scope uses each name, and from which offset on: what CPython's symbol table knows when it
 * meets a {@code global} or {@code nonlocal} statement.
 */
final class ScopeNames {
  private static final int NEVER = Integer.MAX_VALUE;

  /** First offsets of each kind of use. */
  static final class Use {
    boolean parameter;
    int used = NEVER;
    int assigned = NEVER;
    int annotated = NEVER;
    int global = NEVER;
    int nonlocal = NEVER;

    /** Bound in this scope, and not only declared to be another's. */
    boolean isBound() {
      return (parameter || assigned != NEVER || annotated != NEVER)
          && global == NEVER
          && nonlocal == NEVER;
    }
  }

  private final Map<String, Use> uses = new HashMap<>();

  private ScopeNames() {}

  Optional<Use> of(String name) {
    return Optional.ofNullable(uses.get(name));
  }

  static ScopeNames of(Node scope) {
    ScopeNames names = new ScopeNames();
    names.gather(names.bodyOf(scope));
    return names;
  }

  private List<? extends Node> bodyOf(Node scope) {
    if (scope instanceof Statement.FunctionDef function) {
      parameters(function.arguments());
      return function.body();
    }
    if (scope instanceof Expression.Lambda lambda) {
      parameters(lambda.arguments());
      return List.of(lambda.body());
    }
    if (scope instanceof Statement.ClassDef definition) {
      return definition.body();
    }
    return scope instanceof Module module ? module.body() : List.of();
  }

  private void parameters(Arguments arguments) {
    for (Argument argument : arguments.all()) {
      use(argument.name()).parameter = true;
    }
  }

  private void gather(List<? extends Node> roots) {
    Deque<Node> pending = new ArrayDeque<>();
    push(pending, roots);
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      push(pending, visible(node));
    }
  }

  private static void push(Deque<Node> pending, List<? extends Node> nodes) {
    for (int i = nodes.size() - 1; i >= 0; i--) {
      pending.push(nodes.get(i));
    }
  }

  /** Records the node and answers those of its children that belong to the same scope. */
  private List<? extends Node> visible(Node node) {
    if (node instanceof Expression.Name name) {
      name(name);
    } else if (node instanceof Statement.Global statement) {
      statement.names().forEach(name -> declareGlobal(name, statement.start()));
    } else if (node instanceof Statement.Nonlocal statement) {
      statement.names().forEach(name -> declareNonlocal(name, statement.start()));
    } else if (node instanceof Alias alias) {
      assign(alias.boundName(), alias.start());
    } else if (node instanceof ExceptHandler handler) {
      handler.name().ifPresent(name -> assign(name, handler.start()));
    } else if (node instanceof Pattern pattern) {
      pattern(pattern);
    } else if (node instanceof Statement.AnnAssign annotated) {
      annotated(annotated);
    } else if (node instanceof Statement.FunctionDef function) {
      assign(function.name(), function.start());
      return Outside.of(function);
    } else if (node instanceof Statement.ClassDef definition) {
      assign(definition.name(), definition.start());
      return Outside.of(definition);
    } else if (node instanceof Expression.Lambda lambda) {
      return Outside.of(lambda.arguments());
    } else if (Comprehension.of(node).size() > 0) {
      return comprehension(node);
    } else if (node instanceof TypeParameter) {
      return List.of();
    }
    return Children.of(node);
  }

  /** Of a comprehension, the first iterable and the targets of := belong to the scope around it. */
  private List<? extends Node> comprehension(Node node) {
    Deque<Node> pending = new ArrayDeque<>(Children.of(node));
    while (!pending.isEmpty()) {
      Node inner = pending.pop();
      if (inner instanceof Expression.NamedExpr named
          && named.target() instanceof Expression.Name target) {
        assign(target.id(), target.start());
      }
      if (!(inner instanceof Expression.Lambda)) {
        pending.addAll(Children.of(inner));
      }
    }
    List<Comprehension> generators = Comprehension.of(node);
    return List.of(generators.get(0).iterable());
  }

  private void name(Expression.Name name) {
    Use use = use(name.id());
    if (name.context() == Context.LOAD) {
      use.used = Math.min(use.used, name.start());
    } else {
      use.assigned = Math.min(use.assigned, name.start());
    }
  }

  private void annotated(Statement.AnnAssign statement) {
    if (statement.simple() && statement.target() instanceof Expression.Name name) {
      Use use = use(name.id());
      use.annotated = Math.min(use.annotated, name.start());
    }
  }

  private void pattern(Pattern pattern) {
    Optional<String> captured = Optional.empty();
    if (pattern instanceof Pattern.MatchAs capture) {
      captured = capture.name();
    } else if (pattern instanceof Pattern.MatchStar star) {
      captured = star.name();
    } else if (pattern instanceof Pattern.MatchMapping mapping) {
      captured = mapping.rest();
    }
    captured.ifPresent(name -> assign(name, pattern.start()));
  }

  private void assign(String name, int offset) {
    Use use = use(name);
    use.assigned = Math.min(use.assigned, offset);
  }

  private void declareGlobal(String name, int offset) {
    Use use = use(name);
    use.global = Math.min(use.global, offset);
  }

  private void declareNonlocal(String name, int offset) {
    Use use = use(name);
    use.nonlocal = Math.min(use.nonlocal, offset);
  }

  private Use use(String name) {
    return uses.computeIfAbsent(name, n -> new Use());
  }
}
