package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What the columns of a pandas frame hold, where the program makes the frame from a dict display, or
 * reads it from a CSV file, and nothing in the file changes a column in ways that are not followed.
 */
final class FrameColumns {
  private static final int DEEPEST = 5;

  /** Calls and assignments that a frame may go through, and steps that may be taken to follow all of them. */
  private static final int LONGEST = 24;

  private static final int MOST_STEPS = 2_000;
  private static final Set<String> CHANGING =
      Set.of(
          "insert",
          "update",
          "eval",
          "isetitem",
          "set_flags",
          "__setitem__",
          "setdefault",
          "pop",
          "popitem");
  private static final Set<String> KEEPING =
      Set.of(
          "copy",
          "head",
          "tail",
          "sort_values",
          "sort_index",
          "sample",
          "drop_duplicates",
          "dropna",
          "query",
          "reset_index");
  private static final Set<String> RESHAPING = Set.of("axis", "how", "thresh", "replace", "level");
  private static final Set<String> PLAIN_READING =
      Set.of("sep", "delimiter", "usecols", "encoding", "nrows", "low_memory", "comment");
  private static final Set<String> WRITING = Set.of("at", "loc", "iat", "iloc", "values");

  /** What a cell is. */
  enum Cell {
    INT,
    FLOAT,
    BOOL,
    TEXT,
    /** Points in time without a zone, and no gaps. */
    DATE,
    /** Whole numbers that are not large, or floats. */
    NUMBER,
    /** A column of a CSV file: numbers, texts or truth values, and gaps. */
    READ,
    UNKNOWN
  }

  /** What the labels of the rows are. */
  enum Labels {
    POSITIONS,
    UNIQUE,
    UNKNOWN;

    Labels join(Labels other) {
      return compareTo(other) > 0 ? this : other;
    }
  }

  /**
   * A frame.
   *
   * @param certain the columns that surely are there
   * @param read whether any other column comes from a file
   * @param given what whole columns hold before single cells of them are replaced
   * @param cells where single cells are replaced, by column
   * @param objects whether the program checks that the frame has a column of objects
   */
  record Table(
      Map<String, Column> columns,
      Labels labels,
      Set<String> certain,
      boolean read,
      Map<String, Column> given,
      Map<String, List<Expression>> cells,
      boolean objects) {
    /** A frame of which nothing is known. */
    static final Table UNKNOWN =
        new Table(Map.of(), Labels.UNKNOWN, Set.of(), false, Map.of(), Map.of());

    Table(
        Map<String, Column> columns,
        Labels labels,
        Set<String> certain,
        boolean read,
        Map<String, Column> given,
        Map<String, List<Expression>> cells) {
      this(columns, labels, certain, read, given, cells, false);
    }

    Table with(Map<String, Column> other, boolean ofObjects) {
      return new Table(other, labels, certain, read, given, cells, ofObjects);
    }

    Column column(String name) {
      return columns.getOrDefault(
          name, read ? new Column(Cell.READ, OptionalDouble.empty()) : Column.UNKNOWN);
    }

    /** Whether all columns are known, and surely there. */
    boolean isComplete() {
      return !read && certain.containsAll(columns.keySet());
    }

    Table withLabels(Labels other) {
      return new Table(columns, other, certain, read, given, cells, objects);
    }
  }

  /**
   * @param most no whole number of the column is larger, whatever its sign; absent when not known
   */
  record Column(Cell cell, OptionalDouble most) {
    static final Column UNKNOWN = new Column(Cell.UNKNOWN, OptionalDouble.empty());

    Column join(Column other) {
      OptionalDouble both =
          most.isPresent() && other.most.isPresent()
              ? OptionalDouble.of(Math.max(most.getAsDouble(), other.most.getAsDouble()))
              : OptionalDouble.empty();
      return cell == other.cell ? new Column(cell, both) : UNKNOWN;
    }
  }

  private final Program program;
  private final Map<String, List<Expression>> replaced = new LinkedHashMap<>();
  private final Map<String, List<Expression>> stored = new LinkedHashMap<>();
  private final Set<String> resolving = new HashSet<>();
  private boolean changed;
  private int steps;

