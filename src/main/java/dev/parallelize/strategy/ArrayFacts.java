package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.UnaryOperator;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of the arrays and whole numbers of a function at one statement: from the calls that
 * make arrays, from annotations, and from every call of the function in the file.
 */
final class ArrayFacts {
  private static final int DEEPEST = 5;

  /** Stands for a variable that is given its own value back, as in a swap of two or by a call with it. */
  private static final ArrayFact ITSELF = ArrayFact.of(Optional.empty(), ArrayFact.Element.UNKNOWN);

  private final Program program;
  private final Scope frame;
  private final int depth;
  private final LocalAssignments assignments;
  private final ArrayExpressions expressions;
  private final Set<String> notNegative = new HashSet<>();
  private final Set<String> counters = new HashSet<>();
  private final Set<Variable> resolving;
  private final Set<String> numbers = new HashSet<>();
  private final Map<String, Integer> checked = new HashMap<>();
  private final Map<String, ArrayFact> supposed = new HashMap<>();

  private record Variable(Scope owner, String name) {}

  ArrayFacts(Program program, Scope frame, int at) {
    this(program, frame, at, 0, new HashSet<>());
  }

  private ArrayFacts(Program program, Scope frame, int at, int depth, Set<Variable> resolving) {
    this.program = program;
    this.frame = frame;
    this.depth = depth;
    this.resolving = resolving;
    this.assignments = new LocalAssignments(frame.node(), at);
    this.expressions = new ArrayExpressions(program, this);
  }

  /** What is known of the expression's value if it surely is an array. */
  Optional<ArrayFact> of(Expression e) {
    return resolving.isEmpty() ? resolve(e).filter(f -> f != ITSELF) : resolve(e);
  }

  private Optional<ArrayFact> resolve(Expression e) {
    return e instanceof Expression.Name name
        ? variable(name)
            .or(() -> Optional.ofNullable(supposed.get(name.id())))
            .map(f -> withAxes(name, f))
        : expressions.of(e);
  }

  /** Takes the array to have as many axes as the program checks at run time. */
  void check(String array, int axes) {
    checked.put(array, axes);
  }

  /** Takes the variable for an array of so many axes, which the program checks at run time. */
  void suppose(String array, int axes) {
    supposed.put(array, ArrayFact.of(Optional.of(axes), ArrayFact.Element.UNKNOWN));
  }

  private ArrayFact withAxes(Expression.Name array, ArrayFact fact) {
    if (fact == ITSELF || fact.dimensions().isPresent()) {
      return fact;
    }
    Optional<Integer> axes =
        Optional.ofNullable(checked.get(array.id()))
            .or(() -> assignments.axesOf(array.id()).filter(a -> isBoundOnce(array)));
    return axes.isPresent() ? ArrayFact.of(axes, fact.element()) : fact;
  }

  private Optional<ArrayFact> variable(Expression.Name name) {
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    if (owner.isEmpty() || isRebound(owner.get(), name.id())) {
      return Optional.empty();
    }
    Variable variable = new Variable(owner.get(), name.id());
    if (!resolving.add(variable)) {
      return Optional.of(ITSELF);
    }
    try {
      if (owner.get() != frame) {
        return inside(owner.get(), owner.get().node().end())
            .flatMap(outer -> outer.bound(owner.get(), name.id()))
            .map(ArrayFacts::withoutShape);
      }
      return bound(frame, name.id());
    } finally {
      resolving.remove(variable);
    }
  }

  private Optional<ArrayFacts> inside(Scope other, int at) {
    boolean code = other.node() instanceof Statement.FunctionDef || other.node() instanceof Module;
    return depth < DEEPEST && code
        ? Optional.of(new ArrayFacts(program, other, at, depth + 1, resolving))
        : Optional.empty();
  }

  /** Whether other functions rebind the variable. */
  private boolean isRebound(Scope owner, String name) {
    return (owner.node() instanceof Module && !program.rebinders(name).isEmpty())
        || owner.children().stream().anyMatch(c -> c.declaresNonlocal(name))
        || program.writesNamesByText();
  }

