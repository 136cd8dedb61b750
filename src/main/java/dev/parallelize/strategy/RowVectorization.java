package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a loop over rows as statements over columns, or says why that would be wrong. */
final class RowVectorization {
  private final Program program;
  private final Statement.For loop;
  private final List<Statement> block;
  private final RowLoop rows;
  private final FrameColumns.Table table;
  private final SupposedColumns supposed;
  private final Set<String> bound;
  private final RowExpressions expressions;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, RowSink> sinks = new LinkedHashMap<>();
  private final Map<String, Expression> rounding = new LinkedHashMap<>();
  private Optional<String> picked = Optional.empty();

  private RowVectorization(
      Program program,
      Scope frame,
      Statement.For loop,
      List<Statement> block,
      SupposedColumns supposed) {
    this.program = program;
    this.loop = loop;
    this.block = block;
    this.rows = RowLoop.of(program, loop);
    this.table = labelled(supposed, supposed.in(table(program, frame, rows.table())));
    this.supposed = supposed;
    this.bound = RowLoop.bound(loop);
    this.expressions = new RowExpressions(program, e -> rows.value(table, e), bound, supposed);
  }

  /** The table; where cells are found by labels that nothing is known of, the program checks them. */
  private FrameColumns.Table labelled(SupposedColumns supposed, FrameColumns.Table known) {
    boolean[] labels = {false};
    Walk.each(
        loop,
        node ->
            labels[0] |=
                node instanceof Expression.Attribute a
                    && Set.of("at", "loc").contains(a.attribute())
                    && a.value() instanceof Expression.Name name
                    && name.id().equals(rows.table().id()));
    return labels[0] && known.labels() == FrameColumns.Labels.UNKNOWN
        ? supposed.withPositions(known)
        : known;
  }

  /** The statements, what of the text they replace, and what the user should know of them. */
  record Result(
      Span replaced, List<String> statements, List<String> guards, List<String> caveats) {}

  /** What is known of the frame, which may be nothing; throws where it may be no frame. */
  static FrameColumns.Table table(Program program, Scope frame, Expression.Name table) {
    return FrameColumns.of(program, frame, table)
        .or(
            () ->
                Optional.of(FrameColumns.Table.UNKNOWN)
                    .filter(t -> program.type(table).name().equals("pandas.DataFrame")))
        .orElseThrow(
            () ->
                new NotVectorizable(
                    "the types of the columns of `" + table.id() + "` are not known"));
  }

  /** Throws {@link NotVectorizable} with the reason. */
  static Result of(Program program, Scope frame, Statement.For loop, List<Statement> block) {
    RunTimeGuards.requireNotGuarded(
        n -> program.tree().source().text(n.span()), frame.node(), loop);
    return SupposedColumns.tried(s -> of(program, frame, loop, block, s));
  }

  private static Result of(
      Program program,
      Scope frame,
      Statement.For loop,
      List<Statement> block,
      SupposedColumns supposed) {
    RowVectorization rows = new RowVectorization(program, frame, loop, block, supposed);
    if (rows.bound.contains(rows.rows.table().id())) {
      throw new NotVectorizable("the loop binds the frame anew");
    }
    rows.requireNotLiveOut(frame);
    rows.block(loop.body());
    return rows.result();
  }

  private Result result() {
    List<RowGathering.Gathered> all = new ArrayList<>();
    for (Map.Entry<String, RowSink> sink : sinks.entrySet()) {
      RowValue value = expressions.locals().get(sink.getKey()).real();
      boolean constant =
          sink.getValue() instanceof RowSink.Stored || sink.getValue() instanceof RowSink.Counted;
      if (!value.varies() && !constant
          || value.cell() == FrameColumns.Cell.UNKNOWN
          || value.cell() == FrameColumns.Cell.DATE
          || value.cell() == FrameColumns.Cell.READ) {
        throw UnknownColumn.among("no value of each row is gathered", value);
      }
      requireOwnType(rows, value);
      Optional<Expression> digits = Optional.ofNullable(rounding.get(sink.getKey()));
      if (digits.isPresent() && value.box() == RowValue.Box.EITHER) {
        throw new NotVectorizable("how `round` rounds depends on the types of the columns");
      }
      all.add(new RowGathering.Gathered(sink.getValue(), value, picked, digits));
    }
    boolean stores = sinks.values().stream().anyMatch(s -> s instanceof RowSink.Stored);
    if (stores && readsRowsByPosition()) {
      throw new NotVectorizable("what a row holds changes with what the loop stores");
    }
    if (all.isEmpty() || all.size() > 1 && picked.isPresent()) {
      throw new NotVectorizable("no value of each row is gathered");
    }
    RowGathering gathering = new RowGathering(program, rows, table, loop, block, lines, supposed);
    Span replaced = gathering.write(all);
    String caveat =
        "Where `"
            + rows.table().id()
            + "` has no rows, the new column gets the type of its values; the loop left it without.";
    return result(
        replaced,
        lines,
        rows.table().id(),
        supposed,
        gathering.makesColumn() ? List.of(caveat) : List.of());
  }

