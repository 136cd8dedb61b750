package dev.parallelize.dependence;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Token;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets each iteration open the database file anew instead of sharing one connection, so that its queries
 * can be the parallel part:
 *
 * <pre>
 * base = sqlite3.connect(path)            sqlite3.connect(path).close()
 * for shop in shops:                      for shop in shops:
 *     rows = base.execute(…)                  with closing(sqlite3.connect(path)) as base:
 *     …                                           rows = base.execute(…)
 * base.close()                                …
 * </pre>
 *
 * <p>It is allowed in a function that opens a file and does nothing but read until the loop is done: then
 * no connection can see what another does not. A database in memory stays as it is.
 */
public final class OwnConnection {
  private static final String RULE = "own-connection";
  private static final String CONNECT = "sqlite3.connect";
  private static final Set<String> READING =
      Set.of("execute", "cursor", "fetchone", "fetchall", "fetchmany");

  private static final Set<String> CONTAINERS =
      Set.of("builtins.list", "builtins.tuple", "builtins.set", "builtins.dict", "builtins.sorted");

  private static final Set<String> SETTINGS = Set.of("row_factory", "text_factory");

  private final Program program;
  private final PythonSource source;
  private final Candidate outer;
  private final Statement.For loop;
  private final Map<Node, Node> parents = new IdentityHashMap<>();

  private OwnConnection(Program program, Candidate outer, Statement.For loop) {
    this.program = program;
    this.source = program.tree().source();
    this.outer = outer;
    this.loop = loop;
    Walk.each(outer.frame().node(), n -> Children.of(n).forEach(child -> parents.put(child, n)));
  }

  /** The change of a loop and of what opens the connection before it; empty where that must stay. */
  public static Optional<Distribution> of(Program program, Candidate outer) {
    if (!(outer.node() instanceof Statement.For loop)
        || !(outer.frame().node() instanceof Statement.FunctionDef function)
        || function.isAsync()
        || outer.frame() != outer.scope()) {
      return Optional.empty();
    }
    OwnConnection change = new OwnConnection(program, outer, loop);
    return change.opened(function).flatMap(change::change);
  }

  /**
   * What opens the connection.
   *
   * @param statement an assignment, or a {@code with} block around the loop
   * @param block the statements that the loop is among
   */
  private record Opened(
      Statement statement, Expression.Call call, String name, List<Statement> block) {
    boolean isBlock() {
      return statement instanceof Statement.With;
    }
  }

  /** The one connection that the function opens, before the loop and in a block around it. */
  private Optional<Opened> opened(Statement.FunctionDef function) {
    List<Expression.Call> calls = new ArrayList<>();
    Walk.each(
        function,
        n -> {
          if (n instanceof Expression.Call call && isConnect(call)) {
            calls.add(call);
          }
        });
    return calls.size() == 1
        ? opened(calls.get(0))
            .filter(o -> o.block().stream().anyMatch(s -> s.span().contains(loop.span())))
            .filter(o -> stores(o.name()) == 1 && isSteady(o.call()) && readsOnly())
        : Optional.empty();
  }

  private Optional<Opened> opened(Expression.Call connect) {
    Node parent = parents.get(connect);
    if (parent instanceof Statement.Assign made
        && made.targets().size() == 1
        && made.targets().get(0) instanceof Expression.Name name) {
      return Optional.of(new Opened(made, connect, name.id(), block(made)));
    } else if (parent instanceof Expression.Call around && isCall(around, "contextlib.closing")) {
      parent = parents.get(around);
    }
    return parent instanceof WithItem item
            && item.target().orElse(null) instanceof Expression.Name name
            && parents.get(item) instanceof Statement.With with
            && with.items().size() == 1
            && !with.isAsync()
            && with.body().contains(loop)
        ? Optional.of(new Opened(with, connect, name.id(), with.body()))
        : Optional.empty();
  }

  private boolean isConnect(Expression.Call call) {
    return isCall(call, CONNECT) || opensFile(call);
  }

  /** A function of the program that opens a file, sets the connection up, and returns it. */
  private boolean opensFile(Expression.Call call) {
    List<CallTarget> targets = program.targets(call);
    return targets.size() == 1
        && targets.get(0) instanceof CallTarget.ProgramFunction f
        && program.type(call).name().equals("sqlite3.Connection")
        && !namesMemory(f.scope().node())
        && new RepeatableOpening(program, outer.frame(), List.copyOf(loop.body()), loop.end())
            .holds(call);
  }

  private boolean namesMemory(Node code) {
    boolean[] named = {false};
    Walk.each(code, n -> named[0] |= n instanceof Expression.Constant c && isMemory(c));
    return named[0];
  }