  private FrameColumns(Program program) {
    this.program = program;
    Set<Expression> plain = Collections.newSetFromMap(new IdentityHashMap<>());
    Walk.each(
        program.tree().module(),
        node -> {
          if (node instanceof Statement.Assign assign
              && assign.targets().size() == 1
              && assign.targets().get(0) instanceof Expression.Subscript s
              && isFrame(s.value())
              && s.slice() instanceof Expression.Constant c
              && c.value() instanceof Literal.Text t) {
            stored.computeIfAbsent(t.value(), k -> new ArrayList<>()).add(assign.value());
            plain.add(s);
          } else if (node instanceof Expression.Subscript s && s.context() != Context.LOAD) {
            if (!plain.contains(s) && !isPlainContainer(s.value())) {
              store(s);
            }
          } else if (node instanceof Expression.Attribute a && a.context() == Context.STORE) {
            changed |= a.attribute().equals("columns");
            replace(a.attribute(), a);
          } else if (node instanceof Expression.Call call) {
            call(call);
          }
        });
  }

  private void store(Expression.Subscript s) {
    Expression key = s.slice();
    boolean cells = s.value() instanceof Expression.Attribute a && WRITING.contains(a.attribute());
    if (cells && key instanceof Expression.TupleDisplay pair && pair.elements().size() == 2) {
      key = pair.elements().get(1);
    } else if (cells) {
      changed = true;
    }
    if (key instanceof Expression.Constant c && c.value() instanceof Literal.Text t) {
      replace(t.value(), s);
    } else if (isFrame(s.value()) || cells) {
      changed = true;
    }
  }

  private void replace(String column, Expression at) {
    replaced.computeIfAbsent(column, c -> new ArrayList<>()).add(at);
  }

  private boolean isPlainContainer(Expression e) {
    return Set.of("list", "dict", "collections.Counter", "collections.defaultdict", "numpy.ndarray")
        .contains(program.type(e).name());
  }

  private boolean isFrame(Expression e) {
    return program.type(e).name().startsWith("pandas.");
  }

  private void call(Expression.Call call) {
    boolean inPlace =
        call.keywords().stream().anyMatch(k -> k.name().filter("inplace"::equals).isPresent());
    boolean changes =
        call.function() instanceof Expression.Attribute method
            && CHANGING.contains(method.attribute())
            && !Set.of("list", "dict", "set", "collections.Counter", "collections.defaultdict")
                .contains(program.type(method.value()).name());
    changed |= inPlace || changes;
  }

  /** What is known of the frame; empty where that is nothing. */
  static Optional<Table> of(Program program, Scope frame, Expression table) {
    FrameColumns columns = new FrameColumns(program);
    if (columns.changed || program.writesNamesByText()) {
      return Optional.empty();
    }
    return columns.table(frame, table).map(t -> columns.withoutLater(frame, table, t));
  }

  /** Without columns that the frame, made right here, only gets after the place of interest. */
  private Table withoutLater(Scope frame, Expression table, Table known) {
    if (!(table instanceof Expression.Name name) || !isMadeHere(frame, name)) {
      return known;
    }
    Map<String, Column> columns = new LinkedHashMap<>(known.columns());
    for (String column : known.columns().keySet()) {
      List<Expression> stores = new ArrayList<>(stored.getOrDefault(column, List.of()));
      stores.addAll(replaced.getOrDefault(column, List.of()));
      boolean later =
          stores.stream()
              .allMatch(s -> s.end() > table.start() && CallSites.frameAround(program, s) == frame);
      if (later && !known.certain().contains(column)) {
        columns.remove(column);
      }
    }
    return new Table(
        columns, known.labels(), known.certain(), known.read(), known.given(), known.cells());
  }

