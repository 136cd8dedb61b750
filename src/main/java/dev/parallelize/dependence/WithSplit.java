package dev.parallelize.dependence;

import dev.parallelize.library.Callee;
import dev.parallelize.library.Effect;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Token;
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
  private final Scope frame;
  private final Set<String> taken;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();

  private WithSplit(Program program, Scope frame) {
    this.program = program;
    this.frame = frame;
    this.taken = new HashSet<>(Distribution.identifiers(program));
  }

  /** The change of the blocks in a loop's body; empty when there is none to change. */
  public static Optional<Distribution> of(Program program, Candidate outer) {
    if (!(outer.node() instanceof Statement.For loop)) {
      return Optional.empty();
    }
    WithSplit split = new WithSplit(program, outer.frame());
    split.block(loop.body());
    return split.edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Distribution(
                split.edits, split.lines, "what is collected is moved behind the with block"));
  }

  private void block(List<Statement> body) {
    for (Statement statement : body) {
      int before = edits.size();
      Optional<Held> held = held(statement);
      held.ifPresent(this::split);
      if (edits.size() > before) {
        continue;
      } else if (statement instanceof Statement.With with) {
        block(with.body());
      } else if (statement instanceof Statement.Try attempt) {
        block(attempt.body());
      }
    }
  }

  /**
   * Statements that run while something is open.
   *
   * @param around what opens it, or closes it
   * @param opened the names that it has
   */
  private record Held(Statement around, List<Statement> body, Set<String> opened) {}

  private Optional<Held> held(Statement statement) {
    Set<String> opened = new LinkedHashSet<>();
    if (statement instanceof Statement.With with
        && with.items().stream().allMatch(i -> isReadOnly(program, i))) {
      with.items().forEach(i -> i.target().ifPresent(t -> names(t, opened)));
      return Optional.of(new Held(with, with.body(), opened));
    } else if (statement instanceof Statement.Try attempt
        && attempt.handlers().isEmpty()
        && attempt.orElse().isEmpty()) {
      attempt.finalBody().forEach(s -> closed(s).ifPresent(n -> opened.add(n.id())));
      boolean closes =
          attempt.finalBody().stream()
              .allMatch(s -> closed(s).filter(this::isOpenedToRead).isPresent());
      return closes ? Optional.of(new Held(attempt, attempt.body(), opened)) : Optional.empty();
    }
    return Optional.empty();
  }

  /** The name of what {@code name.close()} closes. */
  private static Optional<Expression.Name> closed(Statement statement) {
    return statement instanceof Statement.ExpressionStatement e
            && e.value() instanceof Expression.Call call
            && call.arguments().isEmpty()
            && call.function() instanceof Expression.Attribute a
            && a.attribute().equals("close")
            && a.value() instanceof Expression.Name name
        ? Optional.of(name)
        : Optional.empty();
  }

  private boolean isOpenedToRead(Expression.Name name) {
    return program
        .scopes()
        .around(name)
        .owner(name.id())
        .map(scope -> scope.bindings(name.id()))
        .filter(bindings -> bindings.size() == 1)
        .flatMap(bindings -> program.singleValue(bindings.get(0).node()))
        .filter(e -> opensToRead(program, e))
        .isPresent();
  }

  private void split(Held held) {
    List<Statement> body = held.body();
    int first = body.size();
    while (first > 0 && moves(body.get(first - 1), held)) {
      first--;
    }
    while (first < body.size() && isComputed(body.get(first))) {
      first++;
    }
    if (first < body.size() && isOnLinesOfItsOwn(held)) {
      move(held, body.subList(first, body.size()));
    }
  }

  /** A value that gets a name can be computed where it is. */
  private static boolean isComputed(Statement statement) {
    return statement instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Name;
  }

  /** Whether closing what the item opens cannot be told from what comes after it. */
  static boolean isReadOnly(Program program, WithItem item) {
    return opensToRead(program, item.context());
  }

  private static boolean opensToRead(Program program, Expression expression) {
    return expression instanceof Expression.Call call
        && program.targets(call).stream()
            .allMatch(t -> t instanceof CallTarget.Known k && opensToRead(k.callee()));
  }

  private static boolean opensToRead(Callee callee) {
    return READ_ONLY.contains(callee.name()) && !callee.effects().contains(Effect.WRITES_FILES);
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

  /** Whether the node uses what is open, or something that still has hold of it. */
  private boolean uses(Node node, Held held) {
    Set<Node> containers = containers(node);
    boolean[] found = {false};
    Walk.each(
        node,
        n ->
            found[0] |=
                n instanceof Expression.Name x && !containers.contains(x) && holds(x, held));
    return found[0];
  }

  /** The names of what is collected into, as {@code x.append} and {@code x[…] =}: it is not looked into. */
  private static Set<Node> containers(Node node) {
    Set<Node> names = new HashSet<>();
    Walk.each(
        node,
        n -> {
          if (n instanceof Expression.Attribute a && COLLECTING.contains(a.attribute())) {
            names.add(a.value());
          } else if (n instanceof Expression.Subscript s && s.context() == Context.STORE) {
            names.add(s.value());
          }
        });
    return names;
  }

  private boolean holds(Expression.Name name, Held held) {
    if (held.opened().contains(name.id())) {
      return true;
    }
    Set<Root> reached = program.frame(frame).reachableByGenerators(program.value(name).roots());
    boolean[] found = {false};
    Walk.each(
        held.around(),
        n ->
            found[0] |=
                n instanceof Expression.Name x
                    && held.opened().contains(x.id())
                    && !java.util.Collections.disjoint(reached, program.value(x).roots()));
    return found[0];
  }

  /** True for a statement that uses what is open at most in the value that it collects or tests. */
  private boolean moves(Statement statement, Held held) {
    Optional<Expression> value = moved(statement);
    if (statement instanceof Statement.Pass) {
      return false;
    } else if (!uses(statement, held)) {
      return bindsNothing(statement) && isQuiet(statement);
    } else if (value.isEmpty()) {
      return false;
    }
    Set<Node> containers = containers(statement);
    boolean[] elsewhere = {false};
    Walk.where(
        statement,
        n -> {
          elsewhere[0] |=
              n instanceof Expression.Name x && !containers.contains(x) && holds(x, held);
          return n != value.get();
        });
    return !elsewhere[0];
  }

  /** What is computed first: the value that is collected, or the test of what is done. */
  private static Optional<Expression> moved(Statement statement) {
    return statement instanceof Statement.If branch
        ? Optional.of(branch.test())
        : collected(statement);
  }

  /** Nobody outside the program can tell whether it happens before or after closing. */
  private boolean isQuiet(Statement statement) {
    return program.facts(frame, statement.span()).stream()
        .map(Located::fact)
        .noneMatch(
            f ->
                f instanceof Fact.Blocks
                    || f instanceof Fact.CallsUnknown
                    || f instanceof Fact.CallsParameter
                    || (f instanceof Fact.Does does && does.effect() != Effect.OUTPUT));
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

  private boolean isOnLinesOfItsOwn(Held held) {
    PythonSource source = program.tree().source();
    Statement around = held.around();
    int previous = source.line(around.start());
    if (around instanceof Statement.With with) {
      previous = source.line(with.items().get(with.items().size() - 1).end());
    }
    for (Statement s : held.body()) {
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

  private void move(Held held, List<Statement> moved) {
    PythonSource source = program.tree().source();
    Statement around = held.around();
    Statement last = moved.get(moved.size() - 1);
    Span span = new Span(moved.get(0).start(), around.end());
    if (source.text(span).contains("#") || holdsLongText(span)) {
      return;
    }
    String outer = indentation(around);
    String inner = indentation(moved.get(0));
    String newline = source.lineSeparator();
    StringBuilder kept = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (Statement s : moved) {
      String code = source.text(s.span());
      if (uses(s, held)) {
        Expression value = moved(s).orElseThrow();
        String name = name(s);
        kept.append(kept.isEmpty() ? "" : newline + inner);
        kept.append(name).append(" = ").append(source.text(value.span()));
        String head = source.text().substring(s.start(), value.start());
        code = head + name + source.text().substring(value.end(), s.end());
      }
      after.append(newline).append(outer).append(code.replace(newline + inner, newline + outer));
      lines.add(program.line(s));
    }
    boolean empty = kept.isEmpty() && moved.size() == held.body().size();
    int from = kept.isEmpty() && !empty ? endBefore(held, moved.get(0)) : moved.get(0).start();
    String inside = empty ? "pass" : kept.toString();
    if (around.end() == last.end()) {
      edits.add(new Edit(new Span(from, around.end()), inside + after, RULE));
    } else {
      edits.add(new Edit(new Span(from, last.end()), inside, RULE));
      edits.add(new Edit(new Span(around.end(), around.end()), after.toString(), RULE));
    }
  }

  private boolean holdsLongText(Span span) {
    PythonSource source = program.tree().source();
    return program.tree().tokens().stream()
        .filter(t -> span.start() <= t.start() && t.end() <= span.end())
        .filter(t -> t.kind() == Token.Kind.STRING || t.kind() == Token.Kind.FSTRING_MIDDLE)
        .anyMatch(t -> source.line(t.start()) != source.line(t.end()));
  }

  /** The end of the line above a statement that goes as a whole. */
  private static int endBefore(Held held, Statement first) {
    return held.body().get(held.body().indexOf(first) - 1).end();
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
    } else if (s instanceof Statement.If) {
      return Distribution.fresh(taken, "found", "holds");
    }
    boolean plural = container.endsWith("s") && !container.endsWith("ss") && container.length() > 3;
    return plural
        ? Distribution.fresh(taken, container.substring(0, container.length() - 1), "value")
        : Distribution.fresh(taken, "value", "result");
  }
}
