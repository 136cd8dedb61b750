package dev.parallelize.syntax.checks;

import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a definition is evaluated in the scope around it. */
final class Outside {
  private Outside() {}

  static List<Node> of(Statement.FunctionDef function) {
    List<Node> nodes = new ArrayList<>(function.decorators());
    nodes.addAll(of(function.arguments()));
    if (function.typeParameters().isEmpty()) {
      for (Argument argument : function.arguments().all()) {
        add(argument.annotation(), nodes);
      }
      add(function.returns(), nodes);
    }
    return nodes;
  }

  static List<Node> of(Statement.ClassDef definition) {
    List<Node> nodes = new ArrayList<>(definition.decorators());
    if (definition.typeParameters().isEmpty()) {
      nodes.addAll(definition.bases());
      nodes.addAll(definition.keywords());
    }
    return nodes;
  }

  /** The defaults. */
  static List<Node> of(Arguments arguments) {
    List<Node> nodes = new ArrayList<>(arguments.defaults());
    for (Optional<Expression> value : arguments.keywordDefaults()) {
      add(value, nodes);
    }
    return nodes;
  }

  private static void add(Optional<Expression> expression, List<Node> nodes) {
    if (expression.isPresent()) {
      nodes.add(expression.get());
    }
  }
}
