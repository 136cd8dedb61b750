package dev.parallelize.rewrite;

import dev.parallelize.dependence.Iteration;
import dev.parallelize.library.Effect;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a statement computes before an expression in it. Emitted code counts the items in front of the statement, so they
 * must be the same there, and be wanted at all.
 */
final class StatementOrder {
  private static final Set<Effect> SILENT =
      Set.of(Effect.READS_ENVIRONMENT, Effect.READS_FILES, Effect.UNPICKLABLE_RESULT, Effect.CLOCK);

  private final Judgement judgement;
  private final Node node;
  private final List<Node> before = new ArrayList<>();
  private boolean chosen;

  private StatementOrder(Judgement judgement) {
    this.judgement = judgement;
    this.node = judgement.candidate().node();
  }

  /** Whether the items can be counted in front of the statement without anybody noticing. */
  static boolean isFree(Judgement judgement) {
    StatementOrder order = of(judgement);
    Iteration iteration = judgement.model().iteration().orElseThrow();
    boolean acts = order.acts(iteration.iterable());
    boolean first = order.before.stream().noneMatch(order::acts);
    boolean calls = order.before.stream().anyMatch(StatementOrder::mayFail);
    boolean wanted = !order.chosen || (iteration.kind().isRepeatable() && !acts);
    return wanted && first && !(calls && acts);
  }

  /** Whether the statement computes the expression whatever it finds before. */
  static boolean isSure(Judgement judgement) {
    return !of(judgement).chosen;
  }

  private static StatementOrder of(Judgement judgement) {
    StatementOrder order = new StatementOrder(judgement);
    order.descend(start(judgement.candidate().statement(), order.node));
    return order;
  }

  /** A value is computed before the places that it goes to. */
  private static Node start(Statement statement, Node node) {
    return statement instanceof Statement.Assign assign
            && assign.value().span().contains(node.span())
        ? assign.value()
        : statement instanceof Statement.For loop ? loop.iterable() : statement;
  }

  private void descend(Node around) {
    if (around == node) {
      return;
    }
    List<Node> parts = new ArrayList<>(Children.of(around));
    parts.sort(Comparator.comparingInt(Node::start));
    if (around instanceof Expression.IfExp choice && !holds(choice.test())) {
      before.add(choice.test());
      chosen = true;
      parts = List.of(holds(choice.body()) ? choice.body() : choice.orElse());
    }
    for (Node part : parts) {
      if (holds(part)) {
        chosen |= around instanceof Expression.BoolOp && part != parts.get(0);
        chosen |= around instanceof Expression.Compare && parts.indexOf(part) > 1;
        descend(part);
        return;
      }
      before.add(part);
    }
  }

  private boolean holds(Node part) {
    return part.span().contains(node.span());
  }

  /** Whether it changes something, or is seen. */
  private boolean acts(Node part) {
    boolean[] binds = {false};
    Walk.each(part, n -> binds[0] |= n instanceof Expression.NamedExpr);
    return binds[0]
        || judgement.program().facts(judgement.candidate().frame(), part.span()).stream()
            .map(Located::fact)
            .anyMatch(
                f ->
                    f instanceof Fact.Mutates
                        || f instanceof Fact.BindsName
                        || f instanceof Fact.CallsUnknown
                        || f instanceof Fact.CallsParameter
                        || f instanceof Fact.Does d && !SILENT.contains(d.effect()));
  }

  private static boolean mayFail(Node part) {
    boolean[] found = {false};
    Walk.each(
        part,
        n ->
            found[0] |=
                n instanceof Expression.Call
                    || n instanceof Expression.Subscript
                    || n instanceof Expression.BinOp);
    return found[0];
  }
}
