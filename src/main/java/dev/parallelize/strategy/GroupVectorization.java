package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a loop over groups as aggregates of all groups at once, and what is left of the loop over their values; or says
 * why that would be wrong.
 */
final class GroupVectorization {
  private static final int WIDTH = 88;
  private static final int STEP = 4;

  /** A longer loop is not kept beside its rewrite, for when a check fails. */
  private static final int MOST_LINES_KEPT = 8;

  private final Judgement judgement;
  private final Program program;
  private final Candidate candidate;
  private final GroupLoop loop;
  private final Map<Expression, GroupAggregate> places = new IdentityHashMap<>();
  private final Map<GroupAggregate, FrameColumns.Cell> cells = new LinkedHashMap<>();
  private FrameColumns.Table known = FrameColumns.Table.UNKNOWN;
  private final Set<String> taken = new HashSet<>();

  private GroupVectorization(Judgement judgement, GroupLoop loop) {
    this.judgement = judgement;
    this.program = judgement.program();
    this.candidate = judgement.candidate();
    this.loop = loop;
  }

  /** Throws {@link NotVectorizable} with the reason. */
  static RowVectorization.Result of(Judgement judgement, GroupLoop loop) {
    Candidate candidate = judgement.candidate();
    RunTimeGuards.requireNotGuarded(
        n -> judgement.program().tree().source().text(n.span()),
        candidate.frame().node(),
        candidate.statement());
    return new GroupVectorization(judgement, loop).write();
  }

  private RowVectorization.Result write() {
    parts().forEach(this::collect);
    if (places.isEmpty()) {
      throw other();
    }
    known = RowVectorization.table(program, candidate.frame(), loop.table());
    GroupColumns columns = new GroupColumns(program, candidate.id(), loop, known);
    columns.requireKeys();
    Map<Integer, GroupAggregate> ordered = new TreeMap<>();
    places.forEach((e, a) -> ordered.put(e.start(), a));
    ordered.values().forEach(a -> cells.computeIfAbsent(a, columns::require));
    if (candidate.node() instanceof Statement.For statement) {
      LiveOut.requireNone(program, candidate.frame(), statement, Set.of(loop.group()));
    }
    if (!columns.guards().isEmpty() && !isShort()) {
      throw new NotVectorizable("the types of the columns are not known");
    }
    Optional<RowVectorization.Result> framed = new GroupFrame(this).written();
    if (framed.isPresent()) {
      return withGuards(framed.get(), columns.guards());
    }
    RowVectorization.Result written = new GroupShape(this).shorter().orElseGet(this::general);
    return new RowVectorization.Result(
        written.replaced(), written.statements(), columns.guards(), List.of());
  }

  private RowVectorization.Result withGuards(RowVectorization.Result framed, List<String> guards) {
    if (!guards.isEmpty()) {
      String key = loop.table().id() + "[" + loop.quoted(loop.keys().get(0)) + "]";
      guards.add(0, key + ".notna().any()");
    }
    return new RowVectorization.Result(
        framed.replaced(),
        framed.statements(),
        guards,
        guards.isEmpty() ? framed.caveats() : List.of());
  }

  /** Whether the key's column has one type, which a new column of the keys has, too. */
  boolean isPlainKey(String key) {
    FrameColumns.Cell cell = known.column(key).cell();
    return known.certain().contains(key)
        && (cell == FrameColumns.Cell.TEXT || cell == FrameColumns.Cell.INT);
  }

  Program program() {
    return program;
  }

  Candidate candidate() {
    return candidate;
  }

  GroupLoop loop() {
    return loop;
  }

  /** What is made of each group, where pandas makes the same of all. */
  Optional<GroupValue> value(Expression e) {
    return GroupValue.of(program, places, cells, e);
  }

  String text(Node node) {
    return program.tree().source().text(node.span());
  }

  private NotVectorizable other() {
    return new NotVectorizable(
        "`" + loop.group() + "` is used for more than numbers that pandas computes of all groups");
  }

