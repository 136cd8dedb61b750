package dev.parallelize.dependence;

import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.MatchCase;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the places of a program where work repeats. */
public final class Candidates {
  /** How the text names the axis along which functions get rows. */
  private static final Set<String> ROWS = Set.of("1", "'columns'", "\"columns\"");

  private final Program program;
  private final CostModel costs;
  private final List<Candidate> found = new ArrayList<>();
  private final Map<String, Integer> ordinals = new HashMap<>();

  private record Place(
      Scope scope, Statement statement, List<Statement> block, List<String> outer) {
    Place within(String id) {
      List<String> ids = new ArrayList<>(outer);
      ids.add(id);
      return new Place(scope, statement, block, ids);
    }
  }

  private Candidates(Program program, CostModel costs) {
    this.program = program;
    this.costs = costs;
  }

  /** All candidates in the order of the text. */
  public static List<Candidate> of(Program program, CostModel costs) {
    Candidates candidates = new Candidates(program, costs);
    candidates.block(program.tree().module().body(), program.scopes().module(), List.of());
    return List.copyOf(candidates.found);
  }

  private void block(List<Statement> block, Scope scope, List<String> outer) {
    for (Statement statement : block) {
      statement(statement, block, scope, outer);
    }
    AdjacentCalls.find(costs, block)
        .forEach(
            group ->
                add(
                    Awaits.in(group) ? Construct.AWAIT_SEQUENCE : Construct.STATEMENTS,
                    group.get(0),
                    new Place(scope, group.get(0), block, outer),
                    group));
  }

  private void statement(
      Statement statement, List<Statement> block, Scope scope, List<String> outer) {
    Place place = new Place(scope, statement, block, outer);
    if (statement instanceof Statement.FunctionDef function) {
      function.decorators().forEach(d -> expression(d, place));
      function.arguments().defaults().forEach(d -> expression(d, place));
      block(function.body(), program.scopes().openedBy(function), List.of());
    } else if (statement instanceof Statement.ClassDef type) {
      block(type.body(), program.scopes().openedBy(type), List.of());
    } else if (statement instanceof Statement.For loop) {
      boolean awaits = loop.isAsync() || Awaits.in(loop.body());
      Construct construct = awaits ? Construct.AWAIT_SEQUENCE : Construct.FOR;
      String id = add(construct, loop, place, List.of());
      expression(loop.iterable(), place);
      Place inside = place.within(id);
      block(loop.body(), scope, inside.outer());
      block(loop.orElse(), scope, outer);
    } else if (statement instanceof Statement.While loop) {
      String id = add(Construct.WHILE, loop, place, List.of());
      expression(loop.test(), place);
      block(loop.body(), scope, place.within(id).outer());
      block(loop.orElse(), scope, outer);
    } else {
      children(statement, place);
    }
  }

  private void children(Statement statement, Place place) {
    List<Statement> run = new ArrayList<>();
    for (Node child : Children.of(statement)) {
      if (child instanceof Statement s) {
        run.add(s);
      } else if (child instanceof ExceptHandler handler) {
        handler.type().ifPresent(t -> expression(t, place));
        block(handler.body(), place.scope(), place.outer());
      } else if (child instanceof MatchCase one) {
        block(one.body(), place.scope(), place.outer());
      } else {
        expression(child, place);
      }
    }
    if (statement instanceof Statement.If branch) {
      block(branch.body(), place.scope(), place.outer());
      block(branch.orElse(), place.scope(), place.outer());
    } else if (statement instanceof Statement.Try attempt) {
      block(attempt.body(), place.scope(), place.outer());
      block(attempt.orElse(), place.scope(), place.outer());
      block(attempt.finalBody(), place.scope(), place.outer());
    } else if (!run.isEmpty()) {
      block(run, place.scope(), place.outer());
    }
  }

  private void expression(Node node, Place place) {
    Place inside = place;
    Construct construct = construct(node);
    if (construct != null) {
      inside = place.within(add(construct, node, place, List.of()));
    }
    if (program.scopes().opensScope(node)) {
      Scope scope = program.scopes().openedBy(node);
      inside = new Place(scope, inside.statement(), inside.block(), inside.outer());
      if (node instanceof Expression.Lambda) {
        inside = new Place(scope, inside.statement(), inside.block(), List.of());
      }
    }
    List<Comprehension> clauses = Comprehension.of(node);
    for (Node child : Children.of(node)) {
      if (!clauses.isEmpty() && child == clauses.get(0)) {
        firstClause(clauses.get(0), place, inside);
      } else {
        expression(child, inside);
      }
    }
  }

  /** What the first clause runs over is evaluated once, before the comprehension begins. */
  private void firstClause(Comprehension clause, Place place, Place inside) {
    for (Node child : Children.of(clause)) {
      expression(child, child == clause.iterable() ? place : inside);
    }
  }

  private @org.jspecify.annotations.Nullable Construct construct(Node node) {
    if (node instanceof Expression.ListComp
        || node instanceof Expression.SetComp
        || node instanceof Expression.DictComp) {
      return Awaits.in(node) ? Construct.AWAIT_SEQUENCE : Construct.COMPREHENSION;
    }
    if (node instanceof Expression.GeneratorExp) {
      return Construct.GENERATOR_EXPRESSION;
    }
    boolean map =
        MappedCall.of(program, node)
                .filter(c -> !c.use().givesItems() || !costs.invoked(c.function()).isTrivial())
                .isPresent()
            || SpelledOut.of(program, node)
                .filter(s -> !costs.invoked(s.function()).isTrivial())
                .isPresent();
    return map ? Construct.MAP_CALL : isApplied(node) ? Construct.APPLY_CALL : null;
  }

  private boolean isApplied(Node node) {
    return node instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute method
        && (isOfRows(call, method) || isOfColumn(call, method));
  }

  /** A function applied to each row of a pandas frame. */
  private boolean isOfRows(Expression.Call call, Expression.Attribute method) {
    return method.attribute().equals("apply")
        && program.type(method.value()).name().equals("pandas.DataFrame")
        && call.keywords().stream()
            .anyMatch(
                k ->
                    k.name().filter("axis"::equals).isPresent()
                        && k.value() instanceof Expression.Constant c
                        && ROWS.contains(program.tree().source().text(c.span())));
  }

  /** A function of the file applied to each value of a frame's column. */
  private boolean isOfColumn(Expression.Call call, Expression.Attribute method) {
    return Set.of("apply", "map").contains(method.attribute())
        && method.value() instanceof Expression.Subscript column
        && column.slice() instanceof Expression.Constant name
        && name.value() instanceof Literal.Text
        && program.type(column.value()).name().equals("pandas.DataFrame")
        && call.arguments().size() == 1
        && call.keywords().isEmpty()
        && (call.arguments().get(0) instanceof Expression.Lambda
            || program.value(call.arguments().get(0)).roots().stream()
                .anyMatch(Root.FunctionObject.class::isInstance));
  }

  private String add(Construct construct, Node node, Place place, List<Statement> group) {
    Scope named = place.scope();
    while (named.kind() == Scope.Kind.LAMBDA || named.kind() == Scope.Kind.COMPREHENSION) {
      named = named.parent().orElseThrow();
    }
    String function = named.qualifiedName().isEmpty() ? "<module>" : named.qualifiedName();
    String key = function + "/" + construct.word();
    String id = key + "/" + ordinals.merge(key, 1, Integer::sum);
    found.add(
        new Candidate(
            id,
            construct,
            node,
            place.scope(),
            program.frameOf(place.scope()),
            place.statement(),
            place.block(),
            group,
            place.outer()));
    return id;
  }
}