  /** Whether the code makes the frame anew each time that it comes to the use, outside of loops. */
  private boolean isMadeHere(Scope frame, Expression.Name use) {
    LocalAssignments assignments = new LocalAssignments(frame.node(), use.start());
    boolean[] repeated = {false};
    Walk.each(
        frame.node(),
        node ->
            repeated[0] |=
                (node instanceof Statement.For || node instanceof Statement.While)
                    && node.start() <= use.start()
                    && use.end() <= node.end()
                    && !(node instanceof Statement.For f && isIn(f.iterable(), use)));
    return !repeated[0]
        && reaching(frame, frame, use)
            .flatMap(assignments::value)
            .filter(v -> v instanceof Expression.Call call && !maker(call).isEmpty())
            .isPresent();
  }

  private static boolean isIn(Node whole, Node part) {
    return whole.start() <= part.start() && part.end() <= whole.end();
  }

  /** The frame with what the file stores into columns of any frame. */
  private Optional<Table> table(Scope frame, Expression e) {
    return made(frame, e, 0).map(this::withStored);
  }

  private Table withStored(Table made) {
    Map<String, Column> known = new LinkedHashMap<>(made.columns());
    stored.forEach(
        (name, values) -> {
          if (resolving.add(name)) {
            Column all = known.getOrDefault(name, column(values.get(0)));
            for (Expression value : values) {
              all = all.join(column(value));
            }
            known.put(name, all);
            resolving.remove(name);
          } else {
            known.put(name, Column.UNKNOWN);
          }
        });
    Map<String, Column> given = Map.copyOf(known);
    replaced.keySet().forEach(r -> known.put(r, Column.UNKNOWN));
    Labels labels = replaced.containsKey("index") ? Labels.UNKNOWN : made.labels();
    return new Table(known, labels, made.certain(), made.read(), given, replaced);
  }

  /** What a column holds after the value is stored. */
  private Column column(Expression value) {
    Scope frame = CallSites.frameAround(program, value);
    if (value instanceof Expression.Constant c) {
      return c.value() instanceof Literal.FloatNumber
          ? new Column(Cell.FLOAT, OptionalDouble.empty())
          : c.value() instanceof Literal.Text
              ? new Column(Cell.TEXT, OptionalDouble.empty())
              : c.value() instanceof Literal.IntegerNumber n && n.value().bitLength() < 32
                  ? new Column(Cell.INT, OptionalDouble.of(n.value().abs().doubleValue()))
                  : Column.UNKNOWN;
    }
    Column array = column(frame, value, value.start());
    return array.equals(Column.UNKNOWN) ? series(frame, value) : array;
  }

  private Column series(Scope frame, Expression e) {
    if (e instanceof Expression.Constant) {
      return column(e);
    } else if (e instanceof Expression.Subscript s
        && s.value() instanceof Expression.Name
        && s.slice() instanceof Expression.Constant key
        && key.value() instanceof Literal.Text name) {
      return table(frame, s.value()).map(t -> t.column(name.value())).orElse(Column.UNKNOWN);
    } else if (e instanceof Expression.BinOp op) {
      Column left = series(frame, op.left());
      Column right = series(frame, op.right());
      boolean numbers = isNumber(left) && isNumber(right);
      boolean arithmetic =
          switch (op.operator()) {
            case ADD, SUB, MULT, DIV -> true;
            default -> false;
          };
      boolean floats =
          left.cell() == Cell.FLOAT || right.cell() == Cell.FLOAT || op.operator() == Operator.DIV;
      return numbers && arithmetic && floats
          ? new Column(Cell.FLOAT, OptionalDouble.empty())
          : Column.UNKNOWN;
    } else if (e instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute method
        && method.attribute().equals("round")) {
      Column rounded = series(frame, method.value());
      return rounded.cell() == Cell.FLOAT ? rounded : Column.UNKNOWN;
    }
    return Column.UNKNOWN;
  }

  private static boolean isNumber(Column column) {
    return column.cell() == Cell.INT || column.cell() == Cell.FLOAT;
  }