  private boolean isMemory(Expression.Constant constant) {
    String text = source.text(constant.span());
    return text.contains("memory") || text.matches("[bru]*(\"\"|'')");
  }

  private boolean isCall(Expression.Call call, String callee) {
    List<CallTarget> targets = program.targets(call);
    return targets.size() == 1
        && targets.get(0) instanceof CallTarget.Known known
        && known.callee().name().equals(callee);
  }

  private List<Statement> block(Statement statement) {
    Node parent = parents.get(statement);
    if (parent instanceof Statement.FunctionDef f) {
      return f.body();
    } else if (parent instanceof Statement.With with) {
      return with.body();
    }
    return List.of();
  }

  /** The same arguments open the same file, a real one, in the loop as before it. */
  private boolean isSteady(Expression.Call connect) {
    boolean[] steady = {!connect.arguments().isEmpty() || opensFile(connect)};
    Walk.each(
        connect,
        n -> {
          if (n instanceof Expression.Name name && n != connect.function()) {
            steady[0] &= stores(name.id()) == 0 || isBoundOnceBefore(name.id());
          } else if (n instanceof Expression.Constant c) {
            steady[0] &= !isMemory(c);
          } else if (n instanceof Expression.Call call && call != connect) {
            steady[0] &= isText(call);
          }
        });
    return steady[0];
  }

  private boolean isText(Expression.Call call) {
    return isCall(call, "builtins.str") || isCall(call, "os.path.join");
  }

  private boolean isBoundOnceBefore(String name) {
    boolean[] inside = {false};
    Walk.each(loop, n -> inside[0] |= isStore(n, name));
    return stores(name) == 1 && !inside[0];
  }

  private int stores(String name) {
    int[] count = {0};
    Walk.each(outer.frame().node(), n -> count[0] += isStore(n, name) ? 1 : 0);
    return count[0];
  }

  private static boolean isStore(Node node, String name) {
    return node instanceof Expression.Name n && n.id().equals(name) && n.context() != Context.LOAD;
  }

  /** Nothing is written until the loop is done, and nothing unknown runs. */
  private boolean readsOnly() {
    Span span = new Span(outer.frame().node().start(), loop.end());
    return program.facts(outer.frame(), span).stream()
        .noneMatch(
            l ->
                l.fact() instanceof Fact.CallsUnknown
                    || l.fact() instanceof Fact.CallsParameter
                    || (l.fact() instanceof Fact.Does d && d.effect() == Effect.WRITES_DATABASE));
  }

  private Optional<Distribution> change(Opened opened) {
    List<Statement> own = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>(Set.of(opened.name()));
    int at = opened.isBlock() ? 0 : opened.block().indexOf(opened.statement()) + 1;
    while (belongs(opened.block().get(at), names)) {
      Statement next = opened.block().get(at++);
      own.add(next);
      cursor(next, names).ifPresent(names::add);
    }
    List<Statement> closing =
        opened.block().stream().filter(s -> s.start() > loop.end() && closes(s, names)).toList();
    List<Node> known = new ArrayList<>(own);
    known.addAll(closing);
    known.add(
        opened.statement() instanceof Statement.With with
            ? with.items().get(0)
            : opened.statement());
    List<Expression.Name> outside = outside(names, known);
    boolean kept = !outside.isEmpty();
    boolean cursors = outside.stream().anyMatch(n -> !n.id().equals(opened.name()));
    Span between = new Span(opened.block().get(at).start(), loop.start());
    boolean free = imports() && keepsPlace(opened, between) && isQuiet(between, kept);
    if (cursors || !free) {
      return Optional.empty();
    }
    return used(names, outside)
        .filter(used -> isOnLinesOfItsOwn(opened, own, closing, used))
        .map(used -> kept ? beside(opened, own, names, used) : edits(opened, own, closing, used))
        .map(
            edits ->
                new Distribution(
                    edits,
                    List.of(program.line(opened.statement())),
                    "each item opens the database for itself"));
  }

  /** Uses before the loop, after it or in its header. */
  private List<Expression.Name> outside(Set<String> names, List<Node> known) {
    List<Expression.Name> outside = new ArrayList<>();
    Walk.each(
        outer.frame().node(),
        n -> {
          if (n instanceof Expression.Name x
              && names.contains(x.id())
              && !isInBody(x)
              && known.stream().noneMatch(s -> s.span().contains(x.span()))) {
            outside.add(x);
          }
        });
    return outside;
  }

