package dev.parallelize.dependence;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the groups of {@code itertools.groupby}, which are gone when the next one is asked for, before a loop works on them:
 *
 * <pre>
 * for key, group in groupby(rows, f):     groups = [(key, list(group)) for key, group in groupby(rows, f)]
 *     rows = list(group)                  for key, rows in groups:
 *     out[key] = fit(rows)                    out[key] = fit(rows)
 * </pre>
 *
 * <p>It is allowed where the items are sorted by the same key, so that asking for it cannot fail, nothing that the loop does
 * changes them or the key, and each group is gone through once.
 */
public final class TakenGroups {
  private static final String RULE = "taken-groups";
  private static final int LINE_LENGTH = 88;

  /** They go through what they are given once, at once. */
  private static final Set<String> ONCE =
      Set.of("list", "tuple", "set", "frozenset", "sorted", "sum", "max", "min", "dict");

  private final Program program;
  private final Candidate outer;
  private final PythonSource source;
  private final Expression.Call grouped;
  private final Expression.TupleDisplay target;
  private final List<? extends Node> body;

  private TakenGroups(
      Program program,
      Candidate outer,
      Expression.Call grouped,
      Expression.TupleDisplay target,
      List<? extends Node> body) {
    this.program = program;
    this.outer = outer;
    this.source = program.tree().source();
    this.grouped = grouped;
    this.target = target;
    this.body = body;
  }

  /** The change of the candidate; empty where it runs over no groups. */
  public static Optional<Distribution> of(Program program, Candidate outer) {
    if (outer.scope().kind() == Scope.Kind.CLASS || program.writesNamesByText()) {
      return Optional.empty();
    } else if (outer.node() instanceof Statement.For loop) {
      return of(program, outer, loop.iterable(), loop.target(), loop.body());
    }
    List<Comprehension> clauses = Comprehension.of(outer.node());
    boolean plain = clauses.size() == 1 && !(outer.node() instanceof Expression.GeneratorExp);
    List<Node> body = new ArrayList<>(Children.of(outer.node()));
    clauses.forEach(c -> body.addAll(c.conditions()));
    body.removeIf(Comprehension.class::isInstance);
    return plain
        ? of(program, outer, clauses.get(0).iterable(), clauses.get(0).target(), body)
        : Optional.empty();
  }

  private static Optional<Distribution> of(
      Program program,
      Candidate outer,
      Expression iterable,
      Expression target,
      List<? extends Node> body) {
    boolean plain =
        iterable instanceof Expression.Call call
            && !call.arguments().isEmpty()
            && program.targets(call).stream()
                .allMatch(t -> Progress.isKnown(t, Set.of("itertools.groupby")))
            && !program.targets(call).isEmpty()
            && target instanceof Expression.TupleDisplay pair
            && pair.elements().size() == 2
            && pair.elements().stream().allMatch(Expression.Name.class::isInstance)
            && List.of("list", "iter").stream().allMatch(n -> outer.scope().owner(n).isEmpty());
    return plain
        ? new TakenGroups(
                program, outer, (Expression.Call) iterable, (Expression.TupleDisplay) target, body)
            .change()
        : Optional.empty();
  }

  private String name(int position) {
    return ((Expression.Name) target.elements().get(position)).id();
  }