  private Optional<Table> made(Scope frame, Expression e, int depth) {
    if (depth > LONGEST || ++steps > MOST_STEPS) {
      return Optional.empty();
    }
    if (e instanceof Expression.Call call) {
      if (call.function() instanceof Expression.Attribute method
          && keepsTypes(call, method.attribute())
          && isFrame(method.value())) {
        return made(frame, method.value(), depth + 1)
            .map(t -> t.withLabels(labels(method.attribute(), t.labels())));
      }
      return switch (maker(call)) {
        case "pandas.DataFrame" -> constructed(frame, call);
        case "pandas.read_csv" -> read(call);
        default -> returned(call, depth);
      };
    } else if (e instanceof Expression.Name name) {
      return variable(frame, name, depth);
    } else if (e instanceof Expression.Subscript s && picksRows(s.slice())) {
      return made(frame, s.value(), depth + 1)
          .map(t -> t.withLabels(t.labels().join(Labels.UNIQUE)));
    }
    return Optional.empty();
  }

  private static Labels labels(String method, Labels before) {
    return switch (method) {
      case "copy", "head" -> before;
      case "reset_index" -> Labels.POSITIONS;
      default -> before.join(Labels.UNIQUE);
    };
  }

  /** A file's columns have the types that pandas finds, unless it is told how to read them. */
  private static Optional<Table> read(Expression.Call call) {
    boolean plain =
        call.arguments().size() == 1
            && call.keywords().stream()
                .allMatch(k -> k.name().filter(PLAIN_READING::contains).isPresent());
    return plain
        ? Optional.of(new Table(Map.of(), Labels.POSITIONS, Set.of(), true, Map.of(), Map.of()))
        : Optional.empty();
  }

  /** A comparison of a column with a constant, or several of them: a mask over rows. */
  private static boolean picksRows(Expression key) {
    if (key instanceof Expression.BinOp both) {
      boolean logical = both.operator() == Operator.BIT_AND || both.operator() == Operator.BIT_OR;
      return logical && picksRows(both.left()) && picksRows(both.right());
    }
    return key instanceof Expression.Compare compare
        && compare.operators().size() == 1
        && compare.comparators().get(0) instanceof Expression.Constant
        && compare.left() instanceof Expression.Subscript column
        && column.value() instanceof Expression.Name
        && column.slice() instanceof Expression.Constant name
        && name.value() instanceof Literal.Text;
  }

  /** Whether the method gives rows of the frame with all columns as they are. */
  private static boolean keepsTypes(Expression.Call call, String method) {
    boolean drops =
        call.keywords().stream()
            .anyMatch(
                k ->
                    k.name().filter("drop"::equals).isPresent()
                        && k.value() instanceof Expression.Constant c
                        && c.value() == Literal.Singleton.TRUE);
    boolean reshapes =
        call.keywords().stream().anyMatch(k -> k.name().filter(RESHAPING::contains).isPresent());
    return KEEPING.contains(method) && !reshapes && (!method.equals("reset_index") || drops);
  }

  /** The function of the library that is called, if the text shows it. */
  private String maker(Expression.Call call) {
    Set<Root> roots = program.value(call.function()).roots();
    return roots.size() == 1 && roots.iterator().next() instanceof Root.LibraryObject o
        ? o.name()
        : "";
  }

  private Optional<Table> constructed(Scope frame, Expression.Call call) {
    if (call.arguments().size() != 1
        || !call.keywords().isEmpty()
        || !(literal(frame, call.arguments().get(0)) instanceof Expression.DictDisplay display)) {
      return Optional.empty();
    }
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int i = 0; i < display.keys().size(); i++) {
      if (display.keys().get(i).orElse(null) instanceof Expression.Constant key
          && key.value() instanceof Literal.Text name) {
        columns.put(name.value(), column(frame, display.values().get(i), call.start()));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Table(
            columns, Labels.POSITIONS, Set.copyOf(columns.keySet()), false, Map.of(), Map.of()));
  }

  /** The dict itself, or what a name stands for that is only used here. */
  private Expression literal(Scope frame, Expression e) {
    if (e instanceof Expression.Name name
        && program.mentions(name.id()).size() == 2
        && frame.bindings(name.id()).size() == 1) {
      LocalAssignments assignments = new LocalAssignments(frame.node(), e.start());
      Node binding = frame.bindings(name.id()).get(0).node();
      return assignments.dominates(binding) ? assignments.value(binding).orElse(e) : e;
    }
    return e;
  }

