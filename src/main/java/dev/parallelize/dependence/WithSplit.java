package dev.parallelize.dependence;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves what a loop collects out of the {@code with} block that it is read in, so that the block can be
 * the parallel part:
 *
 * <pre>
 * for path in paths:                      for path in paths:
 *     with open(path) as file:                with open(path) as file:
 *         results.append(load(file))              result = load(file)
 *                                             results.append(result)
 * </pre>
 *
 * <p>It is allowed for files and answers that the block only reads: what closing them does cannot be
 * told from what collecting does, and they hold back no exception. Locks, transactions and whatever else
 * a program may hold stay as they are.
 */
public final class WithSplit {
  private static final String RULE = "with-split";

  /** What is closed without anybody noticing. */
  private static final Set<String> READ_ONLY =
      Set.of(
          "builtins.open",
          "io.open",
          "pathlib.Path.open",
          "gzip.open",
          "bz2.open",
          "lzma.open",
          "urllib.request.urlopen",
          "requests.get",
          "requests.Session.get",
          "httpx.Client",
          "aiohttp.ClientSession.get",
          "PIL.Image.open",
          "zipfile.ZipFile",
          "tarfile.open",
          "wave.open",
          "contextlib.closing",
          "socket.create_connection",
          "socket.socket",
          "ssl.SSLContext.wrap_socket",
          "psycopg.Connection.cursor",
          "psycopg2.Connection.cursor",
          "pymysql.Connection.cursor");

  private static final Set<String> COLLECTING = Set.of("append", "add", "extend", "update");

  private final Program program;
  private final Set<String> taken;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();

  private WithSplit(Program program) {
    this.program = program;
    this.taken = new HashSet<>(Distribution.identifiers(program));
  }

