package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes what becomes of the values of a loop over rows: lists, totals, and columns of the frame. A
 * list that is only made to become a column is left out.
 */
final class RowGathering {
  /**
   * One value of each row, or of some.
   *
   * @param picked the mask of the rows that give one
   * @param digits what Python rounds the value to
   */
  record Gathered(
      RowSink sink, RowValue value, Optional<String> picked, Optional<Expression> digits) {}

  private final Program program;
  private final RowLoop rows;
  private final FrameColumns.Table frame;
  private final Statement.For loop;
  private final List<Statement> block;
  private final List<String> lines;
  private final SupposedColumns supposed;
  private final Set<String> written = new HashSet<>();
  private final Map<String, Statement> zeros = new LinkedHashMap<>();
  private boolean makesColumn;

  RowGathering(
      Program program,
      RowLoop rows,
      FrameColumns.Table frame,
      Statement.For loop,
      List<Statement> block,
      List<String> lines,
      SupposedColumns supposed) {
    this.program = program;
    this.rows = rows;
    this.frame = frame;
    this.loop = loop;
    this.block = block;
    this.lines = lines;
    this.supposed = supposed;
  }

  /** Whether the statements give a whole column its type, which an empty frame would not. */
  boolean makesColumn() {
    return makesColumn;
  }

  /** Adds the statements; what of the text they replace. */
  Span write(List<Gathered> all) {
    Map<String, Gathered> lists = new LinkedHashMap<>();
    all.forEach(g -> name(g).ifPresent(n -> lists.put(n, g)));
    for (Gathered gathered : all) {
      if (gathered.sink() instanceof RowSink.Counted counted) {
        zero(counted.name()).ifPresent(z -> zeros.put(counted.name(), z));
      }
    }
    Map<String, Statement> starts = starts(lists.keySet());
    List<Statement.Assign> columns = columns(lists, starts.keySet());
    Set<String> consumed = new HashSet<>();
    columns.forEach(c -> consumed.add(((Expression.Name) c.value()).id()));
    for (Gathered gathered : all) {
      if (name(gathered).filter(consumed::contains).isEmpty()) {
        write(gathered, name(gathered).filter(starts::containsKey).isPresent());
      }
    }
    for (Statement.Assign assign : columns) {
      column(text(assign.targets().get(0)), lists.get(((Expression.Name) assign.value()).id()));
    }
    int start = starts.values().stream().mapToInt(Statement::start).min().orElse(loop.start());
    start = zeros.values().stream().mapToInt(Statement::start).min().orElse(start);
    int end = columns.stream().mapToInt(Statement::end).max().orElse(loop.end());
    return new Span(start, end);
  }

  private static Optional<String> name(Gathered gathered) {
    return gathered.sink() instanceof RowSink.Appended list
        ? Optional.of(list.name())
        : Optional.empty();
  }

  private String text(Expression e) {
    return program.tree().source().text(e.span());
  }

  /** {@code items = []} right before the loop: then the list is what the columns give. */
  private Map<String, Statement> starts(Set<String> lists) {
    Map<String, Statement> found = new LinkedHashMap<>();
    Statement next = loop;
    for (int i = block.indexOf(loop) - 1; i >= 0; i--) {
      Optional<String> name = emptyList(block.get(i)).filter(lists::contains);
      boolean named = name.filter(n -> mentionedIn(n)).isPresent();
      if (name.isEmpty() || named || !isApart(block.get(i), next)) {
        break;
      }
      next = block.get(i);
      found.put(name.get(), next);
    }
    return found;
  }

  /** {@code count = 0} right before the loop. */
  private Optional<Statement> zero(String name) {
    int at = block.indexOf(loop) - 1;
    boolean zero =
        at >= 0
            && block.get(at) instanceof Statement.Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Expression.Name target
            && target.id().equals(name)
            && text(assign.value()).equals("0")
            && isApart(assign, loop)
            && !mentionedIn(name);
    return zero ? Optional.of(block.get(at)) : Optional.empty();
  }

  private static Optional<String> emptyList(Statement statement) {
    return statement instanceof Statement.Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Expression.Name target
            && assign.value() instanceof Expression.ListDisplay display
            && display.elements().isEmpty()
        ? Optional.of(target.id())
        : Optional.empty();
  }

