package dev.parallelize.dependence;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a program looks at a connection and its cursors only in ways that do not tell through which connection a loop sent
 * its queries: inside the loop rows are fetched on the spot; behind it nothing asks what the loop has left in a cursor.
 */
final class ConnectionUses {
  private static final Set<String> FETCHING = Set.of("fetchone", "fetchall", "fetchmany");
  private static final Set<String> SENDING = Set.of("execute", "cursor");
  private static final Set<String> TOLD = Set.of("rowcount", "description");
  private static final Set<String> ENDING = Set.of("close", "commit", "rollback");

  /** What may be asked of the connection outside of the loop. */
  private static final Set<String> OUTSIDE =
      Set.of("execute", "cursor", "close", "commit", "rollback", "closed");

  private static final Set<String> CONTAINERS =
      Set.of("builtins.list", "builtins.tuple", "builtins.set", "builtins.dict", "builtins.sorted");

  private final Program program;
  private final Candidate candidate;
  private final List<Node> part;
  private final String connection;
  private final Set<String> cursors;
  private final List<Statement> settings;
  private final Map<String, Statement> makers;
  private final Map<Node, Node> parents = new IdentityHashMap<>();
  private final Set<String> inside = new LinkedHashSet<>();
  private final Set<Expression.Name> made = new HashSet<>();
  private final Set<Statement.FunctionDef> entered = new HashSet<>();

  ConnectionUses(
      Program program,
      Candidate candidate,
      List<Node> part,
      String connection,
      Set<String> cursors,
      List<Statement> settings,
      Map<String, Statement> makers) {
    this.program = program;
    this.candidate = candidate;
    this.part = part;
    this.connection = connection;
    this.cursors = cursors;
    this.settings = settings;
    this.makers = makers;
    Walk.each(program.tree().module(), n -> Children.of(n).forEach(child -> parents.put(child, n)));
  }

  /** The names of cursors that an iteration makes for itself. */
  Set<String> inside() {
    return inside;
  }

  boolean areQuiet() {
    boolean quiet = part.stream().allMatch(this::isQuietInside) && !isInTry();
    List<Expression.Name> outside = new ArrayList<>();
    mentions(connection).stream().filter(n -> !isInPart(n)).forEach(outside::add);
    boolean known = outside.stream().allMatch(this::isKnownOutside);
    return quiet && known && cursors.stream().allMatch(this::isLeft) && !isSeenFailing();
  }

  private List<Expression.Name> mentions(String name) {
    return PrivateConnection.mentions(program, candidate.frame(), name);
  }

  private boolean isInPart(Node node) {
    return part.stream().anyMatch(p -> p.span().contains(node.span()));
  }

  /** After a query that failed, PostgreSQL refuses all further ones on the same connection. */
  private boolean isInTry() {
    boolean[] found = {false};
    part.forEach(
        p ->
            Walk.each(
                p,
                n ->
                    found[0] |=
                        n instanceof Statement.Try t && !t.handlers().isEmpty() && sends(t)));
    return found[0];
  }

  private boolean sends(Node code) {
    boolean[] found = {false};
    Walk.each(
        code,
        n ->
            found[0] |=
                n instanceof Expression.Name x
                    && (x.id().equals(connection)
                        || cursors.contains(x.id())
                        || inside.contains(x.id())));
    return found[0];
  }

  private boolean isQuietInside(Node code) {
    Set<String> names = new LinkedHashSet<>(cursors);
    names.add(connection);
    return areQuiet(code, names, code);
  }

  /**
   * @param within where else the names of cursors that are made inside may be used
   */
  private boolean areQuiet(Node code, Set<String> names, Node within) {
    boolean[] quiet = {true};
    Walk.each(
        code,
        n ->
            quiet[0] &=
                !(n instanceof Expression.Name x) || !names.contains(x.id()) || isQuery(x, within));
    return quiet[0];
  }

  private boolean isQuery(Expression.Name used, Node within) {
    Node parent = parents.get(used);
    if (used.context() != Context.LOAD) {
      return made.contains(used);
    } else if (parent instanceof Expression.Attribute a && a.context() == Context.LOAD) {
      return parents.get(a) instanceof Expression.Call call && call.function() == a
          ? isQuery(a.attribute(), call, within)
          : TOLD.contains(a.attribute());
    } else if (parent instanceof Expression.Call call && call.function() != used) {
      return CONTAINERS.stream().anyMatch(c -> AffineForms.calls(program, call, c))
          || isPassed(used, call);
    } else if (parent instanceof Keyword keyword
        && parents.get(keyword) instanceof Expression.Call call) {
      return isPassed(used, call);
    }
    return isGoneThrough(used, parent);
  }

