package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The grammar's flat expressions to records: section 6 of the language reference. */
final class ExpressionBuilder {
  private final Building building;
  private final LiteralBuilder literals;
  private final ParameterBuilder parameters;
  private final CallBuilder calls;
  private final DisplayBuilder displays;

  ExpressionBuilder(Building building) {
    this.building = building;
    this.literals = new LiteralBuilder(building, this);
    this.parameters = new ParameterBuilder(building, this);
    this.calls = new CallBuilder(building, this);
    this.displays = new DisplayBuilder(building, this);
  }

  LiteralBuilder literals() {
    return literals;
  }

  ParameterBuilder parameters() {
    return parameters;
  }

  CallBuilder calls() {
    return calls;
  }

  DisplayBuilder displays() {
    return displays;
  }

  /** A test where an unparenthesized {@code :=} may not stand. */
  Expression expression(Tree tree) {
    Branch test = (Branch) tree;
    int assignment = walrus(test);
    if (assignment > 0) {
      throw Building.invalid(
          test.startOf(assignment), "put the assignment expression in parentheses");
    }
    return test(test);
  }

  /** A test where an unparenthesized {@code :=} may stand. */
  Expression named(Tree tree) {
    Branch test = (Branch) tree;
    int assignment = walrus(test);
    if (assignment < 0) {
      return test(test);
    }
    if (assignment != 1 || test.type(0) != PythonGrammar.NAME) {
      Expression target = operation(test, 0);
      boolean lone = assignment == 1 || target instanceof Expression.Name;
      throw new Rejection(
          test.startOffset(),
          "cannot use assignment expressions with " + Targets.describe(target),
          lone ? "only a plain name can stand before :=" : "put parentheses around name := value");
    }
    Expression value = expression(test.child(2));
    Expression target =
        new Expression.Name(
            test.startOf(0), test.endOf(0), building.name(test.terminal(0)), Context.STORE);
    return new Expression.NamedExpr(test.startOffset(), test.endOffset(), target, value);
  }

  /** The index of {@code :=}, or -1. */
  static int walrus(Branch test) {
    int index = test.size() - 2;
    return index > 0 && test.type(index) == PythonGrammar.COLON_EQUAL ? index : -1;
  }

  private Expression test(Branch test) {
    if (test.type(0) == PythonGrammar.LAMBDA) {
      return lambda(test);
    }
    int size = test.size();
    if (size == 1) {
      return atom(test.child(0));
    }
    if (size > 4 && test.type(size - 4) == PythonGrammar.IF) {
      return conditional(test);
    }
    return operation(test, 0);
  }

  private Expression conditional(Branch test) {
    int size = test.size();
    building.enter(test.startOffset());
    Expression body = operation(test, 0);
    Expression condition = operation(test.branch(size - 3), 0);
    Expression orElse = expression(test.child(size - 1));
    building.leave();
    return new Expression.IfExp(test.startOffset(), test.endOffset(), condition, body, orElse);
  }

  private Expression lambda(Branch test) {
    building.enter(test.startOffset());
    boolean empty = test.type(1) == PythonGrammar.COLON;
    Arguments arguments =
        empty ? ParameterBuilder.none(test.endOf(0)) : parameters.of(test.branch(1));
    Expression body = expression(test.child(test.size() - 1));
    building.leave();
    return new Expression.Lambda(test.startOffset(), test.endOffset(), arguments, body);
  }

  /** A row of operands and operators without a conditional expression. */
  Expression operation(Tree row) {
    return operation((Branch) row, 0);
  }

  private Expression operation(Branch row, int from) {
    int after = isOperand(row, from) ? endOfPrimary(row, from) : -1;
    if (after > 0 && (after == row.size() || OperatorTable.precedence(row.type(after)) == 0)) {
      return primary(row, from, after);
    }
    return new Climber(this, building, row, from).climb(OperatorTable.OR);
  }

  /** What {@code *} and {@code **} unpack in displays: nothing weaker than {@code |}. */
  Expression bitwiseOr(Tree tree) {
    Branch test = (Branch) tree;
    if (test.type(0) == PythonGrammar.LAMBDA) {
      throw Building.invalid(test.startOffset(), "put the lambda in parentheses");
    }
    Climber climber = new Climber(this, building, test, 0);
    Expression result = climber.climb(OperatorTable.BIT_OR);
    if (climber.next() < test.size()) {
      throw Building.invalid(test.startOf(climber.next()), "put what is unpacked in parentheses");
    }
    return result;
  }

  private static boolean isOperand(Branch row, int from) {
    return switch (row.type(from)) {
      case PythonGrammar.NOT,
          PythonGrammar.PLUS,
          PythonGrammar.MINUS,
          PythonGrammar.TILDE,
          PythonGrammar.AWAIT ->
          false;
      default -> true;
    };
  }

  /** The index after the operand at {@code from} and all its trailers. */
  int endOfPrimary(Branch row, int from) {
    int i = from + 1;
    if (isString(row, from)) {
      while (i < row.size() && isString(row, i)) {
        i++;
      }
    }
    while (i < row.size()) {
      Tree child = row.child(i);
      if (child instanceof Terminal terminal) {
        if (terminal.type != PythonGrammar.DOT) {
          break;
        }
        i += 2;
      } else {
        int rule = ((Branch) child).getRuleIndex();
        if (rule != PythonGrammar.RULE_arguments && rule != PythonGrammar.RULE_subscripts) {
          break;
        }
        i++;
      }
    }
    return i;
  }

