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
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What the columns of a pandas frame hold, where the program makes the frame from a dict display and
 * nothing in the file changes a column in ways that are not followed.
 */
final class FrameColumns {
  private static final int DEEPEST = 5;
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
      Set.of("copy", "head", "tail", "sort_values", "sort_index", "sample", "drop_duplicates");
  private static final Set<String> WRITING = Set.of("at", "loc", "iat", "iloc", "values");

  /** What a cell is. */
  enum Cell {
    INT,
    FLOAT,
    BOOL,
    TEXT,
    UNKNOWN
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
  private final Set<String> replaced = new HashSet<>();
  private boolean changed;

  private FrameColumns(Program program) {
    this.program = program;
    Walk.each(
        program.tree().module(),
        node -> {
          if (node instanceof Expression.Subscript s && s.context() != Context.LOAD) {
            store(s);
          } else if (node instanceof Expression.Attribute a && a.context() == Context.STORE) {
            changed |= a.attribute().equals("columns");
            replaced.add(a.attribute());
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
      replaced.add(t.value());
    } else if (isFrame(s.value()) || cells) {
      changed = true;
    }
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

  /** The columns of the frame by name; empty when they are not known. */
  static Optional<Map<String, Column>> of(Program program, Scope frame, Expression table) {
    FrameColumns columns = new FrameColumns(program);
    if (columns.changed || program.writesNamesByText()) {
      return Optional.empty();
    }
    return columns
        .made(frame, table, 0)
        .map(
            made -> {
              Map<String, Column> known = new LinkedHashMap<>(made);
              columns.replaced.forEach(r -> known.put(r, Column.UNKNOWN));
              return known;
            });
  }

  private Optional<Map<String, Column>> made(Scope frame, Expression e, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (e instanceof Expression.Call call) {
      if (call.function() instanceof Expression.Attribute method
          && keepsTypes(call, method.attribute())
          && isFrame(method.value())) {
        return made(frame, method.value(), depth + 1);
      }
      return isConstructor(call) ? constructed(frame, call) : returned(call, depth);
    } else if (e instanceof Expression.Name name) {
      return variable(frame, name, depth);
    } else if (e instanceof Expression.Subscript s && picksRows(s.slice())) {
      return made(frame, s.value(), depth + 1);
    }
    return Optional.empty();
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
    return KEEPING.contains(method) || method.equals("reset_index") && drops;
  }

  private boolean isConstructor(Expression.Call call) {
    Set<Root> roots = program.value(call.function()).roots();
    return roots.size() == 1
        && roots.iterator().next() instanceof Root.LibraryObject o
        && o.name().equals("pandas.DataFrame");
  }

  private Optional<Map<String, Column>> constructed(Scope frame, Expression.Call call) {
    boolean dict =
        call.arguments().size() == 1
            && call.keywords().isEmpty()
            && call.arguments().get(0) instanceof Expression.DictDisplay;
    if (!dict) {
      return Optional.empty();
    }
    Expression.DictDisplay display = (Expression.DictDisplay) call.arguments().get(0);
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int i = 0; i < display.keys().size(); i++) {
      if (display.keys().get(i).orElse(null) instanceof Expression.Constant key
          && key.value() instanceof Literal.Text name) {
        columns.put(name.value(), column(frame, display.values().get(i), call.start()));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(columns);
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
    Type type = program.type(value);
    if (!type.name().equals("list")) {
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

  private Optional<Map<String, Column>> returned(Expression.Call call, int depth) {
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

  private Optional<Map<String, Column>> variable(Scope frame, Expression.Name name, int depth) {
    Scope owner = program.scopes().around(name).owner(name.id()).orElse(frame);
    List<Binding> bindings = owner.bindings(name.id());
    boolean rebound = owner.node() instanceof Module && !program.rebinders(name.id()).isEmpty();
    if (bindings.size() != 1 || rebound) {
      return Optional.empty();
    }
    if (bindings.get(0).node() instanceof Argument parameter
        && owner.node() instanceof Statement.FunctionDef function
        && function.decorators().isEmpty()) {
      List<Expression> passed = CallSites.argumentsFor(program, owner, function, parameter);
      Optional<Map<String, Column>> joined = Optional.empty();
      for (Expression value : passed) {
        Optional<Map<String, Column>> one =
            made(CallSites.frameAround(program, value), value, depth + 1);
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
        .value(bindings.get(0).node())
        .flatMap(v -> made(owner, v, depth + 1));
  }

  private Optional<Map<String, Column>> all(Scope scope, List<Expression> values, int depth) {
    Optional<Map<String, Column>> joined = Optional.empty();
    for (Expression value : values) {
      Optional<Map<String, Column>> one = made(scope, value, depth + 1);
      if (one.isEmpty()) {
        return one;
      }
      joined = joined.isEmpty() ? one : join(joined.get(), one.get());
    }
    return joined;
  }

  private static Optional<Map<String, Column>> join(Map<String, Column> a, Map<String, Column> b) {
    if (!a.keySet().equals(b.keySet())) {
      return Optional.empty();
    }
    Map<String, Column> joined = new LinkedHashMap<>();
    a.forEach((name, column) -> joined.put(name, column.join(b.get(name))));
    return Optional.of(joined);
  }
}
