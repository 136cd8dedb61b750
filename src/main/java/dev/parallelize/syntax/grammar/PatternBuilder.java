package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Pattern;
import dev.parallelize.syntax.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Patterns of {@code case} blocks: section 8.6.4 of the language reference. */
final class PatternBuilder {
  private final Building building;
  private final ExpressionBuilder expressions;

  PatternBuilder(Building building, ExpressionBuilder expressions) {
    this.building = building;
    this.expressions = expressions;
  }

  /** What follows {@code case}: one pattern, or a sequence without brackets. */
  Pattern patterns(Branch branch) {
    Branch first = branch.branch(0);
    if (branch.size() > 1) {
      return new Pattern.MatchSequence(branch.startOffset(), branch.endOffset(), list(branch));
    }
    if (first.type(0) == PythonGrammar.STAR) {
      throw Building.invalid(
          first.startOffset(), "a starred pattern needs a sequence: case *rest,:");
    }
    return pattern(first);
  }

  private List<Pattern> list(Branch patterns) {
    List<Pattern> list = new ArrayList<>(patterns.size() / 2 + 1);
    for (int i = 0; i < patterns.size(); i += 2) {
      list.add(pattern(patterns.branch(i)));
    }
    return List.copyOf(list);
  }

  /** One pattern, starred ones included. */
  private Pattern pattern(Branch branch) {
    int start = branch.startOffset();
    building.enter(start);
    Pattern result;
    if (branch.type(0) == PythonGrammar.STAR) {
      result = new Pattern.MatchStar(start, branch.endOffset(), captured(branch.terminal(1)));
    } else {
      int as = branch.size() - 2;
      boolean bound = as > 0 && branch.type(as) == PythonGrammar.AS;
      int end = bound ? as : branch.size();
      result = alternatives(branch, end);
      if (bound) {
        String name = asName(branch.branch(as + 1));
        result =
            new Pattern.MatchAs(start, branch.endOffset(), Optional.of(result), Optional.of(name));
      }
    }
    building.leave();
    return result;
  }

  private Pattern alternatives(Branch branch, int end) {
    if (end == 1) {
      return closed(branch.branch(0));
    }
    List<Pattern> alternatives = new ArrayList<>(end / 2 + 1);
    for (int i = 0; i < end; i += 2) {
      alternatives.add(closed(branch.branch(i)));
    }
    return new Pattern.MatchOr(
        branch.startOffset(), branch.endOf(end - 1), List.copyOf(alternatives));
  }

  private String asName(Branch target) {
    if (target.size() != 1 || target.type(0) != PythonGrammar.NAME) {
      throw new Rejection(
          target.startOffset(),
          "cannot use " + describe(target) + " as pattern target",
          "only a plain name can follow 'as' in a pattern");
    }
    String name = building.name(target.terminal(0));
    if (name.equals("_")) {
      throw new Rejection(
          target.startOffset(), "cannot use '_' as a target", "delete 'as _' or use another name");
    }
    return name;
  }

  private static String describe(Branch target) {
    return switch (target.type(0)) {
      case PythonGrammar.NAME -> target.type(1) == PythonGrammar.DOT ? "attribute" : "expression";
      case PythonGrammar.NUMBER, PythonGrammar.STRING -> "literal";
      case PythonGrammar.TRUE -> "True";
      case PythonGrammar.FALSE -> "False";
      case PythonGrammar.NONE -> "None";
      case PythonGrammar.LEFT_PAREN -> "tuple";
      case PythonGrammar.LEFT_BRACKET -> "list";
      case PythonGrammar.LEFT_BRACE -> "dict literal";
      default -> "expression";
    };
  }

  private Optional<String> captured(Terminal name) {
    String text = building.name(name);
    return text.equals("_") ? Optional.empty() : Optional.of(text);
  }

