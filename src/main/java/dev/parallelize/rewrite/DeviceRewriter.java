package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.DevicePlan;
import dev.parallelize.strategy.VectorizePlan;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts array statements for a GPU in the place of the loop. */
public final class DeviceRewriter {
  private static final String JAX = "import jax";
  private static final String NUMPY = "import numpy as np";

  private DeviceRewriter() {}

  /** The edits of the plan. */
  public static Rewrite rewrite(SyntaxTree tree, DevicePlan plan) {
    String device = plan.library().importStatement();
    boolean jax = plan.library() == DevicePlan.Library.JAX;
    List<String> requests = new ArrayList<>(List.of(device));
    if (plan.arrays().usesNumpy()) {
      requests.add(NUMPY);
    }
    if (jax) {
      requests.add(JAX);
    }
    int at = plan.arrays().replaced().start();
    Imports imports = Imports.ensure(tree, at, requests);
    Map<String, String> names =
        Map.of(
            VectorizePlan.NUMPY,
            plan.arrays().usesNumpy() ? imports.name(NUMPY) : "",
            DevicePlan.DEVICE,
            imports.name(device));
    List<Edit> edits = new ArrayList<>(imports.edits());
    if (jax) {
      edits.add(doublePrecision(tree, at, imports.name(JAX)));
    }
    Edit arrays = VectorizeRewriter.edit(tree, plan.arrays(), names);
    Layout layout = new Layout(tree);
    String folded = LongLines.folded(arrays.replacement(), layout.unit(), layout.newline());
    edits.add(new Edit(arrays.span(), folded, arrays.rule()));
    return new Rewrite(
        edits,
        imports.added(),
        List.of("numpy", plan.library().distribution()),
        List.of(plan.arrays().change()),
        List.of());
  }

  /** JAX computes in single precision unless it is told otherwise before it is used. */
  private static Edit doublePrecision(SyntaxTree tree, int used, String jax) {
    Layout layout = new Layout(tree);
    Statement next = afterImports(tree, used);
    int at = layout.outerStart(next);
    String newline = layout.newline();
    boolean defines = next instanceof Statement.FunctionDef || next instanceof Statement.ClassDef;
    boolean apart = tree.source().text().substring(0, at).endsWith(newline.repeat(3));
    int from = apart ? at - newline.length() : at;
    String line = jax + ".config.update(\"jax_enable_x64\", True)";
    String text = line + newline.repeat(defines ? 3 : 2);
    return new Edit(new Span(from, at), text, "vectorize");
  }

  /** The first statement that follows all imports in front of the place of use. */
  private static Statement afterImports(SyntaxTree tree, int used) {
    Statement found = Layout.topLevel(tree, used);
    List<Statement> body = tree.module().body();
    for (int i = body.indexOf(found); i > 0; i--) {
      Statement before = body.get(i - 1);
      boolean docstring = before instanceof Statement.ExpressionStatement && i == 1;
      if (before instanceof Statement.Import
          || before instanceof Statement.ImportFrom
          || docstring) {
        return body.get(i);
      }
    }
    return body.get(0);
  }
}