  /** Nobody can tell whether the file is opened before or after what comes before the loop. */
  private boolean isQuiet(Span between, boolean kept) {
    return facts(between).stream()
        .noneMatch(
            l ->
                l.fact() instanceof Fact.Does d
                    && Region.isOrdered(d.effect())
                    && !(kept && d.effect() == Effect.OUTPUT));
  }

  private List<Located> facts(Span span) {
    return span.start() >= span.end() ? List.of() : program.facts(outer.frame(), span);
  }

  /** What says where the file is has not been changed when the loop begins. */
  private boolean keepsPlace(Opened opened, Span between) {
    Set<String> attributes = new LinkedHashSet<>();
    for (Node n : opened.call().arguments()) {
      Walk.each(
          n,
          x -> {
            if (x instanceof Expression.Attribute a) {
              attributes.add(a.attribute());
            }
          });
    }
    return facts(between).stream()
        .noneMatch(
            l ->
                l.fact() instanceof Fact.Mutates m
                    && attributes.stream().anyMatch(a -> Fact.overlap(a, m.field())));
  }

  /** {@code base.row_factory = …}, {@code cursor = base.cursor()}. */
  private boolean belongs(Statement s, Set<String> names) {
    boolean sets =
        s instanceof Statement.Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Expression.Attribute a
            && SETTINGS.contains(a.attribute())
            && isOne(a.value(), names)
            && !(assign.value() instanceof Expression.Call);
    return sets || cursor(s, names).filter(c -> stores(c) == 1).isPresent();
  }

  private Optional<String> cursor(Statement s, Set<String> names) {
    return s instanceof Statement.Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Expression.Name name
            && assign.value() instanceof Expression.Call call
            && call.arguments().isEmpty()
            && call.function() instanceof Expression.Attribute a
            && a.attribute().equals("cursor")
            && isOne(a.value(), names)
        ? Optional.of(name.id())
        : Optional.empty();
  }

  private static boolean closes(Statement s, Set<String> names) {
    return s instanceof Statement.ExpressionStatement e
        && e.value() instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute a
        && a.attribute().equals("close")
        && isOne(a.value(), names);
  }

  private static boolean isOne(Expression e, Set<String> names) {
    return e instanceof Expression.Name name && names.contains(name.id());
  }

  /** The statements of the loop's body from the first to the last use; empty where others use it too. */
  private Optional<List<Statement>> used(Set<String> names, List<Expression.Name> outside) {
    boolean[] fine = {outside.stream().allMatch(x -> isQuery(x) || isClosedLater(x))};
    Walk.each(
        loop,
        n -> {
          if (n instanceof Expression.Name x && names.contains(x.id()) && isInBody(x)) {
            fine[0] &= isQuery(x);
          }
        });
    List<Statement> body = loop.body();
    List<Statement> uses = body.stream().filter(s -> mentions(s, names)).toList();
    if (!fine[0] || uses.isEmpty()) {
      return Optional.empty();
    }
    int first = body.indexOf(uses.get(0));
    int last = body.indexOf(uses.get(uses.size() - 1));
    return Optional.of(body.subList(first, last + 1));
  }

  /** {@code base.close()} in a {@code finally} behind the loop. */
  private boolean isClosedLater(Expression.Name used) {
    return used.start() > loop.end()
        && parents.get(used) instanceof Expression.Attribute a
        && a.attribute().equals("close")
        && parents.get(a) instanceof Expression.Call call
        && parents.get(call) instanceof Statement.ExpressionStatement
        && !isRepeated(used);
  }

  /** A loop around both comes to the loop again. */
  private boolean isRepeated(Node node) {
    boolean[] repeated = {false};
    Walk.each(
        outer.frame().node(),
        n ->
            repeated[0] |=
                (n instanceof Statement.For || n instanceof Statement.While)
                    && n.span().contains(loop.span())
                    && n.span().contains(node.span()));
    return repeated[0];
  }

  private boolean isInBody(Node node) {
    return loop.body().stream().anyMatch(s -> s.span().contains(node.span()));
  }

  private static boolean mentions(Node node, Set<String> names) {
    boolean[] found = {false};
    Walk.each(node, n -> found[0] |= n instanceof Expression.Name x && names.contains(x.id()));
    return found[0];
  }

  /** A query whose rows are fetched on the spot, or gone through by a loop. */
  private boolean isQuery(Expression.Name used) {
    Node parent = parents.get(used);
    boolean iterated = isGoneThrough(used, parent);
    if (!(parent instanceof Expression.Attribute method)
        || !READING.contains(method.attribute())
        || !(parents.get(method) instanceof Expression.Call call)) {
      return iterated;
    }
    return method.attribute().startsWith("fetch") || isFetched(call);
  }

