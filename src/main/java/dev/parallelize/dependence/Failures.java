package dev.parallelize.dependence;

import dev.parallelize.library.Callee;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells code that cannot raise an exception from code that may. Values are taken to be of types that
 * the operations on them take, names to be bound, and memory not to run out: what fails otherwise
 * fails because the program is wrong, not because of an item.
 */
final class Failures {
  private static final Set<String> MAPPINGS =
      Set.of("dict", "collections.Counter", "collections.defaultdict", "collections.OrderedDict");

  private static final Set<String> WITH_DEFAULTS =
      Set.of("collections.Counter", "collections.defaultdict");

  /** Calls inside of calls that are looked into. */
  private static final int DEEPEST = 50;

  private final Program program;
  private final Set<Node> apart;

  /** Functions that are being looked into: one that calls itself may meet the limit of recursion. */
  private final Set<Scope> inside = new HashSet<>();

  private final Map<Scope, Boolean> known = new HashMap<>();
  private final CountingNames counting;

  private Failures(Program program, Set<Node> apart) {
    this.program = program;
    this.apart = apart;
    this.counting = new CountingNames(program);
  }

  /**
   * @param apart parts of the nodes that are run elsewhere
   */
  static boolean mayRaise(Program program, List<? extends Node> nodes, List<? extends Node> apart) {
    return new Failures(program, Set.copyOf(apart)).mayRaise(nodes);
  }

