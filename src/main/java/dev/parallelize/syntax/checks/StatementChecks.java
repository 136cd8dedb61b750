package dev.parallelize.syntax.checks;

import dev.parallelize.syntax.Alias;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.MatchCase;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.WithItem;
import java.util.List;
import java.util.Optional;

/** Walks the statements with the scope and the blocks that they stand in. */
final class StatementChecks {
  /** How many loops, handlers and with items may nest; one more since Python 3.13. */
  private static final int MOST_BLOCKS = 20;

  private final PythonVersion version;
  private final Problems problems;
  private final ExpressionChecks expressions;
  private final DeclarationChecks declarations;
  private final PatternChecks patterns;
  private final FutureChecks future;
  private final DefinitionChecks definitions;

  StatementChecks(PythonVersion version, Problems problems) {
    this.version = version;
    this.problems = problems;
    this.definitions = new DefinitionChecks(this, problems);
    this.expressions = new ExpressionChecks(definitions, version, problems);
    this.declarations = new DeclarationChecks(problems);
    this.patterns = new PatternChecks(problems);
    this.future = new FutureChecks(problems);
  }

  void module(Module module) {
    future.module(module);
    definitions.deferAnnotations(
        version.atLeast(14) || version.atLeast(10) && future.features().contains("annotations"));
    Scope scope = new Scope(Scope.Kind.MODULE, null, module, "");
    block(module.body(), scope);
  }

  PythonVersion version() {
    return version;
  }

  ExpressionChecks expressions() {
    return expressions;
  }

  void block(List<Statement> body, Scope scope) {
    for (Statement statement : body) {
      statement(statement, scope);
    }
  }

  private void statement(Statement statement, Scope scope) {
    if (statement instanceof Statement.ExpressionStatement n) {
      expressions.value(n.value(), scope);
    } else if (statement instanceof Statement.Assign n) {
      for (Expression target : n.targets()) {
        expressions.target(target, scope);
      }
      expressions.value(n.value(), scope);
    } else if (statement instanceof Statement.If n) {
      conditional(n, scope);
    } else if (statement instanceof Statement.Return n) {
      returned(n, scope);
    } else if (statement instanceof Statement.AugAssign n) {
      expressions.updated(n.target(), scope);
      expressions.value(n.value(), scope);
    } else if (statement instanceof Statement.AnnAssign n) {
      annotated(n, scope);
    } else if (statement instanceof Statement.FunctionDef n) {
      definitions.function(n, scope);
    } else if (statement instanceof Statement.ClassDef n) {
      definitions.classDefinition(n, scope);
    } else if (statement instanceof Statement.Raise n) {
      maybe(n.exception(), scope);
      maybe(n.cause(), scope);
    } else if (statement instanceof Statement.Assert n) {
      expressions.value(n.test(), scope);
      maybe(n.message(), scope);
    } else if (statement instanceof Statement.Delete n) {
      for (Expression target : n.targets()) {
        expressions.deleted(target, scope);
      }
    } else {
      other(statement, scope);
    }
  }

  private void other(Statement statement, Scope scope) {
    if (statement instanceof Statement.Import n) {
      aliases(n.names());
    } else if (statement instanceof Statement.ImportFrom n) {
      importFrom(n, scope);
    } else if (statement instanceof Statement.Global n) {
      declarations.global(n, scope);
    } else if (statement instanceof Statement.Nonlocal n) {
      declarations.nonlocal(n, scope);
    } else if (statement instanceof Statement.Break || statement instanceof Statement.Continue) {
      jump(statement, scope);
    } else if (statement instanceof Statement.For n) {
      forLoop(n, scope);
    } else if (statement instanceof Statement.While n) {
      expressions.value(n.test(), scope);
      loop(n.body(), scope, n.start());
      block(n.orElse(), scope);
    } else if (statement instanceof Statement.With n) {
      with(n, scope);
    } else if (statement instanceof Statement.Try n) {
      attempt(n, scope);
    } else if (statement instanceof Statement.Match n) {
      match(n, scope);
    } else if (statement instanceof Statement.TypeAlias n) {
      definitions.typeAlias(n, scope);
    }
  }

  private void maybe(Optional<Expression> expression, Scope scope) {
    if (expression.isPresent()) {
      expressions.value(expression.get(), scope);
    }
  }

  /** A loop over the chain, since a long elif chain is as deep as it is long. */
  private void conditional(Statement.If first, Scope scope) {
    Statement.If link = first;
    while (true) {
      expressions.value(link.test(), scope);
      block(link.body(), scope);
      if (link.orElse().size() == 1 && link.orElse().get(0) instanceof Statement.If next) {
        link = next;
      } else {
        block(link.orElse(), scope);
        return;
      }
    }
  }

  private void returned(Statement.Return statement, Scope scope) {
    if (scope.kind != Scope.Kind.FUNCTION) {
      problems.add(
          statement.start(), "'return' outside function", "move it into a function, or delete it");
    } else if (scope.inStarredHandler) {
      leavesStarredHandler(statement);
    }
    if (statement.value().isPresent()) {
      if (scope.valuedReturn < 0) {
        scope.valuedReturn = statement.start();
      }
      expressions.value(statement.value().get(), scope);
    }
  }

  private void leavesStarredHandler(Statement statement) {
    problems.add(
        statement.start(),
        "'break', 'continue' and 'return' cannot appear in an except* block",
        "set a flag in the handler and act on it after the try statement");
  }