  /** What may use the group. */
  private List<Node> parts() {
    List<Node> parts = new ArrayList<>();
    if (candidate.node() instanceof Statement.For statement) {
      parts.addAll(statement.body());
      parts.addAll(statement.orElse());
    } else if (candidate.node() instanceof Expression.DictComp dict) {
      parts.add(dict.key());
      parts.add(dict.value());
    } else if (candidate.node() instanceof Expression.ListComp list) {
      parts.add(list.element());
    } else {
      throw new NotVectorizable("it is no loop over the groups of a pandas frame");
    }
    Comprehension.of(candidate.node()).forEach(c -> parts.addAll(c.conditions()));
    return parts;
  }

  private void collect(Node part) {
    Walk.where(
        part,
        node -> {
          Optional<GroupAggregate> aggregate = GroupAggregate.of(program, loop, node);
          aggregate.ifPresent(a -> places.put((Expression) node, a));
          if (aggregate.isEmpty() && loop.isGroup(node)) {
            throw other();
          }
          return aggregate.isEmpty();
        });
  }

  /** A name that the program has not. */
  String fresh(String wanted) {
    String name = wanted;
    for (int n = 2; isTaken(name); n++) {
      name = wanted + "_" + n;
    }
    taken.add(name);
    return name;
  }

  private boolean isTaken(String name) {
    return taken.contains(name)
        || text(candidate.frame().node()).matches("(?s).*\\b" + name + "\\b.*");
  }

  int column() {
    return program.tree().source().position(candidate.statement().start()).column() - 1;
  }

  /** The loop as it was, over aggregates in the place of groups. */
  private RowVectorization.Result general() {
    Span replaced = candidate.statement().span();
    requireCheap();
    requirePlainLines(replaced);
    List<String> lines = new ArrayList<>();
    Map<GroupAggregate, String> each = new LinkedHashMap<>();
    List<String> values = new ArrayList<>();
    String groups = groups(lines, cells.size() > 1);
    for (GroupAggregate aggregate : cells.keySet()) {
      String all = fresh(aggregate.plural());
      lines.add(all + " = " + aggregate.all(loop, groups));
      each.put(aggregate, fresh(aggregate.name()));
      if (values.isEmpty()) {
        values.add(all + ".index");
      }
      values.add(all + (aggregate.kind().python() ? ".tolist()" : ".to_numpy()"));
    }
    Map<Span, String> changes = new LinkedHashMap<>();
    places.forEach((e, a) -> changes.put(e.span(), each.get(a)));
    changes.put(header(), header(each, values));
    lines.addAll(laidOut(changed(replaced, changes)));
    return new RowVectorization.Result(replaced, lines, List.of(), List.of());
  }

  /** What makes the groups; a variable of its own where that is needed several times. */
  String groups(List<String> lines, boolean several) {
    if (!several || loop.grouping() instanceof Expression.Name) {
      return text(loop.grouping());
    }
    String name = fresh("groups");
    lines.add(name + " = " + text(loop.grouping()));
    return name;
  }

  /** Costly work on what the groups give belongs into workers. */
  private void requireCheap() {
    Workload workload = judgement.classification().workload();
    if (workload != Workload.TRIVIAL && workload != Workload.UNKNOWN) {
      throw new NotVectorizable("most of the time goes into other work than aggregates of groups");
    }
  }

  private void requirePlainLines(Span replaced) {
    Node node = candidate.node();
    boolean whole =
        node == candidate.statement()
            || candidate.statement() instanceof Statement.Return r
                && r.value().filter(v -> v == node).isPresent()
            || candidate.statement() instanceof Statement.Assign a && a.value() == node;
    boolean lines =
        program.tree().tokens().stream()
            .filter(t -> replaced.contains(t.span()))
            .map(t -> program.tree().source().text(t.span()))
            .noneMatch(t -> t.equals(";") || t.contains("\n") && !t.isBlank());
    boolean binds = binds(loop.group());
    if (!whole || !lines || binds) {
      throw new NotVectorizable("the loop is not plain enough to be written over aggregates");
    }
  }