  private boolean isQuery(String method, Expression.Call call, Node within) {
    return FETCHING.contains(method)
        || method.equals("close")
        || (SENDING.contains(method) && isTaken(call, within));
  }

  /** What an execution gives, or a new cursor, is used up before the iteration ends. */
  private boolean isTaken(Expression.Call call, Node within) {
    Node around = parents.get(call);
    if (around instanceof Statement.ExpressionStatement) {
      return true;
    } else if (around instanceof Expression.Attribute next
        && parents.get(next) instanceof Expression.Call c) {
      return FETCHING.contains(next.attribute())
          || (next.attribute().equals("execute") && isTaken(c, within));
    } else if (around instanceof WithItem item
        && item.target().orElse(null) instanceof Expression.Name name) {
      return isOwnName(name, within);
    } else if (around instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Name name) {
      return isOwnName(name, within);
    }
    return isGoneThrough(call, around)
        || (around instanceof Expression.Call outer
            && CONTAINERS.stream().anyMatch(c -> AffineForms.calls(program, outer, c)));
  }

  /** A cursor that the iteration makes has a name that nothing else has, and is used as others are. */
  private boolean isOwnName(Expression.Name name, Node within) {
    Scope home = program.frameOf(program.scopes().around(name));
    List<Expression.Name> all = PrivateConnection.mentions(program, home, name.id());
    boolean loop = home == candidate.frame();
    boolean here = !loop || all.stream().allMatch(this::isInPart);
    boolean once = all.stream().filter(n -> n.context() != Context.LOAD).count() == 1;
    if (!here || !once || (loop && cursors.contains(name.id()))) {
      return false;
    }
    if (loop) {
      inside.add(name.id());
    }
    return !made.add(name) || all.stream().allMatch(n -> n == name || isQuery(n, within));
  }

  /** All rows are taken at once: by a loop, or a comprehension. */
  private boolean isGoneThrough(Expression rows, Node around) {
    return (around instanceof Statement.For f && f.iterable() == rows)
        || (around instanceof Comprehension c
            && c.iterable() == rows
            && !(parents.get(c) instanceof Expression.GeneratorExp));
  }

  private boolean isPassed(Expression.Name used, Expression.Call call) {
    Optional<Statement.FunctionDef> helper = helper(program, call);
    if (helper.isEmpty() || !entered.add(helper.get())) {
      return false;
    }
    Optional<String> parameter = parameter(call, used, helper.get());
    boolean plain =
        parameter.isPresent()
            && !holdsTry(helper.get())
            && helper.get().body().stream()
                .allMatch(s -> areQuiet(s, Set.of(parameter.get()), helper.get()));
    entered.remove(helper.get());
    return plain;
  }

  private static boolean holdsTry(Statement.FunctionDef helper) {
    boolean[] found = {false};
    Walk.each(
        helper,
        n ->
            found[0] |=
                (n instanceof Statement.Try t && !t.handlers().isEmpty())
                    || (n != helper && n instanceof Statement.FunctionDef)
                    || n instanceof Expression.Lambda
                    || n instanceof Expression.Yield);
    return found[0];
  }

  /** The plain function of the module that is called. */
  static Optional<Statement.FunctionDef> helper(Program program, Expression.Call call) {
    List<CallTarget> targets = program.targets(call);
    return targets.size() == 1
            && targets.get(0) instanceof CallTarget.ProgramFunction f
            && f.scope().node() instanceof Statement.FunctionDef function
            && !function.isAsync()
            && function.decorators().isEmpty()
            && f.scope().parent().filter(p -> p.kind() == Scope.Kind.MODULE).isPresent()
        ? Optional.of(function)
        : Optional.empty();
  }

  /** The parameter that the argument is passed for. */
  static Optional<String> parameter(
      Expression.Call call, Expression argument, Statement.FunctionDef function) {
    for (Keyword keyword : call.keywords()) {
      if (keyword.value() == argument) {
        return keyword.name();
      }
    }
    List<String> names = new ArrayList<>();
    function.arguments().positionalOnly().stream().map(Argument::name).forEach(names::add);
    function.arguments().positional().stream().map(Argument::name).forEach(names::add);
    int at = call.arguments().indexOf(argument);
    boolean plain = call.arguments().stream().noneMatch(Expression.Starred.class::isInstance);
    return plain && at >= 0 && at < names.size() ? Optional.of(names.get(at)) : Optional.empty();
  }

