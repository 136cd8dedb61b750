package dev.parallelize.rewrite;

import dev.parallelize.dependence.Fission;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.TaskPlan;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The coroutine that one item's task runs, inside the function that the loop stands in: what it needs
 * besides the item it reads where the loop read it.
 *
 * @param bounded whether a semaphore holds tasks back
 * @param quick whether evaluating an expression takes next to no time
 * @param edits what changes inside the parts
 */
record TaskWorker(
    CodeText text,
    Fission fission,
    Node candidate,
    TaskNames names,
    List<String> targets,
    TaskPlan.Turn turn,
    boolean bounded,
    String asyncio,
    Predicate<Node> quick,
    Function<Node, List<Edit>> edits) {
  private static final String RULE = "tasks";

  /** The parameters: those targets of the loop that the parts read. */
  List<String> parameters() {
    Set<String> read = new LinkedHashSet<>();
    parts().forEach(p -> read.addAll(FreshNames.identifiers(p)));
    fission.guards().forEach(g -> read.addAll(FreshNames.identifiers(g.test())));
    return targets.stream().filter(read::contains).toList();
  }

  List<Node> parts() {
    return fission.work();
  }

  /** What starts the work on one item. */
  String call() {
    return names.worker() + "(" + String.join(", ", parameters()) + ")";
  }

  /** The names that a task's result is unpacked into; empty for a result that nobody reads. */
  List<String> crossing() {
    Map<String, Integer> first = new HashMap<>();
    for (Statement statement : fission.parallel()) {
      Walk.each(
          statement,
          n -> {
            if (n instanceof Expression.Name x && x.context() != Context.LOAD) {
              first.merge(x.id(), x.start(), Math::min);
            }
          });
    }
    return fission.crossing().stream()
        .sorted(java.util.Comparator.comparingInt(n -> first.getOrDefault(n, 0)))
        .toList();
  }

  /** The definition, at an indentation. */
  String definition(String indent) {
    String code = turn == TaskPlan.Turn.THREAD ? inThread(indent) : awaiting(indent);
    return LongLines.foldedWithBlocks(code, text.unit(), text.end());
  }

  private String awaiting(String indent) {
    String inner = indent + text.unit();
    StringBuilder code = new StringBuilder(head(indent, "async def ", names.worker()));
    inner = guards(inner, code);
    inner = hold(inner, code);
    return code.append(body(inner)).toString();
  }

  private String head(String indent, String def, String name) {
    return text.fit(indent, def + name + "(", parameters(), "):");
  }

  private String guards(String indent, StringBuilder code) {
    String inner = indent;
    for (Fission.Guard guard : fission.guards()) {
      String test = new GuardText(text.source()).of(List.of(guard));
      code.append(inner).append("if ").append(test);
      code.append(":").append(text.end());
      inner += text.unit();
    }
    return inner;
  }

  private String hold(String indent, StringBuilder code) {
    if (!bounded) {
      return indent;
    }
    code.append(indent).append("async with ").append(names.semaphore()).append(":");
    code.append(text.end());
    return indent + text.unit();
  }

  private String inThread(String indent) {
    String inner = indent + text.unit();
    StringBuilder code = new StringBuilder();
    String start = "return await " + asyncio + ".to_thread(";
    Node only = parts().size() == 1 ? TaskNames.called(parts().get(0)) : candidate;
    List<String> blocking = new ArrayList<>();
    if (only instanceof Expression.Call call && isPlain(call) && returnsPart()) {
      blocking.addAll(passed(call));
    } else {
      code.append(head(indent, "def ", names.worker() + "_blocking"));
      code.append(body(inner)).append(text.end());
      blocking.add(names.worker() + "_blocking");
      blocking.addAll(parameters());
    }
    code.append(head(indent, "async def ", names.worker()));
    inner = guards(inner, code);
    inner = hold(inner, code);
    return code.append(text.fold(inner, start, blocking, ")")).toString();
  }

  /** A call in the words of {@code to_thread}: the function, then its arguments. */
  List<String> passed(Expression.Call call) {
    List<Node> all = new ArrayList<>(List.of(call.function()));
    all.addAll(call.arguments());
    all.addAll(call.keywords());
    all.sort(java.util.Comparator.comparingInt(Node::start));
    return all.stream().map(n -> text.source().text(n.span())).toList();
  }

  /** True when the event loop may evaluate the function and the arguments itself. */
  private boolean isPlain(Expression.Call call) {
    List<Node> arguments = new ArrayList<>(call.arguments());
    arguments.addAll(call.keywords());
    boolean[] plain = {!text.source().text(call.span()).contains("\n")};
    arguments.forEach(
        a ->
            Walk.each(
                a,
                n ->
                    plain[0] &=
                        !(n instanceof Expression.Call
                            || n instanceof Expression.GeneratorExp
                            || n instanceof Expression.ListComp)));
    return plain[0] && quick.test(call.function());
  }

  /** True when the part's value is the result, as it is. */
  private boolean returnsPart() {
    return fission.parallel().isEmpty()
        || fission.parallel().get(0) instanceof Statement.ExpressionStatement
        || fission.crossing().size() == 1
            && fission.parallel().get(0) instanceof Statement.Assign a
            && a.targets().size() == 1
            && a.targets().get(0) instanceof Expression.Name n
            && fission.crossing().contains(n.id());
  }

  private String body(String indent) {
    StringBuilder code = new StringBuilder();
    List<String> returned = new ArrayList<>(crossing());
    List<Statement> statements = fission.parallel();
    for (int i = 0; i < statements.size(); i++) {
      Statement s = statements.get(i);
      boolean last =
          i == statements.size() - 1
              && fission.extractions().isEmpty()
              && returned.size() == 1
              && s instanceof Statement.Assign a
              && a.targets().size() == 1
              && a.targets().get(0) instanceof Expression.Name n
              && returned.contains(n.id());
      if (last) {
        Expression value = ((Statement.Assign) s).value();
        return code.append(returning(List.of(written(value, indent)), indent)).toString();
      }
      Optional<Statement.Assign> inside =
          i == statements.size() - 1 && fission.extractions().isEmpty()
              ? lastInWith(s, returned)
              : Optional.empty();
      if (inside.isPresent()) {
        // Parentheses around the value stay.
        int sign = text.source().text().indexOf('=', inside.get().targets().get(0).end());
        Span start = new Span(inside.get().start(), sign + 1);
        return code.append(indent)
            .append(moved(s, indent, List.of(new Edit(start, "return", RULE))))
            .append(text.end())
            .toString();
      }
      code.append(indent).append(moved(s, indent, List.of())).append(text.end());
    }
    fission.extractions().forEach(e -> returned.add(written(e.expression(), indent)));
    return code.append(returned.isEmpty() ? "" : returning(returned, indent)).toString();
  }

  private String returning(List<String> values, String indent) {
    return indent + "return " + String.join(", ", values) + text.end();
  }

  private String written(Expression e, String indent) {
    String code = text.render(e.start(), e.end(), edits.apply(e), text.indentOf(e), indent);
    return OpenLines.closed(code);
  }

  /** The assignment of the only result that ends a {@code with} block: it can return from there. */
  private static Optional<Statement.Assign> lastInWith(Statement s, List<String> results) {
    if (!(s instanceof Statement.With with)) {
      return Optional.empty();
    }
    Statement last = with.body().get(with.body().size() - 1);
    boolean result =
        last instanceof Statement.Assign a
            && a.targets().size() == 1
            && a.targets().get(0) instanceof Expression.Name n
            && results.equals(List.of(n.id()));
    return result ? Optional.of((Statement.Assign) last) : lastInWith(last, results);
  }

  private String moved(Statement s, String indent, List<Edit> more) {
    List<Edit> all = new ArrayList<>(edits.apply(s));
    all.addAll(more);
    return text.render(s.start(), text.endWithComment(s), all, text.indentOf(s), indent);
  }
}
