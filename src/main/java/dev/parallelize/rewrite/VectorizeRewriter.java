package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.VectorizePlan;
import dev.parallelize.syntax.SyntaxTree;
import dev.parallelize.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** Puts the array statements of a plan in the place of the loop; the loop's comments stay above. */
public final class VectorizeRewriter {
  private static final String RULE = "vectorize";
  private static final String NUMPY = "import numpy as np";

  private VectorizeRewriter() {}

  /** The edits of the plan. */
  public static Rewrite rewrite(SyntaxTree tree, VectorizePlan plan) {
    Span span = plan.replaced();
    List<String> requests = plan.usesNumpy() ? List.of(NUMPY) : List.of();
    Imports imports = Imports.ensure(tree, span.start(), requests);
    List<Edit> edits = new ArrayList<>(imports.edits());
    List<String> lines = comments(tree, span);
    for (String statement : plan.statements()) {
      lines.add(
          plan.usesNumpy()
              ? statement.replace(VectorizePlan.NUMPY, imports.name(NUMPY))
              : statement);
    }
    PythonSource source = tree.source();
    String indentation =
        source.text().substring(source.lineStart(source.line(span.start())), span.start());
    String text = String.join(source.lineSeparator() + indentation, lines);
    edits.add(new Edit(span, text, RULE));
    return new Rewrite(edits, imports.added(), List.of("numpy"), List.of(plan.change()), List.of());
  }

  private static List<String> comments(SyntaxTree tree, Span span) {
    List<String> comments = new ArrayList<>();
    for (Token token : tree.tokens()) {
      if (token.kind() == Token.Kind.COMMENT && span.contains(token.span())) {
        comments.add(tree.source().text(token.span()));
      }
    }
    return comments;
  }
}
