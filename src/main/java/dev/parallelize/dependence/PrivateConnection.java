package dev.parallelize.dependence;

import dev.parallelize.library.Effect;
import dev.parallelize.library.LibraryType;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A connection to a database server, opened in front of a loop that does nothing but read through it, so that each worker
 * thread can open one of its own with the same arguments.
 *
 * <pre>
 * conn = psycopg2.connect(dsn)
 * cur = conn.cursor()
 * for number in numbers:
 *     cur.execute("SELECT … WHERE id = %s", (number,))
 *     rows.append(cur.fetchone())
 * </pre>
 *
 * <p>No iteration sees the result of another one's query ({@link CursorState}), nobody looks at the connection in a way that
 * could tell whether the queries went through it ({@link ConnectionUses}), and it neither holds changes that others do not see
 * yet, nor a snapshot, nor settings of the session: then what a query gives does not depend on the connection it is sent on.
 *
 * @param name the variable that holds the connection
 * @param connect what opens it
 * @param made the assignment, or the {@code with} block around the loop
 * @param settings statements that set it up
 * @param cursors the cursors from outside that the loop uses
 * @param used the names from outside that the loop uses
 * @param inside names of cursors that an iteration makes for itself
 */
public record PrivateConnection(
    String name,
    Expression.Call connect,
    Statement made,
    List<Statement> settings,
    Map<String, Cursor> cursors,
    Set<String> used,
    Set<String> inside) {
  /**
   * A cursor that is made in front of the loop.
   *
   * @param by the assignment, or the {@code with} block around the loop
   */
  public record Cursor(Expression.Call call, Statement by) {}

  /** Attributes of a connection that another one can be given as well. */
  private static final Set<String> SETTINGS = Set.of("autocommit", "row_factory", "cursor_factory");

  public PrivateConnection {
    settings = List.copyOf(settings);
    cursors = new LinkedHashMap<>(cursors);
    used = new LinkedHashSet<>(used);
    inside = Set.copyOf(inside);
  }

  /** The connection that a candidate reads through; empty where it has none, or the one has to stay the only one. */
  public static Optional<PrivateConnection> of(Program program, Candidate candidate) {
    boolean known =
        candidate.node() instanceof Statement.For loop && !loop.isAsync()
            || candidate.node() instanceof Expression.ListComp
            || candidate.node() instanceof Expression.SetComp
            || candidate.node() instanceof Expression.DictComp;
    boolean module = candidate.frame().node() instanceof dev.parallelize.syntax.Module;
    boolean function = candidate.frame().node() instanceof Statement.FunctionDef f && !f.isAsync();
    return known && candidate.group().isEmpty() && (module || function)
        ? new Search(program, candidate).found()
        : Optional.empty();
  }

  /** The {@code closing(…)} around what opens it, where a block closes it so. */
  public Optional<Expression> closing() {
    return made instanceof Statement.With with
        ? with.items().stream()
            .map(WithItem::context)
            .filter(c -> c != connect && c.span().contains(connect.span()))
            .findFirst()
        : Optional.empty();
  }

  PrivateObjects objects(Program program) {
    Set<Root> roots = new LinkedHashSet<>(program.value(connect).roots());
    cursors.values().forEach(c -> roots.addAll(program.value(c.call()).roots()));
    Set<String> names = new LinkedHashSet<>(used);
    names.addAll(inside);
    made(program, inside).forEach(e -> roots.addAll(program.value(e).roots()));
    return new PrivateObjects(roots, names);
  }

  /** The names of cursors that iterations make. */
  private static List<Expression> made(Program program, Set<String> names) {
    return names.stream()
        .flatMap(n -> program.mentions(n).stream())
        .map(Expression.class::cast)
        .toList();
  }

  /** Where a variable of the scope is named, in closures as well. */
  static List<Expression.Name> mentions(Program program, Scope owner, String name) {
    return program.mentions(name).stream()
        .filter(n -> program.scopes().around(n).owner(name).filter(o -> o == owner).isPresent())
        .toList();
  }

  /** In a loop around the candidate, what stands behind the candidate comes before its next round. */
  static int repeatedUntil(Scope frame, Candidate candidate) {
    int[] end = {candidate.node().end()};
    Walk.each(
        frame.node(),
        n -> {
          boolean loop = n instanceof Statement.For || n instanceof Statement.While;
          if (loop && n.span().contains(candidate.node().span())) {
            end[0] = Math.max(end[0], n.end());
          }
        });
    return end[0];
  }

  private static final class Search {
    private final Program program;
    private final Candidate candidate;
    private final Scope frame;
    private final List<Node> part;
    private final Map<String, Expression.Call> connections = new LinkedHashMap<>();
    private final Map<String, Expression.Call> cursors = new LinkedHashMap<>();
    private final Map<String, Statement> makers = new LinkedHashMap<>();

    Search(Program program, Candidate candidate) {
      this.program = program;
      this.candidate = candidate;
      this.frame = candidate.frame();
      this.part = part(candidate.node());
    }

    /** What each iteration runs. */
    private static List<Node> part(Node node) {
      if (node instanceof Statement.For loop) {
        return List.copyOf(loop.body());
      }
      List<Node> parts = new ArrayList<>();
      List<Comprehension> clauses = Comprehension.of(node);
      parts.addAll(clauses.get(0).conditions());
      clauses
          .subList(1, clauses.size())
          .forEach(
              c -> {
                parts.add(c.iterable());
                parts.addAll(c.conditions());
              });
      if (node instanceof Expression.ListComp c) {
        parts.add(c.element());
      } else if (node instanceof Expression.SetComp c) {
        parts.add(c.element());
      } else if (node instanceof Expression.DictComp c) {
        parts.add(c.key());
        parts.add(c.value());
      }
      return parts;
    }

    Optional<PrivateConnection> found() {
      if (program.importedModules().stream().noneMatch(this::connects)) {
        return Optional.empty();
      }
      Walk.each(frame.node(), this::maker);
      Set<String> used = new LinkedHashSet<>();
      part.forEach(p -> Walk.each(p, n -> use(n, used)));
      Set<String> names = new LinkedHashSet<>();
      used.forEach(u -> names.add(connections.containsKey(u) ? u : owner(u)));
      if (names.size() != 1 || !connections.containsKey(names.iterator().next())) {
        return Optional.empty();
      }
      return of(names.iterator().next(), used);
    }

    private boolean connects(String module) {
      return program
          .library()
          .type(module + ".Connection")
          .filter(LibraryType::reopenable)
          .isPresent();
    }

    private String owner(String cursor) {
      Expression.Call call = cursors.get(cursor);
      return call.function() instanceof Expression.Attribute a
              && a.value() instanceof Expression.Name n
          ? n.id()
          : "";
    }

    /** {@code conn = psycopg2.connect(…)}, {@code with conn.cursor() as cur:}. */
    private void maker(Node node) {
      if (node instanceof Statement.Assign assign
          && assign.targets().size() == 1
          && assign.targets().get(0) instanceof Expression.Name name) {
        made(name.id(), assign.value(), assign);
      } else if (node instanceof Statement.With with && !with.isAsync()) {
        for (WithItem item : with.items()) {
          if (item.target().orElse(null) instanceof Expression.Name name) {
            made(name.id(), unclosed(item.context()), with);
          }
        }
      }
    }

    private Expression unclosed(Expression context) {
      return context instanceof Expression.Call call
              && AffineForms.calls(program, call, "contextlib.closing")
              && call.arguments().size() == 1
          ? call.arguments().get(0)
          : context;
    }

    private void made(String name, Expression value, Statement by) {
      if (!(value instanceof Expression.Call call) || part.stream().anyMatch(p -> holds(p, by))) {
        return;
      }
      boolean cursor =
          call.function() instanceof Expression.Attribute a
              && a.attribute().equals("cursor")
              && isReopenable(a.value());
      if (cursor) {
        cursors.put(name, call);
        makers.put(name, by);
      } else if (isReopenable(call)) {
        connections.put(name, call);
        makers.put(name, by);
      }
    }

    private static boolean holds(Node part, Node node) {
      return part.span().contains(node.span());
    }

    private boolean isReopenable(Expression e) {
      return program
          .library()
          .type(program.type(e).name())
          .filter(LibraryType::reopenable)
          .isPresent();
    }

    private void use(Node node, Set<String> used) {
      if (node instanceof Expression.Name name
          && (connections.containsKey(name.id()) || cursors.containsKey(name.id()))) {
        used.add(name.id());
      }
    }

    private Optional<PrivateConnection> of(String name, Set<String> used) {
      Map<String, Cursor> own = new LinkedHashMap<>();
      used.stream()
          .filter(cursors::containsKey)
          .forEach(u -> own.put(u, new Cursor(cursors.get(u), makers.get(u))));
      Set<String> names = new LinkedHashSet<>(used);
      names.add(name);
      Expression.Call connect = connections.get(name);
      boolean steady =
          names.stream().allMatch(this::isMadeOnce)
              && names.stream().allMatch(n -> surrounds(makers.get(n)))
              && new RepeatableOpening(program, frame, part, repeatedUntil(frame, candidate))
                  .holds(connect)
              && own.values().stream().allMatch(c -> isPlainCursor(c.call()))
              && onlyReads(connect);
      if (!steady) {
        return Optional.empty();
      }
      List<Statement> settings = settings(name);
      ConnectionUses uses =
          new ConnectionUses(program, candidate, part, name, own.keySet(), settings, makers);
      boolean quiet =
          uses.areQuiet()
              && own.keySet().stream().allMatch(c -> new CursorState(program).isOwn(part, c));
      return quiet
          ? Optional.of(
              new PrivateConnection(
                  name, connect, makers.get(name), settings, own, used, uses.inside()))
          : Optional.empty();
    }

    private boolean isMadeOnce(String name) {
      List<Expression.Name> all = mentions(program, frame, name);
      List<Expression.Name> stores =
          all.stream().filter(n -> n.context() != Context.LOAD).filter(n -> !isNone(n)).toList();
      return stores.size() == 1
          && all.stream().allMatch(n -> !isNone(n) || n.start() < stores.get(0).start())
          && all.stream().allMatch(n -> program.frameOf(program.scopes().around(n)) == frame)
          && frame.bindings(name).size() <= 2;
    }

    /** {@code conn = None}, in front of the {@code try} that opens it. */
    private boolean isNone(Expression.Name name) {
      boolean[] none = {false};
      Walk.each(
          frame.node(),
          n ->
              none[0] |=
                  n instanceof Statement.Assign assign
                      && assign.targets().size() == 1
                      && assign.targets().get(0) == name
                      && program.tree().source().text(assign.value().span()).equals("None"));
      return none[0];
    }

    /** It is made before the loop, whenever the loop is come to. */
    private boolean surrounds(Statement made) {
      if (made instanceof Statement.With with) {
        return with.body().stream().anyMatch(s -> holds(s, candidate.node()));
      }
      return blocks().stream()
          .filter(b -> b.contains(made))
          .anyMatch(
              b ->
                  b.subList(b.indexOf(made) + 1, b.size()).stream()
                      .anyMatch(s -> holds(s, candidate.node())));
    }

    private List<List<Statement>> blocks() {
      List<List<Statement>> blocks = new ArrayList<>();
      Walk.each(
          frame.node(),
          n -> {
            if (n instanceof dev.parallelize.syntax.Module m) {
              blocks.add(m.body());
            } else if (n instanceof Statement.FunctionDef f) {
              blocks.add(f.body());
            } else if (n instanceof Statement.With w) {
              blocks.add(w.body());
            } else if (n instanceof Statement.If i) {
              blocks.add(i.body());
              blocks.add(i.orElse());
            } else if (n instanceof Statement.For f) {
              blocks.add(f.body());
            } else if (n instanceof Statement.Try t) {
              blocks.add(t.body());
            }
          });
      return blocks;
    }

    /** {@code conn.cursor(cursor_factory=RealDictCursor)}: one with a name lives on the server, and is executed once. */
    private boolean isPlainCursor(Expression.Call call) {
      return call.arguments().stream().allMatch(a -> endsInCursor(a))
          && call.keywords().stream()
              .allMatch(
                  k ->
                      k.name().filter(n -> !n.equals("name") && !n.equals("withhold")).isPresent()
                          && (k.value() instanceof Expression.Constant || isRowMaker(k.value())));
    }

    private boolean endsInCursor(Expression e) {
      String text = program.tree().source().text(e.span());
      return text.endsWith("Cursor") && isRowMaker(e);
    }

    private static boolean isRowMaker(Expression e) {
      return e instanceof Expression.Name
          || (e instanceof Expression.Attribute a && isRowMaker(a.value()));
    }

    /** No change is under way on any connection from its opening on until the loop is done, and nothing has set it up. */
    private boolean onlyReads(Expression.Call connect) {
      Span span = new Span(connect.start(), repeatedUntil(frame, candidate));
      return program.facts(frame, span).stream()
          .noneMatch(l -> l.fact() instanceof Fact.Does d && d.effect() == Effect.WRITES_DATABASE);
    }

    /** {@code conn.autocommit = True} and the like, which another connection needs as well. */
    private List<Statement> settings(String name) {
      List<Statement> settings = new ArrayList<>();
      for (List<Statement> block : blocks()) {
        for (Statement s : block) {
          if (s instanceof Statement.Assign assign
              && s.end() <= candidate.node().start()
              && assign.targets().size() == 1
              && assign.targets().get(0) instanceof Expression.Attribute a
              && SETTINGS.contains(a.attribute())
              && a.value() instanceof Expression.Name n
              && n.id().equals(name)
              && (assign.value() instanceof Expression.Constant || isRowMaker(assign.value()))
              && surrounds(s)) {
            settings.add(s);
          }
        }
      }
      return settings;
    }
  }
}
