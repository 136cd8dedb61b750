package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whatever stands in brackets: displays, comprehensions, groups and subscripts. */
final class DisplayBuilder {
  private final Building building;
  private final ExpressionBuilder expressions;

  DisplayBuilder(Building building, ExpressionBuilder expressions) {
    this.building = building;
    this.expressions = expressions;
  }

  /** A parenthesized expression, a tuple or a generator expression. */
  Expression group(Branch group) {
    int size = group.size();
    if (size == 2) {
      return new Expression.TupleDisplay(
          group.startOffset(), group.endOffset(), List.of(), Context.LOAD);
    }
    if (size == 3) {
      Branch content = group.branch(1);
      return content.getRuleIndex() == PythonGrammar.RULE_yielding
          ? expressions.yielding(content)
          : expressions.named(content);
    }
    if (isComprehension(group, 2)) {
      Expression element = expressions.named(group.child(1));
      only(group, 4);
      return new Expression.GeneratorExp(
          group.startOffset(), group.endOffset(), element, generators(group.branch(2)));
    }
    boolean comma = false;
    for (int i = 1; i < size - 1; i++) {
      int type = group.type(i);
      comma |= type == PythonGrammar.COMMA || type == PythonGrammar.TRAILING_COMMA;
    }
    if (!comma && group.type(1) == PythonGrammar.STAR) {
      rejectComprehension(group, 3);
      throw new Rejection(
          group.startOf(1), "cannot use starred expression here", "add a comma: (*value,)");
    }
    return new Expression.TupleDisplay(
        group.startOffset(), group.endOffset(), elements(group), Context.LOAD);
  }

  Expression list(Branch list) {
    if (isComprehension(list, 2)) {
      Expression element = expressions.named(list.child(1));
      only(list, 4);
      return new Expression.ListComp(
          list.startOffset(), list.endOffset(), element, generators(list.branch(2)));
    }
    rejectComprehension(list, 3);
    return new Expression.ListDisplay(
        list.startOffset(), list.endOffset(), elements(list), Context.LOAD);
  }

  private List<Expression> elements(Branch branch) {
    List<Expression> elements = new ArrayList<>(branch.size() / 2);
    for (int i = 1; i < branch.size() - 1; i++) {
      switch (branch.type(i)) {
        case PythonGrammar.STAR -> {
          elements.add(expressions.starred(branch.terminal(i), branch.child(i + 1)));
          i++;
        }
        case PythonGrammar.COMMA, PythonGrammar.TRAILING_COMMA -> {}
        case PythonGrammar.AS ->
            throw Building.invalid(
                branch.startOf(i), "only with, except, import and case use 'as'");
        default -> {
          if (isComprehension(branch, i)) {
            throw notAlone(branch, i);
          }
          elements.add(expressions.named(branch.child(i)));
        }
      }
    }
    return List.copyOf(elements);
  }

  private static boolean isComprehension(Branch branch, int i) {
    return i < branch.size()
        && branch.child(i) instanceof Branch child
        && child.getRuleIndex() == PythonGrammar.RULE_comprehension;
  }

  private static void only(Branch branch, int size) {
    if (branch.size() != size) {
      throw notAlone(branch, 2);
    }
  }

  private static Rejection notAlone(Branch branch, int i) {
    return new Rejection(
        branch.startOf(i),
        "did you forget parentheses around the comprehension target?",
        "put parentheses around the tuple before 'for', or around the generator expression");
  }

  private static void rejectComprehension(Branch branch, int i) {
    if (branch.type(1) == PythonGrammar.STAR && isComprehension(branch, i)) {
      throw new Rejection(
          branch.startOf(1),
          "iterable unpacking cannot be used in comprehension",
          "use a second 'for' clause");
    }
  }

  /** A dict or set display or comprehension. */
  Expression braces(Branch braces) {
    int start = braces.startOffset();
    int end = braces.endOffset();
    if (braces.size() == 2) {
      return new Expression.DictDisplay(start, end, List.of(), List.of());
    }
    Branch first = braces.branch(1);
    boolean comprehension = isComprehension(first, first.size() - 1);
    if (comprehension) {
      return comprehension(braces, first);
    }
    boolean dict =
        first.type(0) == PythonGrammar.DOUBLE_STAR || first.type(1) == PythonGrammar.COLON;
    return dict ? dict(braces) : set(braces);
  }

  private Expression comprehension(Branch braces, Branch entry) {
    int start = braces.startOffset();
    int end = braces.endOffset();
    Branch clauses = entry.branch(entry.size() - 1);
    if (entry.type(0) == PythonGrammar.DOUBLE_STAR) {
      throw new Rejection(
          entry.startOffset(),
          "dict unpacking cannot be used in dict comprehension",
          "use a second 'for' clause over the items");
    }
    rejectComprehension(entry, 2);
    if (entry.type(0) == PythonGrammar.STAR) {
      throw new Rejection(
          entry.startOffset(),
          "iterable unpacking cannot be used in comprehension",
          "use a second 'for' clause");
    }
    if (braces.size() != 3) {
      throw notAlone(braces, 1);
    }
    if (entry.type(1) == PythonGrammar.COLON) {
      Expression key = expressions.expression(entry.child(0));
      Expression value = expressions.expression(entry.child(2));
      return new Expression.DictComp(start, end, key, value, generators(clauses));
    }
    Expression element = expressions.named(entry.child(0));
    return new Expression.SetComp(start, end, element, generators(clauses));
  }

