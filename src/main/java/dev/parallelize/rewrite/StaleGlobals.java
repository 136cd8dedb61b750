package dev.parallelize.rewrite;

import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Module variables that a freshly started worker process would see with another value than the parent:
 * it imports the module, so it sees what top-level code outside the main guard gives them.
 */
final class StaleGlobals {
  private final Program program;
  private final Set<String> stale = new HashSet<>();

  /**
   * @param parents top-level statements whose variables a worker may see with other values
   */
  StaleGlobals(Program program, List<Statement> parents) {
    this.program = program;
    Scope module = program.scopes().module();
    for (Statement statement : parents) {
      Walk.each(
          statement,
          n -> {
            if (n instanceof dev.parallelize.syntax.Expression.Name name
                && name.context() != dev.parallelize.syntax.Context.LOAD
                && program
                    .scopes()
                    .around(name)
                    .owner(name.id())
                    .filter(o -> o == module)
                    .isPresent()) {
              stale.add(name.id());
            }
          });
      changed(module, statement);
    }
    for (String name : module.bindings().keySet()) {
      if (!program.rebinders(name).isEmpty()) {
        stale.add(name);
      }
    }
    program.functionFrames().forEach(this::changedBy);
  }

  private void changed(Scope module, Statement statement) {
    for (Located located : program.facts(module, statement.span())) {
      if (located.fact() instanceof Fact.Mutates m && !m.field().equals(Fact.EVERYTHING)) {
        module.bindings().keySet().stream()
            .filter(n -> program.mayAlias(module, new Root.Variable(module, n), m.root()))
            .forEach(stale::add);
      }
    }
  }

  private void changedBy(Scope function) {
    for (Located located : program.frame(function).facts()) {
      if (located.fact() instanceof Fact.Mutates m
          && !m.field().equals(Fact.EVERYTHING)
          && m.root().base() instanceof Root.Variable v
          && v.owner().kind() == Scope.Kind.MODULE) {
        stale.add(v.name());
      }
    }
  }

  Set<String> all() {
    return stale;
  }

  /** Stale variables that functions called by the node read on their way. */
  Set<String> readByCallees(Scope frame, Node node) {
    Set<String> names = new LinkedHashSet<>();
    for (Located located : program.facts(frame, node.span())) {
      if (located.fact() instanceof Fact.ReadsName reads
          && reads.owner().kind() == Scope.Kind.MODULE
          && !located.via().isEmpty()
          && stale.contains(reads.name())) {
        names.add(reads.name());
      }
    }
    return names;
  }
}