  private boolean mentionedIn(String name) {
    return lines.stream().anyMatch(l -> l.matches(".*\\b" + Pattern.quote(name) + "\\b.*"));
  }

  private boolean isApart(Statement one, Statement next) {
    return !program.tree().source().text(new Span(one.end(), next.start())).contains(";");
  }

  /** {@code frame["x"] = items} right after the loop, where nothing else uses the list. */
  private List<Statement.Assign> columns(Map<String, Gathered> lists, Set<String> started) {
    List<Statement.Assign> found = new ArrayList<>();
    Statement last = loop;
    for (Statement statement : block.subList(block.indexOf(loop) + 1, block.size())) {
      if (!(statement instanceof Statement.Assign assign)
          || assign.targets().size() != 1
          || !(assign.targets().get(0) instanceof Expression.Subscript target)
          || !(target.value() instanceof Expression.Name table)
          || !table.id().equals(rows.table().id())
          || !(target.slice() instanceof Expression.Constant)
          || !(assign.value() instanceof Expression.Name name)
          || !started.contains(name.id())
          || lists.get(name.id()).picked().isPresent()
          || !isApart(last, statement)
          || isUsedElsewhere(name)) {
        break;
      }
      last = statement;
      found.add(assign);
    }
    return found;
  }

  private boolean isUsedElsewhere(Expression.Name list) {
    return program.mentions(list.id()).stream()
        .anyMatch(
            m ->
                m.start() > list.end()
                    || m.start() > loop.end() && m.start() < list.start()
                    || m.end() < loop.start() && emptyLists(list.id()) != 1);
  }

  /** How often the name stands before the loop. */
  private long emptyLists(String name) {
    return program.mentions(name).stream().filter(m -> m.end() < loop.start()).count();
  }

  private void write(Gathered gathered, boolean started) {
    RowSink sink = gathered.sink();
    if (sink instanceof RowSink.Added added) {
      String item = fresh("value");
      lines.add("for " + item + " in " + items(gathered) + ":");
      lines.add(VectorizePlan.INDENT + added.prefix() + rounded(gathered, item));
    } else if (sink instanceof RowSink.Appended list) {
      append(list.name(), gathered, started);
    } else if (sink instanceof RowSink.Stored stored) {
      store(stored, gathered);
    } else if (sink instanceof RowSink.Counted counted) {
      String sign = zeros.containsKey(counted.name()) ? " = " : " += ";
      lines.add(counted.name() + sign + counted(gathered));
    }
  }

  /** How many rows are picked, as a number of Python's. */
  private String counted(Gathered gathered) {
    return gathered
        .picked()
        .map(p -> "int(" + (Postfix.is(p) ? p : "(" + p + ")") + ".sum())")
        .orElse("len(" + rows.table().id() + ")");
  }

  private void append(String name, Gathered gathered, boolean started) {
    if (gathered.value().box() == RowValue.Box.EITHER) {
      throw new NotVectorizable(
          "whether `" + name + "` gets numbers of Python's or of NumPy's is not known");
    }
    String item = name.equals("value") ? "cell" : "value";
    boolean each = gathered.digits().isPresent();
    String values =
        each
            ? rounded(gathered, item) + " for " + item + " in " + items(gathered)
            : items(gathered);
    Optional<RowValue.Choice> choice = gathered.value().choice();
    if (started && !each && choice.isPresent() && isPlain(gathered)) {
      lines.addAll(SelectLayout.statement(name + " = ", choice.get(), ".tolist()", column()));
    } else if (started) {
      lines.add(name + " = " + (each ? "[" + values + "]" : values));
    } else {
      lines.add(name + ".extend(" + values + ")");
    }
  }

  private static boolean isPlain(Gathered gathered) {
    return gathered.picked().isEmpty() && gathered.value().box() == RowValue.Box.PYTHON;
  }

  private int column() {
    return program.tree().source().position(loop.start()).column() - 1;
  }

