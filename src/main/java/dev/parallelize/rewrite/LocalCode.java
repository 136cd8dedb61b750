package dev.parallelize.rewrite;

import dev.parallelize.dependence.Captures;
import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Alias;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Functions, lambdas and imports that live inside the function around a loop. They cannot be sent to
 * another process, so the worker gets a copy of their definition.
 */
final class LocalCode {
  private final Program program;
  private final Scope scope;

  LocalCode(Program program, Scope scope) {
    this.program = program;
    this.scope = scope;
  }

  /** Takes the captures that are code out of the set, adds what they need, and gives their text. */
  void embed(Set<String> captures, List<Statement> embedded, List<String> targets) {
    List<String> queue = new ArrayList<>(captures);
    Set<String> done = new LinkedHashSet<>();
    while (!queue.isEmpty()) {
      String name = queue.remove(0);
      Optional<Scope> owner = scope.owner(name);
      if (owner.isEmpty() || owner.get().kind() == Scope.Kind.MODULE || !done.add(name)) {
        continue;
      }
      Set<Root> roots =
          program.frame(program.frameOf(owner.get())).variable(owner.get(), name).roots();
      boolean code = !roots.isEmpty() && roots.stream().allMatch(Root::isCode);
      if (!code) {
        continue;
      }
      Statement definition = definition(owner.get(), name);
      captures.remove(name);
      embedded.add(0, definition);
      Scope inner =
          definition instanceof Statement.FunctionDef f
              ? program.scopes().openedBy(f)
              : owner.get();
      for (String more : needs(definition, inner, name)) {
        if (!targets.contains(more)) {
          captures.add(more);
          queue.add(more);
        }
      }
    }
  }

  private Set<String> needs(Statement definition, Scope inner, String own) {
    Set<String> names = new LinkedHashSet<>();
    if (!(definition instanceof Statement.Import || definition instanceof Statement.ImportFrom)) {
      names.addAll(Captures.of(program, definition, program.frameOf(scope)));
    }
    names.remove(own);
    names.removeIf(n -> inner.bindings().containsKey(n) && inner != scope);
    return names;
  }

  private Statement definition(Scope owner, String name) {
    List<Binding> bindings = owner.bindings(name);
    if (bindings.size() != 1) {
      throw new WorkerBuilder.Unsupported(
          "`" + name + "` is defined in more than one place of the function");
    }
    Node node = bindings.get(0).node();
    if (node instanceof Statement.FunctionDef f && f.decorators().isEmpty()) {
      return f;
    }
    Statement[] found = new Statement[1];
    Walk.each(
        owner.node(),
        n -> {
          if (n instanceof Statement.Assign a
              && a.targets().size() == 1
              && a.targets().get(0) == node
              && a.value() instanceof Expression.Lambda) {
            found[0] = a;
          } else if (node instanceof Alias
              && n instanceof Statement.Import i
              && i.names().contains(node)) {
            found[0] = i;
          } else if (node instanceof Alias
              && n instanceof Statement.ImportFrom i
              && i.names().contains(node)) {
            found[0] = i;
          }
        });
    if (found[0] == null) {
      throw new WorkerBuilder.Unsupported(
          "`"
              + name
              + "` is code that exists only inside the function and cannot be sent to a process");
    }
    return found[0];
  }
}