  private void jump(Statement statement, Scope scope) {
    if (scope.inStarredHandler) {
      leavesStarredHandler(statement);
    } else if (scope.loops == 0) {
      boolean leaves = statement instanceof Statement.Break;
      problems.add(
          statement.start(),
          leaves ? "'break' outside loop" : "'continue' not properly in loop",
          "move it into a loop, or delete it");
    }
  }

  private void loop(List<Statement> body, Scope scope, int offset) {
    boolean handler = scope.inStarredHandler;
    scope.inStarredHandler = false;
    scope.loops++;
    nested(body, scope, 1, offset);
    scope.loops--;
    scope.inStarredHandler = handler;
  }

  /** A block that CPython's compiler counts. */
  private void nested(List<Statement> body, Scope scope, int blocks, int offset) {
    scope.blocks += blocks;
    if (scope.blocks > MOST_BLOCKS + (version.atLeast(13) ? 1 : 0)) {
      tooManyBlocks(offset);
    } else if (scope.blocks > MOST_BLOCKS && scope.fullAt < 0) {
      scope.fullAt = offset;
    }
    block(body, scope);
    scope.blocks -= blocks;
  }

  void tooManyBlocks(int offset) {
    problems.add(offset, "too many statically nested blocks", "move inner blocks into functions");
  }

  private void forLoop(Statement.For loop, Scope scope) {
    if (loop.isAsync()) {
      async(loop.start(), "'async for' outside async function", scope);
    }
    expressions.target(loop.target(), scope);
    expressions.value(loop.iterable(), scope);
    loop(loop.body(), scope, loop.start());
    block(loop.orElse(), scope);
  }

  private void async(int offset, String message, Scope scope) {
    if (!scope.isAsync) {
      problems.add(offset, message, "make the enclosing function async");
    }
  }

  private void with(Statement.With statement, Scope scope) {
    if (statement.isAsync()) {
      async(statement.start(), "'async with' outside async function", scope);
    }
    for (WithItem item : statement.items()) {
      expressions.value(item.context(), scope);
      if (item.target().isPresent()) {
        expressions.target(item.target().get(), scope);
      }
    }
    nested(statement.body(), scope, statement.items().size(), statement.start());
  }

  private void attempt(Statement.Try statement, Scope scope) {
    int around = statement.finalBody().isEmpty() ? 0 : 1;
    int own = statement.handlers().isEmpty() ? 0 : 1;
    nested(statement.body(), scope, around + own, statement.start());
    for (int i = 0; i < statement.handlers().size(); i++) {
      ExceptHandler handler = statement.handlers().get(i);
      if (handler.type().isEmpty() && i + 1 < statement.handlers().size()) {
        problems.add(
            handler.start(), "default 'except:' must be last", "move it after the other handlers");
      }
      handler(handler, statement.isStar(), around, scope);
    }
    nested(statement.orElse(), scope, around, statement.start());
    nested(statement.finalBody(), scope, around, statement.start());
  }

  private void handler(ExceptHandler handler, boolean star, int around, Scope scope) {
    maybe(handler.type(), scope);
    if (handler.name().isPresent()) {
      expressions.forbidden(handler.name().get(), handler.start());
    }
    boolean outer = scope.inStarredHandler;
    int loops = scope.loops;
    scope.inStarredHandler = star || outer;
    nested(handler.body(), scope, around + 2, handler.start());
    scope.loops = loops;
    scope.inStarredHandler = outer;
  }

  private void match(Statement.Match statement, Scope scope) {
    expressions.value(statement.subject(), scope);
    for (int i = 0; i < statement.cases().size(); i++) {
      MatchCase one = statement.cases().get(i);
      boolean last = i + 1 == statement.cases().size();
      patterns.pattern(one.pattern(), last || one.guard().isPresent());
      maybe(one.guard(), scope);
      block(one.body(), scope);
    }
  }

  private void aliases(List<Alias> aliases) {
    for (Alias alias : aliases) {
      if (alias.asName().isPresent()
          || !alias.name().contains(".")
          || alias.boundName().equals("__debug__")) {
        expressions.forbidden(alias.boundName(), alias.start());
      }
    }
  }

  private void importFrom(Statement.ImportFrom statement, Scope scope) {
    future.anywhere(statement);
    boolean all = statement.names().get(0).name().equals("*");
    if (all && scope.kind != Scope.Kind.MODULE) {
      problems.add(
          statement.start(),
          "import * only allowed at module level",
          "name what you import, or move the import to the top of the file");
    }
    aliases(statement.names());
  }

  private void annotated(Statement.AnnAssign statement, Scope scope) {
    if (statement.simple()
        && scope.kind != Scope.Kind.MODULE
        && statement.target() instanceof Expression.Name name) {
      declarations.annotated(name, scope);
    }
    expressions.target(statement.target(), scope);
    definitions.annotation(Optional.of(statement.annotation()), scope);
    if (statement.value().isPresent()) {
      expressions.value(statement.value().get(), scope);
    } else if (statement.target() instanceof Expression.Subscript slot) {
      index(slot.slice());
    }
  }

  /** Where nothing is stored, the parts of an index are evaluated one by one. */
  private void index(Expression part) {
    if (part instanceof Expression.TupleDisplay tuple) {
      tuple.elements().forEach(this::index);
    } else if (part instanceof Expression.Starred starred) {
      expressions.misplaced(starred);
    }
  }
}