  private Pattern closed(Branch branch) {
    int start = branch.startOffset();
    int end = branch.endOffset();
    return switch (branch.type(0)) {
      case PythonGrammar.MINUS, PythonGrammar.NUMBER ->
          new Pattern.MatchValue(start, end, number(branch));
      case PythonGrammar.NONE -> new Pattern.MatchSingleton(start, end, Literal.Singleton.NONE);
      case PythonGrammar.TRUE -> new Pattern.MatchSingleton(start, end, Literal.Singleton.TRUE);
      case PythonGrammar.FALSE -> new Pattern.MatchSingleton(start, end, Literal.Singleton.FALSE);
      case PythonGrammar.NAME -> name(branch);
      case PythonGrammar.LEFT_PAREN, PythonGrammar.LEFT_BRACKET -> sequence(branch);
      case PythonGrammar.LEFT_BRACE -> mapping(branch);
      default -> new Pattern.MatchValue(start, end, string(branch));
    };
  }

  private Expression string(Branch branch) {
    Expression string = expressions.literals().strings(branch, 0, branch.size());
    if (!(string instanceof Expression.Constant)) {
      throw new Rejection(
          branch.startOffset(),
          "patterns may only match literals and attribute lookups",
          "compare in a guard: case value if value == f\"…\"");
    }
    return string;
  }

  private Expression number(Branch branch) {
    int i = branch.type(0) == PythonGrammar.MINUS ? 1 : 0;
    Expression number = expressions.literals().number(branch.terminal(i));
    Expression left = number;
    if (i == 1) {
      left =
          new Expression.UnaryOp(
              branch.startOffset(), branch.endOf(1), UnaryOperator.U_SUB, number);
    }
    if (branch.size() == i + 1) {
      return left;
    }
    if (isImaginary(number)) {
      throw new Rejection(
          number.start(), "real number required in complex literal", "write real + imaginary");
    }
    Expression imaginary = expressions.literals().number(branch.terminal(i + 2));
    if (!isImaginary(imaginary)) {
      throw new Rejection(
          imaginary.start(),
          "imaginary number required in complex literal",
          "a pattern computes nothing else; compare in a guard");
    }
    Operator operator = branch.type(i + 1) == PythonGrammar.PLUS ? Operator.ADD : Operator.SUB;
    return new Expression.BinOp(
        branch.startOffset(), branch.endOffset(), left, operator, imaginary);
  }

  private static boolean isImaginary(Expression number) {
    return number instanceof Expression.Constant constant
        && constant.value() instanceof Literal.ImaginaryNumber;
  }

  private Pattern name(Branch branch) {
    int start = branch.startOffset();
    int end = branch.endOffset();
    boolean call = branch.child(branch.size() - 1) instanceof Branch;
    if (branch.size() == 1) {
      return new Pattern.MatchAs(start, end, Optional.empty(), captured(branch.terminal(0)));
    }
    if (building.name(branch.terminal(0)).equals("_")) {
      throw Building.invalid(branch.startOf(1), "_ matches everything; nothing can follow it");
    }
    Expression value = attribute(branch, call ? branch.size() - 1 : branch.size());
    return call
        ? classPattern(start, end, value, branch.branch(branch.size() - 1))
        : new Pattern.MatchValue(start, end, value);
  }

  private Expression attribute(Branch branch, int end) {
    Terminal first = branch.terminal(0);
    Expression value =
        new Expression.Name(first.start, first.end, building.name(first), Context.LOAD);
    for (int i = 2; i < end; i += 2) {
      Terminal name = branch.terminal(i);
      value =
          new Expression.Attribute(first.start, name.end, value, building.name(name), Context.LOAD);
    }
    return value;
  }

  private Pattern classPattern(int start, int end, Expression type, Branch branch) {
    List<Pattern> positional = new ArrayList<>(2);
    List<String> names = new ArrayList<>(2);
    List<Pattern> named = new ArrayList<>(2);
    int i = 1;
    while (i < branch.size() - 1) {
      Branch first = branch.branch(i);
      if (first.type(0) == PythonGrammar.STAR) {
        throw Building.invalid(first.startOffset(), "a class pattern takes no starred patterns");
      }
      if (branch.type(i + 1) == PythonGrammar.EQUAL) {
        String name = keyword(first);
        if (name.equals("_") && names.isEmpty() && !positional.isEmpty()) {
          // CPython takes this word for one more positional wildcard, and then meets the =
          throw Building.invalid(first.startOffset(), "an attribute named _ must come first");
        }
        names.add(name);
        named.add(keywordPattern(branch.branch(i + 2)));
        i += 4;
      } else {
        if (!names.isEmpty()) {
          throw new Rejection(
              first.startOffset(),
              "positional patterns follow keyword patterns",
              "move positional patterns forward");
        }
        positional.add(pattern(first));
        i += 2;
      }
    }
    return new Pattern.MatchClass(
        start, end, type, List.copyOf(positional), List.copyOf(names), List.copyOf(named));
  }

