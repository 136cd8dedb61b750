package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.List;
import java.util.Set;

/**
 * What is done with the values of a generator expression or of {@code map} between one and the next: nothing, where a
 * function takes them all at once; or what the loop or comprehension around them does with each.
 */
final class LazyUse {
  private static final Set<String> TAKE_ALL =
      Set.of(
          "list",
          "tuple",
          "set",
          "frozenset",
          "dict",
          "sorted",
          "sum",
          "max",
          "min",
          "any",
          "all",
          "next");

  private static final Set<String> TAKE_ALL_METHODS =
      Set.of("join", "extend", "update", "fromkeys");

  private final Program program;
  private final Node made;
  private final Statement statement;

  private LazyUse(Program program, Candidate candidate) {
    this.program = program;
    this.made = candidate.node();
    this.statement = candidate.statement();
  }

  /** Whether nobody could tell that some of the last values before a failure were never used. */
  static boolean hidesUnusedValues(Program program, Candidate candidate) {
    boolean complete =
        switch (candidate.construct()) {
          case FOR, WHILE, COMPREHENSION, STATEMENTS, APPLY_CALL, AWAIT_SEQUENCE -> true;
          case MAP_CALL ->
              MappedCall.of(program, candidate.node())
                  .filter(m -> m.use().isComplete())
                  .isPresent();
          case GENERATOR_EXPRESSION -> false;
        };
    return complete || new LazyUse(program, candidate).isHidden();
  }

  private boolean isHidden() {
    if (statement instanceof Statement.For loop && contains(loop.iterable())) {
      return isTakenAtOnce(loop.iterable()) || loop.body().stream().noneMatch(this::shows);
    }
    boolean[] hidden = {isTakenAtOnce(statement)};
    Walk.each(
        statement,
        n -> {
          List<Comprehension> clauses = Comprehension.of(n);
          if (n != made && !clauses.isEmpty() && contains(clauses.get(0).iterable())) {
            hidden[0] |=
                !(n instanceof Expression.GeneratorExp)
                    && !Failures.mayRaise(program, List.of(n), List.of(made));
          }
        });
    return hidden[0];
  }

  private boolean contains(Node around) {
    return around.span().contains(made.span());
  }

  private boolean isTakenAtOnce(Node around) {
    boolean[] taken = {false};
    Walk.each(
        around,
        n ->
            taken[0] |=
                n instanceof Expression.Call call
                    && call.arguments().contains(made)
                    && (call.function() instanceof Expression.Name name
                            && TAKE_ALL.contains(name.id())
                        || call.function() instanceof Expression.Attribute method
                            && TAKE_ALL_METHODS.contains(method.attribute())));
    return taken[0];
  }

  /** Whether the statement does more than to give names other values, or may fail. */
  private boolean shows(Statement s) {
    boolean[] more = {Failures.mayRaise(program, List.of(s), List.of())};
    Walk.each(
        s,
        n ->
            more[0] |=
                n instanceof Expression.Call
                    || n instanceof Statement.Global
                    || n instanceof Statement.Nonlocal
                    || FissionBuilder.leaves(n, true)
                    || n instanceof Statement.Assign a
                        && !a.targets().stream().allMatch(Expression.Name.class::isInstance)
                    || n instanceof Statement.AugAssign c
                        && !(c.target() instanceof Expression.Name));
    return more[0];
  }
}
