package dev.parallelize.syntax.checks;

import dev.parallelize.syntax.Alias;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code from __future__} imports: section 7.11.1 of the language reference. */
final class FutureChecks {
  private static final Set<String> FEATURES =
      Set.of(
          "nested_scopes",
          "generators",
          "division",
          "absolute_import",
          "with_statement",
          "print_function",
          "unicode_literals",
          "barry_as_FLUFL",
          "generator_stop",
          "annotations");

  private final Problems problems;

  /** Where the first statement stands that is no such import. */
  private int end;

  private final Set<String> features = new HashSet<>();

  FutureChecks(Problems problems) {
    this.problems = problems;
  }

  Set<String> features() {
    return features;
  }

  void module(Module module) {
    List<Statement> body = module.body();
    int i = !body.isEmpty() && isDocstring(body.get(0)) ? 1 : 0;
    while (i < body.size() && isFuture(body.get(i))) {
      names((Statement.ImportFrom) body.get(i));
      i++;
    }
    end = i < body.size() ? body.get(i).start() : Integer.MAX_VALUE;
  }

  /** Any import, wherever it stands. */
  void anywhere(Statement.ImportFrom statement) {
    if (statement.start() >= end && isFuture(statement)) {
      problems.add(
          statement.start(),
          "from __future__ imports must occur at the beginning of the file",
          "move it before every statement but the docstring");
    }
  }

  private static boolean isFuture(Statement statement) {
    return statement instanceof Statement.ImportFrom from
        && from.level() == 0
        && from.module().isPresent()
        && from.module().get().equals("__future__");
  }

  private static boolean isDocstring(Statement statement) {
    return statement instanceof Statement.ExpressionStatement expression
        && expression.value() instanceof Expression.Constant constant
        && constant.value() instanceof Literal.Text;
  }

  private void names(Statement.ImportFrom statement) {
    for (Alias alias : statement.names()) {
      features.add(alias.name());
      if (alias.name().equals("braces")) {
        problems.add(alias.start(), "not a chance", "blocks are indented in Python");
      } else if (!FEATURES.contains(alias.name())) {
        problems.add(
            alias.start(),
            "future feature " + alias.name() + " is not defined",
            "delete the import");
      }
    }
  }
}