  private boolean isFetched(Expression.Call call) {
    Node around = parents.get(call);
    boolean chained =
        around instanceof Expression.Attribute next
            && READING.contains(next.attribute())
            && parents.get(next) instanceof Expression.Call outside
            && (next.attribute().startsWith("fetch") || isFetched(outside));
    return chained
        || around instanceof Statement.ExpressionStatement
        || isGoneThrough(call, around);
  }

  /** All rows are taken at once: by a loop, a comprehension, or a container made of them. */
  private boolean isGoneThrough(Expression rows, Node around) {
    return (around instanceof Statement.For f && f.iterable() == rows)
        || (around instanceof Comprehension c
            && c.iterable() == rows
            && !(parents.get(c) instanceof Expression.GeneratorExp))
        || (around instanceof Expression.Call call
            && CONTAINERS.stream().anyMatch(name -> isCall(call, name)));
  }

  private boolean isOnLinesOfItsOwn(
      Opened opened, List<Statement> own, List<Statement> closing, List<Statement> used) {
    List<Statement> all = new ArrayList<>(own);
    all.addAll(closing);
    all.addAll(used);
    all.add(opened.isBlock() ? opened.block().get(0) : opened.statement());
    List<Statement> moved = opened.isBlock() ? opened.block() : used;
    for (Statement s : all) {
      int start = source.lineStart(source.line(s.start()));
      boolean first = source.text().substring(start, s.start()).isBlank();
      String after = source.text().substring(s.end(), lineEnd(s));
      if (!first || !after.isBlank()) {
        return false;
      }
    }
    return program.tree().tokens().stream()
        .filter(t -> t.kind() == Token.Kind.STRING || t.kind() == Token.Kind.FSTRING_MIDDLE)
        .filter(t -> moved.stream().anyMatch(u -> u.start() <= t.start() && t.end() <= u.end()))
        .allMatch(t -> source.line(t.start()) == source.line(t.end()));
  }

