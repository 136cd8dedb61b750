package dev.parallelize.semantics;

import dev.parallelize.library.Callee;
import dev.parallelize.library.Effect;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What one module of the program's own gives those that import it. */
final class NeighbourModule {
  /** What running a module again in each worker may do unnoticed. */
  private static final Set<Effect> UNNOTICED =
      Set.of(
          Effect.READS_FILES,
          Effect.READS_ENVIRONMENT,
          Effect.WRITES_PROCESS_STATE,
          Effect.UNPICKLABLE_RESULT);

  private final Program program;
  private final Scope module;
  private final Frame frame;
  private final Neighbourhood.Mentions elsewhere;
  private final CostModel costs;
  private final Set<String> changed = new HashSet<>();
  private final boolean quiet;
  private final Map<String, Optional<Callee>> functions = new HashMap<>();

  NeighbourModule(Program program, Neighbourhood.Mentions elsewhere) {
    this.program = program;
    this.module = program.scopes().module();
    this.frame = program.frame(module);
    this.elsewhere = elsewhere;
    this.costs = new CostModel(program);
    program.functionFrames().forEach(f -> collectChanges(program.summary(f)));
    this.quiet = program.settled() && isQuiet();
  }

  private void collectChanges(Summary summary) {
    for (Fact fact : summary.facts().keySet()) {
      if (fact instanceof Fact.BindsName binds) {
        changed.add(binds.name());
      } else if (fact instanceof Fact.Mutates mutates) {
        Root root = mutates.root();
        while (root instanceof Root.Inside inside) {
          root = inside.base();
        }
        if (root instanceof Root.Variable variable) {
          changed.add(variable.name());
        } else if (root instanceof Root.ClassObject type) {
          changed.add(type.scope().qualifiedName());
        } else if (root instanceof Root.FunctionObject function) {
          changed.add(function.scope().qualifiedName());
        }
      }
    }
  }

  /** Workers import the module again, which must do nothing that is seen or comes out differently. */
  private boolean isQuiet() {
    for (Located located : frame.facts()) {
      boolean seen =
          located.fact() instanceof Fact.CallsUnknown
              || (located.fact() instanceof Fact.Does does && !UNNOTICED.contains(does.effect()));
      if (seen && !isUnderGuard(located)) {
        return false;
      }
    }
    return true;
  }

  private boolean isUnderGuard(Located located) {
    return program.tree().module().body().stream()
        .anyMatch(
            s ->
                s instanceof Statement.If branch
                    && isMainTest(branch.test())
                    && branch.start() <= located.start()
                    && located.end() <= branch.end());
  }

  private static boolean isMainTest(Expression test) {
    return test instanceof Expression.Compare compare
        && compare.left() instanceof Expression.Name name
        && name.id().equals("__name__")
        && compare.comparators().size() == 1
        && compare.comparators().get(0) instanceof Expression.Constant c
        && c.value() instanceof Literal.Text text
        && text.value().equals("__main__");
  }

  /** The function of that name, under the name by which the importer knows it. */
  Optional<Callee> function(String name, String as) {
    return quiet && isSteady(name)
        ? functions.computeIfAbsent(name, n -> find(n, as)).map(c -> named(c, as))
        : Optional.empty();
  }

  private Optional<Callee> find(String name, String as) {
    Value value = frame.variable(module, name);
    if (value.roots().size() != 1) {
      return Optional.empty();
    }
    Root root = value.roots().iterator().next();
    if (root instanceof Root.FunctionObject function) {
      return FunctionOutline.of(program, function.scope(), as, this::isConstant, costs);
    }
    return root instanceof Root.LibraryObject other
        ? program.library().function(other.name())
        : Optional.empty();
  }

  private static Callee named(Callee callee, String name) {
    return new Callee(
        name,
        callee.effects(),
        callee.mutates(),
        callee.invokes(),
        callee.iterates(),
        callee.files(),
        callee.blocking(),
        callee.cost(),
        callee.releasesGil(),
        callee.aliasing(),
        callee.result(),
        callee.asyncTwin(),
        callee.parameters());
  }

  /** About how long a call takes. */
  OptionalDouble micros(String name) {
    Value value = frame.variable(module, name);
    if (value.roots().size() == 1) {
      Root root = value.roots().iterator().next();
      if (root instanceof Root.FunctionObject function) {
        return OptionalDouble.of(costs.function(function.scope()).cpuMicros());
      } else if (root instanceof Root.LibraryObject other) {
        return program.library().micros(other.name());
      }
    }
    return OptionalDouble.empty();
  }

  /** The type of a variable that keeps its first value. */
  Optional<String> constant(String name) {
    Type type = frame.variable(module, name).type();
    return quiet && frame.knows(module, name) && isConstant(name) && FunctionOutline.isPlain(type)
        ? Optional.of(type.toString())
        : Optional.empty();
  }

  /** True for a variable that may have another value, or another content, later. */
  boolean isState(String name) {
    boolean data =
        frame.knows(module, name)
            && frame.variable(module, name).roots().stream().noneMatch(Root::isCode);
    return data && !isConstant(name);
  }

  private boolean isConstant(String name) {
    Type type = frame.variable(module, name).type();
    boolean reachable = !type.isImmutable() && elsewhere.named().contains(name);
    return isSteady(name) && !reachable;
  }

  /** Bound once, and never changed by a function or from another file. */
  private boolean isSteady(String name) {
    return module.bindings(name).size() == 1
        && program.rebinders(name).isEmpty()
        && !changed.contains(name)
        && !elsewhere.stored().contains(name)
        && !elsewhere.byText()
        && !program.writesNamesByText()
        && !module.hasStarImport();
  }
}