  /**
   * The result; where the loop stays for when a check fails, frames without rows are left to it.
   *
   * @param ofEmpty what is otherwise to be known of a frame without rows
   */
  static Result result(
      Span replaced,
      List<String> lines,
      String frame,
      SupposedColumns supposed,
      List<String> ofEmpty) {
    List<String> guards = supposed.guards(frame);
    if (guards.isEmpty() || ofEmpty.isEmpty()) {
      return new Result(replaced, lines, guards, ofEmpty);
    }
    List<String> all = new ArrayList<>(List.of("len(" + frame + ") > 0"));
    all.addAll(guards);
    return new Result(replaced, lines, all, List.of());
  }

  /** In a row of numbers only, whole ones are floats where a column of floats is among them. */
  static void requireOwnType(RowLoop rows, RowValue value) {
    if (value.cell() == FrameColumns.Cell.NUMBER
        && rows.kind() != RowLoop.Kind.TUPLES
        && rows.kind() != RowLoop.Kind.VALUES
        && value.box() != RowValue.Box.PYTHON) {
      throw new NotVectorizable("whether a row holds its whole numbers as floats is not known");
    }
  }

  private boolean readsRowsByPosition() {
    boolean[] found = {false};
    Walk.each(
        loop,
        node ->
            found[0] |=
                node instanceof Expression e
                    && rows.cell(table, e).filter(RowLoop.Cell::ofRow).isPresent());
    return found[0] && rows.kind() == RowLoop.Kind.POSITIONS;
  }

  private String text(Expression e) {
    return program.tree().source().text(e.span());
  }

  private NotVectorizable refused(Statement statement) {
    return new NotVectorizable(
        "the statement in line "
            + program.tree().source().line(statement.start())
            + " is neither an assignment, a choice nor an append");
  }

