package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.library.Effect;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.syntax.Comprehension;
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
 * One iteration of a candidate: which of its code may run as a coroutine, apart from other iterations.
 *
 * @param target what each iteration binds
 * @param body the statements of an iteration, empty for a comprehension
 */
record Iterations(
    Program program,
    Candidate candidate,
    Expression target,
    Expression iterable,
    List<Statement> body) {
  private static final Set<Effect> HARMLESS =
      Set.of(
          Effect.READS_NETWORK,
          Effect.READS_FILES,
          Effect.READS_ENVIRONMENT,
          Effect.SLEEPS,
          Effect.UNPICKLABLE_RESULT);

  /** Empty for what is neither a {@code for} loop nor a comprehension with one clause. */
  static Optional<Iterations> of(Program program, Candidate candidate) {
    Node node = candidate.node();
    if (node instanceof Statement.For f && !f.isAsync()) {
      return dev.parallelize.dependence.Iterations.showsProgress(program, f.iterable())
          ? Optional.empty()
          : Optional.of(new Iterations(program, candidate, f.target(), f.iterable(), f.body()));
    }
    List<Comprehension> clauses =
        node instanceof Expression.ListComp l
            ? l.generators()
            : node instanceof Expression.DictComp d ? d.generators() : List.of();
    if (clauses.size() == 1 && !clauses.get(0).isAsync()) {
      Comprehension clause = clauses.get(0);
      return Optional.of(
          new Iterations(program, candidate, clause.target(), clause.iterable(), List.of()));
    }
    return Optional.empty();
  }

  Set<String> targets() {
    Set<String> names = new LinkedHashSet<>();
    Walk.each(
        target,
        n -> {
          if (n instanceof Expression.Name name) {
            names.add(name.id());
          }
        });
    return names;
  }

  /** Every name that the loop binds. */
  Set<String> names() {
    Set<String> names = targets();
    body.forEach(s -> names.addAll(AssignedNames.bound(program, candidate.frame(), s)));
    return names;
  }

  AssignedNames assigned() {
    return new AssignedNames(program, candidate.frame(), names());
  }

  /** True when running the code out of order can be told by nothing but time. */
  boolean isQuiet(Node code) {
    return program.facts(candidate.frame(), code.span()).stream()
        .map(Located::fact)
        .allMatch(this::isQuiet);
  }

  private boolean isQuiet(Fact fact) {
    if (fact instanceof Fact.Does does) {
      return HARMLESS.contains(does.effect());
    } else if (fact instanceof Fact.Mutates mutates) {
      return isOwn(mutates.root());
    } else if (fact instanceof Fact.CallsUnknown unknown) {
      return program.assumptions().holds("pure", unknown.callee());
    } else if (fact instanceof Fact.CallsParameter calls) {
      return program.assumptions().holds("pure", calls.parameter().name());
    }
    return !(fact instanceof Fact.BindsName);
  }

  /** True for objects that come into being inside the iteration. */
  private boolean isOwn(Root root) {
    if (root instanceof Root.Inside inside) {
      return isOwn(inside.base());
    }
    return root instanceof Root.Site site
        && candidate.span().start() <= site.start()
        && site.end() <= candidate.span().end();
  }

  /** True for a statement that only computes values for names and may become part of a coroutine. */
  boolean mayMove(Statement statement) {
    boolean[] plain = {true};
    Walk.each(
        statement,
        n ->
            plain[0] &=
                !(n instanceof Statement.Break
                    || n instanceof Statement.Continue
                    || n instanceof Statement.Return
                    || n instanceof Statement.Delete
                    || n instanceof Statement.FunctionDef
                    || n instanceof Statement.ClassDef
                    || n instanceof Statement.Import
                    || n instanceof Statement.ImportFrom
                    || n instanceof Statement.Global
                    || n instanceof Statement.Nonlocal
                    || n instanceof Expression.Yield
                    || n instanceof Expression.YieldFrom
                    || n instanceof Expression.Await));
    return plain[0] && isQuiet(statement);
  }

  /** True when the loop changes an object that the code may read. */
  boolean disturbs(List<? extends Node> code) {
    Set<Root> read = new LinkedHashSet<>();
    for (Node node : code) {
      Walk.each(
          node,
          n -> {
            if (n instanceof Expression e) {
              read.addAll(program.value(e).roots());
            }
          });
    }
    List<Root> changed = new ArrayList<>();
    for (Located located : program.facts(candidate.frame(), candidate.span())) {
      if (located.fact() instanceof Fact.Mutates m && !isOwn(m.root())) {
        changed.add(m.root());
      }
    }
    return changed.stream()
        .anyMatch(
            c ->
                read.stream()
                    .filter(r -> !r.isCode())
                    .anyMatch(r -> program.mayAlias(candidate.frame(), c, r)));
  }

  /** True when a name that the loop binds is read after it. */
  boolean leavesNames() {
    Set<String> names = names();
    if (candidate.node() instanceof Expression) {
      return false;
    }
    List<Statement> block = candidate.block();
    int at = block.indexOf(candidate.statement());
    List<Statement> rest = block.subList(at + 1, block.size());
    AssignedNames later = new AssignedNames(program, candidate.frame(), names);
    if (later.after(rest, Set.of()).isEmpty()) {
      return true;
    }
    int end = block.get(block.size() - 1).end();
    boolean[] found = {false};
    Node home = candidate.frame().node();
    Walk.where(
        home,
        n -> {
          boolean inside =
              n.start() >= candidate.statement().start() && n.end() <= end && n != home;
          if (!inside && n instanceof Expression.Name name) {
            found[0] |= !later.reads(name, Set.of()) && belongsToOuterBlock(name, block);
          }
          return !inside;
        });
    return found[0];
  }

  /** Names read before the loop in its own block are assigned there, unless that block repeats. */
  private boolean belongsToOuterBlock(Expression.Name name, List<Statement> block) {
    boolean before =
        name.start() >= block.get(0).start() && name.start() < candidate.span().start();
    return !(before && candidate.outer().isEmpty());
  }
}