  /** The change of the blocks in a loop's body; empty when there is none to change. */
  public static Optional<Distribution> of(Program program, Candidate outer) {
    if (!(outer.node() instanceof Statement.For loop)) {
      return Optional.empty();
    }
    WithSplit split = new WithSplit(program);
    split.block(loop.body());
    return split.edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Distribution(
                split.edits, split.lines, "what is collected is moved behind the with block"));
  }

  private void block(List<Statement> body) {
    for (Statement statement : body) {
      if (statement instanceof Statement.With with) {
        int before = edits.size();
        split(with);
        if (edits.size() == before) {
          block(with.body());
        }
      } else if (statement instanceof Statement.Try attempt) {
        block(attempt.body());
      }
    }
  }

  private void split(Statement.With with) {
    if (!with.items().stream().allMatch(i -> isReadOnly(program, i)) || with.body().size() < 1) {
      return;
    }
    Set<String> opened = new LinkedHashSet<>();
    with.items().forEach(i -> i.target().ifPresent(t -> names(t, opened)));
    List<Statement> body = with.body();
    int first = body.size();
    while (first > 0 && moves(body.get(first - 1), opened)) {
      first--;
    }
    boolean computes = first > 0 || body.stream().anyMatch(s -> reads(s, opened));
    if (first < body.size() && computes && isOnLinesOfItsOwn(with)) {
      move(with, body.subList(first, body.size()), first == 0, opened);
    }
  }

  /** Whether closing what the item opens cannot be told from what comes after it. */
  static boolean isReadOnly(Program program, WithItem item) {
    return item.context() instanceof Expression.Call call
        && program.targets(call).stream()
            .allMatch(t -> t instanceof CallTarget.Known k && isReadOnly(k.callee().name()));
  }

  private static boolean isReadOnly(String name) {
    int variant = name.indexOf('#');
    return READ_ONLY.contains(variant < 0 ? name : name.substring(0, variant));
  }

  private static void names(Node target, Set<String> names) {
    Walk.each(
        target,
        n -> {
          if (n instanceof Expression.Name name) {
            names.add(name.id());
          }
        });
  }

  private static boolean reads(Node node, Set<String> names) {
    boolean[] found = {false};
    Walk.each(node, n -> found[0] |= n instanceof Expression.Name x && names.contains(x.id()));
    return found[0];
  }

  /** True for a statement that collects, and reads what is open at most in the value it collects. */
  private static boolean moves(Statement statement, Set<String> opened) {
    Optional<Expression> value = collected(statement);
    if (value.isEmpty() || (!reads(statement, opened) && !bindsNothing(statement))) {
      return false;
    }
    boolean[] elsewhere = {false};
    Walk.where(
        statement,
        n -> {
          elsewhere[0] |= n instanceof Expression.Name x && opened.contains(x.id());
          return n != value.get();
        });
    return !elsewhere[0];
  }

  private static boolean bindsNothing(Statement statement) {
    boolean[] binds = {false};
    Walk.each(statement, n -> binds[0] |= n instanceof Expression.NamedExpr);
    return !binds[0];
  }

  /** {@code x.append(value)}, {@code x[key] = value}, {@code x += value}. */
  private static Optional<Expression> collected(Statement statement) {
    if (statement instanceof Statement.ExpressionStatement e
        && e.value() instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute a
        && a.value() instanceof Expression.Name
        && COLLECTING.contains(a.attribute())
        && call.arguments().size() == 1
        && !(call.arguments().get(0) instanceof Expression.Starred)
        && !(call.arguments().get(0) instanceof Expression.GeneratorExp)
        && call.keywords().isEmpty()) {
      return Optional.of(call.arguments().get(0));
    } else if (statement instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Subscript) {
      return Optional.of(assign.value());
    } else if (statement instanceof Statement.AugAssign assign
        && assign.target() instanceof Expression.Name) {
      return Optional.of(assign.value());
    }
    return Optional.empty();
  }

  private boolean isOnLinesOfItsOwn(Statement.With with) {
    PythonSource source = program.tree().source();
    int previous = source.line(with.items().get(with.items().size() - 1).end());
    for (Statement s : with.body()) {
      int line = source.line(s.start());
      if (line == previous || !source.lineText(line).stripLeading().startsWith(start(s))) {
        return false;
      }
      previous = source.line(Math.max(s.start(), s.end() - 1));
    }
    return true;
  }

  private String start(Statement s) {
    return program.tree().source().text().substring(s.start(), Math.min(s.end(), s.start() + 1));
  }

  private void move(Statement.With with, List<Statement> moved, boolean all, Set<String> opened) {
    PythonSource source = program.tree().source();
    String outer = indentation(with);
    StringBuilder kept = new StringBuilder();
    StringBuilder after = new StringBuilder();
    String newline = source.lineSeparator();
    String inner = indentation(moved.get(0));
    for (Statement s : moved) {
      Expression value = collected(s).orElseThrow();
      String head = source.text().substring(s.start(), value.start());
      String tail = source.text().substring(value.end(), s.end());
      String code = source.text(value.span());
      boolean plain = value instanceof Expression.Name || !reads(value, opened);
      if (!plain || (all && kept.isEmpty())) {
        String name = name(s);
        kept.append(kept.isEmpty() ? "" : newline + inner).append(name).append(" = ").append(code);
        code = name;
      }
      after.append(newline).append(outer).append(head).append(code).append(tail);
      lines.add(program.line(s));
    }
    if (source.text(new Span(moved.get(0).start(), with.end())).contains("#")) {
      lines.clear();
      return;
    }
    int from = kept.isEmpty() ? endBefore(with, moved.get(0)) : moved.get(0).start();
    edits.add(new Edit(new Span(from, with.end()), kept.toString() + after, RULE));
  }

  /** The end of the line above a statement that goes as a whole. */
  private int endBefore(Statement.With with, Statement first) {
    Statement before = with.body().get(with.body().indexOf(first) - 1);
    return before.end();
  }

  private String indentation(Statement s) {
    PythonSource source = program.tree().source();
    String line = source.lineText(source.line(s.start()));
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /** {@code documents.append(…)} collects a {@code document}. */
  private String name(Statement s) {
    String container = "";
    if (s instanceof Statement.ExpressionStatement e
        && e.value() instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute a
        && a.value() instanceof Expression.Name n) {
      container = n.id();
    } else if (s instanceof Statement.Assign a
        && a.targets().get(0) instanceof Expression.Subscript t
        && t.value() instanceof Expression.Name n
        && t.context() == Context.STORE) {
      container = n.id();
    }
    boolean plural = container.endsWith("s") && !container.endsWith("ss") && container.length() > 3;
    return plural
        ? Distribution.fresh(taken, container.substring(0, container.length() - 1), "value")
        : Distribution.fresh(taken, "value", "result");
  }
}