  private Column column(Scope frame, Expression value, int at) {
    ArrayFacts facts = new ArrayFacts(program, frame, at);
    Optional<ArrayFact> array = facts.of(value);
    if (array.isPresent()) {
      return switch (array.get().element()) {
        case FLOAT64 -> new Column(Cell.FLOAT, OptionalDouble.empty());
        case INT64 -> new Column(Cell.INT, most(frame, facts, value, 0));
        case BOOL -> new Column(Cell.BOOL, OptionalDouble.empty());
        default -> Column.UNKNOWN;
      };
    }
    Optional<Column> made = new MadeColumns(program, frame).of(value);
    if (made.isPresent()) {
      return made.get();
    }
    Type type = program.type(value);
    if (type.name().equals("range")) {
      return new Column(Cell.INT, most(frame, facts, value, 0));
    } else if (!type.name().equals("list")) {
      return Column.UNKNOWN;
    }
    return switch (type.element().name()) {
      case "float" -> new Column(Cell.FLOAT, OptionalDouble.empty());
      case "int" -> {
        OptionalDouble most = most(frame, facts, value, 0);
        yield most.isPresent() ? new Column(Cell.INT, most) : Column.UNKNOWN;
      }
      case "bool" -> new Column(Cell.BOOL, OptionalDouble.empty());
      case "str" -> new Column(Cell.TEXT, OptionalDouble.empty());
      default -> Column.UNKNOWN;
    };
  }