  private int lineEnd(Statement s) {
    int line = source.line(Math.max(s.start(), s.end() - 1));
    String text = source.text();
    int end = line < source.lineCount() ? source.lineStart(line + 1) : text.length();
    while (end > s.end() && "\r\n".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private List<Edit> edits(
      Opened opened, List<Statement> own, List<Statement> closing, List<Statement> used) {
    List<Edit> edits = new ArrayList<>();
    own.forEach(s -> edits.add(new Edit(lines(s), "", RULE)));
    closing.forEach(s -> edits.add(new Edit(lines(s), "", RULE)));
    String newline = source.lineSeparator();
    String unit = indent(used.get(0)).substring(indent(loop).length());
    String indent =
        opened.isBlock() ? indent(used.get(0)).substring(unit.length()) : indent(used.get(0));
    StringBuilder code = new StringBuilder(indent);
    code.append("with ").append(closing()).append("(").append(source.text(opened.call().span()));
    code.append(") as ").append(opened.name()).append(":").append(newline);
    for (Statement s : own) {
      code.append(indent).append(unit).append(source.text(s.span())).append(newline);
    }
    Span inside = new Span(start(used.get(0)), lines(used.get(used.size() - 1)).end());
    if (opened.isBlock()) {
      Span header = new Span(start(opened.statement()), start(opened.block().get(0)));
      edits.add(new Edit(header, opening(opened), RULE));
      for (int at : starts(new Span(header.end(), opened.statement().end()))) {
        boolean gone = edits.stream().anyMatch(e -> e.span().contains(new Span(at, at + 1)));
        if (!gone && (at < inside.start() || at >= inside.end())) {
          edits.add(new Edit(new Span(at, at + unit.length()), "", RULE));
        }
      }
      edits.add(new Edit(new Span(inside.start(), inside.start()), code.toString(), RULE));
    } else {
      edits.add(new Edit(lines(opened.statement()), opening(opened), RULE));
      for (int at : starts(inside)) {
        String before = at == inside.start() ? code.toString() : "";
        edits.add(new Edit(new Span(at, at), before + unit, RULE));
      }
    }
    importing().ifPresent(edits::add);
    return edits;
  }

  /**
   * Opens the file once where it was opened: without any items it would not be created, and one that cannot be opened
   * would not be told of.
   */
  private String opening(Opened opened) {
    boolean some =
        loop.iterable() instanceof Expression.ListDisplay list && !list.elements().isEmpty()
            || loop.iterable() instanceof Expression.TupleDisplay tuple
                && !tuple.elements().isEmpty();
    String made = source.text(opened.call().span());
    return some ? "" : indent(opened.statement()) + made + ".close()" + source.lineSeparator();
  }

  /** Edits that leave the connection to its other uses: the loop has one with another name. */
  private List<Edit> beside(
      Opened opened, List<Statement> own, Set<String> names, List<Statement> used) {
    Set<String> taken = Distribution.identifiers(program);
    Map<String, String> renamed = new HashMap<>();
    names.forEach(n -> renamed.put(n, Distribution.fresh(taken, "own_" + n)));
    String unit = indent(used.get(0)).substring(indent(loop).length());
    String indent = indent(used.get(0));
    String newline = source.lineSeparator();
    StringBuilder code = new StringBuilder(indent);
    code.append("with ").append(closing()).append("(").append(source.text(opened.call().span()));
    code.append(") as ").append(renamed.get(opened.name())).append(":").append(newline);
    for (Statement s : own) {
      String text = source.text().substring(s.start(), s.end());
      for (Edit edit : names(s, renamed).stream().sorted(LAST_FIRST).toList()) {
        int at = edit.span().start() - s.start();
        text =
            text.substring(0, at) + edit.replacement() + text.substring(at + edit.span().length());
      }
      code.append(indent).append(unit).append(text).append(newline);
    }
    List<Edit> edits = new ArrayList<>();
    Span inside = new Span(start(used.get(0)), lines(used.get(used.size() - 1)).end());
    for (int at : starts(inside)) {
      String before = at == inside.start() ? code.toString() : "";
      edits.add(new Edit(new Span(at, at), before + unit, RULE));
    }
    used.forEach(s -> edits.addAll(names(s, renamed)));
    importing().ifPresent(edits::add);
    return edits;
  }

  private static final Comparator<Edit> LAST_FIRST =
      Comparator.comparingInt((Edit e) -> e.span().start()).reversed();

  private static List<Edit> names(Statement code, Map<String, String> renamed) {
    List<Edit> edits = new ArrayList<>();
    Walk.each(
        code,
        n -> {
          if (n instanceof Expression.Name x && renamed.containsKey(x.id())) {
            edits.add(new Edit(x.span(), renamed.get(x.id()), RULE));
          }
        });
    return edits;
  }

  /** Where the lines start that are not blank. */
  private List<Integer> starts(Span span) {
    List<Integer> starts = new ArrayList<>();
    int last = source.line(Math.max(span.start(), span.end() - 1));
    for (int line = source.line(span.start()); line <= last; line++) {
      if (!source.lineText(line).isBlank()) {
        starts.add(source.lineStart(line));
      }
    }
    return starts;
  }

  private Span lines(Statement s) {
    int line = source.line(Math.max(s.start(), s.end() - 1));
    int end = line < source.lineCount() ? source.lineStart(line + 1) : source.text().length();
    return new Span(start(s), end);
  }

  private int start(Statement s) {
    return source.lineStart(source.line(s.start()));
  }

  private String indent(Statement s) {
    return source.text().substring(start(s), s.start());
  }

  /** How the file spells {@code contextlib.closing}. */
  private String closing() {
    for (Statement s : program.tree().module().body()) {
      if (s instanceof Statement.ImportFrom from
          && from.module().orElse("").equals("contextlib")
          && from.names().stream()
              .anyMatch(a -> a.name().equals("closing") && a.asName().isEmpty())) {
        return "closing";
      }
    }
    return "contextlib.closing";
  }

  /** Whether {@code contextlib} is imported, or can be, and means the module in the function. */
  private boolean imports() {
    String name = closing().equals("closing") ? "closing" : "contextlib";
    boolean unknown = program.mentions(name).isEmpty() || isImported() || name.equals("closing");
    return stores(name) == 0
        && unknown
        && (isImported() || closing().equals("closing") || importing().isPresent());
  }

  private boolean isImported() {
    return program.tree().module().body().stream()
        .anyMatch(
            s ->
                s instanceof Statement.Import i
                    && i.names().stream()
                        .anyMatch(a -> a.name().equals("contextlib") && a.asName().isEmpty()));
  }

  /** {@code import contextlib} above the first import of the file, where it is not there yet. */
  private Optional<Edit> importing() {
    if (closing().equals("closing") || isImported()) {
      return Optional.empty();
    }
    return program.tree().module().body().stream()
        .filter(
            s ->
                s instanceof Statement.Import
                    || (s instanceof Statement.ImportFrom from
                        && !from.module().orElse("").equals("__future__")))
        .findFirst()
        .map(
            s ->
                new Edit(
                    new Span(start(s), start(s)),
                    "import contextlib" + source.lineSeparator(),
                    RULE));
  }
}