  private Optional<ArrayFact> bound(Scope owner, String name) {
    List<Binding> bindings = owner.bindings(name);
    Optional<ArrayFact> all = Optional.empty();
    for (Binding binding : bindings) {
      Optional<ArrayFact> one = boundBy(binding);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all = join(all, one.get());
    }
    boolean once = bindings.size() == 1 && assignments.dominates(bindings.get(0).node());
    return once ? all : all.map(ArrayFacts::withoutShape);
  }

  private static Optional<ArrayFact> join(Optional<ArrayFact> all, ArrayFact one) {
    return Optional.of(
        all.isEmpty() || all.get() == ITSELF
            ? one
            : one == ITSELF ? all.get() : all.get().join(one));
  }

  private static ArrayFact withoutShape(ArrayFact fact) {
    return fact == ITSELF ? fact : fact.withoutShape();
  }

  private Optional<ArrayFact> boundBy(Binding binding) {
    if (binding.node() instanceof Argument argument) {
      return parameter(argument);
    }
    return assignments
        .value(binding.node())
        .filter(v -> binding.kind() == Binding.Kind.ASSIGNMENT)
        .flatMap(this::of);
  }

  /** A parameter is what its annotation says, or what all calls in the file pass for it. */
  private Optional<ArrayFact> parameter(Argument argument) {
    boolean annotated =
        argument.annotation().isPresent()
            && text(argument.annotation().get())
                .matches(
                    "(?:\\w+\\.)*(?:ndarray|NDArray)(?:\\[.*\\])?|['\"](?:\\w+\\.)*ndarray['\"]");
    Optional<ArrayFact> passed = passed(argument);
    return annotated ? Optional.of(passed.orElse(ArrayFact.ANY)) : passed;
  }

  private Optional<ArrayFact> passed(Argument argument) {
    if (!(frame.node() instanceof Statement.FunctionDef function)
        || depth >= DEEPEST
        || !function.decorators().isEmpty()) {
      return Optional.empty();
    }
    List<Expression> values = CallSites.argumentsFor(program, frame, function, argument);
    Optional<ArrayFact> all = Optional.empty();
    for (Expression value : values) {
      Optional<ArrayFact> one =
          inside(CallSites.frameAround(program, value), value.start()).flatMap(f -> f.of(value));
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all = join(all, withoutShape(one.get()));
    }
    return all;
  }

  /** What the function of the file returns, if every return gives an array. */
  Optional<ArrayFact> returned(Expression.Call call) {
    List<CallTarget> targets = program.targets(call);
    if (targets.size() != 1
        || !(targets.get(0) instanceof CallTarget.ProgramFunction target)
        || !(target.scope().node() instanceof Statement.FunctionDef function)
        || function.isAsync()) {
      return Optional.empty();
    }
    List<Statement.Return> returns = new ArrayList<>();
    boolean[] yields = {false};
    function.body().forEach(s -> Walk.where(s, node -> collect(node, returns, yields)));
    Optional<ArrayFact> all = Optional.empty();
    for (Statement.Return r : returns) {
      Optional<ArrayFact> one =
          r.value().flatMap(v -> inside(target.scope(), r.start()).flatMap(f -> f.of(v)));
      if (one.isEmpty()) {
        return Optional.empty();
      }
      ArrayFact fact = one.get();
      all = join(all, fact == ITSELF ? fact : outside(fact, target.scope(), function, call));
    }
    return yields[0] ? Optional.empty() : all;
  }

  /** What a function returns, in the words of the one who calls it. */
  private ArrayFact outside(
      ArrayFact fact, Scope scope, Statement.FunctionDef function, Expression.Call call) {
    List<Optional<Affine>> shape = new ArrayList<>();
    for (Optional<Affine> axis : fact.shape()) {
      shape.add(axis.flatMap(a -> outside(a, scope, function, call)));
    }
    return new ArrayFact(fact.dimensions(), shape, fact.element());
  }

