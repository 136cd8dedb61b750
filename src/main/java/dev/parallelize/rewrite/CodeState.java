package dev.parallelize.rewrite;

import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * State that is kept on classes, functions and modules: attributes of a class, defaults of a function.
 * Worker processes make their own when they import the file, so what the running program has changed
 * there since is unknown to them.
 */
final class CodeState {
  /** Attributes of modules that workers do without, or get from the parent. */
  private static final Set<String> IRRELEVANT =
      Set.of("stdout", "stderr", "stdin", "argv", "path", "excepthook", "tracebacklimit");

  private final Program program;
  private final Scope frame;
  private final List<Located> writes = new ArrayList<>();
  private final Set<String> stale;

  /**
   * @param frame where the loop stands
   * @param parents top-level statements that workers do not run, or not with the same outcome
   */
  CodeState(Program program, Scope frame, List<Statement> parents) {
    this.program = program;
    this.frame = frame;
    this.stale = new StaleGlobals(program, parents).all();
    for (Scope function : program.functionFrames()) {
      program.frame(function).facts().forEach(this::keep);
    }
    for (Located located : program.frame(program.scopes().module()).facts()) {
      if (parents.contains(Layout.topLevel(program.tree(), located.start()))) {
        keep(located);
      }
    }
    refuseChangedModules(parents);
  }

  private void keep(Located located) {
    if (located.fact() instanceof Fact.Mutates m && !m.field().equals(Fact.EVERYTHING)) {
      writes.add(located);
    }
  }

  /** Refuses when one of the nodes, run by a worker, would read state that it does not have. */
  void check(List<Node> parts) {
    for (Node part : parts) {
      for (Located read : program.facts(frame, part.span())) {
        if (read.fact() instanceof Fact.Reads reads) {
          refuseStaleDefault(reads);
          changed(reads).ifPresent(write -> refuse(reads, write));
        }
      }
    }
  }

  private Optional<Located> changed(Fact.Reads reads) {
    Root read = base(reads.root());
    if (!isKeptByCode(read)) {
      return writes.stream().filter(w -> isInherited(reads, (Fact.Mutates) w.fact())).findFirst();
    }
    return writes.stream().filter(w -> meet(read, reads, (Fact.Mutates) w.fact())).findFirst();
  }

  /** An attribute of an object may be that of its class, or of a base. */
  private static boolean isInherited(Fact.Reads reads, Fact.Mutates mutates) {
    return mutates.root() instanceof Root.ClassObject
        && !reads.field().equals(Fact.ELEMENTS)
        && Fact.overlap(reads.field(), mutates.field());
  }

  private boolean meet(Root read, Fact.Reads reads, Fact.Mutates mutates) {
    Root written = base(mutates.root());
    if (read.isCode() || written.isCode()) {
      return read.equals(written) && Fact.overlap(reads.field(), mutates.field());
    }
    return read.equals(written)
        || program.mayAlias(program.scopes().module(), read, written)
        || isMadeByClass(read, written);
  }

  /** At the top level an object is known by the place in the class body that makes it. */
  private static boolean isMadeByClass(Root read, Root written) {
    return written instanceof Root.Site site
        && read instanceof Root.Variable v
        && v.owner().kind() == Scope.Kind.CLASS
        && v.owner().node().start() <= site.start()
        && site.end() <= v.owner().node().end();
  }

  /** Attributes of classes and functions, and defaults of functions that are not around the loop. */
  private boolean isKeptByCode(Root root) {
    if (root instanceof Root.Variable v) {
      boolean around =
          v.owner().node().start() <= frame.node().start()
              && frame.node().end() <= v.owner().node().end();
      return v.owner().kind() != Scope.Kind.MODULE && !around;
    }
    return root instanceof Root.ClassObject || root instanceof Root.FunctionObject;
  }

  private static Root base(Root root) {
    return root instanceof Root.Inside inside ? base(inside.base()) : root;
  }

  /** {@code def work(n, table=TABLE)}: the default is the worker's own table. */
  private void refuseStaleDefault(Fact.Reads reads) {
    if (base(reads.root()) instanceof Root.Variable v
        && v.owner().node() instanceof Statement.FunctionDef function) {
      for (Expression value : function.arguments().defaults()) {
        if (value instanceof Expression.Name name && stale.contains(name.id())) {
          throw new WorkerBuilder.Unsupported(
              "`"
                  + name.id()
                  + "` is changed while the program runs, and as a default of `"
                  + function.name()
                  + "` worker processes would see another value; pass it as an argument");
        }
      }
    }
  }

  private void refuse(Fact.Reads reads, Located write) {
    String owner = owner(base(reads.root()), reads, (Fact.Mutates) write.fact());
    throw new WorkerBuilder.Unsupported(
        "`"
            + owner
            + "` is changed at line "
            + program.line(write.origin())
            + " while the program runs, which worker processes would not see; pass the value to"
            + " the function as an argument");
  }

  private static String owner(Root root, Fact.Reads reads, Fact.Mutates mutates) {
    if (root instanceof Root.FunctionObject f) {
      return f.scope().qualifiedName() + "." + reads.field();
    } else if (root instanceof Root.Variable v && v.owner().kind() == Scope.Kind.CLASS) {
      return v.owner().qualifiedName() + "." + v.name();
    }
    return mutates.root() instanceof Root.ClassObject c
        ? c.scope().qualifiedName() + "." + mutates.field()
        : reads.field();
  }

  /** {@code module.attribute = value} outside the code that every worker runs. */
  private void refuseChangedModules(List<Statement> parents) {
    for (Statement top : program.tree().module().body()) {
      boolean parent = parents.contains(top);
      Walk.each(
          top,
          n -> {
            if (n instanceof Expression.Attribute a
                && a.context() != Context.LOAD
                && a.value() instanceof Expression.Name module
                && (parent || isInFunction(module))
                && !IRRELEVANT.contains(a.attribute())
                && (isModule(module) || isMethod(module, a.attribute()))) {
              throw new WorkerBuilder.Unsupported(
                  "`"
                      + a.attribute()
                      + "` of `"
                      + module.id()
                      + "` is changed at line "
                      + program.line(a)
                      + " while the program runs, which worker processes would not see");
            }
          });
    }
  }

  private boolean isInFunction(Expression.Name name) {
    return program.frameOf(program.scopes().around(name)).kind() != Scope.Kind.MODULE;
  }

  private boolean isMethod(Expression.Name name, String attribute) {
    return !program.methodsNamed(attribute).isEmpty()
        && program.value(name).roots().stream().anyMatch(Root.ClassObject.class::isInstance);
  }

  private boolean isModule(Expression.Name name) {
    Set<Root> roots = program.value(name).roots();
    return !roots.isEmpty() && roots.stream().allMatch(Root.ModuleObject.class::isInstance);
  }
}
