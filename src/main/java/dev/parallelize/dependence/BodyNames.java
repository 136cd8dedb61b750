package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.MatchCase;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Pattern;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which names a loop's body binds and uses, and which uses may see a value of an earlier iteration: a
 * definite-assignment analysis over one iteration.
 */
final class BodyNames {
  private final Program program;
  private final Scope scope;
  private final Set<String> bound = new LinkedHashSet<>();
  private final Map<String, Integer> exposed = new LinkedHashMap<>();

  private BodyNames(Program program, Scope scope) {
    this.program = program;
    this.scope = scope;
  }

  static BodyNames of(Program program, Scope scope, Set<String> targets, List<Statement> body) {
    BodyNames names = new BodyNames(program, scope);
    body.forEach(s -> names.bound.addAll(names.bindings(s)));
    names.run(body, new HashSet<>(targets));
    return names;
  }

  /** Names that the body binds. */
  Set<String> bound() {
    return bound;
  }

  /** Names that may carry a value from one iteration to the next, with the use that shows it. */
  Map<String, Integer> exposed() {
    return exposed;
  }

  /** The names a node binds in the frame, comprehension targets excluded. */
  Set<String> bindings(Node node) {
    Set<String> names = new LinkedHashSet<>();
    List<Node> edge = new ArrayList<>(List.of(node));
    while (!edge.isEmpty()) {
      Node next = edge.remove(edge.size() - 1);
      if (next instanceof Expression.Name n && n.context() != Context.LOAD && isOurs(n)) {
        names.add(n.id());
      } else if (next instanceof Statement.FunctionDef f) {
        names.add(f.name());
        continue;
      } else if (next instanceof Statement.ClassDef c) {
        names.add(c.name());
        continue;
      } else if (next instanceof ExceptHandler h) {
        h.name().ifPresent(names::add);
      } else if (next instanceof Statement.Import i) {
        i.names().forEach(a -> names.add(a.boundName()));
      } else if (next instanceof Statement.ImportFrom i) {
        i.names().forEach(a -> names.add(a.boundName()));
      } else if (next instanceof Pattern p) {
        names.addAll(captures(p));
      } else if (next instanceof Expression.Lambda) {
        continue;
      }
      edge.addAll(Children.of(next));
    }
    return names;
  }

  private static Set<String> captures(Pattern pattern) {
    Set<String> names = new LinkedHashSet<>();
    if (pattern instanceof Pattern.MatchAs as) {
      as.name().ifPresent(names::add);
    } else if (pattern instanceof Pattern.MatchStar star) {
      star.name().ifPresent(names::add);
    } else if (pattern instanceof Pattern.MatchMapping mapping) {
      mapping.rest().ifPresent(names::add);
    }
    return names;
  }

  private boolean isOurs(Expression.Name name) {
    Scope around = program.scopes().around(name);
    Scope owner = around.owner(name.id()).orElse(around);
    return owner == scope
        || (owner.kind() != Scope.Kind.COMPREHENSION
            && program.frameOf(owner) == program.frameOf(scope));
  }

  /** The names of the frame that a node reads; those of its own comprehensions are not among them. */
  Map<String, Integer> uses(Node node) {
    Map<String, Integer> names = new LinkedHashMap<>();
    List<Node> edge = new ArrayList<>(List.of(node));
    while (!edge.isEmpty()) {
      Node next = edge.remove(edge.size() - 1);
      if (next instanceof Expression.Name n && n.context() == Context.LOAD && isOuterTo(n, node)) {
        names.merge(n.id(), n.start(), Math::min);
      } else if (next instanceof Statement.AugAssign a
          && a.target() instanceof Expression.Name n
          && isOuterTo(n, node)) {
        names.merge(n.id(), n.start(), Math::min);
      }
      edge.addAll(Children.of(next));
    }
    return names;
  }

  /** True unless the name belongs to a comprehension, lambda or function inside the node. */
  private boolean isOuterTo(Expression.Name name, Node node) {
    Scope around = program.scopes().around(name);
    Scope owner = around.owner(name.id()).orElse(null);
    if (owner == null || owner.kind() == Scope.Kind.MODULE) {
      return true;
    }
    boolean inside = node.start() <= owner.node().start() && owner.node().end() <= node.end();
    return !inside;
  }

  /** Runs statements; the set holds the names assigned for sure. Answers whether control goes on. */
  private boolean run(List<Statement> statements, Set<String> assigned) {
    for (Statement statement : statements) {
      if (!run(statement, assigned)) {
        return false;
      }
    }
    return true;
  }

