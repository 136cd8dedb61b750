package dev.parallelize.rewrite;

import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.ScopeTree;
import dev.parallelize.syntax.Alias;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file imports, and which of it can be used at one place: a name bound by imports of the same
 * thing alone, unconditionally, before the place.
 */
final class VisibleImports {
  /** What an alias binds: a module, or one name of it. */
  private record Target(String module, Optional<String> name, String bound) {}

  private final SyntaxTree tree;
  private final Scope module;
  private final int usedAt;
  private final Map<Alias, Target> targets = new IdentityHashMap<>();

  VisibleImports(SyntaxTree tree, int usedAt) {
    this.tree = tree;
    this.usedAt = usedAt;
    this.module = ScopeTree.of(tree.module()).module();
    dev.parallelize.syntax.Walk.each(
        tree.module(),
        node -> {
          if (node instanceof Statement.Import statement) {
            statement.names().forEach(a -> targets.put(a, plain(a)));
          } else if (node instanceof Statement.ImportFrom from && from.level() == 0) {
            from.names().forEach(a -> targets.put(a, taken(from, a)));
          }
        });
  }

  private static Target plain(Alias alias) {
    return new Target(alias.name(), Optional.empty(), alias.asName().orElse(alias.name()));
  }

  private static Target taken(Statement.ImportFrom from, Alias alias) {
    return new Target(
        from.module().orElse(""), Optional.of(alias.name()), alias.asName().orElse(alias.name()));
  }

  /** How the place can name what is wanted with what is imported already. */
  Optional<String> expression(ImportRequest request) {
    Optional<String> best = Optional.empty();
    for (Scope scope : scopesAround()) {
      for (Statement statement : executedBefore(scope)) {
        for (Alias alias : aliases(statement)) {
          Target target = targets.get(alias);
          Optional<String> found =
              target == null || !reaches(scope, alias) ? Optional.empty() : via(target, request);
          if (found.isPresent() && (best.isEmpty() || !found.get().contains("."))) {
            best = found;
          }
        }
      }
    }
    return best;
  }

  /**
   * Whether a new import at the top of the file may bind the name: it is used for nothing else, and
   * no scope between the place and the module binds it.
   */
  boolean mayBind(ImportRequest request, String name) {
    boolean elsewhere =
        FreshNames.identifiers(tree.module()).contains(name) && !onlyBoundByIt(module, request);
    boolean hidden =
        scopesAround().stream()
            .anyMatch(s -> s != module && s.bindings().containsKey(request.binds()));
    return !elsewhere && !hidden;
  }

  /** Whether every binding of the request's own name is an import of the very same thing. */
  private boolean onlyBoundByIt(Scope scope, ImportRequest request) {
    boolean bound = scope != module || anyImport(module, request);
    for (Binding binding : scope.bindings(request.binds())) {
      bound &= binding.node() instanceof Alias alias && isSame(targets.get(alias), request);
    }
    return bound && scope.children().stream().allMatch(c -> onlyBoundByIt(c, request));
  }

  private boolean anyImport(Scope scope, ImportRequest request) {
    return scope.bindings().containsKey(request.binds())
        || scope.children().stream().anyMatch(c -> anyImport(c, request));
  }

  private static boolean isSame(Target target, ImportRequest request) {
    return target != null
        && target.module().equals(request.module())
        && target.name().equals(request.name());
  }

  private static Optional<String> via(Target target, ImportRequest request) {
    String wanted = request.name().map(n -> "." + n).orElse("");
    if (isSame(target, request)) {
      return Optional.of(target.bound());
    }
    String reached = target.name().map(n -> target.module() + "." + n).orElse(target.module());
    if (reached.equals(request.module())) {
      return Optional.of(target.bound() + wanted);
    }
    boolean submodule =
        target.name().isEmpty()
            && target.bound().equals(target.module())
            && target.module().startsWith(request.module() + ".");
    return submodule ? Optional.of(request.module() + wanted) : Optional.empty();
  }

  /** Whether the alias' name means this import at the place, and nothing else binds it there. */
  private boolean reaches(Scope scope, Alias alias) {
    String name = alias.boundName();
    List<Scope> around = scopesAround();
    boolean resolved = around.get(0).owner(name).filter(s -> s == scope).isPresent();
    return resolved && bindsOnlyImports(module, scope, name, targets.get(alias));
  }

  private boolean bindsOnlyImports(Scope in, Scope owner, String name, Target target) {
    boolean binds = in == owner || in.declaresGlobal(name) || in.declaresNonlocal(name);
    if (binds) {
      for (Binding binding : in.bindings(name)) {
        Target other = binding.node() instanceof Alias a ? targets.get(a) : null;
        if (other == null || !(other.equals(target) || sharePackage(other, target))) {
          return false;
        }
      }
    }
    return in.children().stream().allMatch(c -> bindsOnlyImports(c, owner, name, target));
  }

  /** {@code import os} and {@code import os.path} bind the same object to {@code os}. */
  private static boolean sharePackage(Target left, Target right) {
    boolean bothPlain = left.name().isEmpty() && right.name().isEmpty();
    return bothPlain && left.bound().equals(left.module()) && right.bound().equals(right.module());
  }

  /** The scopes whose names the place sees, innermost first, the module last. */
  private List<Scope> scopesAround() {
    List<Scope> around = new ArrayList<>();
    Scope scope = module;
    while (scope != null) {
      around.add(0, scope);
      Scope next = null;
      for (Scope child : scope.children()) {
        if (child.node().start() <= usedAt && usedAt < child.node().end()) {
          next = child;
        }
      }
      scope = next;
    }
    return around;
  }

  /** The statements of a scope's own body that have run when the place runs. */
  private List<Statement> executedBefore(Scope scope) {
    List<Statement> body = List.of();
    if (scope == module) {
      body = tree.module().body();
    } else if (scope.node() instanceof Statement.FunctionDef function) {
      body = function.body();
    }
    return body.stream().filter(s -> s.end() <= usedAt).toList();
  }

  private static List<Alias> aliases(Statement statement) {
    if (statement instanceof Statement.Import imports) {
      return imports.names();
    }
    return statement instanceof Statement.ImportFrom from ? from.names() : List.of();
  }
}
