package dev.parallelize.rewrite;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Edits;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts the rewritten function beside the old one, under a name of its own, for {@code keepOriginal}.
 * Whoever calls the old function goes on calling it.
 */
final class KeptOriginal {
  /** Decorators that do nothing but wrap the function. */
  private static final Set<String> HARMLESS =
      Set.of("staticmethod", "classmethod", "property", "cache", "lru_cache", "wraps", "override");

  private final Program program;
  private final Layout layout;
  private final Statement.FunctionDef function;
  private final boolean method;

  private KeptOriginal(Program program, Statement.FunctionDef function, boolean method) {
    this.program = program;
    this.layout = new Layout(program.tree());
    this.function = function;
    this.method = method;
  }

  static RewriteResult of(Judgement judgement, Rewrite rewrite) {
    Scope frame = judgement.candidate().frame();
    boolean plain = frame.node() instanceof Statement.FunctionDef;
    Scope.Kind around = frame.parent().map(Scope::kind).orElse(Scope.Kind.LAMBDA);
    boolean reachable = around == Scope.Kind.MODULE || around == Scope.Kind.CLASS;
    if (!plain || !reachable) {
      return new RewriteResult.Impossible(
          "keepOriginal needs a function of the module or a method that can stand there twice");
    }
    if (judgement.distributed().isPresent()) {
      return new RewriteResult.Impossible("keepOriginal: the function has to be changed first");
    }
    return new KeptOriginal(
            judgement.program(), (Statement.FunctionDef) frame.node(), around == Scope.Kind.CLASS)
        .beside(rewrite);
  }

  private RewriteResult beside(Rewrite rewrite) {
    if (!function.decorators().stream().allMatch(KeptOriginal::isHarmless)) {
      return new RewriteResult.Impossible(
          "keepOriginal: a decorator would take notice of a second function");
    }
    if (!layout.isAlone(function) && function.decorators().isEmpty()) {
      return new RewriteResult.Impossible("keepOriginal: the function shares its lines");
    }
    int start = layout.outerStart(function);
    int end = function.end();
    List<Edit> outside = new ArrayList<>();
    List<Edit> within = new ArrayList<>();
    for (Edit edit : rewrite.edits()) {
      boolean before = edit.span().end() <= start;
      (before || edit.span().start() > end ? outside : within).add(edit);
    }
    String name = name();
    int at = layout.source().text().indexOf(function.name(), function.start());
    within.add(new Edit(new Span(at, at + function.name().length()), name, "keep"));
    String newline = layout.newline();
    String gap = method ? newline + newline : newline + newline + newline;
    outside.add(new Edit(new Span(end, end), gap + copy(start, end, within), "keep"));
    List<String> changes = new ArrayList<>(rewrite.changes());
    changes.add("`" + name + "` stands beside `" + function.name() + "`, which is as it was.");
    return new RewriteResult.Rewritten(
        new Rewrite(
            outside, rewrite.imports(), rewrite.requirements(), changes, rewrite.warnings()));
  }

  private String copy(int start, int end, List<Edit> edits) {
    String before = layout.source().text().substring(0, start);
    PythonSource whole = Edits.apply(layout.source(), edits);
    int grown = whole.text().length() - layout.source().text().length();
    return whole.text().substring(before.length(), end + grown).stripTrailing();
  }

  private static boolean isHarmless(Expression decorator) {
    Expression plain = decorator instanceof Expression.Call call ? call.function() : decorator;
    return (plain instanceof Expression.Name name && HARMLESS.contains(name.id()))
        || (plain instanceof Expression.Attribute a
            && a.value() instanceof Expression.Name module
            && module.id().equals("functools")
            && HARMLESS.contains(a.attribute()));
  }

  private String name() {
    FreshNames fresh = FreshNames.of(program.tree());
    String base = function.name() + "_parallel";
    return method ? fresh.freshMethod(program.tree(), base) : fresh.fresh(base);
  }
}
