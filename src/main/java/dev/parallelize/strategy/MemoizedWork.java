package dev.parallelize.strategy;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Work that goes through a memoized recursion: nearly all of it is done by the first item, and the
 * others find it in a cache that processes would not share.
 */
final class MemoizedWork {
  private final Program program;
  private final Set<Scope> seen = new HashSet<>();

  private MemoizedWork(Program program) {
    this.program = program;
  }

  /** Why processes would do the work of a cache again; empty where there is none. */
  static Optional<String> objection(Judgement judgement) {
    MemoizedWork search = new MemoizedWork(judgement.program());
    return judgement.model().fission().work().stream()
        .flatMap(part -> search.in(part).stream())
        .findFirst()
        .map(
            name ->
                "`"
                    + name
                    + "` keeps what it has computed for the items to come, and processes would not"
                    + " share that");
  }

  private Optional<String> in(Node node) {
    Set<Scope> called = new HashSet<>();
    Walk.each(
        node,
        n -> {
          if (n instanceof Expression.Call call) {
            program.targets(call).stream()
                .filter(CallTarget.ProgramFunction.class::isInstance)
                .forEach(t -> called.add(((CallTarget.ProgramFunction) t).scope()));
          }
        });
    return called.stream()
        .filter(seen::add)
        .filter(s -> s.node() instanceof Statement.FunctionDef)
        .flatMap(s -> function(s, (Statement.FunctionDef) s.node()).stream())
        .findFirst();
  }

  private Optional<String> function(Scope scope, Statement.FunctionDef function) {
    boolean memoized =
        Program.isMemoized(scope)
            && function.body().stream().anyMatch(s -> calls(s, function.name()));
    return memoized
        ? Optional.of(function.name())
        : function.body().stream().flatMap(s -> in(s).stream()).findFirst();
  }

  private static boolean calls(Node node, String name) {
    boolean[] found = {false};
    Walk.each(
        node,
        n ->
            found[0] |=
                n instanceof Expression.Call call
                    && call.function() instanceof Expression.Name callee
                    && callee.id().equals(name));
    return found[0];
  }
}