  private Optional<Affine> outside(
      Affine form, Scope scope, Statement.FunctionDef function, Expression.Call call) {
    Affine sum = Affine.constant(form.constant());
    for (Map.Entry<String, Long> term : form.terms().entrySet()) {
      Optional<Quantity> quantity = Quantity.of(term.getKey());
      Optional<Affine> value =
          quantity
              .filter(q -> scope.bindings(q.variable()).size() == 1)
              .flatMap(q -> CallSites.argument(function, call, q.variable()))
              .flatMap(e -> quantity(e, quantity.orElseThrow().axis()));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(value.get().times(term.getValue()));
    }
    return Optional.of(sum);
  }

  private static boolean collect(Node node, List<Statement.Return> returns, boolean[] yields) {
    if (node instanceof Statement.Return r) {
      returns.add(r);
    }
    yields[0] |= node instanceof Expression.Yield || node instanceof Expression.YieldFrom;
    return !(node instanceof Statement.FunctionDef)
        && !(node instanceof Statement.ClassDef)
        && !(node instanceof Expression.Lambda);
  }

  /** The expression as a linear form of lengths and other whole numbers, if it is one. */
  Optional<Affine> integer(Expression e) {
    try {
      return readInteger(e);
    } catch (ArithmeticException tooLarge) {
      return Optional.empty();
    }
  }

  private Optional<Affine> readInteger(Expression e) {
    if (e instanceof Expression.Constant c && c.value() instanceof Literal.IntegerNumber n) {
      return n.value().bitLength() < 40
          ? Optional.of(Affine.constant(n.value().longValue()))
          : Optional.empty();
    } else if (e instanceof Expression.Name name) {
      return integerVariable(name);
    } else if (e instanceof Expression.UnaryOp op && op.operator() == UnaryOperator.U_SUB) {
      return readInteger(op.operand()).map(n -> n.times(-1));
    } else if (e instanceof Expression.BinOp op) {
      Optional<Affine> left = readInteger(op.left());
      Optional<Affine> right = readInteger(op.right());
      if (left.isEmpty() || right.isEmpty()) {
        return Optional.empty();
      }
      return switch (op.operator()) {
        case ADD -> Optional.of(left.get().plus(right.get()));
        case SUB -> Optional.of(left.get().minus(right.get()));
        case MULT ->
            right.get().isConstant()
                ? Optional.of(left.get().times(right.get().constant()))
                : left.filter(Affine::isConstant).map(l -> right.get().times(l.constant()));
        default -> Optional.empty();
      };
    }
    return length(e);
  }

  /** Takes the name for a loop variable: a quantity of its own, whatever else binds it. */
  void count(String variable, Affine low) {
    counters.add(variable);
    if (isNotNegative(low)) {
      notNegative.add(variable);
    }
  }

  /** Whether the two surely are the same number, here and for every call in the file. */
  boolean isEqual(Affine a, Affine b) {
    return holds(a.minus(b)) && holds(b.minus(a));
  }

  /** Whether the form surely is at least zero, here and for every call in the file. */
  boolean holds(Affine form) {
    if (isNotNegative(form)) {
      return true;
    }
    if (!(frame.node() instanceof Statement.FunctionDef function)
        || depth >= DEEPEST
        || !function.decorators().isEmpty()
        || form.terms().isEmpty()) {
      return false;
    }
    int calls = CallSites.count(program, function);
    for (int call = 0; call < calls; call++) {
      if (!holdsFor(form, function, call)) {
        return false;
      }
    }
    return calls > 0;
  }

  private boolean holdsFor(Affine form, Statement.FunctionDef function, int call) {
    Affine outside = Affine.constant(form.constant());
    Optional<ArrayFacts> caller = Optional.empty();
    for (Map.Entry<String, Long> term : form.terms().entrySet()) {
      Optional<Quantity> quantity = Quantity.of(term.getKey());
      Optional<Expression> passed =
          quantity
              .flatMap(q -> parameterOf(function, q.variable()))
              .flatMap(p -> at(function, p, call));
      if (passed.isEmpty()) {
        return false;
      }
      if (caller.isEmpty()) {
        Expression value = passed.get();
        caller = inside(CallSites.frameAround(program, value), value.start());
      }
      Optional<Affine> value =
          caller.flatMap(c -> c.quantity(passed.orElseThrow(), quantity.orElseThrow().axis()));
      if (value.isEmpty()) {
        return false;
      }
      outside = outside.plus(value.get().times(term.getValue()));
    }
    Affine there = outside;
    return caller.filter(c -> c.holds(there)).isPresent();
  }

