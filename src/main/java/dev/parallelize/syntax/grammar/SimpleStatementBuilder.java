package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Alias;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Simple statements to records: section 7 of the language reference. */
final class SimpleStatementBuilder {
  private final Building building;
  private final ExpressionBuilder expressions;

  SimpleStatementBuilder(Building building, ExpressionBuilder expressions) {
    this.building = building;
    this.expressions = expressions;
  }

  Statement of(Branch branch) {
    int start = branch.startOffset();
    int end = branch.endOffset();
    return switch (branch.type(0)) {
      case PythonGrammar.PASS -> new Statement.Pass(start, end);
      case PythonGrammar.BREAK -> new Statement.Break(start, end);
      case PythonGrammar.CONTINUE -> new Statement.Continue(start, end);
      case PythonGrammar.RETURN ->
          new Statement.Return(
              start,
              end,
              branch.size() > 1
                  ? Optional.of(expressions.tests(branch.branch(1)))
                  : Optional.empty());
      case PythonGrammar.RAISE -> new Statement.Raise(start, end, at(branch, 1), at(branch, 3));
      case PythonGrammar.GLOBAL -> new Statement.Global(start, end, names(branch));
      case PythonGrammar.NONLOCAL -> new Statement.Nonlocal(start, end, names(branch));
      case PythonGrammar.DEL -> delete(branch);
      case PythonGrammar.ASSERT ->
          new Statement.Assert(start, end, expressions.expression(branch.child(1)), at(branch, 3));
      case PythonGrammar.IMPORT -> new Statement.Import(start, end, dotted(branch, 1));
      case PythonGrammar.FROM -> importFrom(branch);
      case PythonGrammar.TYPE -> typeAlias(branch);
      default -> expression(branch);
    };
  }

  private Optional<Expression> at(Branch branch, int i) {
    return i < branch.size()
        ? Optional.of(expressions.expression(branch.child(i)))
        : Optional.empty();
  }

  private List<String> names(Branch branch) {
    List<String> names = new ArrayList<>(branch.size() / 2);
    for (int i = 1; i < branch.size(); i += 2) {
      names.add(building.name(branch.terminal(i)));
    }
    return List.copyOf(names);
  }

  private Statement delete(Branch branch) {
    Branch targets = branch.branch(1);
    return new Statement.Delete(
        branch.startOffset(), branch.endOffset(), expressions.targetList(targets, Context.DEL));
  }

  private Statement expression(Branch branch) {
    int start = branch.startOffset();
    int end = branch.endOffset();
    Branch first = branch.branch(0);
    if (branch.size() == 1) {
      return new Statement.ExpressionStatement(start, end, expressions.value(first));
    }
    return switch (branch.type(1)) {
      case PythonGrammar.COLON -> annotated(branch, first);
      case PythonGrammar.AUGMENTED -> augmented(branch, first);
      default -> assignment(branch);
    };
  }

  private Statement assignment(Branch branch) {
    int last = branch.size() - 1;
    List<Expression> targets = new ArrayList<>(1);
    for (int i = 0; i < last; i += 2) {
      Expression target = expressions.value(branch.child(i));
      targets.add(assignable(target));
    }
    return new Statement.Assign(
        branch.startOffset(),
        branch.endOffset(),
        List.copyOf(targets),
        expressions.value(branch.child(last)));
  }

  private Expression assignable(Expression target) {
    try {
      return Targets.in(Context.STORE, target, building.version);
    } catch (Rejection rejection) {
      boolean whole = rejection.offset() == target.start();
      boolean singleton =
          target instanceof Expression.Constant constant
              && constant.value() instanceof dev.parallelize.syntax.Literal.Singleton value
              && value != dev.parallelize.syntax.Literal.Singleton.ELLIPSIS;
      boolean list =
          target instanceof Expression.TupleDisplay || target instanceof Expression.ListDisplay;
      if (!whole || singleton || list || target instanceof Expression.Yield) {
        throw rejection;
      }
      throw new Rejection(
          rejection.offset(),
          rejection.message() + " here. Maybe you meant '==' instead of '='?",
          rejection.hint());
    }
  }

  private Statement annotated(Branch branch, Branch first) {
    Expression target = expressions.tests(first);
    boolean simple = target instanceof Expression.Name && isPlain(first);
    boolean good =
        target instanceof Expression.Name
            || target instanceof Expression.Attribute
            || target instanceof Expression.Subscript;
    if (!good) {
      boolean several =
          target instanceof Expression.TupleDisplay || target instanceof Expression.ListDisplay;
      throw new Rejection(
          target.start(),
          several
              ? "only single target (not " + Targets.describe(target) + ") can be annotated"
              : "illegal target for annotation",
          "annotate one name, attribute or subscript");
    }
    Optional<Expression> value =
        branch.size() > 3 ? Optional.of(expressions.value(branch.child(4))) : Optional.empty();
    return new Statement.AnnAssign(
        branch.startOffset(),
        branch.endOffset(),
        Targets.in(Context.STORE, target, building.version),
        expressions.expression(branch.child(2)),
        value,
        simple);
  }

