package dev.parallelize.semantics;

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
import dev.parallelize.syntax.WithItem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scopes of a file, and which scope each node's names are looked up in. */
public final class ScopeTree {
  private final Scope module;
  private final Map<Node, Scope> opened = new IdentityHashMap<>();
  private final Map<Node, Scope> scopeOfName = new IdentityHashMap<>();

  private record Work(Node node, Scope scope, Binding.Kind binding) {}

  private ScopeTree(Module tree) {
    module = new Scope(Scope.Kind.MODULE, "", tree, Optional.empty());
    opened.put(tree, module);
    Deque<Work> work = new ArrayDeque<>();
    push(work, tree.body(), module);
    while (!work.isEmpty()) {
      visit(work.pop(), work);
    }
  }

  public static ScopeTree of(Module tree) {
    return new ScopeTree(tree);
  }

  public Scope module() {
    return module;
  }

  /** The scope that a function, class, lambda, comprehension or module opens. */
  public Scope openedBy(Node node) {
    Scope scope = opened.get(node);
    if (scope == null) {
      throw new IllegalArgumentException("opens no scope: " + node.getClass().getSimpleName());
    }
    return scope;
  }

  public boolean opensScope(Node node) {
    return opened.containsKey(node);
  }

  /** The scope in which a name node stands. */
  public Scope around(Expression.Name name) {
    return scopeOfName.getOrDefault(name, module);
  }

  private static void push(Deque<Work> work, List<? extends Node> nodes, Scope scope) {
    for (int i = nodes.size() - 1; i >= 0; i--) {
      work.push(new Work(nodes.get(i), scope, Binding.Kind.ASSIGNMENT));
    }
  }

  private void visit(Work item, Deque<Work> work) {
    Scope scope = item.scope();
    Node node = item.node();
    if (node instanceof Statement.FunctionDef function) {
      scope.bind(new Binding(function.name(), Binding.Kind.FUNCTION, function));
      push(work, function.decorators(), scope);
      Scope inner = open(Scope.Kind.FUNCTION, function.name(), function, scope);
      Scope header = header(function.typeParameters(), function, inner, scope, work);
      parameters(function.arguments(), inner, header, scope, work);
      function.returns().ifPresent(r -> push(work, List.of(r), header));
      push(work, function.body(), inner);
    } else if (node instanceof Expression.Lambda lambda) {
      Scope inner = open(Scope.Kind.LAMBDA, "<lambda>", lambda, scope);
      parameters(lambda.arguments(), inner, scope, scope, work);
      push(work, List.of(lambda.body()), inner);
    } else if (node instanceof Statement.ClassDef type) {
      scope.bind(new Binding(type.name(), Binding.Kind.CLASS, type));
      push(work, type.decorators(), scope);
      Scope inner = open(Scope.Kind.CLASS, type.name(), type, scope);
      Scope header = header(type.typeParameters(), type, inner, scope, work);
      push(work, type.bases(), header);
      push(work, type.keywords(), header);
      push(work, type.body(), inner);
    } else if (node instanceof Statement.TypeAlias alias) {
      push(work, List.of(alias.name()), scope);
      Scope inner = new Scope(Scope.Kind.TYPE_PARAMETERS, "", alias, Optional.of(scope));
      declare(alias.typeParameters(), inner, work);
      push(work, List.of(alias.value()), inner);
    } else if (node instanceof Expression.ListComp c) {
      comprehension(c, List.of(c.element()), c.generators(), scope, work);
    } else if (node instanceof Expression.SetComp c) {
      comprehension(c, List.of(c.element()), c.generators(), scope, work);
    } else if (node instanceof Expression.GeneratorExp c) {
      comprehension(c, List.of(c.element()), c.generators(), scope, work);
    } else if (node instanceof Expression.DictComp c) {
      comprehension(c, List.of(c.key(), c.value()), c.generators(), scope, work);
    } else {
      simple(node, item, scope, work);
    }
  }