  private boolean isKnownOutside(Expression.Name used) {
    Node parent = parents.get(used);
    if (used.context() == Context.STORE) {
      return true;
    } else if (isMethod(used, Set.of("close"))) {
      return isLate(used);
    } else if (parent instanceof Expression.Attribute a) {
      return OUTSIDE.contains(a.attribute())
          || settings.stream().anyMatch(s -> s.span().contains(a.span()));
    }
    return parent instanceof WithItem
        || isAsked(used)
        || (parent instanceof Expression.Call call
            && AffineForms.calls(program, call, "contextlib.closing"));
  }

  /** {@code if conn is not None}. */
  private boolean isAsked(Expression.Name used) {
    Node parent = parents.get(used);
    return (parent instanceof Statement.If branch && branch.test() == used)
        || (parent instanceof Expression.Compare compare
            && compare.left() == used
            && compare.comparators().stream()
                .allMatch(c -> program.tree().source().text(c.span()).equals("None")));
  }

  /** What is closed is not used by the loop any more, nor in a next round of a loop around it. */
  private boolean isLate(Expression.Name closed) {
    Node made = makers.get(closed.id());
    for (Node n = parents.get(closed); n != null; n = parents.get(n)) {
      boolean loop = n instanceof Statement.For || n instanceof Statement.While;
      if (loop && n.span().contains(candidate.node().span()) && !n.span().contains(made.span())) {
        return false;
      }
    }
    return closed.start() > candidate.node().end();
  }

  /** What the loop would leave in the cursor is asked for by nobody: whoever uses it next executes first. */
  private boolean isLeft(String cursor) {
    List<Expression.Name> outside =
        mentions(cursor).stream().filter(n -> !isInPart(n) && !isAsked(n)).toList();
    boolean repeated = !candidate.outer().isEmpty() || isInLoop();
    Expression.Name next = null;
    for (Expression.Name n : outside) {
      boolean later = n.start() > candidate.node().end();
      if (repeated && n.context() == Context.LOAD && !isMethod(n, ENDING)) {
        return false;
      } else if (isUsedUpLazily(n) || isSetUp(n) || (isMethod(n, Set.of("close")) && !isLate(n))) {
        return false;
      } else if (later && (next == null || n.start() < next.start())) {
        next = n;
      }
    }
    return next == null || isMethod(next, Set.of("close")) || isExecuted(next);
  }

  /** {@code cur.arraysize = 100}: another cursor would not have it. */
  private boolean isSetUp(Expression.Name used) {
    return parents.get(used) instanceof Expression.Attribute a && a.context() != Context.LOAD;
  }

  private boolean isExecuted(Expression.Name used) {
    return isMethod(used, Set.of("execute"))
        && parents.get(parents.get(parents.get(used))) instanceof Statement s
        && candidate.block().contains(s);
  }

  private boolean isMethod(Expression.Name used, Set<String> methods) {
    return parents.get(used) instanceof Expression.Attribute a
        && methods.contains(a.attribute())
        && parents.get(a) instanceof Expression.Call;
  }

  private boolean isInLoop() {
    for (Node n = parents.get(candidate.statement()); n != null; n = parents.get(n)) {
      if (n instanceof Statement.For || n instanceof Statement.While) {
        return true;
      } else if (n instanceof Statement.FunctionDef || n instanceof Module) {
        return false;
      }
    }
    return false;
  }

  /** The loop runs over the rows of the very cursor that it uses. */
  private boolean isUsedUpLazily(Expression.Name used) {
    return candidate.node().span().contains(used.span()) && !isMethod(used, Set.of("fetchall"));
  }

  /** A handler around the loop would meet a connection that refuses all queries since one has failed. */
  private boolean isSeenFailing() {
    boolean handled = false;
    for (Node n = candidate.statement(); n != null; n = parents.get(n)) {
      handled |= n instanceof Statement.Try t && !t.handlers().isEmpty();
      if (n instanceof Statement.FunctionDef) {
        break;
      }
    }
    Set<String> names = new HashSet<>(cursors);
    names.add(connection);
    return handled
        && names.stream()
            .flatMap(n -> mentions(n).stream())
            .filter(n -> n.start() > candidate.node().end())
            .anyMatch(n -> !isMethod(n, ENDING) && !isAsked(n));
  }
}
