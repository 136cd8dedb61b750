package dev.parallelize.dependence;

import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a {@code for} loop of a {@code while} loop that takes a list's items out until it is empty, and puts none in:
 *
 * <pre>
 * queue = deque(tasks)                    queue = deque(tasks)
 * while queue:                            for task in queue:
 *     task = queue.popleft()                  done.append(run(task))
 *     done.append(run(task))
 * </pre>
 *
 * <p>It is allowed where the function has made the list itself, nobody else knows it, and nothing in the loop looks at it. It
 * is emptied afterwards where it is used again; then nothing may leave the loop early.
 */
public final class DrainedList {
  private static final String RULE = "drained-list";

  /** What may be asked of the list without handing it to anybody. */
  private static final Set<String> OWN =
      Set.of("append", "appendleft", "extend", "extendleft", "insert", "sort", "reverse", "clear");

  private static final Set<String> LENGTHS = Set.of("len", "sorted", "sum", "max", "min", "print");

  private final Program program;
  private final Candidate outer;
  private final Statement.While loop;
  private final Expression.Name list;
  private final WhileText text;

  private DrainedList(
      Program program, Candidate outer, Statement.While loop, Expression.Name list) {
    this.program = program;
    this.outer = outer;
    this.loop = loop;
    this.list = list;
    this.text = new WhileText(program, loop);
  }

  /** The change of the loop's text; empty where it is no such loop. */
  public static Optional<Distribution> of(Program program, CostModel costs, Candidate outer) {
    if (!(outer.node() instanceof Statement.While loop)
        || !(loop.body().get(0) instanceof Statement.Assign first)
        || !loop.orElse().isEmpty()
        || loop.body().size() < 2
        || outer.scope() != outer.frame()
        || outer.scope().kind() == Scope.Kind.CLASS
        || program.writesNamesByText()
        || Awaits.in(loop.body())) {
      return Optional.empty();
    }
    return emptied(loop.test())
        .map(list -> new DrainedList(program, outer, loop, list))
        .flatMap(d -> d.taken(first).flatMap(way -> d.change(costs, first, way)));
  }

  /** The list of {@code while queue}, {@code while len(queue) > 0}. */
  private static Optional<Expression.Name> emptied(Expression test) {
    Expression tested =
        test instanceof Expression.Compare compare
                && compare.operators().size() == 1
                && Set.of(Comparator.GT, Comparator.NOT_EQ).contains(compare.operators().get(0))
                && isZero(compare.comparators())
            ? compare.left()
            : test;
    boolean compared = tested != test;
    Expression list =
        tested instanceof Expression.Call call
                && Mentions.isName(call.function(), "len")
                && call.arguments().size() == 1
            ? call.arguments().get(0)
            : tested;
    return list instanceof Expression.Name name && (list != tested || !compared)
        ? Optional.of(name)
        : Optional.empty();
  }

  /** The items in the order in which they are taken. */
  private Optional<String> taken(Statement.Assign first) {
    if (first.targets().size() != 1
        || Mentions.of(first.targets().get(0), list.id())
        || !(first.value() instanceof Expression.Call call)
        || !(call.function() instanceof Expression.Attribute method)
        || !Mentions.isName(method.value(), list.id())
        || !call.keywords().isEmpty()) {
      return Optional.empty();
    }
    String type = program.type(list).name();
    boolean queue = type.equals("collections.deque");
    boolean none = call.arguments().isEmpty();
    boolean front =
        queue
            ? none && method.attribute().equals("popleft")
            : method.attribute().equals("pop") && isZero(call.arguments());
    boolean back = none && method.attribute().equals("pop");
    boolean shadowed = isShadowed("reversed") || isShadowed("len");
    return !queue && !type.equals("list") || shadowed || !front && !back
        ? Optional.empty()
        : Optional.of(front ? list.id() : "reversed(" + list.id() + ")");
  }

  private boolean isShadowed(String builtin) {
    return outer.frame().owner(builtin).isPresent();
  }