  /** No element is larger than this. */
  private OptionalDouble most(Scope frame, ArrayFacts facts, Expression e, int depth) {
    Optional<Affine> number = facts.integer(e).filter(Affine::isConstant);
    if (number.isPresent()) {
      return OptionalDouble.of(Math.abs((double) number.get().constant()));
    } else if (depth > DEEPEST) {
      return OptionalDouble.empty();
    } else if (e instanceof Expression.BinOp op) {
      return combined(
          op, most(frame, facts, op.left(), depth + 1), most(frame, facts, op.right(), depth + 1));
    } else if (e instanceof Expression.ListDisplay list) {
      double most = 0;
      for (Expression element : list.elements()) {
        OptionalDouble one = most(frame, facts, element, depth + 1);
        if (one.isEmpty()) {
          return one;
        }
        most = Math.max(most, one.getAsDouble());
      }
      return OptionalDouble.of(most);
    } else if (e instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute f
        && Set.of("integers", "randint", "arange").contains(f.attribute())
        && !call.arguments().isEmpty()) {
      double most = 0;
      for (Expression bound : call.arguments().subList(0, Math.min(2, call.arguments().size()))) {
        OptionalDouble one = most(frame, facts, bound, depth + 1);
        if (one.isEmpty()) {
          return one;
        }
        most = Math.max(most, one.getAsDouble());
      }
      return OptionalDouble.of(most);
    } else if (e instanceof Expression.ListComp list) {
      return most(frame, facts, list.element(), depth + 1);
    } else if (e instanceof Expression.Name name && frame.bindings(name.id()).size() == 1) {
      Binding binding = frame.bindings(name.id()).get(0);
      return new LocalAssignments(frame.node(), frame.node().end())
          .value(binding.node())
          .map(v -> most(frame, facts, v, depth + 1))
          .orElse(OptionalDouble.empty());
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble combined(
      Expression.BinOp op, OptionalDouble left, OptionalDouble right) {
    if (left.isEmpty() || right.isEmpty()) {
      return OptionalDouble.empty();
    }
    double a = left.getAsDouble();
    double b = right.getAsDouble();
    return switch (op.operator()) {
      case ADD, SUB -> OptionalDouble.of(a + b);
      case MULT -> OptionalDouble.of(a * b);
      case FLOOR_DIV -> OptionalDouble.of(a + 1);
      case MOD -> OptionalDouble.of(b);
      default -> OptionalDouble.empty();
    };
  }

  private Optional<Table> returned(Expression.Call call, int depth) {
    List<CallTarget> targets = program.targets(call);
    if (targets.size() != 1
        || !(targets.get(0) instanceof CallTarget.ProgramFunction target)
        || !(target.scope().node() instanceof Statement.FunctionDef function)
        || function.isAsync()
        || !function.decorators().isEmpty()) {
      return Optional.empty();
    }
    List<Expression> values = new ArrayList<>();
    boolean[] other = {false};
    function
        .body()
        .forEach(
            s ->
                Walk.where(
                    s,
                    node -> {
                      if (node instanceof Statement.Return r) {
                        r.value().ifPresentOrElse(values::add, () -> other[0] = true);
                      }
                      other[0] |= node instanceof Expression.Yield;
                      return !(node instanceof Statement.FunctionDef)
                          && !(node instanceof Expression.Lambda);
                    }));
    return other[0] ? Optional.empty() : all(target.scope(), values, depth);
  }

  private Optional<Table> variable(Scope frame, Expression.Name name, int depth) {
    Scope owner = program.scopes().around(name).owner(name.id()).orElse(frame);
    boolean rebound = owner.node() instanceof Module && !program.rebinders(name.id()).isEmpty();
    Optional<Node> binding = rebound ? Optional.empty() : reaching(owner, frame, name);
    if (binding.isEmpty()) {
      return Optional.empty();
    }
    Node bound = binding.get();
    if (bound instanceof Argument parameter
        && owner.node() instanceof Statement.FunctionDef function
        && function.decorators().isEmpty()) {
      List<Expression> passed = CallSites.argumentsFor(program, owner, function, parameter);
      Optional<Table> joined = Optional.empty();
      for (Expression value : passed) {
        Optional<Table> one = made(CallSites.frameAround(program, value), value, depth + 1);
        if (one.isEmpty()) {
          return one;
        }
        joined = joined.isEmpty() ? one : join(joined.get(), one.get());
        if (joined.isEmpty()) {
          return joined;
        }
      }
      return joined;
    }
    return new LocalAssignments(owner.node(), owner.node().end())
        .value(bound)
        .flatMap(v -> made(owner, v, depth + 1));
  }

  /** The binding that a use of the name sees, if the text shows which that is. */
  private static Optional<Node> reaching(Scope owner, Scope frame, Expression.Name use) {
    List<Node> all = owner.bindings(use.id()).stream().<Node>map(Binding::node).toList();
    if (all.size() == 1) {
      return Optional.of(all.get(0));
    }
    LocalAssignments assignments = new LocalAssignments(owner.node(), use.start());
    Optional<Node> last =
        all.stream()
            .filter(b -> owner == frame && b.end() <= use.start() && !assignments.gives(b, use))
            .max(Comparator.comparingInt(Node::start));
    boolean[] again = {false};
    Walk.each(
        owner.node(),
        node -> {
          boolean loop = node instanceof Statement.For || node instanceof Statement.While;
          if (loop && node.start() <= use.start() && use.end() <= node.end()) {
            boolean inside = last.filter(b -> b.start() >= node.start()).isPresent();
            again[0] |=
                !inside
                    && all.stream().anyMatch(b -> use.end() <= b.start() && b.end() <= node.end());
          }
        });
    return last.filter(b -> b instanceof Argument || assignments.dominates(b))
        .filter(b -> !again[0]);
  }

  private Optional<Table> all(Scope scope, List<Expression> values, int depth) {
    Optional<Table> joined = Optional.empty();
    for (Expression value : values) {
      Optional<Table> one = made(scope, value, depth + 1);
      if (one.isEmpty()) {
        return one;
      }
      joined = joined.isEmpty() ? one : join(joined.get(), one.get());
    }
    return joined;
  }

  private static Optional<Table> join(Table a, Table b) {
    if (a.read() != b.read() || !a.columns().keySet().equals(b.columns().keySet())) {
      return Optional.empty();
    }
    Map<String, Column> joined = new LinkedHashMap<>();
    a.columns().forEach((name, column) -> joined.put(name, column.join(b.column(name))));
    return Optional.of(
        new Table(joined, a.labels().join(b.labels()), a.certain(), a.read(), Map.of(), Map.of()));
  }
}