  private boolean binds(String name) {
    boolean[] found = {false};
    parts()
        .forEach(
            p ->
                Walk.each(
                    p,
                    n ->
                        found[0] |=
                            n instanceof Expression.Name bound
                                && bound.context() != Context.LOAD
                                && bound.id().equals(name)));
    return found[0];
  }

  /** From the target to the end of what is iterated over. */
  private Span header() {
    if (candidate.node() instanceof Statement.For statement) {
      return new Span(statement.target().start(), statement.iterable().end());
    }
    Comprehension clause = Comprehension.of(candidate.node()).get(0);
    return new Span(clause.target().start(), clause.iterable().end());
  }

  private String header(Map<GroupAggregate, String> each, List<String> values) {
    boolean statement = candidate.node() instanceof Statement.For;
    if (!statement && values.size() == 2 && isKeyUnused()) {
      return each.values().iterator().next() + " in " + values.get(1);
    }
    String targets = text(loop.key()) + ", " + String.join(", ", each.values());
    String inside = String.join(", ", values);
    String plain = targets + " in zip(" + inside + ")";
    if (!statement || column() + "for :".length() + plain.length() <= WIDTH) {
      return plain;
    }
    String step = "\n" + VectorizePlan.INDENT;
    boolean fits = column() + STEP + inside.length() <= WIDTH;
    String lines = fits ? inside : String.join("," + step, values) + ",";
    return targets + " in zip(" + step + lines + "\n)";
  }

  private boolean isKeyUnused() {
    Set<String> names = new HashSet<>();
    parts()
        .forEach(
            p -> Walk.each(p, n -> names.add(n instanceof Expression.Name name ? name.id() : "")));
    return LoopNest.names(loop.key()).stream().noneMatch(names::contains);
  }

  /** The text with changes, line by line, each without the indentation of the first. */
  private List<String> changed(Span replaced, Map<Span, String> changes) {
    Map<Integer, Map.Entry<Span, String>> ordered = new TreeMap<>();
    changes.entrySet().forEach(c -> ordered.put(c.getKey().start(), c));
    String source = program.tree().source().text();
    StringBuilder text = new StringBuilder();
    int at = replaced.start();
    for (Map.Entry<Span, String> change : ordered.values()) {
      text.append(unindented(source.substring(at, change.getKey().start())));
      text.append(change.getValue());
      at = change.getKey().end();
    }
    text.append(unindented(source.substring(at, replaced.end())));
    return List.of(text.toString().split("\\R", -1));
  }

  /** A comprehension that got too long, with each of its parts on a line. */
  private List<String> laidOut(List<String> lines) {
    boolean zipped = lines.get(0).contains(" in zip(");
    boolean tooLong = lines.size() == 1 && column() + lines.get(0).length() > WIDTH;
    if (!zipped || !tooLong || candidate.node() instanceof Statement.For) {
      return lines;
    }
    String line = lines.get(0);
    int open = candidate.node().start() - candidate.statement().start() + 1;
    int clause = line.indexOf(" for " + text(loop.key()) + ", ", open);
    int condition = closing(line, line.indexOf(" in zip(", clause) + " in zip".length());
    List<String> laid = new ArrayList<>();
    laid.add(line.substring(0, open));
    laid.add(VectorizePlan.INDENT + line.substring(open, clause));
    laid.add(VectorizePlan.INDENT + line.substring(clause + 1, condition));
    String rest = line.substring(condition, line.length() - 1).strip();
    if (!rest.isEmpty()) {
      laid.add(VectorizePlan.INDENT + rest);
    }
    laid.add(line.substring(line.length() - 1));
    return laid;
  }

  private static int closing(String line, int open) {
    int depth = 0;
    for (int i = open; i < line.length(); i++) {
      depth += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return line.length();
  }

  private String unindented(String text) {
    return text.replaceAll("(\\R)[ \\t]{" + column() + "}", "$1");
  }

  /** Whether the loop is short enough to stand beside its rewrite. */
  private boolean isShort() {
    return text(candidate.statement()).lines().count() <= MOST_LINES_KEPT;
  }
}