  /** The values in the order of the rows, each of the type that the loop sees. */
  private String items(Gathered gathered) {
    RowValue value = gathered.value();
    String column =
        gathered.picked().map(p -> value.operand() + "[" + p + "]").orElseGet(value::operand);
    if (value.box() == RowValue.Box.PYTHON || value.cell() == FrameColumns.Cell.TEXT) {
      String narrow = RowDates.narrow(value.operand());
      return narrow + gathered.picked().map(p -> "[" + p + "]").orElse("") + ".tolist()";
    } else if (value.box() == RowValue.Box.EITHER) {
      throw new NotVectorizable("whether the numbers are Python's or NumPy's is not known");
    }
    boolean array = value.code().startsWith(VectorizePlan.NUMPY) && value.choice().isPresent();
    return "list(" + column + (array ? ")" : ".to_numpy())");
  }

  private String rounded(Gathered gathered, String item) {
    return gathered.digits().map(d -> "round(" + item + ", " + text(d) + ")").orElse(item);
  }

  private void column(String target, Gathered gathered) {
    makesColumn = true;
    requireUnwritten(gathered);
    if (gathered.digits().isPresent()) {
      String item = fresh("value");
      lines.add(
          target
              + " = ["
              + rounded(gathered, item)
              + " for "
              + item
              + " in "
              + gathered.value().operand()
              + ".tolist()]");
    } else if (gathered.value().choice().isPresent()) {
      RowValue.Choice choice = gathered.value().choice().get();
      lines.addAll(SelectLayout.statement(target + " = ", choice, "", column()));
    } else {
      lines.add(target + " = " + gathered.value().code());
    }
    written.add(target);
  }

  private void requireUnwritten(Gathered gathered) {
    if (written.stream().anyMatch(w -> gathered.value().code().contains(w))) {
      throw new NotVectorizable("a column is replaced, and its former cells are needed after that");
    }
  }

  private void store(RowSink.Stored stored, Gathered gathered) {
    String name = stored.cell().column();
    RowValue value = gathered.value();
    String target = rows.table().id() + "[" + stored.cell().key() + "]";
    boolean outside =
        frame.cells().getOrDefault(name, List.of()).stream()
            .anyMatch(e -> !loop.span().contains(e.span()));
    Optional<FrameColumns.Cell> given =
        Optional.ofNullable(frame.given().get(name)).map(FrameColumns.Column::cell);
    boolean keeps = given.filter(value.cell()::equals).isPresent() && isGivenBefore(name);
    boolean unknown = frame.read() || frame.certain().isEmpty();
    boolean checked =
        unknown
            && (value.cell() == FrameColumns.Cell.FLOAT
                || value.cell() == FrameColumns.Cell.TEXT && !frame.read());
    boolean makes =
        checked
            || value.cell() == FrameColumns.Cell.TEXT
            || value.cell() == FrameColumns.Cell.FLOAT
                && !frame.read()
                && given.filter(c -> c != FrameColumns.Cell.FLOAT).isEmpty();
    boolean some = gathered.picked().isPresent();
    boolean array = value.code().startsWith(VectorizePlan.NUMPY) || gathered.digits().isPresent();
    if (outside || !keeps && !makes || some && (!keeps || array)) {
      throw new NotVectorizable("the cells of `" + name + "` may not keep their type");
    }
    if (checked && !keeps) {
      supposed.store(name, value.cell());
    }
    if (some) {
      requireUnwritten(gathered);
      String mask = gathered.picked().get();
      lines.add(
          rows.table().id()
              + (".loc[" + mask + ", " + stored.cell().key() + "] = ")
              + value.code());
      written.add(target);
    } else {
      column(target, gathered);
    }
  }

  /** Whether the frame surely has the column when the loop starts. */
  private boolean isGivenBefore(String name) {
    return frame.certain().contains(name)
        || block.subList(0, block.indexOf(loop)).stream()
            .anyMatch(
                s ->
                    s instanceof Statement.Assign assign
                        && assign.targets().get(0) instanceof Expression.Subscript t
                        && t.value() instanceof Expression.Name table
                        && table.id().equals(rows.table().id())
                        && t.slice() instanceof Expression.Constant c
                        && c.value() instanceof Literal.Text text
                        && text.value().equals(name));
  }

  private String fresh(String wanted) {
    String name = wanted;
    int number = 2;
    while (program.tree().source().text().matches("(?s).*\\b" + name + "\\b.*")) {
      name = wanted + "_" + number++;
    }
    return name;
  }
}
