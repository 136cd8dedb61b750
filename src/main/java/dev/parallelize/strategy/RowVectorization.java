package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a loop over rows as statements over columns, or says why that would be wrong. */
final class RowVectorization {
  /** Stands for the value that the loop appends or adds; no variable has the name. */
  private static final String RESULT = "";

  private final Program program;
  private final Statement.For loop;
  private final RowLoop rows;
  private final Set<String> bound;
  private final RowExpressions expressions;
  private final List<String> lines = new ArrayList<>();
  private Optional<String> list = Optional.empty();
  private Optional<Statement.AugAssign> sum = Optional.empty();
  private Optional<Expression> rounding = Optional.empty();
  private Optional<String> picked = Optional.empty();

  private RowVectorization(Program program, Scope frame, Statement.For loop) {
    this.program = program;
    this.loop = loop;
    this.rows = RowLoop.of(program, loop);
    Map<String, FrameColumns.Column> columns =
        rows.columns(
            FrameColumns.of(program, frame, rows.table())
                .orElseThrow(
                    () ->
                        new NotVectorizable(
                            "the types of the columns of `"
                                + rows.table().id()
                                + "` are not known")));
    this.bound = rows.bound(loop);
    this.expressions = new RowExpressions(program, e -> rows.cell(columns, e), bound);
  }

  /** The statements, and what of the text they replace. */
  record Result(Span replaced, List<String> statements) {}

  /** Throws {@link NotVectorizable} with the reason. */
  static Result of(Program program, Scope frame, Statement.For loop, List<Statement> block) {
    RowVectorization rows = new RowVectorization(program, frame, loop);
    if (rows.bound.contains(rows.rows.table().id())) {
      throw new NotVectorizable("the loop binds the frame anew");
    }
    rows.requireNotLiveOut(frame);
    rows.loop.body().forEach(rows::write);
    return rows.result(block);
  }

  private Result result(List<Statement> block) {
    RowExpressions.Value value = expressions.locals().get(RESULT);
    if (value == null || !value.varies() || value.cell() == FrameColumns.Cell.UNKNOWN) {
      throw new NotVectorizable("no value of each row is gathered");
    }
    String column = picked.map(p -> value.operand() + "[" + p + "]").orElseGet(value::operand);
    if (sum.isPresent()) {
      Expression target = sum.get().target();
      String item = fresh("value");
      lines.add("for " + item + " in " + column + ".tolist():");
      lines.add(
          VectorizePlan.INDENT
              + text(target)
              + " "
              + sum.get().operator().symbol()
              + "= "
              + rounded(item));
      return new Result(loop.span(), lines);
    }
    String name = list.orElseThrow();
    String item = name.equals("value") ? "cell" : "value";
    String cells = column + ".tolist()";
    Optional<Statement> start = emptyList(block, name);
    if (rounding.isPresent()) {
      String each = rounded(item) + " for " + item + " in " + cells;
      lines.add(start.isPresent() ? name + " = [" + each + "]" : name + ".extend(" + each + ")");
    } else {
      lines.add(start.isPresent() ? name + " = " + cells : name + ".extend(" + cells + ")");
    }
    return new Result(
        new Span(start.map(Statement::start).orElse(loop.start()), loop.end()), lines);
  }

  private String rounded(String item) {
    return rounding.map(r -> "round(" + item + ", " + text(r) + ")").orElse(item);
  }

  /** {@code items = []} right before the loop: then the list is what the columns give. */
  private Optional<Statement> emptyList(List<Statement> block, String name) {
    int index = block.indexOf(loop);
    if (index > 0
        && block.get(index - 1) instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Name target
        && target.id().equals(name)
        && assign.value() instanceof Expression.ListDisplay display
        && display.elements().isEmpty()
        && !lines.stream().anyMatch(l -> l.matches(".*\\b" + name + "\\b.*"))
        && !program.tree().source().text(new Span(assign.end(), loop.start())).contains(";")) {
      return Optional.of(assign);
    }
    return Optional.empty();
  }

  private String text(Expression e) {
    return program.tree().source().text(e.span());
  }

  private String fresh(String wanted) {
    String name = wanted;
    int number = 2;
    while (program.tree().source().text().matches("(?s).*\\b" + name + "\\b.*")) {
      name = wanted + "_" + number++;
    }
    return name;
  }

  private NotVectorizable refused(Statement statement) {
    return new NotVectorizable(
        "the statement in line "
            + program.tree().source().line(statement.start())
            + " is neither an assignment, a choice nor an append");
  }

  private void write(Statement statement) {
    if (expressions.locals().containsKey(RESULT)) {
      throw new NotVectorizable("statements follow the one that gathers a value");
    }
    Map<String, RowExpressions.Value> before = new LinkedHashMap<>(expressions.locals());
    effect(statement);
    if (expressions.locals().containsKey(RESULT)) {
      return;
    }
    Set<String> replaced = new HashSet<>();
    for (Map.Entry<String, RowExpressions.Value> e : List.copyOf(expressions.locals().entrySet())) {
      boolean plain = e.getKey().equals(RESULT) || e.getValue().equals(before.get(e.getKey()));
      if (!plain) {
        requireApart(e.getValue(), replaced);
        if (before.containsKey(e.getKey())) {
          replaced.add(e.getKey());
        }
        lines.add(e.getKey() + " = " + e.getValue().code());
        expressions.locals().put(e.getKey(), e.getValue().withCode(e.getKey()));
      }
    }
  }