  private void simple(Node node, Work item, Scope scope, Deque<Work> work) {
    if (node instanceof Expression.Name name) {
      scopeOfName.put(name, scope);
      if (name.context() == Context.STORE) {
        scope.bind(new Binding(name.id(), item.binding(), name));
      } else if (name.context() == Context.DEL) {
        scope.bind(new Binding(name.id(), Binding.Kind.DELETION, name));
      }
    } else if (node instanceof Statement.Global global) {
      global.names().forEach(scope::declareGlobal);
    } else if (node instanceof Statement.Nonlocal nonlocal) {
      nonlocal.names().forEach(scope::declareNonlocal);
    } else if (node instanceof Alias alias) {
      if (alias.name().equals("*")) {
        scope.markStarImport();
      } else {
        scope.bind(new Binding(alias.boundName(), Binding.Kind.IMPORT, alias));
      }
    } else if (node instanceof Expression.NamedExpr walrus) {
      if (walrus.target() instanceof Expression.Name name) {
        Scope target = scope.frame();
        scopeOfName.put(name, target);
        target.bind(new Binding(name.id(), Binding.Kind.WALRUS, name));
      }
      push(work, List.of(walrus.value()), scope);
    } else {
      if (node instanceof Statement.AnnAssign bare && bare.value().isEmpty() && !bare.simple()) {
        pushUnbound(bare, scope, work);
        return;
      }
      bindByStatement(node, scope);
      Binding.Kind kind = kindOfTargets(node, item.binding());
      List<Node> children = Children.of(node);
      for (int i = children.size() - 1; i >= 0; i--) {
        work.push(new Work(children.get(i), scope, kind));
      }
    }
  }

  /** {@code (name): int} says what the name may hold, and does not even make it local. */
  private void pushUnbound(Statement.AnnAssign bare, Scope scope, Deque<Work> work) {
    if (bare.target() instanceof Expression.Name name) {
      scopeOfName.put(name, scope);
    } else {
      push(work, List.of(bare.target()), scope);
    }
    push(work, List.of(bare.annotation()), scope);
  }

  private static void bindByStatement(Node node, Scope scope) {
    if (node instanceof ExceptHandler handler) {
      handler.name().ifPresent(n -> scope.bind(new Binding(n, Binding.Kind.EXCEPTION, handler)));
    } else if (node instanceof Pattern.MatchAs as) {
      as.name().ifPresent(n -> scope.bind(new Binding(n, Binding.Kind.PATTERN, as)));
    } else if (node instanceof Pattern.MatchStar star) {
      star.name().ifPresent(n -> scope.bind(new Binding(n, Binding.Kind.PATTERN, star)));
    } else if (node instanceof Pattern.MatchMapping mapping) {
      mapping.rest().ifPresent(n -> scope.bind(new Binding(n, Binding.Kind.PATTERN, mapping)));
    }
  }

  private static Binding.Kind kindOfTargets(Node node, Binding.Kind inherited) {
    if (node instanceof Statement.For) {
      return Binding.Kind.LOOP_TARGET;
    }
    if (node instanceof Statement.AugAssign) {
      return Binding.Kind.AUGMENTED;
    }
    if (node instanceof WithItem) {
      return Binding.Kind.WITH_TARGET;
    }
    if (node instanceof Statement.AnnAssign assign && assign.value().isEmpty()) {
      return Binding.Kind.ANNOTATION;
    }
    return node instanceof Statement ? Binding.Kind.ASSIGNMENT : inherited;
  }

  private Scope open(Scope.Kind kind, String name, Node node, Scope parent) {
    Scope scope = new Scope(kind, name, node, Optional.of(parent));
    opened.put(node, scope);
    return scope;
  }

  /** Where the annotations and bases of a definition are looked up. */
  private static Scope header(
      List<TypeParameter> parameters, Node node, Scope inner, Scope around, Deque<Work> work) {
    if (parameters.isEmpty()) {
      return around;
    }
    parameters.forEach(p -> inner.declareTypeParameter(p.name()));
    Scope header = new Scope(Scope.Kind.TYPE_PARAMETERS, "", node, Optional.of(around));
    declare(parameters, header, work);
    return header;
  }

  private static void declare(List<TypeParameter> parameters, Scope scope, Deque<Work> work) {
    parameters.forEach(p -> scope.declareTypeParameter(p.name()));
    push(work, parameters, scope);
  }

  private void parameters(
      Arguments arguments, Scope inner, Scope header, Scope outer, Deque<Work> work) {
    for (Argument argument : arguments.all()) {
      inner.bind(new Binding(argument.name(), Binding.Kind.PARAMETER, argument));
      argument.annotation().ifPresent(a -> push(work, List.of(a), header));
    }
    push(work, arguments.defaults(), outer);
    arguments.keywordDefaults().forEach(d -> d.ifPresent(e -> push(work, List.of(e), outer)));
  }

  private void comprehension(
      Expression node,
      List<Expression> elements,
      List<Comprehension> generators,
      Scope scope,
      Deque<Work> work) {
    Scope inner = open(Scope.Kind.COMPREHENSION, "<comprehension>", node, scope);
    push(work, elements, inner);
    for (int i = 0; i < generators.size(); i++) {
      Comprehension generator = generators.get(i);
      work.push(new Work(generator.target(), inner, Binding.Kind.LOOP_TARGET));
      push(work, List.of(generator.iterable()), i == 0 ? scope : inner);
      push(work, generator.conditions(), inner);
    }
  }
}
