package dev.parallelize.dependence;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Objects from outside that the parallel part uses and that workers must not share: sessions, connections, cursors,
 * open files, figures, estimators. Those that no process can have a copy of either stand in the way of every worker;
 * the others only in the way of threads.
 */
public final class ThreadSharing {
  private ThreadSharing() {}

  /** What stands in the way of any worker: the object can be neither shared nor copied. */
  static Optional<Obstruction> ofAny(Region region, Fact.Shares shares, Located located) {
    return shares.picklable() ? Optional.empty() : of(region, shares, located);
  }

  /** What stands in the way of threads alone: workers in other processes have copies of it. */
  public static List<Obstruction> ofThreads(Program program, LoopModel model) {
    Region region = region(program, model.candidate());
    return shared(region, model).stream()
        .flatMap(l -> of(region, (Fact.Shares) l.fact(), l).stream())
        .toList();
  }

  /** What no process can have a copy of, whatever is vouched for: by the names people use. */
  public static List<String> ofProcesses(Program program, LoopModel model) {
    Region region = region(program, model.candidate());
    return shared(region, model).stream()
        .map(l -> (Fact.Shares) l.fact())
        .filter(s -> !s.picklable())
        .map(s -> region.describe(s.root()))
        .toList();
  }

  private static List<Located> shared(Region region, LoopModel model) {
    return model.fission().work().stream()
        .flatMap(p -> region.facts(p).stream())
        .filter(l -> l.fact() instanceof Fact.Shares s && isShared(region, s.root()))
        .toList();
  }

  private static Region region(Program program, Candidate candidate) {
    Node clause = clause(candidate.node());
    return new Region(
        program,
        candidate.frame(),
        new Root.ItemOf(clause.start(), clause.end()),
        body(candidate),
        candidate.id(),
        Set.of(),
        PrivateObjects.NONE);
  }

  /** What binds the item. */
  private static Node clause(Node node) {
    List<Comprehension> clauses = Comprehension.of(node);
    return clauses.isEmpty() ? node : clauses.get(0);
  }

  private static Span body(Candidate candidate) {
    return candidate.node() instanceof Statement.For loop
        ? new Span(loop.body().get(0).start(), loop.body().get(loop.body().size() - 1).end())
        : candidate.span();
  }

  private static boolean isShared(Region region, Root root) {
    return !region.isLocal(root) && !isOfItem(region, root);
  }

  /** Each iteration has an item of its own. */
  private static boolean isOfItem(Region region, Root root) {
    return root.equals(region.item())
        || (root instanceof Root.Inside inside && isOfItem(region, inside.base()));
  }

  private static Optional<Obstruction> of(Region region, Fact.Shares shares, Located located) {
    String symbol = region.describe(shares.root());
    if (!isShared(region, shares.root())
        || region.program().assumptions().holds("thread-safe", symbol)) {
      return Optional.empty();
    }
    return Optional.of(
        shares.bound()
            ? Region.of(Obstruction.Kind.THREAD_UNSAFE, symbol, located)
            : Region.assumable(
                Obstruction.Kind.THREAD_UNSAFE,
                symbol,
                located,
                new Assumption("thread-safe", symbol)));
  }
}