  private static boolean isZero(List<Expression> arguments) {
    return arguments.size() == 1
        && arguments.get(0) instanceof Expression.Constant c
        && c.value() instanceof Literal.IntegerNumber n
        && n.value().signum() == 0;
  }

  private Optional<Distribution> change(CostModel costs, Statement.Assign first, String items) {
    boolean read = new ReadAfter(program, outer.frame(), loop, list.id()).holds();
    boolean left =
        Watched.isWatched(program, outer.frame(), loop)
            || loop.body().stream().anyMatch(s -> FissionBuilder.leaves(s, false));
    if (!isPrivate(first) || !isLeftAlone() || read && left || !text.isLaidOut(List.of(first))) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    String target = program.tree().source().text(first.targets().get(0).span());
    edits.add(new Edit(text.header(), "for " + target + " in " + items, RULE));
    edits.add(new Edit(text.line(first), "", RULE));
    if (read) {
      edits.add(new Edit(text.end(), text.loopLine(list.id() + ".clear()"), RULE));
    }
    return Optional.of(
        new Distribution(
            edits,
            List.of(program.line(loop)),
            "the loop that empties a list becomes a loop over its items",
            Optional.of(text.idAsFor(outer, Candidates.of(program, costs)))));
  }

  /** The function has made the list, and each use of it is one that hands it to nobody. */
  private boolean isPrivate(Statement.Assign first) {
    Scope frame = outer.frame();
    Map<Node, Node> holders = new IdentityHashMap<>();
    note(frame.node(), holders);
    Set<Root> roots = program.value(list).roots();
    return frame.owner(list.id()).filter(o -> o == frame).isPresent()
        && !roots.isEmpty()
        && roots.stream().allMatch(Root.Site.class::isInstance)
        && program.mentions(list.id()).stream()
            .filter(n -> isOurs(n))
            .allMatch(
                n ->
                    program.scopes().around(n) == frame
                        && (n == list
                            || first.span().contains(n.span())
                            || !loop.span().contains(n.span()) && isHarmless(n, holders)));
  }

  private boolean isOurs(Expression.Name use) {
    return program.scopes().around(use).owner(use.id()).filter(o -> o == outer.frame()).isPresent();
  }

  private static void note(Node node, Map<Node, Node> holders) {
    for (Node child : Children.of(node)) {
      holders.put(child, node);
      note(child, holders);
    }
  }

  private boolean isHarmless(Expression.Name use, Map<Node, Node> holders) {
    Node holder = holders.getOrDefault(use, use);
    if (holder instanceof Statement.Assign assign) {
      Set<Root> made = Set.of(new Root.Site(assign.value().start(), assign.value().end()));
      return assign.targets().equals(List.of(use))
          && program.value(assign.value()).roots().equals(made);
    } else if (holder instanceof Expression.Attribute method) {
      return OWN.contains(method.attribute())
          && holders.get(method) instanceof Expression.Call call
          && call.function() == method;
    } else if (holder instanceof Expression.Call call) {
      return call.function() instanceof Expression.Name function
          && LENGTHS.contains(function.id())
          && !isShadowed(function.id());
    }
    return holder instanceof Statement.While
        || holder instanceof Statement.If branch && branch.test() == use
        || holder instanceof Statement.For each && each.iterable() == use;
  }

  /** Nothing that comes after the item is taken looks at the list. */
  private boolean isLeftAlone() {
    Set<Root> roots = program.value(list).roots();
    Statement second = loop.body().get(1);
    Span rest = new Span(second.start(), loop.end());
    return program.facts(outer.frame(), rest).stream().noneMatch(l -> sees(l, roots));
  }

  private boolean sees(Located located, Set<Root> roots) {
    Fact fact = located.fact();
    Set<Root> seen =
        fact instanceof Fact.Reads r
            ? Set.of(r.root())
            : fact instanceof Fact.Mutates m
                ? Set.of(m.root())
                : fact instanceof Fact.Iterates i ? Set.of(i.root()) : Set.of();
    return !Collections.disjoint(seen, roots);
  }
}
