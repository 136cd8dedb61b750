package dev.parallelize.strategy;

import dev.parallelize.dependence.ThreadSharing;
import dev.parallelize.library.LibraryType;
import dev.parallelize.library.ThreadSafety;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Objects that the costly part of each item would use from several threads at once though their library
 * says that threads must not share them.
 */
final class SharedObjects {
  private final Program program;
  private final Judgement judgement;
  private final Set<String> perThread;
  private final Set<Scope> seen = new LinkedHashSet<>();

  private SharedObjects(Judgement judgement, Set<String> perThread) {
    this.perThread = perThread;
    this.program = judgement.program();
    this.judgement = judgement;
  }

  /** Why threads cannot run the parts; empty when they share nothing that they must not. */
  static Optional<String> objection(Judgement original) {
    return objection(original, Set.of());
  }

  /** The same where each thread has objects of its own under the names. */
  static Optional<String> objection(Judgement original, Set<String> perThread) {
    Judgement judgement = original.planned();
    SharedObjects shared = new SharedObjects(judgement, perThread);
    return TaskParts.of(judgement).parts().stream()
        .flatMap(p -> shared.in(p).stream())
        .findFirst()
        .or(() -> met(judgement, perThread));
  }

  /** The same where the object has no name of its own, or one whose type the text does not tell. */
  private static Optional<String> met(Judgement judgement, Set<String> perThread) {
    return ThreadSharing.ofThreads(judgement.program(), judgement.model()).stream()
        .filter(o -> !perThread.contains(o.symbol()))
        .findFirst()
        .map(o -> "threads would share `" + o.symbol() + "`, which is made for one at a time");
  }

  private Optional<String> in(Node code) {
    List<Expression> used = new ArrayList<>();
    List<Scope> called = new ArrayList<>();
    Walk.each(
        code,
        n -> {
          if (n instanceof Expression.Name || n instanceof Expression.Attribute) {
            used.add((Expression) n);
          } else if (n instanceof Expression.Call call) {
            program
                .targets(call)
                .forEach(
                    t -> {
                      if (t instanceof CallTarget.ProgramFunction f) {
                        called.add(f.scope());
                      }
                    });
          }
        });
    for (Expression e : used) {
      Optional<LibraryType> type = unsafe(e);
      if (type.isPresent() && isShared(e)) {
        return Optional.of(
            "line "
                + program.line(e)
                + ": threads would share `"
                + program.tree().source().text(e.span())
                + "`, and a "
                + type.get().name()
                + " must not be shared by threads");
      }
    }
    for (Scope scope : called) {
      if (seen.add(scope) && scope.node() instanceof Statement.FunctionDef function) {
        Optional<String> found = function.body().stream().flatMap(s -> in(s).stream()).findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<LibraryType> unsafe(Expression e) {
    return program
        .library()
        .type(program.type(e).name())
        .filter(
            t ->
                t.threadSafety() == ThreadSafety.UNSAFE
                    || t.threadSafety() == ThreadSafety.OWNER_THREAD);
  }

  /** True for what is made outside the item's own work: a variable from around it, an attribute. */
  private boolean isShared(Expression e) {
    if (!(e instanceof Expression.Name variable)) {
      return true;
    }
    String name = variable.id();
    Optional<Scope> owner = program.scopes().around(variable).owner(name);
    if (owner.isEmpty()) {
      return false;
    }
    if (perThread.contains(name)) {
      return false;
    }
    boolean module = owner.get().kind() == Scope.Kind.MODULE;
    boolean ours = owner.get() == judgement.candidate().frame();
    return ours ? !boundInLoop(name) : module;
  }

  private boolean boundInLoop(String name) {
    boolean[] bound = {false};
    Walk.each(
        judgement.candidate().node(),
        n ->
            bound[0] |=
                n instanceof Expression.Name x
                    && x.id().equals(name)
                    && x.context() != dev.parallelize.syntax.Context.LOAD);
    return bound[0];
  }
}
