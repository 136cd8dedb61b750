package dev.parallelize.rewrite;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Emits adjacent independent calls as tasks that are all submitted before the first is waited for. */
final class StatementsEmitter {
  private final Judgement judgement;
  private final Program program;
  private final Layout layout;
  private final FreshNames fresh;
  private final PoolCode code;
  private final Initializer initializer;

  StatementsEmitter(
      Judgement judgement,
      Layout layout,
      FreshNames fresh,
      PoolCode code,
      Initializer initializer) {
    this.judgement = judgement;
    this.program = judgement.program();
    this.layout = layout;
    this.fresh = fresh;
    this.code = code;
    this.initializer = initializer;
  }

  void emit(List<Edit> edits) {
    List<Statement> group = judgement.candidate().group();
    Statement first = group.get(0);
    Statement last = group.get(group.size() - 1);
    String indent = layout.indentation(first);
    String inner = indent + layout.unit();
    String newline = layout.newline();
    for (Statement s : group) {
      if (!layout.isAlone(s)) {
        throw new WorkerBuilder.Unsupported("several statements share a line");
      }
    }
    int start = layout.lineStart(first);
    List<String> opened = code.open(indent, code.atMost(group.size()), initializer);
    edits.add(PoolRewriter.edit(start, start, String.join(newline, opened) + newline));
    for (int offset : layout.indentable(start, last.end())) {
      edits.add(PoolRewriter.edit(offset, offset, layout.unit()));
    }
    List<String> results = new ArrayList<>();
    for (Statement s : group) {
      Statement.Assign assign = (Statement.Assign) s;
      Expression.Call call = (Expression.Call) assign.value();
      refuseUnsendable(call);
      String name = ((Expression.Name) assign.targets().get(0)).id();
      String future = fresh.fresh(name + "_future", "future");
      edits.add(
          PoolRewriter.edit(
              assign.targets().get(0).start(), assign.targets().get(0).end(), future));
      String function = layout.source().text(call.function().span());
      int open = layout.source().text().indexOf('(', call.function().end());
      boolean bare = call.arguments().isEmpty() && call.keywords().isEmpty();
      edits.add(
          PoolRewriter.edit(
              call.start(),
              open + 1,
              code.executor() + ".submit(" + function + (bare ? "" : ", ")));
      results.add(inner + name + " = " + future + ".result()");
    }
    edits.add(PoolRewriter.edit(last.end(), last.end(), newline + String.join(newline, results)));
  }

  /** The callee has to be found under its name by another process. */
  private void refuseUnsendable(Expression.Call call) {
    Set<Root> roots = program.value(call.function()).roots();
    boolean importable =
        call.function() instanceof Expression.Attribute a
            ? !WorkerBuilder.isPrivate(a.attribute())
                && (program.type(a.value()).isProgramClass()
                    || program.value(a.value()).roots().stream()
                        .allMatch(Root.ModuleObject.class::isInstance))
            : !roots.isEmpty() && roots.stream().allMatch(StatementsEmitter::isTopLevel);
    if (!importable) {
      throw new WorkerBuilder.Unsupported(
          "`"
              + layout.source().text(call.function().span())
              + "` cannot be sent to another process");
    }
  }

  private static boolean isTopLevel(Root root) {
    if (root instanceof Root.FunctionObject object) {
      return object.scope().parent().filter(p -> p.kind() == Scope.Kind.MODULE).isPresent()
          && object.scope().node() instanceof Statement.FunctionDef;
    }
    return root instanceof Root.LibraryObject;
  }
}
