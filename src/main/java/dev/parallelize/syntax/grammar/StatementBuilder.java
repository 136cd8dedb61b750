package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.MatchCase;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compound statements to records: section 8 of the language reference. */
final class StatementBuilder {
  private final Building building;
  private final ExpressionBuilder expressions;
  private final SimpleStatementBuilder simple;
  private final DefinitionBuilder definitions;
  private final PatternBuilder patterns;
  private final WithBuilder with;

  StatementBuilder(Building building) {
    this.building = building;
    this.expressions = new ExpressionBuilder(building);
    this.simple = new SimpleStatementBuilder(building, expressions);
    this.definitions = new DefinitionBuilder(building, expressions, this);
    this.patterns = new PatternBuilder(building, expressions);
    this.with = new WithBuilder(building, expressions, this);
  }

  /** The statements of a {@code file} branch; one that broke off is left out. */
  List<Statement> file(Branch file, boolean complete) {
    List<Statement> body = new ArrayList<>(file.size());
    int size = complete ? file.size() : file.size() - 1;
    for (int i = 0; i < size; i++) {
      if (file.child(i) instanceof Branch statement) {
        add(statement, body);
      }
    }
    return List.copyOf(body);
  }

  List<Statement> block(Tree tree) {
    Branch block = (Branch) tree;
    List<Statement> body = new ArrayList<>(block.size());
    for (int i = 0; i < block.size(); i++) {
      if (block.child(i) instanceof Branch child) {
        add(child, body);
      }
    }
    return body.size() == 1 ? List.of(body.get(0)) : List.copyOf(body);
  }

  private void add(Branch branch, List<Statement> body) {
    if (branch.getRuleIndex() == PythonGrammar.RULE_simple) {
      body.add(simple.of(branch));
      return;
    }
    switch (branch.type(0)) {
      case PythonGrammar.IF -> body.add(conditional(branch));
      case PythonGrammar.WHILE -> body.add(whileLoop(branch));
      case PythonGrammar.TRY -> body.add(attempt(branch));
      case PythonGrammar.MATCH -> body.add(match(branch));
      case PythonGrammar.ASYNC -> body.add(async(branch));
      case PythonGrammar.AT -> body.add(definitions.decorated(branch));
      default -> {
        Branch first = branch.branch(0);
        if (first.getRuleIndex() == PythonGrammar.RULE_simple) {
          for (int i = 0; i < branch.size(); i += 2) {
            if (branch.child(i) instanceof Branch one) {
              body.add(simple.of(one));
            }
          }
        } else {
          body.add(block(first, first.startOffset(), false));
        }
      }
    }
  }

  private Statement block(Branch branch, int start, boolean isAsync) {
    return switch (branch.getRuleIndex()) {
      case PythonGrammar.RULE_forLoop -> forLoop(branch, start, isAsync);
      case PythonGrammar.RULE_withBlock -> with.of(branch, start, isAsync);
      case PythonGrammar.RULE_function -> definitions.function(branch, start, isAsync, List.of());
      default -> definitions.classDefinition(branch, List.of());
    };
  }

  private Statement async(Branch branch) {
    return block(branch.branch(1), branch.startOffset(), true);
  }

  /** Folded from the last branch backwards, so that a long chain of elif needs no stack. */
  private Statement conditional(Branch branch) {
    int end = building.endOfCode(branch);
    int i = branch.size();
    List<Statement> orElse = List.of();
    if (branch.type(i - 3) == PythonGrammar.ELSE) {
      orElse = block(branch.child(i - 1));
      i -= 3;
    }
    while (true) {
      i -= 4;
      Expression test = expressions.named(branch.child(i + 1));
      Statement.If folded =
          new Statement.If(branch.startOf(i), end, test, block(branch.child(i + 3)), orElse);
      if (i == 0) {
        return folded;
      }
      orElse = List.of(folded);
    }
  }

  private Statement whileLoop(Branch branch) {
    return new Statement.While(
        branch.startOffset(),
        building.endOfCode(branch),
        expressions.named(branch.child(1)),
        block(branch.child(3)),
        branch.size() > 4 ? block(branch.child(6)) : List.of());
  }

  private Statement forLoop(Branch branch, int start, boolean isAsync) {
    Expression target = expressions.targets(branch.branch(1), dev.parallelize.syntax.Context.STORE);
    return new Statement.For(
        start,
        building.endOfCode(branch),
        target,
        expressions.tests(branch.branch(3)),
        block(branch.child(5)),
        branch.size() > 6 ? block(branch.child(8)) : List.of(),
        isAsync);
  }