  private static boolean isPlain(Branch tests) {
    return tests.size() == 1
        && tests.branch(0).size() == 1
        && tests.branch(0).type(0) == PythonGrammar.NAME;
  }

  private Statement augmented(Branch branch, Branch first) {
    Expression target = expressions.value(first);
    boolean good =
        target instanceof Expression.Name
            || target instanceof Expression.Attribute
            || target instanceof Expression.Subscript;
    if (!good) {
      throw new Rejection(
          target.start(),
          "'" + Targets.describe(target) + "' is an illegal expression for augmented assignment",
          "only one name, attribute or subscript can be updated");
    }
    return new Statement.AugAssign(
        branch.startOffset(),
        branch.endOffset(),
        Targets.in(Context.STORE, target, building.version),
        operator(building.text(branch.terminal(1))),
        expressions.value(branch.child(2)));
  }

  private static Operator operator(String augmented) {
    String symbol = augmented.substring(0, augmented.length() - 1);
    for (Operator operator : Operator.values()) {
      if (operator.symbol().equals(symbol)) {
        return operator;
      }
    }
    throw new IllegalArgumentException(augmented);
  }

  /** Aliases with dots: {@code import a.b as c, d}. */
  private List<Alias> dotted(Branch branch, int from) {
    List<Alias> aliases = new ArrayList<>(1);
    int i = from;
    while (i < branch.size()) {
      int start = branch.startOf(i);
      int nameEnd = endOfDotted(branch, i);
      String name = dottedName(branch, i, nameEnd);
      Optional<String> asName = Optional.empty();
      i = nameEnd;
      if (branch.type(i) == PythonGrammar.AS) {
        asName = Optional.of(building.name(branch.terminal(i + 1)));
        i += 2;
      }
      aliases.add(new Alias(start, branch.endOf(i - 1), name, asName));
      i++;
    }
    return List.copyOf(aliases);
  }

  private static int endOfDotted(Branch branch, int from) {
    int i = from + 1;
    while (branch.type(i) == PythonGrammar.DOT) {
      i += 2;
    }
    return i;
  }

  private String dottedName(Branch branch, int from, int to) {
    if (to == from + 1) {
      return building.name(branch.terminal(from));
    }
    StringBuilder name = new StringBuilder();
    for (int i = from; i < to; i++) {
      name.append(branch.type(i) == PythonGrammar.DOT ? "." : building.name(branch.terminal(i)));
    }
    return name.toString();
  }

  private Statement importFrom(Branch branch) {
    int level = 0;
    int i = 1;
    while (branch.type(i) == PythonGrammar.DOT || branch.type(i) == PythonGrammar.ELLIPSIS) {
      level += branch.type(i) == PythonGrammar.DOT ? 1 : 3;
      i++;
    }
    Optional<String> module = Optional.empty();
    if (branch.type(i) == PythonGrammar.NAME) {
      int end = endOfDotted(branch, i);
      module = Optional.of(dottedName(branch, i, end));
      i = end;
    } else if (level == 0) {
      throw Building.invalid(branch.startOf(i), "name the module to import from");
    }
    int names = i + 1;
    List<Alias> aliases =
        switch (branch.type(names)) {
          case PythonGrammar.STAR ->
              List.of(new Alias(branch.startOf(names), branch.endOf(names), "*", Optional.empty()));
          case PythonGrammar.LEFT_PAREN -> dotted(branch.branch(names + 1), 0);
          default -> dotted(branch.branch(names), 0);
        };
    return new Statement.ImportFrom(
        branch.startOffset(), branch.endOffset(), module, aliases, level);
  }

  private Statement typeAlias(Branch branch) {
    building.requires(12, "type statements", branch.startOffset());
    Terminal name = branch.terminal(1);
    boolean generic = branch.child(2) instanceof Branch;
    return new Statement.TypeAlias(
        branch.startOffset(),
        branch.endOffset(),
        new Expression.Name(name.start, name.end, building.name(name), Context.STORE),
        generic ? expressions.parameters().typeParameters(branch.branch(2)) : List.of(),
        expressions.expression(branch.child(branch.size() - 1)));
  }
}
