package dev.parallelize.dependence;

import dev.parallelize.semantics.Frame;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Walk;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Names of the surrounding function that a piece of code reads. */
public final class Captures {
  private Captures() {}

  /**
   * Names that the node reads and that are not bound inside it: variables of the function around it,
   * and at module level those that hold data. Functions, classes and modules of the file, and builtins,
   * are not captures.
   */
  public static Set<String> of(Program program, Node node, Scope frame) {
    Set<String> names = new LinkedHashSet<>();
    Walk.each(
        node,
        n -> {
          if (n instanceof Expression.Name name && name.context() == Context.LOAD) {
            Scope around = program.scopes().around(name);
            Optional<Scope> owner = around.owner(name.id());
            if (owner.isPresent()
                && !isInside(owner.get(), node)
                && isCaptured(program, owner.get(), name.id(), frame)) {
              names.add(name.id());
            }
          }
        });
    return names;
  }

  private static boolean isInside(Scope owner, Node node) {
    return owner.kind() != Scope.Kind.MODULE
        && node.start() <= owner.node().start()
        && owner.node().end() <= node.end();
  }

  private static boolean isCaptured(Program program, Scope owner, String name, Scope frame) {
    if (owner.kind() != Scope.Kind.MODULE) {
      return true;
    }
    if (frame.kind() != Scope.Kind.MODULE) {
      return false;
    }
    Frame home = program.frame(owner);
    Set<Root> roots = home.variable(owner, name).roots();
    boolean code = !roots.isEmpty() && roots.stream().allMatch(Root::isCode);
    return !code && !home.variable(owner, name).type().name().equals("module");
  }
}
