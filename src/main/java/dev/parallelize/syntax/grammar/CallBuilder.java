package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Argument lists of calls and classes: section 6.3.4 of the language reference. */
final class CallBuilder {
  private final Building building;
  private final ExpressionBuilder expressions;

  CallBuilder(Building building, ExpressionBuilder expressions) {
    this.building = building;
    this.expressions = expressions;
  }

  /** Positional and keyword arguments, each in the order of the text. */
  record ArgumentList(List<Expression> positional, List<Keyword> keywords) {
    static final ArgumentList EMPTY = new ArgumentList(List.of(), List.of());
  }

  Expression call(int start, Expression function, Branch branch) {
    ArgumentList arguments = arguments(branch, true);
    return new Expression.Call(
        start, branch.endOffset(), function, arguments.positional(), arguments.keywords());
  }

  ArgumentList arguments(Branch branch, boolean generatorAllowed) {
    if (branch.size() == 2) {
      return ArgumentList.EMPTY;
    }
    if (branch.size() == 3) {
      // most calls pass one plain argument
      return new ArgumentList(List.of(expressions.named(branch.child(1))), List.of());
    }
    Reading reading = new Reading(branch, generatorAllowed);
    reading.all();
    return new ArgumentList(
        List.copyOf(reading.positional),
        reading.keywords == null ? List.of() : List.copyOf(reading.keywords));
  }

  /** One pass over an argument list; remembers what may no longer follow. */
  private final class Reading {
    private final Branch branch;
    private final boolean generatorAllowed;
    private final List<Expression> positional = new ArrayList<>(2);
    private @org.jspecify.annotations.Nullable List<Keyword> keywords;
    private boolean unpackedMapping;
    private int i = 1;

    Reading(Branch branch, boolean generatorAllowed) {
      this.branch = branch;
      this.generatorAllowed = generatorAllowed;
    }

    void all() {
      while (i < branch.size() - 1) {
        switch (branch.type(i)) {
          case PythonGrammar.STAR -> star();
          case PythonGrammar.DOUBLE_STAR -> doubleStar();
          case PythonGrammar.COMMA, PythonGrammar.TRAILING_COMMA -> i++;
          default -> plain();
        }
      }
    }

    private void star() {
      int start = branch.startOf(i);
      if (unpackedMapping) {
        throw new Rejection(
            start,
            "iterable argument unpacking follows keyword argument unpacking",
            "move the *argument before the **argument");
      }
      Expression value = expressions.expression(branch.child(i + 1));
      positional.add(new Expression.Starred(start, branch.endOf(i + 1), value, Context.LOAD));
      i += 2;
    }

    private void doubleStar() {
      Expression value = expressions.expression(branch.child(i + 1));
      keyword(new Keyword(branch.startOf(i), branch.endOf(i + 1), Optional.empty(), value));
      unpackedMapping = true;
      i += 2;
    }

    private void plain() {
      if (branch.type(i + 1) == PythonGrammar.EQUAL) {
        named();
        return;
      }
      Expression value = expressions.named(branch.child(i));
      boolean generator = !(branch.child(i + 1) instanceof Terminal);
      if (generator) {
        value = generator(value);
      }
      if (keywords != null) {
        throw new Rejection(
            branch.startOf(i),
            unpackedMapping
                ? "positional argument follows keyword argument unpacking"
                : "positional argument follows keyword argument",
            "move positional arguments before keyword arguments");
      }
      positional.add(value);
      i += generator ? 2 : 1;
    }

    private Expression generator(Expression element) {
      if (branch.size() != 4 || !generatorAllowed) {
        throw new Rejection(
            branch.startOf(i),
            "Generator expression must be parenthesized",
            "put parentheses around the generator expression");
      }
      return new Expression.GeneratorExp(
          branch.startOffset(),
          branch.endOffset(),
          element,
          expressions.displays().generators(branch.branch(i + 1)));
    }

    private void named() {
      Branch name = branch.branch(i);
      if (name.size() != 1 || name.type(0) != PythonGrammar.NAME) {
        throw notAName(name);
      }
      Expression value = expressions.expression(branch.child(i + 2));
      keyword(
          new Keyword(
              name.startOffset(),
              branch.endOf(i + 2),
              Optional.of(building.name(name.terminal(0))),
              value));
      i += 3;
    }

    private Rejection notAName(Branch name) {
      return switch (name.size() == 1 ? name.type(0) : 0) {
        case PythonGrammar.TRUE, PythonGrammar.FALSE, PythonGrammar.NONE ->
            new Rejection(
                name.startOffset(),
                "cannot assign to " + building.text(name.terminal(0)),
                "a keyword cannot name an argument");
        default ->
            new Rejection(
                name.startOffset(),
                "expression cannot contain assignment, perhaps you meant \"==\"?",
                "only a plain name can stand before = in an argument");
      };
    }

    private void keyword(Keyword keyword) {
      if (keywords == null) {
        keywords = new ArrayList<>(2);
      }
      keywords.add(keyword);
    }
  }
}
