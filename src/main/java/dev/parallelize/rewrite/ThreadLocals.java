package dev.parallelize.rewrite;

import dev.parallelize.dependence.Construct;
import dev.parallelize.dependence.PrivateConnection;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.PerThread;
import dev.parallelize.strategy.ThreadConnection;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.WithItem;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each thread has its own of.
 *
 * @param initializer makes it, in a thread that starts
 * @param places where workers find what the loop has under a name
 * @param contexts what has to be open around the pool
 * @param edits what becomes of the one in front of the loop
 */
record ThreadLocals(
    Initializer initializer,
    Map<String, String> places,
    List<String> contexts,
    List<Edit> edits,
    String change) {
  private static final String RULE = "per-thread";
  private static final String STACK = "from contextlib import ExitStack";

  /** A {@code with} block becomes an assignment first, where each thread closes its own. */
  static Optional<RewriteResult> first(Judgement judgement, Layout layout) {
    return PerThread.opened(judgement)
        .or(() -> ThreadConnection.of(judgement).flatMap(ThreadConnection::block))
        .map(with -> unwrapped(with, layout));
  }

  static Optional<ThreadLocals> of(
      Judgement judgement, Options options, FreshNames fresh, Layout layout) {
    Optional<PerThread> object = PerThread.of(judgement);
    Optional<ThreadConnection> connection =
        object.isPresent() ? Optional.empty() : ThreadConnection.of(judgement);
    if (object.isEmpty() && connection.isEmpty()) {
      return Optional.empty();
    }
    boolean supported =
        judgement.candidate().construct() == Construct.FOR
            || judgement.candidate().construct() == Construct.COMPREHENSION;
    if (!supported) {
      throw new WorkerBuilder.Unsupported("each thread would need an object of its own");
    } else if (options.sequentialBelow().isPresent()) {
      throw new WorkerBuilder.Unsupported(
          "sequentialBelow: only a thread of the pool has an object of its own");
    }
    return object
        .map(o -> of(o, fresh, layout))
        .or(() -> connection.map(c -> of(judgement, c, options, fresh, layout)));
  }

  private static ThreadLocals of(PerThread own, FreshNames fresh, Layout layout) {
    String place = fresh.fresh("_thread", "_own") + "." + own.name();
    return new ThreadLocals(
        Initializer.of(own, place, fresh, layout),
        Map.of(own.name(), place),
        List.of(),
        own.statements().stream().map(s -> removed(s, layout)).toList(),
        "Each thread makes a `" + own.name() + "` of its own.");
  }

  private static ThreadLocals of(
      Judgement judgement, ThreadConnection own, Options options, FreshNames fresh, Layout layout) {
    if (options.onError() != Options.OnError.RAISE) {
      throw new WorkerBuilder.Unsupported(
          "onError: after a query that failed a connection may refuse the next ones");
    }
    PrivateConnection connection = own.connection();
    String local = fresh.fresh("_thread", "_own");
    String stack = fresh.fresh("connections", "open_connections");
    Map<String, String> places = new LinkedHashMap<>();
    connection.used().forEach(name -> places.put(name, local + "." + name));
    List<Edit> edits = new ArrayList<>();
    for (Statement s : own.removed()) {
      boolean opens = s == connection.made() && !hasItems(judgement);
      edits.add(opens ? tried(s, connection, layout) : removed(s, own.removed(), layout));
    }
    for (WithItem item : own.unnamed()) {
      Span name = new Span(item.context().end(), item.target().orElseThrow().end());
      edits.add(new Edit(name, "", RULE));
    }
    return new ThreadLocals(
        Initializer.of(own, local, stack, fresh, layout),
        places,
        List.of(PoolCode.placeholder(STACK) + "() as " + stack),
        edits,
        "Each thread opens a connection of its own, and all are closed with the pool.");
  }

  List<String> imports() {
    List<String> imports = new ArrayList<>(List.of(Initializer.THREADING));
    if (!contexts.isEmpty()) {
      imports.add(STACK);
    }
    return imports;
  }

  private static Edit removed(Statement s, Layout layout) {
    refuseShared(s, layout);
    return new Edit(layout.lines(s), "", RULE);
  }

  /** Blank lines around what goes are not left twice, nor at the start of a block or the end of the file. */
  private static Edit removed(Statement s, List<Statement> all, Layout layout) {
    Edit edit = removed(s, layout);
    String text = layout.source().text();
    int start = edit.span().start();
    int end = edit.span().end();
    int next = endOfRun(end, all, layout);
    boolean blankBelow = next == text.length() || isBlankBelow(text, next);
    boolean blankAbove = start > 0 && isBlankAbove(text, start);
    boolean opens = start > 0 && text.substring(0, start).stripTrailing().endsWith(":");
    while (blankBelow && start > 0 && isBlankAbove(text, start)) {
      start = layout.source().lineStart(layout.source().line(start) - 1);
    }
    while (opens && !blankAbove && next == end && isBlankBelow(text, end)) {
      end = text.indexOf('\n', end) + 1;
      next = end;
    }
    return new Edit(new Span(start, end), "", RULE);
  }

  /** Where the last of the statements ends that go together with the one that ends here. */
  private static int endOfRun(int end, List<Statement> all, Layout layout) {
    int last = end;
    boolean longer = true;
    while (longer) {
      int from = last;
      for (Statement s : all) {
        last = layout.lines(s).start() == last ? layout.lines(s).end() : last;
      }
      longer = last > from;
    }
    return last;
  }

  private static boolean isBlankBelow(String text, int lineStart) {
    int end = text.indexOf('\n', lineStart);
    return end >= 0 && text.substring(lineStart, end).isBlank();
  }

  private static boolean isBlankAbove(String text, int lineStart) {
    int before = text.lastIndexOf('\n', lineStart - 2) + 1;
    return text.substring(before, lineStart).isBlank();
  }

  private static void refuseShared(Statement s, Layout layout) {
    if (!layout.isAlone(s)) {
      throw new WorkerBuilder.Unsupported("each thread would need an object of its own");
    }
  }

  /** Without any items, and where the server is not there, the program fails as it did, and where it did. */
  private static Edit tried(Statement s, PrivateConnection connection, Layout layout) {
    refuseShared(s, layout);
    String call = layout.source().text(connection.connect().span()) + ".close()";
    return new Edit(s.span(), call, RULE);
  }

  private static boolean hasItems(Judgement judgement) {
    Expression items = judgement.model().iteration().orElseThrow().iterable();
    return (items instanceof Expression.ListDisplay list && !list.elements().isEmpty())
        || (items instanceof Expression.TupleDisplay tuple && !tuple.elements().isEmpty());
  }

  private static RewriteResult unwrapped(Statement.With with, Layout layout) {
    if (!layout.startsLine(with)
        || layout.source().line(with.start()) == layout.source().line(with.body().get(0).start())) {
      throw new WorkerBuilder.Unsupported("the with block shares its line with other statements");
    }
    String outer = layout.indentation(with);
    List<String> made =
        with.items().stream()
            .map(
                item ->
                    layout.source().text(item.target().orElseThrow().span())
                        + " = "
                        + layout.source().text(item.context().span()))
            .toList();
    int last = with.items().get(with.items().size() - 1).end();
    int end = layout.source().text().indexOf(':', last) + 1;
    List<Edit> changed = new ArrayList<>();
    String lines = String.join(layout.newline() + outer, made);
    changed.add(new Edit(new Span(with.start(), end), lines, RULE));
    String inner = layout.indentation(with.body().get(0));
    for (int offset : layout.indentable(layout.lineStart(with.body().get(0)), with.end())) {
      if (layout.source().text().startsWith(inner, offset)) {
        changed.add(new Edit(new Span(offset, offset + inner.length()), outer, RULE));
      }
    }
    int line = layout.source().line(with.start());
    return new RewriteResult.First(changed, "Line " + line + ": " + String.join("; ", made) + ".");
  }
}