  private Expression dict(Branch braces) {
    List<Optional<Expression>> keys = new ArrayList<>(braces.size() / 2);
    List<Expression> values = new ArrayList<>(braces.size() / 2);
    for (int i = 1; i < braces.size() - 1; i++) {
      if (!(braces.child(i) instanceof Branch entry)) {
        continue;
      }
      if (isComprehension(entry, entry.size() - 1)) {
        throw notAlone(braces, i);
      }
      if (entry.type(0) == PythonGrammar.DOUBLE_STAR) {
        keys.add(Optional.empty());
        values.add(expressions.bitwiseOr(entry.child(1)));
      } else if (entry.type(1) == PythonGrammar.COLON) {
        keys.add(Optional.of(expressions.expression(entry.child(0))));
        values.add(expressions.expression(entry.child(2)));
      } else {
        throw new Rejection(
            entry.endOffset(),
            "':' expected after dictionary key",
            "give every key a value, or none for a set");
      }
    }
    return new Expression.DictDisplay(
        braces.startOffset(), braces.endOffset(), List.copyOf(keys), List.copyOf(values));
  }

  private Expression set(Branch braces) {
    List<Expression> elements = new ArrayList<>(braces.size() / 2);
    for (int i = 1; i < braces.size() - 1; i++) {
      if (!(braces.child(i) instanceof Branch entry)) {
        continue;
      }
      boolean bad =
          entry.type(0) == PythonGrammar.DOUBLE_STAR
              || entry.type(1) == PythonGrammar.COLON
              || isComprehension(entry, entry.size() - 1);
      if (bad) {
        throw Building.invalid(
            entry.startOffset(), "a set display holds no keys; a dict needs one for every value");
      }
      elements.add(
          entry.type(0) == PythonGrammar.STAR
              ? expressions.starred(entry.terminal(0), entry.child(1))
              : element(entry));
    }
    return new Expression.SetDisplay(
        braces.startOffset(), braces.endOffset(), List.copyOf(elements));
  }

  private Expression element(Branch entry) {
    int walrus = ExpressionBuilder.walrus(entry.branch(0));
    if (walrus > 0) {
      building.requires(
          10, "unparenthesized assignment expressions in sets", entry.branch(0).startOf(walrus));
    }
    return expressions.named(entry.child(0));
  }

  List<Comprehension> generators(Branch clauses) {
    List<Comprehension> generators = new ArrayList<>(1);
    int i = 0;
    while (i < clauses.size()) {
      int start = clauses.startOf(i);
      boolean isAsync = clauses.type(i) == PythonGrammar.ASYNC;
      i += isAsync ? 2 : 1;
      Expression target = expressions.targets(clauses.branch(i), Context.STORE);
      Expression iterable = expressions.operation(clauses.child(i + 2));
      i += 3;
      List<Expression> conditions = new ArrayList<>(1);
      while (i < clauses.size() && clauses.type(i) == PythonGrammar.IF) {
        conditions.add(expressions.operation(clauses.child(i + 1)));
        i += 2;
      }
      generators.add(
          new Comprehension(
              start, clauses.endOf(i - 1), target, iterable, List.copyOf(conditions), isAsync));
    }
    return List.copyOf(generators);
  }

  Expression subscript(int start, Expression value, Branch brackets) {
    Branch first = brackets.branch(1);
    boolean lone = brackets.size() == 3 && first.type(0) != PythonGrammar.STAR;
    Expression slice = lone ? slice(first) : slices(brackets);
    return new Expression.Subscript(start, brackets.endOffset(), value, slice, Context.LOAD);
  }

  private Expression slices(Branch brackets) {
    List<Expression> elements = new ArrayList<>(brackets.size() / 2);
    for (int i = 1; i < brackets.size() - 1; i += 2) {
      elements.add(slice(brackets.branch(i)));
    }
    return new Expression.TupleDisplay(
        brackets.startOf(1),
        brackets.endOf(brackets.size() - 2),
        List.copyOf(elements),
        Context.LOAD);
  }

  private Expression slice(Branch subscript) {
    if (subscript.type(0) == PythonGrammar.STAR) {
      building.requires(11, "starred expressions in subscripts", subscript.startOffset());
      return new Expression.Starred(
          subscript.startOffset(),
          subscript.endOffset(),
          expressions.expression(subscript.child(1)),
          Context.LOAD);
    }
    if (subscript.size() == 1 && subscript.child(0) instanceof Branch test) {
      int walrus = ExpressionBuilder.walrus(test);
      if (walrus > 0) {
        building.requires(
            10, "unparenthesized assignment expressions in subscripts", test.startOf(walrus));
      }
      return expressions.named(test);
    }
    List<Optional<Expression>> bounds = new ArrayList<>(3);
    Optional<Expression> bound = Optional.empty();
    for (int i = 0; i < subscript.size(); i++) {
      Tree child = subscript.child(i);
      if (child instanceof Terminal) {
        bounds.add(bound);
        bound = Optional.empty();
      } else {
        bound = Optional.of(expressions.expression(child));
      }
    }
    bounds.add(bound);
    return new Expression.Slice(
        subscript.startOffset(),
        subscript.endOffset(),
        bounds.get(0),
        bounds.get(1),
        bounds.size() > 2 ? bounds.get(2) : Optional.empty());
  }
}
