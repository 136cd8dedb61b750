package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.KernelPlan;
import dev.parallelize.strategy.VectorizePlan;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Moves a loop into a compiled function in front of its code, and calls that in its place. */
public final class KernelRewriter {
  private static final String RULE = "kernel";
  private static final String NJIT = "from numba import njit";
  private static final String PRANGE = "from numba import prange";
  private static final String NUMPY = "import numpy as np";

  private final SyntaxTree tree;
  private final PythonSource source;
  private final KernelPlan plan;
  private final Layout layout;
  private final Imports imports;
  private final boolean usesNumpy;
  private final String function;
  private final String indentation;

  private KernelRewriter(SyntaxTree tree, KernelPlan plan) {
    this.tree = tree;
    this.source = tree.source();
    this.plan = plan;
    this.layout = new Layout(tree);
    List<String> requests = new ArrayList<>(List.of(NJIT, PRANGE));
    this.usesNumpy =
        plan.totals().stream().anyMatch(t -> !t.type().isEmpty())
            || plan.guards().stream().anyMatch(g -> g.contains(VectorizePlan.NUMPY));
    if (usesNumpy) {
      requests.add(NUMPY);
    }
    this.imports = Imports.ensure(tree, plan.loop().start(), requests);
    this.function = FreshNames.of(tree).fresh(plan.function());
    int line = source.line(plan.loop().start());
    this.indentation = source.text().substring(source.lineStart(line), plan.loop().start());
  }

  /** The edits of the plan, or why the text does not allow them. */
  public static RewriteResult rewrite(SyntaxTree tree, KernelPlan plan) {
    if (!new Layout(tree).startsLine(plan.loop())) {
      return new RewriteResult.Impossible("the loop shares its line with other statements");
    }
    return new RewriteResult.Rewritten(new KernelRewriter(tree, plan).rewrite());
  }

  private Rewrite rewrite() {
    Statement top = Layout.topLevel(tree, plan.loop().start());
    List<Edit> edits = new ArrayList<>(imports.edits());
    int at = layout.outerStart(top);
    String gap = layout.newline() + layout.newline();
    String before = source.text().substring(0, at);
    String missing =
        before.isBlank() || before.endsWith(layout.newline() + gap)
            ? ""
            : before.endsWith(gap) ? layout.newline() : gap;
    edits.add(0, new Edit(new Span(at, at), missing + definition() + gap, RULE));
    edits.add(
        new Edit(
            plan.loop().span(), String.join(layout.newline() + indentation, replacement()), RULE));
    return new Rewrite(
        edits,
        imports.added(),
        List.of("numba"),
        List.of(
            "The loop in line "
                + source.line(plan.loop().start())
                + " became a function that Numba compiles and runs on all cores."),
        List.of());
  }

  private String definition() {
    String unit = layout.unit();
    List<String> lines = new ArrayList<>();
    lines.add("@" + imports.name(NJIT) + "(parallel=True, error_model=\"numpy\")");
    lines.add("def " + function + "(" + String.join(", ", plan.parameters()) + "):");
    plan.totals().forEach(t -> lines.add(unit + t.name() + " = " + t.zero()));
    Span loop = plan.loop().span();
    String text =
        source.text(new Span(loop.start(), plan.range().start()))
            + imports.name(PRANGE)
            + source.text(new Span(plan.range().end(), loop.end()));
    for (String line : text.split("\\R", -1)) {
      boolean inside = line.startsWith(indentation) && lines.size() > 2 + plan.totals().size();
      String own = inside ? line.substring(indentation.length()) : line;
      lines.add(own.isBlank() ? "" : unit + own);
    }
    if (!plan.totals().isEmpty()) {
      List<String> names = plan.totals().stream().map(KernelPlan.Total::name).toList();
      lines.add(unit + "return " + String.join(", ", names));
    }
    return String.join(layout.newline(), lines) + layout.newline();
  }

  private List<String> replacement() {
    if (plan.guards().isEmpty()) {
      return call();
    }
    String unit = layout.unit();
    String numpy = usesNumpy ? imports.name(NUMPY) : "";
    List<String> lines =
        new ArrayList<>(GuardLines.of(plan.guards(), numpy, indentation.length(), unit));
    call().forEach(line -> lines.add(unit + line));
    lines.add("else:");
    for (String line : source.text(plan.loop().span()).split("\\R", -1)) {
      String own = line.startsWith(indentation) ? line.substring(indentation.length()) : line;
      lines.add(own.isBlank() ? "" : unit + own);
    }
    return lines;
  }

  private List<String> call() {
    String call = function + "(" + String.join(", ", plan.parameters()) + ")";
    if (plan.totals().isEmpty()) {
      return List.of(call);
    }
    if (plan.totals().size() == 1) {
      KernelPlan.Total total = plan.totals().get(0);
      return List.of(total.name() + " += " + typed(total, call));
    }
    List<String> lines = new ArrayList<>();
    FreshNames fresh = FreshNames.of(tree);
    List<String> sums = plan.totals().stream().map(t -> fresh.fresh("added_" + t.name())).toList();
    lines.add(String.join(", ", sums) + " = " + call);
    for (int i = 0; i < sums.size(); i++) {
      KernelPlan.Total total = plan.totals().get(i);
      lines.add(total.name() + " += " + typed(total, sums.get(i)));
    }
    return lines;
  }

  private String typed(KernelPlan.Total total, String value) {
    return total.type().isEmpty()
        ? value
        : imports.name(NUMPY) + "." + total.type() + "(" + value + ")";
  }
}