  private Statement attempt(Branch branch) {
    List<Statement> body = block(branch.child(2));
    List<ExceptHandler> handlers = new ArrayList<>(2);
    boolean star = false;
    int i = 3;
    while (i < branch.size() && branch.child(i) instanceof Branch handler) {
      boolean starred = handler.type(1) == PythonGrammar.STAR;
      if (i > 3 && starred != star) {
        throw new Rejection(
            handler.startOffset(),
            "cannot have both 'except' and 'except*' on the same 'try'",
            "use one form in all handlers");
      }
      star = starred;
      handlers.add(
          handler(
              handler,
              starred,
              i == branch.size() - 1 || !(branch.child(i + 1) instanceof Branch)));
      i++;
    }
    List<Statement> orElse = List.of();
    List<Statement> finalBody = List.of();
    if (branch.type(i) == PythonGrammar.ELSE) {
      if (handlers.isEmpty()) {
        throw expectedHandler(branch.startOf(i));
      }
      orElse = block(branch.child(i + 2));
      i += 3;
    }
    if (branch.type(i) == PythonGrammar.FINALLY) {
      finalBody = block(branch.child(i + 2));
    } else if (handlers.isEmpty()) {
      Terminal next = building.terminals.get(branch.stop.index + 1);
      boolean last = next.type == PythonGrammar.EOF;
      throw expectedHandler(last ? building.endOfCode(branch) : next.start);
    }
    return new Statement.Try(
        branch.startOffset(),
        building.endOfCode(branch),
        body,
        List.copyOf(handlers),
        orElse,
        finalBody,
        star);
  }

  private static Rejection expectedHandler(int offset) {
    return new Rejection(
        offset,
        "expected 'except' or 'finally' block",
        "a try statement needs a handler or a finally block");
  }

  private ExceptHandler handler(Branch branch, boolean starred, boolean last) {
    int i = starred ? 2 : 1;
    if (starred) {
      building.requires(11, "except* clauses", branch.startOffset());
    }
    List<Statement> body = block(branch.child(branch.size() - 1));
    int end = building.endOfCode(branch);
    if (branch.type(i) == PythonGrammar.COLON) {
      if (starred) {
        throw new Rejection(
            branch.endOf(1),
            "expected one or more exception types",
            "name the types after except*");
      }
      return new ExceptHandler(branch.startOffset(), end, Optional.empty(), Optional.empty(), body);
    }
    int as = branch.size() - 4;
    boolean named = branch.type(as) == PythonGrammar.AS;
    int typesEnd = named ? as : branch.size() - 2;
    Expression type = handlerType(branch, i, typesEnd, named);
    Optional<String> name =
        named ? Optional.of(building.name(branch.terminal(as + 1))) : Optional.empty();
    return new ExceptHandler(branch.startOffset(), end, Optional.of(type), name, body);
  }

  private Expression handlerType(Branch branch, int from, int to, boolean named) {
    if (to == from + 1) {
      return expressions.expression(branch.child(from));
    }
    int offset = branch.startOf(from);
    if (named || !building.version.atLeast(14)) {
      throw new Rejection(
          offset,
          building.version.atLeast(14)
              ? "multiple exception types must be parenthesized when using 'as'"
              : "multiple exception types must be parenthesized",
          "put parentheses around the types");
    }
    List<Expression> types = new ArrayList<>(2);
    for (int i = from; i < to; i += 2) {
      types.add(expressions.expression(branch.child(i)));
    }
    return new Expression.TupleDisplay(
        offset, branch.endOf(to - 1), List.copyOf(types), dev.parallelize.syntax.Context.LOAD);
  }

  private Statement match(Branch branch) {
    building.requires(10, "match statements", branch.startOffset());
    Branch subjects = branch.branch(1);
    Expression subject = expressions.namedTests(subjects);
    if (subject instanceof Expression.Starred) {
      throw Building.invalid(subject.start(), "add a comma to match a tuple: match *values,:");
    }
    List<MatchCase> cases = new ArrayList<>(branch.size());
    for (int i = 5; i < branch.size() - 1; i++) {
      cases.add(matchCase(branch.branch(i)));
    }
    return new Statement.Match(
        branch.startOffset(), building.endOfCode(branch), subject, List.copyOf(cases));
  }

  private MatchCase matchCase(Branch branch) {
    Optional<Expression> guard =
        branch.type(2) == PythonGrammar.IF
            ? Optional.of(expressions.named(branch.child(3)))
            : Optional.empty();
    return new MatchCase(
        branch.startOffset(),
        building.endOfCode(branch),
        patterns.patterns(branch.branch(1)),
        guard,
        block(branch.child(branch.size() - 1)));
  }
}
