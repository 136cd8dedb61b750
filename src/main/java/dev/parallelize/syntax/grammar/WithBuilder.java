package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.WithItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code with} statements. Whether parentheses after the word hold items or are part of an expression
 * shows only once they have been read.
 */
final class WithBuilder {
  private final Building building;
  private final ExpressionBuilder expressions;
  private final StatementBuilder statements;

  WithBuilder(Building building, ExpressionBuilder expressions, StatementBuilder statements) {
    this.building = building;
    this.expressions = expressions;
    this.statements = statements;
  }

  Statement of(Branch branch, int start, boolean isAsync) {
    List<WithItem> items = items(branch);
    return new Statement.With(
        start,
        building.endOfCode(branch),
        items,
        statements.block(branch.child(branch.size() - 1)),
        isAsync);
  }

  private List<WithItem> items(Branch branch) {
    int end = branch.size() - 2;
    if (end == 2) {
      Branch test = branch.branch(1);
      if (test.size() == 1 && test.child(0) instanceof Branch group && holdsItems(group)) {
        return items(group, 1, group.size() - 1);
      }
    }
    return items(branch, 1, end);
  }

  private List<WithItem> items(Branch branch, int from, int to) {
    List<WithItem> items = new ArrayList<>(2);
    int i = from;
    while (i < to) {
      int last = i;
      Expression context = expressions.expression(branch.child(i));
      Optional<Expression> target = Optional.empty();
      if (branch.type(i + 1) == PythonGrammar.AS) {
        target = Optional.of(expressions.target(branch.child(i + 2), Context.STORE));
        last = i + 2;
      }
      items.add(new WithItem(branch.startOf(i), branch.endOf(last), context, target));
      i = last + 2;
    }
    return List.copyOf(items);
  }

  /** True for parentheses around items: plain expressions, each with or without a target. */
  private static boolean holdsItems(Branch group) {
    if (group.getRuleIndex() != PythonGrammar.RULE_group || group.size() == 2) {
      return false;
    }
    for (int i = 1; i < group.size() - 1; i++) {
      if (group.type(i) == PythonGrammar.STAR) {
        return false;
      }
      if (group.child(i) instanceof Branch child) {
        boolean item =
            child.getRuleIndex() == PythonGrammar.RULE_target
                || child.getRuleIndex() == PythonGrammar.RULE_test
                    && ExpressionBuilder.walrus(child) < 0;
        if (!item) {
          return false;
        }
      }
    }
    return true;
  }
}
