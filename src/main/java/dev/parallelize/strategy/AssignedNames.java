package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a piece of a loop's body reads only names that the same iteration has certainly assigned:
 * definite assignment, as in chapter 16 of the Java language specification, over Python's statements.
 *
 * @param loopNames the names that the loop binds anywhere
 */
record AssignedNames(Program program, Scope frame, Set<String> loopNames) {

  /** The names that a node binds in the frame. */
  static Set<String> bound(Program program, Scope frame, Node node) {
    Set<String> names = new LinkedHashSet<>();
    Walk.each(
        node,
        n -> {
          if (n instanceof Expression.Name name
              && name.context() != Context.LOAD
              && belongsTo(program, frame, name)) {
            names.add(name.id());
          } else if (n instanceof ExceptHandler handler) {
            handler.name().ifPresent(names::add);
          }
        });
    return names;
  }

  /** The names that a node reads and the frame, or a scope around it, owns. */
  static Set<String> read(Program program, Scope frame, Node node) {
    Set<String> names = new LinkedHashSet<>();
    Walk.each(
        node,
        n -> {
          if (n instanceof Expression.Name name
              && name.context() == Context.LOAD
              && belongsTo(program, frame, name)) {
            names.add(name.id());
          }
        });
    return names;
  }

  private static boolean belongsTo(Program program, Scope frame, Expression.Name name) {
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    return owner.isPresent() && owner.equals(frame.owner(name.id()));
  }

  /** What is assigned after the statements, empty if one may read a value of another iteration. */
  Optional<Set<String>> after(List<Statement> statements, Set<String> before) {
    Set<String> assigned = new HashSet<>(before);
    for (Statement statement : statements) {
      Optional<Set<String>> next = after(statement, assigned);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      assigned = next.get();
    }
    return Optional.of(assigned);
  }

  private Optional<Set<String>> after(Statement statement, Set<String> before) {
    if (statement instanceof Statement.If branch) {
      return reads(branch.test(), before)
          ? meet(ends(branch.body(), before), ends(branch.orElse(), before))
          : Optional.empty();
    } else if (statement instanceof Statement.Try attempt) {
      return attempt(attempt, before);
    } else if (statement instanceof Statement.With with) {
      Set<String> assigned = new HashSet<>(before);
      for (WithItem item : with.items()) {
        if (!reads(item.context(), assigned)) {
          return Optional.empty();
        }
        item.target().ifPresent(t -> assigned.addAll(bound(program, frame, t)));
      }
      return after(with.body(), assigned);
    } else if (statement instanceof Statement.For loop) {
      Set<String> inside = new HashSet<>(before);
      inside.addAll(bound(program, frame, loop.target()));
      boolean fine =
          reads(loop.iterable(), before)
              && after(loop.body(), inside).isPresent()
              && after(loop.orElse(), before).isPresent();
      return fine ? Optional.of(before) : Optional.empty();
    } else if (statement instanceof Statement.While loop) {
      boolean fine = reads(loop.test(), before) && after(loop.body(), before).isPresent();
      return fine ? Optional.of(before) : Optional.empty();
    }
    if (!reads(statement, before)) {
      return Optional.empty();
    }
    Set<String> assigned = new HashSet<>(before);
    assigned.addAll(bound(program, frame, statement));
    return Optional.of(assigned);
  }

  private Optional<Set<String>> attempt(Statement.Try attempt, Set<String> before) {
    Optional<Set<String>> result =
        after(attempt.body(), before).flatMap(b -> ends(attempt.orElse(), b));
    for (ExceptHandler handler : attempt.handlers()) {
      Set<String> inside = new HashSet<>(before);
      handler.name().ifPresent(inside::add);
      result = meet(result, ends(handler.body(), inside));
    }
    Optional<Set<String>> last = after(attempt.finalBody(), before);
    return last.isEmpty() ? last : result;
  }

  /** Like {@link #after}, but a block that never ends normally leaves everything assigned. */
  private Optional<Set<String>> ends(List<Statement> block, Set<String> before) {
    Optional<Set<String>> after = after(block, before);
    boolean leaves = !block.isEmpty() && leaves(block.get(block.size() - 1));
    return after.map(names -> leaves ? union(names, loopNames) : names);
  }

  private static boolean leaves(Statement last) {
    return last instanceof Statement.Raise
        || last instanceof Statement.Return
        || last instanceof Statement.Continue
        || last instanceof Statement.Break;
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }

  private static Optional<Set<String>> meet(Optional<Set<String>> a, Optional<Set<String>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    Set<String> both = new HashSet<>(a.get());
    both.retainAll(b.get());
    return Optional.of(both);
  }

  /** True when the node reads no loop name that is not assigned yet. */
  boolean reads(Node node, Set<String> assigned) {
    Set<String> names = read(program, frame, node);
    names.retainAll(loopNames);
    names.removeAll(assigned);
    return names.isEmpty();
  }
}
