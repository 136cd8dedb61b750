package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.VectorizePlan;
import dev.parallelize.syntax.SyntaxTree;
import dev.parallelize.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    String numpy = plan.usesNumpy() ? imports.name(NUMPY) : "";
    edits.add(edit(tree, plan, Map.of(VectorizePlan.NUMPY, numpy)));
    return new Rewrite(edits, imports.added(), List.of("numpy"), List.of(plan.change()), List.of());
  }

  /**
   * The statements of the plan in the place of the loop.
   *
   * @param names what the names of modules are spelled as, by what stands for them in the plan
   */
  static Edit edit(SyntaxTree tree, VectorizePlan plan, Map<String, String> names) {
    Span span = plan.replaced();
    String unit = new Layout(tree).unit();
    List<String> lines = new ArrayList<>();
    for (String statement : plan.statements()) {
      String spelled = statement.replace(VectorizePlan.INDENT, unit);
      for (Map.Entry<String, String> name : names.entrySet()) {
        spelled = spelled.replace(name.getKey(), name.getValue());
      }
      lines.add(spelled);
    }
    PythonSource source = tree.source();
    String indentation =
        source.text().substring(source.lineStart(source.line(span.start())), span.start());
    int column = indentation.length() + (plan.guards().isEmpty() ? 0 : unit.length());
    LongExpressions layout = new LongExpressions(unit);
    lines =
        new ArrayList<>(lines.stream().flatMap(l -> layout.broken(l, column).stream()).toList());
    if (!plan.guards().isEmpty()) {
      lines =
          guarded(
              plan,
              GuardLines.of(
                  plan.guards(), names.get(VectorizePlan.NUMPY), indentation.length(), unit),
              lines,
              unit,
              loop(source, span, indentation));
    }
    if (!plan.keepsLoop()) {
      lines.addAll(0, comments(tree, plan));
    }
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(text.isEmpty() ? "" : source.lineSeparator());
      text.append(text.isEmpty() || line.isEmpty() ? "" : indentation).append(line);
    }
    return new Edit(span, text.toString(), RULE);
  }

  /** The arrays where the conditions hold, else the loop as it was. */
  private static List<String> guarded(
      VectorizePlan plan, List<String> test, List<String> arrays, String unit, List<String> loop) {
    List<String> lines = new ArrayList<>(test);
    arrays.forEach(line -> lines.add(unit + line));
    if (!plan.keepsLoop()) {
      return lines;
    }
    lines.add("else:");
    loop.forEach(line -> lines.add(line.isBlank() ? line.strip() : unit + line));
    return lines;
  }

  /** The lines of the loop without the indentation that it stands at. */
  private static List<String> loop(PythonSource source, Span span, String indentation) {
    List<String> lines = new ArrayList<>();
    for (String line : source.text(span).split("\\R", -1)) {
      boolean inside = !lines.isEmpty() && line.startsWith(indentation);
      lines.add(inside ? line.substring(indentation.length()) : line);
    }
    return lines;
  }

  /** The comments that would get lost. */
  private static List<String> comments(SyntaxTree tree, VectorizePlan plan) {
    List<String> comments = new ArrayList<>();
    for (Token token : tree.tokens()) {
      String text = tree.source().text(token.span());
      if (token.kind() == Token.Kind.COMMENT
          && plan.replaced().contains(token.span())
          && plan.statements().stream().noneMatch(s -> s.contains(text))) {
        comments.add(text);
      }
    }
    return comments;
  }
}