  private Optional<Expression> at(Statement.FunctionDef function, Argument parameter, int call) {
    List<Expression> all = CallSites.argumentsFor(program, frame, function, parameter);
    return call < all.size() ? Optional.of(all.get(call)) : Optional.empty();
  }

  private Optional<Argument> parameterOf(Statement.FunctionDef function, String name) {
    return function.arguments().positional().stream()
        .filter(a -> a.name().equals(name) && frame.bindings(name).size() == 1)
        .findFirst();
  }

  /** The number itself, or the length of an array's axis. */
  private Optional<Affine> quantity(Expression value, OptionalInt axis) {
    if (axis.isEmpty()) {
      return integer(value);
    }
    Optional<ArrayFact> fact = of(value);
    if (fact.isPresent() && value instanceof Expression.Name name && isBoundOnce(name)) {
      return Optional.of(length(name.id(), fact.get(), axis.getAsInt()));
    }
    return fact.filter(f -> axis.getAsInt() < f.shape().size())
        .flatMap(f -> f.shape().get(axis.getAsInt()));
  }

  /** A number by name: a variable, or the length of an axis of one. */
  private record Quantity(String variable, OptionalInt axis) {
    private static final Pattern LENGTH = Pattern.compile("len\\((\\w+)\\)");
    private static final Pattern SHAPE = Pattern.compile("(\\w+)\\.shape\\[(\\d+)]");
    private static final Pattern NUMBER = Pattern.compile("\\w+");

    static Optional<Quantity> of(String name) {
      Matcher length = LENGTH.matcher(name);
      if (length.matches()) {
        return Optional.of(new Quantity(length.group(1), OptionalInt.of(0)));
      }
      Matcher shape = SHAPE.matcher(name);
      if (shape.matches()) {
        return Optional.of(
            new Quantity(shape.group(1), OptionalInt.of(Integer.parseInt(shape.group(2)))));
      }
      return NUMBER.matcher(name).matches()
          ? Optional.of(new Quantity(name, OptionalInt.empty()))
          : Optional.empty();
    }
  }

  private Optional<Affine> integerVariable(Expression.Name name) {
    if (counters.contains(name.id())) {
      return Optional.of(Affine.of(name.id()));
    }
    Scope owner = program.scopes().around(name).owner(name.id()).orElse(null);
    if (owner == null || isRebound(owner, name.id()) || !numbers.add(name.id())) {
      return Optional.empty();
    }
    try {
      List<Binding> bindings = owner.bindings(name.id());
      if (owner == frame && bindings.size() == 1) {
        Node node = bindings.get(0).node();
        Optional<Affine> value =
            assignments.dominates(node)
                ? assignments.value(node).flatMap(this::readInteger).or(() -> unpacked(node))
                : Optional.empty();
        if (value.isPresent()) {
          return value;
        }
      } else if (owner.node() instanceof Module && bindings.size() == 1) {
        Optional<Affine> constant =
            inside(owner, owner.node().end())
                .flatMap(f -> f.assignments.value(bindings.get(0).node()))
                .filter(v -> v instanceof Expression.Constant)
                .flatMap(this::readInteger);
        if (constant.isPresent()) {
          return constant;
        }
      }
      // A name that is bound again may have changed since an array was made by its length.
      return bindings.size() == 1 ? Optional.of(Affine.of(name.id())) : Optional.empty();
    } finally {
      numbers.remove(name.id());
    }
  }