  private static void requireApart(RowExpressions.Value value, Set<String> replaced) {
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
      if (list.filter(l -> !l.equals(items.id())).isPresent() || bound.contains(items.id())) {
        throw new NotVectorizable("the loop appends to several lists");
      }
      list = Optional.of(items.id());
      expressions.locals().put(RESULT, result(append.arguments().get(0)));
    } else if (!(statement instanceof Statement.Pass)) {
      throw refused(statement);
    }
  }

  private RowExpressions.Value updated(Statement.AugAssign update, Expression.Name name) {
    RowExpressions.Value value = expressions.render(update.value());
    RowExpressions.Value now = expressions.locals().get(name.id());
    return expressions.combined(update.target(), update.operator(), now, value);
  }

  /** {@code total += …}: added one after the other, as before. */
  private void add(Statement.AugAssign update, Expression.Name name) {
    if (sum.isPresent() || list.isPresent()) {
      throw refused(update);
    }
    sum = Optional.of(update);
    expressions.locals().put(RESULT, result(update.value()));
  }

  /** A value of the row; rounding it to digits is left to Python, which rounds to the nearest. */
  private RowExpressions.Value result(Expression e) {
    if (e instanceof Expression.Call call
        && call.function() instanceof Expression.Name round
        && round.id().equals("round")
        && program.scopes().around(round).owner("round").isEmpty()
        && call.arguments().size() == 2
        && call.keywords().isEmpty()
        && call.arguments().get(1) instanceof Expression.Constant digits
        && digits.value() instanceof Literal.IntegerNumber) {
      boolean other = rounding.filter(r -> !text(r).equals(text(digits))).isPresent();
      if (other || expressions.locals().containsKey(RESULT)) {
        throw new NotVectorizable("rows are rounded in different ways");
      }
      rounding = Optional.of(digits);
      return expressions.render(call.arguments().get(0));
    }
    return expressions.render(e);
  }

  private void choose(Statement.If choice) {
    RowExpressions.Value condition = expressions.condition(choice.test());
    Map<String, RowExpressions.Value> before = new LinkedHashMap<>(expressions.locals());
    Optional<Expression> unrounded = rounding;
    choice.body().forEach(this::inside);
    Map<String, RowExpressions.Value> then = new LinkedHashMap<>(expressions.locals());
    Optional<Expression> roundedThen = rounding;
    rounding = unrounded;
    restore(before);
    choice.orElse().forEach(this::inside);
    Map<String, RowExpressions.Value> otherwise = new LinkedHashMap<>(expressions.locals());
    boolean both = then.containsKey(RESULT) && otherwise.containsKey(RESULT);
    if (both && !roundedThen.map(this::text).equals(rounding.map(this::text))) {
      throw new NotVectorizable("some rows are rounded and others are not");
    }
    if (!both && (then.containsKey(RESULT) || otherwise.containsKey(RESULT))) {
      pick(condition, then.containsKey(RESULT));
      rounding = then.containsKey(RESULT) ? roundedThen : rounding;
    }
    Map<String, RowExpressions.Value> merged = new LinkedHashMap<>();
    for (Map.Entry<String, RowExpressions.Value> e : then.entrySet()) {
      RowExpressions.Value other = otherwise.get(e.getKey());
      if (other == null && e.getKey().equals(RESULT)) {
        merged.put(RESULT, e.getValue());
      } else if (other != null) {
        merged.put(
            e.getKey(),
            other.equals(e.getValue())
                ? other
                : expressions.choose(choice.test(), condition, e.getValue(), other));
      }
    }
    if (!then.containsKey(RESULT) && otherwise.containsKey(RESULT)) {
      merged.put(RESULT, otherwise.get(RESULT));
    }
    restore(merged);
  }

  /** Only some rows give a value. */
  private void pick(RowExpressions.Value condition, boolean where) {
    if (picked.isPresent()) {
      throw new NotVectorizable("a choice inside of a choice leaves rows out");
    }
    picked = Optional.of(where ? condition.code() : "~" + condition.operand());
  }

  private void inside(Statement statement) {
    if (expressions.locals().containsKey(RESULT)) {
      throw new NotVectorizable("statements follow the one that gathers a value");
    }
    effect(statement);
  }

  private void restore(Map<String, RowExpressions.Value> values) {
    expressions.locals().clear();
    expressions.locals().putAll(values);
  }

  /** After the loop its variables hold the last row's values: nobody may read them. */
  private void requireNotLiveOut(Scope frame) {
    if (frame.node() instanceof Module && program.writesNamesByText()) {
      throw new NotVectorizable("the program reaches variables by their names");
    }
    Walk.where(
        program.tree().module(),
        node -> {
          if (node instanceof Expression.Name name
              && name.context() != Context.STORE
              && bound.contains(name.id())
              && program
                  .scopes()
                  .around(name)
                  .owner(name.id())
                  .filter(o -> o == frame)
                  .isPresent()) {
            boolean summed = sumTarget().filter(t -> t.equals(name.id())).isPresent();
            if (!summed) {
              throw new NotVectorizable("`" + name.id() + "` is read outside of the loop");
            }
          }
          return node != loop;
        });
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