  private static boolean isString(Branch row, int i) {
    Tree child = row.child(i);
    return child instanceof Terminal terminal
        ? terminal.type == PythonGrammar.STRING
        : ((Branch) child).getRuleIndex() == PythonGrammar.RULE_formatted;
  }

  /** An operand with its trailers. */
  Expression primary(Branch row, int from, int after) {
    int start = row.startOf(from);
    int i = from + 1;
    Expression result;
    if (isString(row, from)) {
      while (i < after && isString(row, i)) {
        i++;
      }
      result = literals.strings(row, from, i);
    } else {
      result = atom(row.child(from));
    }
    while (i < after) {
      if (row.type(i) == PythonGrammar.DOT) {
        Terminal name = row.terminal(i + 1);
        result =
            new Expression.Attribute(start, name.end, result, building.name(name), Context.LOAD);
        i += 2;
      } else {
        Branch trailer = row.branch(i++);
        result =
            trailer.getRuleIndex() == PythonGrammar.RULE_arguments
                ? calls.call(start, result, trailer)
                : displays.subscript(start, result, trailer);
      }
    }
    return result;
  }

  private Expression atom(Tree child) {
    if (child instanceof Branch branch) {
      return switch (branch.getRuleIndex()) {
        case PythonGrammar.RULE_group -> displays.group(branch);
        case PythonGrammar.RULE_list -> displays.list(branch);
        case PythonGrammar.RULE_braces -> displays.braces(branch);
        default -> literals.string(branch);
      };
    }
    Terminal terminal = (Terminal) child;
    return switch (terminal.type) {
      case PythonGrammar.NAME ->
          new Expression.Name(terminal.start, terminal.end, building.name(terminal), Context.LOAD);
      case PythonGrammar.NUMBER -> literals.number(terminal);
      case PythonGrammar.STRING -> literals.string(terminal);
      case PythonGrammar.NONE -> constant(terminal, Literal.Singleton.NONE);
      case PythonGrammar.TRUE -> constant(terminal, Literal.Singleton.TRUE);
      case PythonGrammar.FALSE -> constant(terminal, Literal.Singleton.FALSE);
      default -> constant(terminal, Literal.Singleton.ELLIPSIS);
    };
  }

  static Expression constant(Terminal terminal, Literal value) {
    return new Expression.Constant(terminal.start, terminal.end, value, false);
  }

  /** One test, or a tuple without parentheses. */
  Expression tests(Branch tests) {
    return tests(tests, false);
  }

  /** As {@link #tests(Branch)}, for the places where a lone {@code :=} may stand. */
  Expression namedTests(Branch tests) {
    return tests(tests, true);
  }

  private Expression tests(Branch tests, boolean walrus) {
    int size = tests.size();
    if (size == 1) {
      return walrus ? named(tests.child(0)) : expression(tests.child(0));
    }
    List<Expression> items = new ArrayList<>(size / 2 + 1);
    boolean tuple = false;
    int i = 0;
    while (i < size) {
      switch (tests.type(i)) {
        case PythonGrammar.STAR -> {
          items.add(starred(tests.terminal(i), tests.child(i + 1)));
          i += 2;
        }
        case PythonGrammar.COMMA, PythonGrammar.TRAILING_COMMA -> {
          tuple = true;
          i++;
        }
        default -> {
          items.add(walrus ? named(tests.child(i)) : expression(tests.child(i)));
          i++;
        }
      }
    }
    return tuple
        ? new Expression.TupleDisplay(
            tests.startOffset(), tests.endOffset(), List.copyOf(items), Context.LOAD)
        : items.get(0);
  }

  Expression starred(Terminal star, Tree test) {
    return new Expression.Starred(star.start, Branch.endOf(test), bitwiseOr(test), Context.LOAD);
  }

  Expression yielding(Branch yielding) {
    int start = yielding.startOffset();
    int end = yielding.endOffset();
    if (yielding.size() == 1) {
      return new Expression.Yield(start, end, Optional.empty());
    }
    if (yielding.type(1) == PythonGrammar.FROM) {
      return new Expression.YieldFrom(start, end, expression(yielding.child(2)));
    }
    return new Expression.Yield(start, end, Optional.of(tests(yielding.branch(1))));
  }

  /** Either a {@code yielding} or a {@code tests} branch. */
  Expression value(Tree tree) {
    Branch branch = (Branch) tree;
    return branch.getRuleIndex() == PythonGrammar.RULE_yielding ? yielding(branch) : tests(branch);
  }

  /** One thing that a loop, a with or a del names, in the given context. */
  Expression target(Tree tree, Context context) {
    Branch target = (Branch) tree;
    int from = target.type(0) == PythonGrammar.STAR ? 1 : 0;
    Expression primary = primary(target, from, target.size());
    if (from == 1) {
      primary =
          new Expression.Starred(target.startOffset(), target.endOffset(), primary, Context.LOAD);
    }
    return Targets.in(context, primary, building.version);
  }

  /** What a loop binds: one target, or a tuple of them. */
  Expression targets(Branch targets, Context context) {
    if (targets.size() == 1) {
      return target(targets.child(0), context);
    }
    return new Expression.TupleDisplay(
        targets.startOffset(), targets.endOffset(), targetList(targets, context), context);
  }

  List<Expression> targetList(Branch targets, Context context) {
    List<Expression> items = new ArrayList<>(targets.size() / 2 + 1);
    for (int i = 0; i < targets.size(); i += 2) {
      items.add(target(targets.child(i), context));
    }
    return List.copyOf(items);
  }
}