  /** {@code rows, columns = table.shape}. */
  private Optional<Affine> unpacked(Node target) {
    return assignments
        .tuple(target)
        .filter(t -> t.value() instanceof Expression.Attribute a && a.attribute().equals("shape"))
        .filter(t -> ((Expression.Attribute) t.value()).value() instanceof Expression.Name)
        .flatMap(
            t -> axis((Expression.Name) ((Expression.Attribute) t.value()).value(), t.position()));
  }

  /** {@code len(x)} and {@code x.shape[k]}. */
  private Optional<Affine> length(Expression e) {
    if (e instanceof Expression.Call call
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expression.Name array
        && call.function() instanceof Expression.Name len
        && len.id().equals("len")
        && program.scopes().around(len).owner("len").isEmpty()) {
      return axis(array, 0);
    }
    if (e instanceof Expression.Subscript s
        && s.value() instanceof Expression.Attribute shape
        && shape.attribute().equals("shape")
        && shape.value() instanceof Expression.Name array
        && s.slice() instanceof Expression.Constant c
        && c.value() instanceof Literal.IntegerNumber n
        && n.value().signum() >= 0) {
      return axis(array, n.value().intValue());
    }
    return Optional.empty();
  }

  private Optional<Affine> axis(Expression.Name array, int axis) {
    boolean remembered = !numbers.isEmpty();
    Optional<ArrayFact> fact = of(array);
    if (remembered && (fact.isEmpty() || !isBoundOnce(array))) {
      // The length may have changed since it was stored.
      return Optional.empty();
    }
    if (fact.isEmpty()) {
      return axis == 0 ? Optional.of(lengthOf(array.id(), 0)) : Optional.empty();
    }
    return Optional.of(length(array.id(), fact.get(), axis));
  }

  boolean isBoundOnce(Expression.Name array) {
    return program
        .scopes()
        .around(array)
        .owner(array.id())
        .filter(o -> o.bindings(array.id()).size() == 1)
        .isPresent();
  }

  /** The length of a variable's axis: as its maker says, or a quantity of its own. */
  Affine length(String array, ArrayFact fact, int axis) {
    Optional<Affine> known = axis < fact.shape().size() ? fact.shape().get(axis) : Optional.empty();
    return known.orElseGet(() -> lengthOf(array, axis));
  }

  private Affine lengthOf(String array, int axis) {
    String name = axis == 0 ? "len(" + array + ")" : array + ".shape[" + axis + "]";
    notNegative.add(name);
    return Affine.of(name);
  }

  /** An array of this length was made, so it is not negative. */
  void hasLength(Affine form) {
    if (form.names().size() == 1 && form.constant() == 0) {
      String name = form.names().iterator().next();
      if (form.coefficient(name) == 1) {
        notNegative.add(name);
      }
    }
  }

  /** Whether the form surely is at least zero. */
  boolean isNotNegative(Affine form) {
    return form.constant() >= 0
        && form.terms().entrySet().stream()
            .allMatch(t -> t.getValue() > 0 && notNegative.contains(t.getKey()));
  }

  /** Whether the value surely is a whole number: by its type, or since {@code range} takes it. */
  boolean isCount(Expression e) {
    if (program.type(e).isInteger()) {
      return true;
    }
    Optional<Affine> form = integer(e);
    return form.isPresent()
        && form.get().names().stream().allMatch(n -> notNegative.contains(n) || isRangeEnd(n));
  }

  /** Whether a loop of the function counts up to the name. */
  boolean isRangeEnd(String name) {
    boolean[] found = {false};
    Walk.each(
        frame.node(),
        node -> {
          if (node instanceof Expression.Call call
              && call.function() instanceof Expression.Name range
              && range.id().equals("range")) {
            for (Expression argument : call.arguments()) {
              found[0] |= argument instanceof Expression.Name n && n.id().equals(name);
            }
          }
        });
    return found[0];
  }

  String text(Node node) {
    return program.tree().source().text(node.span());
  }

  /** What stands before the node in its line. */
  String textBefore(Node node) {
    int line = program.tree().source().line(node.start());
    return program.tree().source().text().substring(lineStart(line), node.start());
  }

  private int lineStart(int line) {
    return program.tree().source().lineStart(line);
  }
}
