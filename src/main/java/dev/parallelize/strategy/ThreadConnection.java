package dev.parallelize.strategy;

import dev.parallelize.dependence.PrivateConnection;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A connection of its own for each thread, and what becomes of the one that the program opens in front of the loop: where
 * nothing else uses it, it goes.
 *
 * @param gone nothing but the loop reads through the program's own connection
 * @param removed statements that nobody needs any more: what made it and its cursors, and closes them
 * @param block a {@code with} block that opens what goes, where an assignment would do as well
 * @param unnamed what a {@code with} block opens under a name that nobody uses any more
 * @param captured variables of the function that opening another one reads
 */
public record ThreadConnection(
    PrivateConnection connection,
    boolean gone,
    List<Statement> removed,
    Optional<Statement.With> block,
    List<WithItem> unnamed,
    List<String> captured) {
  public ThreadConnection {
    removed = List.copyOf(removed);
    unnamed = List.copyOf(unnamed);
    captured = List.copyOf(captured);
  }

  /** The connection that a candidate reads through, if threads can have their own. */
  public static Optional<ThreadConnection> of(Judgement original) {
    Judgement judgement = original.planned();
    return PrivateConnection.of(judgement.program(), judgement.candidate())
        .map(c -> new Search(judgement, c).found());
  }

  /** What whoever deploys the program has to know. */
  List<String> caveats() {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        "each thread opens a connection of its own, up to as many as there are threads: the server"
            + " must have room for them");
    boolean snapshot =
        connection.settings().isEmpty()
            && connection.connect().keywords().stream()
                .noneMatch(k -> k.name().filter(n -> n.equals("autocommit")).isPresent());
    if (snapshot) {
      caveats.add(
          "where transactions read from one snapshot (the default of MySQL, not of PostgreSQL), each"
              + " connection has its own");
    }
    return caveats;
  }

  private static final class Search {
    private final Judgement judgement;
    private final Program program;
    private final PrivateConnection connection;
    private final Node home;
    private final List<Statement> closes = new ArrayList<>();

    Search(Judgement judgement, PrivateConnection connection) {
      this.judgement = judgement;
      this.program = judgement.program();
      this.connection = connection;
      this.home = judgement.candidate().frame().node();
    }

    ThreadConnection found() {
      blocks().stream()
          .filter(b -> b.stream().anyMatch(this::holdsLoop))
          .flatMap(List::stream)
          .filter(this::closes)
          .forEach(closes::add);
      List<Node> going = new ArrayList<>(closes);
      List<String> cursors = new ArrayList<>();
      Set<String> unused = new LinkedHashSet<>();
      connection
          .cursors()
          .forEach(
              (name, cursor) -> {
                if (isUnused(name, List.of(cursor.by()), List.of(cursor.call()))) {
                  unused.add(name);
                }
                if (unused.contains(name) && canGo(cursor.by(), cursor.call())) {
                  cursors.add(name);
                  going.add(maker(cursor.by(), cursor.call()));
                }
              });
      going.addAll(connection.settings());
      going.add(maker(connection.made(), connection.connect()));
      boolean gone = isUnused(connection.name(), List.of(), going);
      List<Statement> removed = new ArrayList<>();
      List<WithItem> unnamed = new ArrayList<>();
      List<Statement.With> blocks = new ArrayList<>();
      for (String name : cursors) {
        PrivateConnection.Cursor cursor = connection.cursors().get(name);
        goes(cursor.by(), cursor.call(), removed, blocks, unnamed, gone);
        closes.stream().filter(s -> closes(s, name)).forEach(removed::add);
      }
      for (String name : unused) {
        PrivateConnection.Cursor cursor = connection.cursors().get(name);
        if (!cursors.contains(name) && cursor.by() instanceof Statement.With with) {
          unnamed.add(item(with, cursor.call()));
        }
      }
      if (gone) {
        goes(connection.made(), connection.connect(), removed, blocks, unnamed, true);
        removed.addAll(connection.settings());
        closes.stream().filter(s -> closes(s, connection.name())).forEach(removed::add);
      }
      return new ThreadConnection(
          connection, gone, removed, blocks.stream().findFirst(), unnamed, captured());
    }

    private List<List<Statement>> blocks() {
      List<List<Statement>> blocks = new ArrayList<>(Blocks.of(home));
      if (home instanceof dev.parallelize.syntax.Module module) {
        blocks.add(module.body());
      }
      return blocks;
    }

    private void goes(
        Statement by,
        Expression.Call call,
        List<Statement> removed,
        List<Statement.With> blocks,
        List<WithItem> unnamed,
        boolean gone) {
      if (!(by instanceof Statement.With with)) {
        removed.add(by);
        return;
      }
      WithItem item = item(with, call);
      boolean ours = with.items().stream().allMatch(i -> isOurs(i, gone));
      if (ours && item.context() == call) {
        blocks.add(with);
      } else {
        unnamed.add(item);
      }
    }

    /** An assignment, or an item of a {@code with} that nothing closes but itself. */
    private static boolean canGo(Statement by, Expression.Call call) {
      return !(by instanceof Statement.With with) || item(with, call).context() == call;
    }

    private boolean isOurs(WithItem item, boolean gone) {
      return connection.cursors().values().stream().anyMatch(c -> c.call() == item.context())
          || (gone && connection.connect() == item.context());
    }

    private static WithItem item(Statement.With with, Expression.Call call) {
      return with.items().stream()
          .filter(i -> i.context().span().contains(call.span()))
          .findFirst()
          .orElseThrow();
    }

    private static Node maker(Statement by, Expression.Call call) {
      return by instanceof Statement.With with ? item(with, call) : by;
    }

    /** No name outside of the loop means the object, but where it is made and closed. */
    private boolean isUnused(String name, List<Statement> by, List<? extends Node> known) {
      boolean[] used = {false};
      List<Node> parts = new ArrayList<>(known);
      parts.addAll(closes);
      by.forEach(b -> parts.add(b instanceof Statement.With w ? w.items().get(0) : b));
      Walk.where(
          home,
          n -> {
            boolean mine =
                n instanceof Expression.Name x
                    && x.id().equals(name)
                    && !isInLoop(x)
                    && !isTarget(x);
            used[0] |= mine;
            return !parts.contains(n);
          });
      return !used[0];
    }

    /** The name in {@code with … as cur}. */
    private boolean isTarget(Expression.Name name) {
      return name.context() != dev.parallelize.syntax.Context.LOAD;
    }

    private boolean isInLoop(Node node) {
      Node candidate = judgement.candidate().node();
      return candidate.span().contains(node.span())
          && !(candidate instanceof Statement.For loop
              && loop.iterable().span().contains(node.span()));
    }

    private boolean holdsLoop(Statement s) {
      return s.span().contains(judgement.candidate().node().span());
    }

    private boolean closes(Statement s) {
      return closes(s, connection.name())
          || connection.cursors().keySet().stream().anyMatch(c -> closes(s, c));
    }

    private boolean closes(Statement s, String name) {
      return s instanceof Statement.ExpressionStatement e
          && e.value() instanceof Expression.Call call
          && call.arguments().isEmpty()
          && call.function() instanceof Expression.Attribute a
          && a.attribute().equals("close")
          && a.value() instanceof Expression.Name n
          && n.id().equals(name)
          && s.start() > judgement.candidate().node().end();
    }

    private List<String> captured() {
      Scope frame = judgement.candidate().frame();
      Set<String> names = new LinkedHashSet<>();
      List<Node> opening = new ArrayList<>(List.of(connection.connect()));
      connection.cursors().values().forEach(c -> opening.add(c.call()));
      opening.addAll(connection.settings());
      opening.forEach(o -> Walk.each(o, n -> add(n, frame, names)));
      names.remove(connection.name());
      return List.copyOf(names);
    }

    private void add(Node node, Scope frame, Set<String> names) {
      if (node instanceof Expression.Name x
          && frame.kind() != Scope.Kind.MODULE
          && program.scopes().around(x).owner(x.id()).filter(o -> o == frame).isPresent()) {
        names.add(x.id());
      }
    }
  }
}