  private boolean run(Statement s, Set<String> assigned) {
    if (s instanceof Statement.If branch) {
      use(branch.test(), assigned);
      return merge(assigned, List.of(branch.body(), branch.orElse()), List.of());
    } else if (s instanceof Statement.For loop) {
      use(loop.iterable(), assigned);
      Set<String> inside = new HashSet<>(assigned);
      inside.addAll(bindings(loop.target()));
      use(loop.target(), inside);
      run(loop.body(), inside);
      run(loop.orElse(), new HashSet<>(assigned));
      return true;
    } else if (s instanceof Statement.While loop) {
      use(loop.test(), assigned);
      run(loop.body(), new HashSet<>(assigned));
      run(loop.orElse(), new HashSet<>(assigned));
      return true;
    } else if (s instanceof Statement.With with) {
      for (WithItem item : with.items()) {
        use(item.context(), assigned);
        item.target().ifPresent(t -> assigned.addAll(bindings(t)));
      }
      return run(with.body(), assigned);
    } else if (s instanceof Statement.Try attempt) {
      return attempt(attempt, assigned);
    } else if (s instanceof Statement.Match match) {
      use(match.subject(), assigned);
      List<List<Statement>> bodies = new ArrayList<>();
      List<Set<String>> extra = new ArrayList<>();
      for (MatchCase one : match.cases()) {
        bodies.add(one.body());
        extra.add(bindings(one.pattern()));
        one.guard().ifPresent(g -> useWith(g, assigned, bindings(one.pattern())));
      }
      bodies.add(List.of());
      extra.add(Set.of());
      return merge(assigned, bodies, extra);
    } else if (s instanceof Statement.FunctionDef || s instanceof Statement.ClassDef) {
      use(s, assigned);
      assigned.addAll(bindings(s));
      return true;
    }
    return simple(s, assigned);
  }

  private boolean simple(Statement s, Set<String> assigned) {
    if (s instanceof Statement.Assign assign) {
      use(assign.value(), assigned);
      assign.targets().forEach(t -> use(t, assigned));
      assign.targets().forEach(t -> assigned.addAll(bindings(t)));
      assigned.addAll(bindings(assign.value()));
      return true;
    }
    if (s instanceof Statement.Delete delete) {
      delete.targets().forEach(t -> use(t, assigned));
      delete.targets().forEach(t -> assigned.removeAll(bindings(t)));
      return true;
    }
    use(s, assigned);
    assigned.addAll(bindings(s));
    return !(s instanceof Statement.Continue
        || s instanceof Statement.Break
        || s instanceof Statement.Return
        || s instanceof Statement.Raise);
  }

  private boolean attempt(Statement.Try attempt, Set<String> assigned) {
    Set<String> before = new HashSet<>(assigned);
    boolean goesOn = run(attempt.body(), assigned);
    goesOn = goesOn && run(attempt.orElse(), assigned);
    Set<String> common = goesOn ? new HashSet<>(assigned) : null;
    for (ExceptHandler handler : attempt.handlers()) {
      Set<String> inside = new HashSet<>(before);
      handler.type().ifPresent(t -> use(t, before));
      handler.name().ifPresent(inside::add);
      if (run(handler.body(), inside)) {
        if (common == null) {
          common = inside;
        } else {
          common.retainAll(inside);
        }
      }
    }
    Set<String> after = common == null ? before : common;
    assigned.clear();
    assigned.addAll(after);
    boolean last = run(attempt.finalBody(), assigned);
    return common != null && last;
  }

  private boolean merge(
      Set<String> assigned, List<List<Statement>> branches, List<Set<String>> extra) {
    Set<String> common = null;
    for (int i = 0; i < branches.size(); i++) {
      Set<String> inside = new HashSet<>(assigned);
      if (i < extra.size()) {
        inside.addAll(extra.get(i));
      }
      if (run(branches.get(i), inside)) {
        if (common == null) {
          common = inside;
        } else {
          common.retainAll(inside);
        }
      }
    }
    if (common != null) {
      assigned.addAll(common);
    }
    return common != null;
  }

  private void useWith(Node node, Set<String> assigned, Set<String> more) {
    Set<String> all = new HashSet<>(assigned);
    all.addAll(more);
    use(node, all);
  }

  private void use(Node node, Set<String> assigned) {
    Set<String> own = bindings(node);
    boolean walrus = node instanceof Expression && !own.isEmpty();
    uses(node)
        .forEach(
            (name, offset) -> {
              boolean earlier = walrus && own.contains(name) && boundBefore(node, name, offset);
              if (bound.contains(name) && !assigned.contains(name) && !earlier) {
                exposed.putIfAbsent(name, offset);
              }
            });
    if (walrus) {
      assigned.addAll(own);
    }
  }

  /** In {@code (m := f(x)) and m.y} the use stands after the binding. */
  private static boolean boundBefore(Node node, String name, int offset) {
    boolean[] found = {false};
    Walk.each(
        node,
        n -> {
          if (n instanceof Expression.NamedExpr w
              && w.target() instanceof Expression.Name t
              && t.id().equals(name)
              && w.end() <= offset) {
            found[0] = true;
          }
        });
    return found[0];
  }

  /** Whether every use of the name in the statement sees a value that the statement itself gave. */
  boolean suppliesItself(Statement statement, String name) {
    BodyNames scratch = new BodyNames(program, scope);
    scratch.bound.addAll(bindings(statement));
    scratch.run(statement, new HashSet<>());
    return scratch.bound.contains(name)
        && !scratch.exposed.containsKey(name)
        && !isReadByClosure(statement, name);
  }

  private static boolean isReadByClosure(Statement statement, String name) {
    boolean[] found = {false};
    Walk.each(
        statement,
        n -> {
          if (n instanceof Expression.Lambda || n instanceof Statement.FunctionDef) {
            Walk.each(
                n, inner -> found[0] |= inner instanceof Expression.Name e && e.id().equals(name));
          }
        });
    return found[0];
  }

  /** The names that are assigned for sure once the statement has run. */
  Set<String> surelyAssigned(Statement statement) {
    Set<String> assigned = new HashSet<>();
    BodyNames scratch = new BodyNames(program, scope);
    scratch.run(statement, assigned);
    return assigned;
  }
}