  private void block(List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      if (skips(statements.get(i))) {
        Statement.If skip = (Statement.If) statements.get(i);
        List<Statement> rest = statements.subList(i + 1, statements.size());
        List<Statement> nothing = List.of(new Statement.Pass(skip.start(), skip.start()));
        write(new Statement.If(skip.start(), skip.end(), skip.test(), nothing, rest));
        return;
      }
      write(statements.get(i));
    }
  }

  /** {@code if …: continue}. */
  private static boolean skips(Statement statement) {
    return statement instanceof Statement.If choice
        && choice.orElse().isEmpty()
        && choice.body().size() == 1
        && choice.body().get(0) instanceof Statement.Continue;
  }

  private boolean isGathered() {
    return sinks.keySet().stream().anyMatch(expressions.locals()::containsKey);
  }

  private void write(Statement statement) {
    boolean gathered = isGathered();
    Map<String, RowValue> before = new LinkedHashMap<>(expressions.locals());
    effect(statement);
    Set<String> replaced = new HashSet<>();
    boolean gathers = isGathered();
    for (Map.Entry<String, RowValue> e : List.copyOf(expressions.locals().entrySet())) {
      boolean plain = sinks.containsKey(e.getKey()) || e.getValue().equals(before.get(e.getKey()));
      if (plain) {
        continue;
      } else if (gathered) {
        throw new NotVectorizable("statements follow the one that gathers a value");
      } else if (gathers) {
        continue;
      }
      requireApart(e.getValue(), replaced);
      if (before.containsKey(e.getKey())) {
        replaced.add(e.getKey());
      }
      define(e.getKey(), e.getValue());
    }
  }

  private void define(String name, RowValue value) {
    int column = program.tree().source().position(loop.start()).column() - 1;
    value
        .choice()
        .ifPresentOrElse(
            c -> lines.addAll(SelectLayout.statement(name + " = ", c, "", column)),
            () -> lines.add(name + " = " + value.code()));
    expressions.locals().put(name, value.withCode(name));
  }

  private static void requireApart(RowValue value, Set<String> replaced) {
    for (String name : replaced) {
      if (value.code().matches("(?s).*\\b" + name + "\\b.*")) {
        throw new NotVectorizable(
            "the branches replace `" + name + "` and also use its former value");
      }
    }
  }

  /** Changes what names stand for, without a statement of its own. */
  private void effect(Statement statement) {
    if (statement instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Name name) {
      expressions.locals().put(name.id(), expressions.render(assign.value()));
    } else if (statement instanceof Statement.AugAssign update
        && update.target() instanceof Expression.Name name) {
      if (expressions.locals().containsKey(name.id())) {
        expressions.locals().put(name.id(), updated(update, name));
      } else {
        add(update, name);
      }
    } else if (statement instanceof Statement.If choice) {
      choose(choice);
    } else if (statement instanceof Statement.ExpressionStatement call
        && call.value() instanceof Expression.Call append
        && append.function() instanceof Expression.Attribute method
        && method.attribute().equals("append")
        && method.value() instanceof Expression.Name items
        && append.arguments().size() == 1
        && append.keywords().isEmpty()
        && program.type(items).name().equals("list")) {
      if (bound.contains(items.id())) {
        throw new NotVectorizable("the loop binds `" + items.id() + "` anew");
      }
      gather(new RowSink.Appended(items.id()), append.arguments().get(0));
    } else if (statement instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Subscript target
        && isCell(target)) {
      RowLoop.Cell cell =
          rows.cell(table, target).filter(c -> !c.ofRow()).orElseThrow(() -> refused(statement));
      gather(new RowSink.Stored(cell, target), assign.value());
    } else if (!(statement instanceof Statement.Pass)) {
      throw refused(statement);
    }
  }

  private RowValue updated(Statement.AugAssign update, Expression.Name name) {
    RowValue value = expressions.render(update.value());
    RowValue now = expressions.locals().get(name.id());
    return expressions.combined(update.target(), update.operator(), now, value);
  }

  /** {@code total += …}: added one after the other, as before. */
  private void add(Statement.AugAssign update, Expression.Name name) {
    if (!sinks.isEmpty() && !sinks.values().stream().allMatch(s -> s instanceof RowSink.Added)) {
      throw refused(update);
    }
    if (update.operator() == Operator.ADD && text(update.value()).equals("1") && sinks.isEmpty()) {
      count(name);
      return;
    }
    String prefix = name.id() + " " + update.operator().symbol() + "= ";
    if (sinks.values().stream().anyMatch(s -> !s.equals(new RowSink.Added(prefix)))) {
      throw refused(update);
    }
    gather(new RowSink.Added(prefix), update.value());
  }

  private void count(Expression.Name name) {
    if (!program.type(name).equals(Type.INT)) {
      throw new NotVectorizable("`" + name.id() + "` is not known to be a whole number");
    }
    RowSink sink = new RowSink.Counted(name.id());
    sinks.put(sink.key(), sink);
    expressions.locals().put(sink.key(), expressions.one());
  }

  /** A cell of the frame itself, by label; a store into the row is a store into a copy. */
  private static boolean isCell(Expression.Subscript target) {
    return target.value() instanceof Expression.Attribute a
        && Set.of("at", "loc").contains(a.attribute());
  }

  /** A value of the row; rounding Python's numbers is left to Python, which rounds to the nearest. */
  private void gather(RowSink sink, Expression e) {
    if (expressions.locals().containsKey(sink.key())) {
      throw new NotVectorizable("a row gives several values to the same place");
    }
    sinks.put(sink.key(), sink);
    RowValue value = rounds(e) ? rounded(sink, (Expression.Call) e) : expressions.render(e);
    expressions.locals().put(sink.key(), value);
  }

  private boolean rounds(Expression e) {
    return e instanceof Expression.Call call
        && call.function() instanceof Expression.Name round
        && round.id().equals("round")
        && program.scopes().around(round).owner("round").isEmpty()
        && call.arguments().size() == 2
        && call.keywords().isEmpty()
        && call.arguments().get(1) instanceof Expression.Constant digits
        && digits.value() instanceof Literal.IntegerNumber;
  }

  private RowValue rounded(RowSink sink, Expression.Call call) {
    RowValue value = expressions.render(call.arguments().get(0)).real();
    Expression digits = call.arguments().get(1);
    boolean known = value.cell() == FrameColumns.Cell.FLOAT;
    if (known && value.box() == RowValue.Box.NUMPY) {
      return value.withCode(
          VectorizePlan.NUMPY + ".round(" + value.code() + ", " + text(digits) + ")");
    }
    Expression other = rounding.getOrDefault(sink.key(), digits);
    if (!text(other).equals(text(digits))) {
      throw new NotVectorizable("rows are rounded in different ways");
    }
    rounding.put(sink.key(), digits);
    return value;
  }

  private void choose(Statement.If choice) {
    RowValue condition = expressions.condition(choice.test());
    Map<String, RowValue> before = new LinkedHashMap<>(expressions.locals());
    Map<String, Expression> unrounded = Map.copyOf(rounding);
    Optional<String> unpicked = picked;
    inside(choice.body());
    Map<String, RowValue> then = new LinkedHashMap<>(expressions.locals());
    Map<String, Expression> roundedThen = Map.copyOf(rounding);
    rounding.clear();
    rounding.putAll(unrounded);
    restore(before);
    inside(choice.orElse());
    Map<String, RowValue> otherwise = new LinkedHashMap<>(expressions.locals());
    if (!picked.equals(unpicked)) {
      throw new NotVectorizable("a choice inside of a choice leaves rows out");
    }
    Map<String, RowValue> merged = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>(then.keySet());
    names.addAll(otherwise.keySet());
    for (String name : names) {
      Optional<RowValue> one = Optional.ofNullable(then.get(name));
      Optional<RowValue> other = Optional.ofNullable(otherwise.get(name));
      if (one.isPresent() && other.isPresent()) {
        requireSameRounding(name, roundedThen);
        merged.put(
            name,
            one.equals(other)
                ? one.get()
                : expressions.choose(choice.test(), condition, one.get(), other.get()));
      } else if (sinks.containsKey(name)) {
        pick(condition, one.isPresent());
        merged.put(name, one.or(() -> other).orElseThrow());
      }
    }
    roundedThen.forEach(rounding::putIfAbsent);
    restore(merged);
  }

  private void requireSameRounding(String sink, Map<String, Expression> then) {
    Optional<String> one = Optional.ofNullable(then.get(sink)).map(this::text);
    Optional<String> other = Optional.ofNullable(rounding.get(sink)).map(this::text);
    if (sinks.containsKey(sink) && !one.equals(other)) {
      throw new NotVectorizable("some rows are rounded and others are not");
    }
  }

  /** Only some rows give a value. */
  private void pick(RowValue condition, boolean where) {
    if (picked.isPresent()) {
      throw new NotVectorizable("a choice inside of a choice leaves rows out");
    }
    picked = Optional.of(where ? condition.code() : "~" + condition.operand());
  }

  private void inside(List<Statement> statements) {
    for (Statement statement : statements) {
      boolean gathered = isGathered();
      Map<String, RowValue> before = new LinkedHashMap<>(expressions.locals());
      effect(statement);
      before.keySet().removeAll(sinks.keySet());
      Map<String, RowValue> after = new LinkedHashMap<>(expressions.locals());
      after.keySet().removeAll(sinks.keySet());
      if (gathered && !after.equals(before)) {
        throw new NotVectorizable("statements follow the one that gathers a value");
      }
    }
  }

  private void restore(Map<String, RowValue> values) {
    expressions.locals().clear();
    expressions.locals().putAll(values);
  }

  /** After the loop its variables hold the last row's values: nobody may read them. */
  private void requireNotLiveOut(Scope frame) {
    if (frame.node() instanceof Module && program.writesNamesByText()) {
      throw new NotVectorizable("the program reaches variables by their names");
    }
    Set<String> own = new HashSet<>(bound);
    sumTarget().ifPresent(own::remove);
    LiveOut.requireNone(program, frame, loop, own);
  }

  /** The name that the loop adds to: set before, and read after. */
  private Optional<String> sumTarget() {
    Set<String> assigned = new HashSet<>();
    Set<String> added = new HashSet<>();
    Walk.each(
        loop,
        node -> {
          if (node instanceof Statement.Assign assign) {
            assign.targets().forEach(t -> assigned.addAll(LoopNest.names(t)));
          } else if (node instanceof Statement.AugAssign update
              && update.target() instanceof Expression.Name name) {
            added.add(name.id());
          }
        });
    added.removeAll(assigned);
    return added.stream().findFirst();
  }
}