  /** Goes through trees without recursion, since they may be deep. */
  private boolean mayRaise(List<? extends Node> nodes) {
    Deque<Node> pending = new ArrayDeque<>(nodes);
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      if (!apart.contains(node)) {
        if (raisesItself(node)) {
          return true;
        }
        runBy(node).forEach(pending::push);
      }
    }
    return false;
  }

  /** The parts that run with the node and whose exceptions leave it. */
  private static List<? extends Node> runBy(Node node) {
    if (node instanceof Statement.Try attempt && catchesAll(attempt)) {
      List<Statement> parts = new ArrayList<>(attempt.orElse());
      parts.addAll(attempt.finalBody());
      attempt.handlers().forEach(h -> parts.addAll(h.body()));
      return parts;
    } else if (node instanceof Statement.FunctionDef function) {
      return function.decorators();
    }
    return Children.of(node);
  }

  private static boolean catchesAll(Statement.Try attempt) {
    return attempt.handlers().stream()
        .map(ExceptHandler::type)
        .anyMatch(
            t ->
                t.isEmpty()
                    || t.get() instanceof Expression.Name name
                        && Set.of("Exception", "BaseException").contains(name.id()));
  }

  private boolean raisesItself(Node node) {
    if (node instanceof Statement statement) {
      return raisesItself(statement);
    } else if (node instanceof Expression.Call call) {
      return raises(call);
    } else if (node instanceof Expression.Subscript subscript) {
      return raises(subscript);
    } else if (node instanceof Expression.BinOp operation) {
      return raises(operation.left(), operation.operator(), operation.right());
    } else if (node instanceof Expression.Attribute attribute) {
      return isProperty(attribute);
    } else if (node instanceof Expression.Compare || node instanceof Expression.UnaryOp) {
      return Children.of(node).stream()
          .anyMatch(n -> n instanceof Expression e && program.type(e).isProgramClass());
    }
    return node instanceof Expression.Await || node instanceof Expression.YieldFrom;
  }

  private boolean raisesItself(Statement statement) {
    if (statement instanceof Statement.Assign assign) {
      return assign.targets().stream().anyMatch(t -> unpacks(t, assign.value()));
    } else if (statement instanceof Statement.AugAssign change) {
      return raises(change.target(), change.operator(), change.value())
          || change.target() instanceof Expression.Subscript place && mayMiss(place);
    } else if (statement instanceof Statement.For loop) {
      return loop.isAsync() || isTaken(loop.target(), program.type(loop.iterable()).element());
    }
    return statement instanceof Statement.Raise
        || statement instanceof Statement.Assert
        || statement instanceof Statement.Delete
        || statement instanceof Statement.With
        || statement instanceof Statement.ClassDef
        || statement instanceof Statement.Import
        || statement instanceof Statement.ImportFrom;
  }

  private boolean unpacks(Expression target, Expression value) {
    boolean written =
        target instanceof Expression.TupleDisplay names
            && value instanceof Expression.TupleDisplay values
            && names.elements().size() == values.elements().size();
    return !written && isTaken(target, program.type(value));
  }

  /** Whether a value has to be taken apart for the target and may have another number of parts. */
  private static boolean isTaken(Expression target, Type type) {
    if (target instanceof Expression.TupleDisplay names) {
      List<Type> parts = type.name().equals("tuple") ? type.arguments() : List.of();
      boolean fits = names.elements().size() == parts.size() && parts.size() > 1;
      for (int i = 0; fits && i < parts.size(); i++) {
        fits = !isTaken(names.elements().get(i), parts.get(i));
      }
      return !fits;
    }
    return target instanceof Expression.ListDisplay || target instanceof Expression.Starred;
  }

  private boolean raises(Expression left, Operator operator, Expression right) {
    if (program.type(left).isProgramClass() || program.type(right).isProgramClass()) {
      return true;
    }
    return switch (operator) {
      case ADD, SUB, MULT, BIT_OR, BIT_XOR, BIT_AND -> false;
      case DIV, FLOOR_DIV, MOD -> !isPositive(right) || isText(left);
      case L_SHIFT, R_SHIFT, POW -> !isPositive(right) || !program.type(left).isInteger();
      case MAT_MULT -> true;
    };
  }

  private boolean isText(Expression left) {
    return left instanceof Expression.Constant c && !(c.value() instanceof Literal.IntegerNumber)
        || Set.of("str", "bytes").contains(program.type(left).name());
  }

  private static boolean isPositive(Expression number) {
    return number instanceof Expression.Constant c
        && (c.value() instanceof Literal.IntegerNumber i && i.value().signum() > 0
            || c.value() instanceof Literal.FloatNumber f && f.value() > 0);
  }

  private boolean raises(Expression.Subscript subscript) {
    Type type = program.type(subscript.value());
    if (subscript.slice() instanceof Expression.Slice || counting.isCounter(subscript.slice())) {
      return false;
    } else if (subscript.context() == Context.STORE) {
      return !MAPPINGS.contains(type.name()) && !(subscript.slice() instanceof Expression.Name);
    }
    return !WITH_DEFAULTS.contains(type.name()) && !isPart(type, subscript.slice());
  }

  private static boolean isPart(Type type, Expression index) {
    return type.name().equals("tuple")
        && type.arguments().size() > 1
        && index instanceof Expression.Constant c
        && c.value() instanceof Literal.IntegerNumber i
        && i.value().signum() >= 0
        && i.value().compareTo(BigInteger.valueOf(type.arguments().size())) < 0;
  }

  /** Whether what is changed in place may not be there. A key that is written out is. */
  private boolean mayMiss(Expression.Subscript place) {
    return !WITH_DEFAULTS.contains(program.type(place.value()).name())
        && !counting.isCounter(place.slice())
        && !(place.slice() instanceof Expression.Constant);
  }

  private boolean isProperty(Expression.Attribute attribute) {
    Type owner = program.type(attribute.value());
    return owner.isProgramClass()
        && program
            .programClass(owner.className())
            .flatMap(c -> program.method(c, attribute.attribute()))
            .filter(m -> !((Statement.FunctionDef) m.node()).decorators().isEmpty())
            .isPresent();
  }

  private boolean raises(Expression.Call call) {
    return program.targets(call).stream().anyMatch(t -> raises(call, t));
  }

  private boolean raises(Expression.Call call, CallTarget target) {
    if (target instanceof CallTarget.ProgramFunction function) {
      return raises(function.scope());
    } else if (target instanceof CallTarget.ProgramClass type) {
      return raisesWhenMade(type.scope());
    }
    return !(target instanceof CallTarget.Known known) || raises(call, known.callee());
  }

  private boolean raises(Expression.Call call, Callee callee) {
    boolean handed =
        callee.invokes().stream()
            .flatMap(i -> argument(call, i).stream())
            .anyMatch(a -> !(a instanceof Expression.Lambda));
    return handed || !(program.library().neverFails(callee.name()) || chooses(call, callee));
  }

  private static Optional<Expression> argument(Expression.Call call, int index) {
    return 0 <= index && index < call.arguments().size()
        ? Optional.of(call.arguments().get(index))
        : call.keywords().stream()
            .filter(k -> k.name().filter("key"::equals).isPresent())
            .map(k -> k.value())
            .findFirst();
  }

  /** {@code max(a, b)} and {@code round(x, 2)} fail in none of the ways in which the same with one argument does. */
  private static boolean chooses(Expression.Call call, Callee callee) {
    return Set.of("builtins.max", "builtins.min", "builtins.round").contains(callee.name())
        && call.arguments().size() > 1
        && call.arguments().stream().noneMatch(Expression.Starred.class::isInstance);
  }

  private boolean raisesWhenMade(Scope type) {
    return List.of("__new__", "__init__", "__post_init__").stream()
        .flatMap(name -> program.method(type, name).stream())
        .anyMatch(this::raises);
  }

  private boolean raises(Scope function) {
    Boolean before = known.get(function);
    if (before != null) {
      return before;
    } else if (inside.size() == DEEPEST || !inside.add(function)) {
      return true;
    }
    Node node = function.node();
    boolean raises =
        program.summary(function).coroutine()
            || (node instanceof Statement.FunctionDef f
                ? !f.decorators().isEmpty() || mayRaise(f.body())
                : node instanceof Expression.Lambda lambda && mayRaise(List.of(lambda.body())));
    inside.remove(function);
    known.put(function, raises);
    return raises;
  }
}