  private Optional<Distribution> change() {
    List<Node> uses = uses(body, name(1));
    boolean once = uses.size() == 1 && body.stream().anyMatch(b -> isOnce(b, uses.get(0)));
    boolean gone =
        !(outer.node() instanceof Statement.For)
            || !new ReadAfter(program, outer.frame(), outer.node(), name(1)).holds();
    if (!once || !gone || !isSorted() || !isApart(uses.get(0))) {
      return Optional.empty();
    }
    List<Edit> edits =
        outer.node() instanceof Statement.For loop
            ? loopEdits(loop, uses.get(0))
            : List.of(new Edit(grouped.span(), listed(0), RULE));
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Distribution(
                edits,
                List.of(program.line(outer.node())),
                "the groups are taken before the loop"));
  }

  private static List<Node> uses(List<? extends Node> body, String name) {
    List<Node> found = new ArrayList<>();
    body.forEach(
        b ->
            Walk.each(
                b,
                n -> {
                  if (Mentions.isName(n, name)) {
                    found.add(n);
                  }
                }));
    return found;
  }

  /** Whether the use is one that a list serves as well as an iterator, and comes by once in a round. */
  private boolean isOnce(Node code, Node use) {
    if (!code.span().contains(use.span())) {
      return false;
    }
    boolean inside =
        code instanceof Expression.Lambda
            || code instanceof Statement.FunctionDef
            || code instanceof Statement.ClassDef
            || code instanceof Statement.While;
    if (inside || use instanceof Expression.Name name && name.context() != Context.LOAD) {
      return false;
    } else if (code instanceof Expression.Call call && call.arguments().equals(List.of(use))) {
      return isOnceIn(call);
    } else if (code instanceof Expression.Call call
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expression.GeneratorExp each) {
      return isComplete(call) && each.generators().get(0).iterable() == use;
    } else if (code instanceof Expression.GeneratorExp) {
      return false;
    } else if (code instanceof Statement.For loop) {
      return loop.iterable() == use || isOnce(loop.iterable(), use);
    }
    List<Comprehension> clauses = Comprehension.of(code);
    if (!clauses.isEmpty()) {
      return clauses.get(0).iterable() == use || isOnce(clauses.get(0).iterable(), use);
    }
    return Children.of(code).stream().anyMatch(c -> isOnce(c, use));
  }

  private boolean isComplete(Expression.Call call) {
    return call.function() instanceof Expression.Name function
        && ONCE.contains(function.id())
        && outer.scope().owner(function.id()).isEmpty();
  }

  /** Whether the function goes through its argument once, and asks for nothing else of it. */
  private boolean isOnceIn(Expression.Call call) {
    boolean builtin = isComplete(call);
    List<CallTarget> targets = program.targets(call);
    if (builtin
        || targets.size() != 1
        || !(targets.get(0) instanceof CallTarget.ProgramFunction callee)
        || !(callee.scope().node() instanceof Statement.FunctionDef definition)
        || !definition.decorators().isEmpty()
        || definition.isAsync()
        || program.summary(callee.scope()).generator()
        || definition.arguments().positional().isEmpty()
        || call.function() instanceof Expression.Attribute) {
      return builtin;
    }
    String parameter = definition.arguments().positional().get(0).name();
    List<Node> uses = uses(definition.body(), parameter);
    return uses.size() == 1 && definition.body().stream().anyMatch(b -> isOnce(b, uses.get(0)));
  }

  /** The items were sorted by the very key that they are grouped by. */
  private boolean isSorted() {
    Optional<String> key = key(grouped, 1);
    Expression items = grouped.arguments().get(0);
    if (items instanceof Expression.Call call
        && AffineForms.names(program, call, "builtins.sorted")) {
      return key(call, -1).equals(key);
    }
    int at = outer.block().indexOf(outer.statement());
    for (int i = at - 1; i >= 0 && items instanceof Expression.Name name; i--) {
      Statement before = outer.block().get(i);
      if (Mentions.of(before, name.id())) {
        return sorter(before, name).filter(c -> key(c, -1).equals(key)).isPresent();
      }
    }
    return false;
  }

  /** The call in {@code rows.sort(…)}, {@code rows = sorted(…)}. */
  private Optional<Expression.Call> sorter(Statement before, Expression.Name list) {
    if (before instanceof Statement.ExpressionStatement alone
        && alone.value() instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute method
        && Mentions.isName(method.value(), list.id())) {
      return AffineForms.names(program, call, "list.sort") ? Optional.of(call) : Optional.empty();
    }
    return before instanceof Statement.Assign assign
            && assign.targets().size() == 1
            && Mentions.isName(assign.targets().get(0), list.id())
            && assign.value() instanceof Expression.Call call
            && AffineForms.names(program, call, "builtins.sorted")
        ? Optional.of(call)
        : Optional.empty();
  }

  private Optional<String> key(Expression.Call call, int position) {
    Optional<Expression> named =
        call.keywords().stream()
            .filter(k -> k.name().filter("key"::equals).isPresent())
            .map(k -> k.value())
            .findFirst();
    return named
        .or(
            () ->
                position > 0 && call.arguments().size() > position
                    ? Optional.of(call.arguments().get(position))
                    : Optional.empty())
        .map(k -> source.text(k.span()));
  }

  /** Making the groups does nothing, and nothing in the loop changes what they are made from. */
  private boolean isApart(Node use) {
    Set<Root> read = new HashSet<>(program.value(grouped.arguments().get(0)).roots());
    Set<String> names = new HashSet<>();
    for (Located made : program.facts(outer.frame(), grouped.span())) {
      Fact fact = made.fact();
      if (fact instanceof Fact.Reads reads) {
        read.add(reads.root());
      } else if (fact instanceof Fact.ReadsName name) {
        names.add(name.name());
      } else if (!(fact instanceof Fact.Iterates) && !isOwn(fact)) {
        return false;
      }
    }
    Walk.each(
        grouped,
        n -> {
          if (n instanceof Expression.Name name) {
            names.add(name.id());
          }
        });
    return body.stream()
            .flatMap(b -> program.facts(outer.frame(), b.span()).stream())
            .filter(l -> !isUsedUp(l, use))
            .noneMatch(l -> changes(l.fact(), read, names))
        && keeps(names);
  }

  /** Going through the group is what takes it away. */
  private boolean isUsedUp(Located located, Node use) {
    return located.fact() instanceof Fact.Mutates m
        && m.field().equals(Fact.ELEMENTS)
        && located.start() <= use.start()
        && use.end() <= located.end()
        && program.value((Expression) use).roots().contains(m.root());
  }

  private boolean isOwn(Fact fact) {
    return fact instanceof Fact.Mutates m
        && m.root() instanceof Root.Site site
        && grouped.span().contains(new Span(site.start(), site.end()));
  }

  private boolean changes(Fact fact, Set<Root> read, Set<String> names) {
    return fact instanceof Fact.CallsUnknown
        || fact instanceof Fact.CallsParameter
        || fact instanceof Fact.BindsName bind && names.contains(bind.name())
        || fact instanceof Fact.Mutates m
            && !isOwn(fact)
            && read.stream().anyMatch(r -> program.mayAlias(outer.frame(), r, m.root()));
  }

  private boolean keeps(Set<String> names) {
    boolean[] kept = {true};
    body.forEach(
        b ->
            Walk.each(
                b,
                n ->
                    kept[0] &=
                        !(n instanceof Expression.Name name
                            && name.context() != Context.LOAD
                            && names.contains(name.id()))));
    return kept[0];
  }

  private String listed(int indent) {
    String pair = source.text(target.span());
    String element = "(" + name(0) + ", list(" + name(1) + "))";
    String clause = "for " + pair + " in " + source.text(grouped.span());
    String line = "[" + element + " " + clause + "]";
    if (indent + line.length() <= LINE_LENGTH || outer.node() instanceof Expression) {
      return line;
    }
    String newline = source.lineSeparator();
    String inner = newline + " ".repeat(indent - GROUPS.length()) + "    ";
    return "[" + inner + element + inner + clause + inner.substring(0, inner.length() - 4) + "]";
  }

  private static final String GROUPS = "groups = ";

  private List<Edit> loopEdits(Statement.For loop, Node use) {
    int start = source.lineStart(program.line(loop));
    String indent = source.text().substring(start, loop.start());
    if (!indent.isBlank() || indent.contains("\t")) {
      return List.of();
    }
    String groups = Distribution.fresh(Distribution.identifiers(program), "groups", "all_groups");
    List<Edit> edits = new ArrayList<>();
    String made = indent + groups + " = " + listed(indent.length() + GROUPS.length());
    edits.add(new Edit(new Span(start, start), made + source.lineSeparator(), RULE));
    edits.add(new Edit(grouped.span(), groups, RULE));
    renamed(loop, use).ifPresent(edits::addAll);
    return edits;
  }

  /** {@code rows = list(group)} at the head of the body gives the groups their better name. */
  private Optional<List<Edit>> renamed(Statement.For loop, Node use) {
    boolean first =
        loop.body().size() > 1
            && loop.body().get(0) instanceof Statement.Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Expression.Name
            && assign.value() instanceof Expression.Call call
            && Mentions.isName(call.function(), "list")
            && call.arguments().equals(List.of(use));
    if (!first) {
      return Optional.empty();
    }
    Statement.Assign assign = (Statement.Assign) loop.body().get(0);
    int line = program.line(assign);
    boolean alone =
        source.lineText(line).strip().equals(source.text(assign.span()))
            && line > source.line(loop.iterable().end());
    String better = ((Expression.Name) assign.targets().get(0)).id();
    Span whole =
        new Span(source.lineStart(line), source.lineStart(Math.min(line + 1, source.lineCount())));
    return alone && !better.equals(name(0))
        ? Optional.of(
            List.of(
                new Edit(target.elements().get(1).span(), better, RULE), new Edit(whole, "", RULE)))
        : Optional.empty();
  }
}