  private Pattern keywordPattern(Branch branch) {
    if (branch.type(0) == PythonGrammar.STAR) {
      throw Building.invalid(branch.startOffset(), "a class pattern takes no starred patterns");
    }
    return pattern(branch);
  }

  private String keyword(Branch pattern) {
    boolean plain =
        pattern.size() == 1
            && pattern.branch(0).size() == 1
            && pattern.branch(0).type(0) == PythonGrammar.NAME;
    if (!plain) {
      throw Building.invalid(
          pattern.startOffset(), "only a plain name can stand before = in a class pattern");
    }
    return building.name(pattern.branch(0).terminal(0));
  }

  private Pattern sequence(Branch branch) {
    int start = branch.startOffset();
    int end = branch.endOffset();
    if (branch.size() == 2) {
      return new Pattern.MatchSequence(start, end, List.of());
    }
    Branch patterns = branch.branch(1);
    boolean group = branch.type(0) == PythonGrammar.LEFT_PAREN && patterns.size() == 1;
    return group ? patterns(patterns) : new Pattern.MatchSequence(start, end, list(patterns));
  }

  private Pattern mapping(Branch branch) {
    List<Expression> keys = new ArrayList<>(2);
    List<Pattern> values = new ArrayList<>(2);
    Optional<String> rest = Optional.empty();
    for (int i = 1; i < branch.size() - 1; i += 2) {
      Branch entry = branch.branch(i);
      if (rest.isPresent()) {
        throw Building.invalid(entry.startOffset(), "the **rest of a mapping pattern comes last");
      }
      if (entry.type(0) == PythonGrammar.DOUBLE_STAR) {
        rest = captured(entry.terminal(1));
        if (rest.isEmpty()) {
          throw Building.invalid(
              entry.startOf(1), "delete **_: a mapping pattern ignores other keys anyway");
        }
      } else {
        keys.add(key(entry.branch(0)));
        Branch value = entry.branch(2);
        if (value.type(0) == PythonGrammar.STAR) {
          throw Building.invalid(value.startOffset(), "the value of a key cannot be starred");
        }
        values.add(pattern(value));
      }
    }
    return new Pattern.MatchMapping(
        branch.startOffset(), branch.endOffset(), List.copyOf(keys), List.copyOf(values), rest);
  }

  private Expression key(Branch branch) {
    return switch (branch.type(0)) {
      case PythonGrammar.MINUS, PythonGrammar.NUMBER -> number(branch);
      case PythonGrammar.NONE ->
          ExpressionBuilder.constant(branch.terminal(0), Literal.Singleton.NONE);
      case PythonGrammar.TRUE ->
          ExpressionBuilder.constant(branch.terminal(0), Literal.Singleton.TRUE);
      case PythonGrammar.FALSE ->
          ExpressionBuilder.constant(branch.terminal(0), Literal.Singleton.FALSE);
      case PythonGrammar.NAME -> {
        if (branch.size() == 1 || branch.child(branch.size() - 1) instanceof Branch) {
          throw badKey(branch);
        }
        yield attribute(branch, branch.size());
      }
      case PythonGrammar.LEFT_PAREN, PythonGrammar.LEFT_BRACKET, PythonGrammar.LEFT_BRACE ->
          throw badKey(branch);
      default -> string(branch);
    };
  }

  private static Rejection badKey(Branch branch) {
    return new Rejection(
        branch.startOffset(),
        "mapping pattern keys may only match literals and attribute lookups",
        "use a literal or a dotted name as the key");
  }
}
