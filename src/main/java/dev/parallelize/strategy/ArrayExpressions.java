package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.UnaryOperator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which expressions give NumPy arrays, with how many axes and of which element type. */
final class ArrayExpressions {
  private static final String NUMPY = "numpy.";
  private static final Set<String> BY_SHAPE = Set.of("zeros", "ones", "empty", "full");
  private static final Set<String> LIKE =
      Set.of("zeros_like", "ones_like", "empty_like", "full_like");
  private static final Set<String> FLOAT_FUNCTIONS =
      Set.of(
          "sin", "cos", "tan", "sqrt", "exp", "log", "log2", "log10", "sinh", "cosh", "tanh",
          "arctan", "arcsin", "arccos", "expm1", "log1p", "exp2", "radians", "degrees");
  private static final Set<String> SAME_TYPE_FUNCTIONS =
      Set.of("abs", "absolute", "floor", "ceil", "sign", "square", "negative");
  private static final Set<String> RANDOM_BY_AXES = Set.of("rand", "randn");
  private static final String GENERATOR = "numpy.random.Generator";
  private static final String RANDOM_STATE = "numpy.random.RandomState";

  /** Where the functions that draw random numbers take the shape of what they return. */
  private static final Map<String, Integer> SIZE_POSITIONS =
      Map.ofEntries(
          Map.entry("random", 0),
          Map.entry("random_sample", 0),
          Map.entry("standard_normal", 0),
          Map.entry("uniform", 2),
          Map.entry("normal", 2),
          Map.entry("lognormal", 2),
          Map.entry("exponential", 1),
          Map.entry("poisson", 1),
          Map.entry("integers", 2),
          Map.entry("randint", 2));

  private static final Set<String> WHOLE_RANDOM = Set.of("integers", "randint", "poisson");

  private final Program program;
  private final ArrayFacts facts;

  ArrayExpressions(Program program, ArrayFacts facts) {
    this.program = program;
    this.facts = facts;
  }

  Optional<ArrayFact> of(Expression e) {
    if (e instanceof Expression.Call call) {
      return call(call);
    } else if (e instanceof Expression.BinOp operation) {
      return binary(operation);
    } else if (e instanceof Expression.UnaryOp op && op.operator() != UnaryOperator.NOT) {
      return shapeOf(op.operand());
    } else if (e instanceof Expression.Compare compare && compare.operators().size() == 1) {
      return compared(compare);
    } else if (e instanceof Expression.Subscript subscript) {
      return subscript(subscript);
    } else if (e instanceof Expression.Attribute a && a.attribute().equals("T")) {
      return facts.of(a.value()).map(ArrayFact::withoutShape);
    }
    return Optional.empty();
  }

  /** A comparison with a number gives truth values of the same shape. */
  private Optional<ArrayFact> compared(Expression.Compare compare) {
    boolean ordering =
        switch (compare.operators().get(0)) {
          case LT, LT_E, GT, GT_E, EQ, NOT_EQ -> true;
          case IS, IS_NOT, IN, NOT_IN -> false;
        };
    boolean number = program.type(compare.comparators().get(0)).isNumber();
    return ordering && number
        ? shapeOf(compare.left())
            .filter(f -> f.element().isKnown())
            .map(f -> f.withElement(ArrayFact.Element.BOOL))
        : Optional.empty();
  }

  /** The function's name in NumPy, if the expression surely means one. */
  Optional<String> numpyName(Expression function) {
    Set<Root> roots = program.value(function).roots();
    if (roots.size() == 1
        && roots.iterator().next() instanceof Root.LibraryObject object
        && object.name().startsWith(NUMPY)) {
      return Optional.of(object.name().substring(NUMPY.length()));
    }
    return Optional.empty();
  }

  private Optional<ArrayFact> call(Expression.Call call) {
    Optional<String> numpy = numpyName(call.function());
    if (numpy.isPresent()) {
      return numpyCall(numpy.get(), call);
    }
    if (call.function() instanceof Expression.Attribute method) {
      String type = program.type(method.value()).name();
      if (type.equals(GENERATOR) || type.equals(RANDOM_STATE)) {
        return random(method.attribute(), call);
      }
      Optional<ArrayFact> receiver = facts.of(method.value());
      if (receiver.isPresent()) {
        return method(method.attribute(), receiver.get(), call);
      }
    }
    return facts.returned(call);
  }

  private Optional<ArrayFact> numpyCall(String name, Expression.Call call) {
    if ((call.arguments().isEmpty() && !name.startsWith("random."))
        || call.arguments().stream().anyMatch(a -> a instanceof Expression.Starred)) {
      return Optional.empty();
    }
    Expression first = call.arguments().get(0);
    if (BY_SHAPE.contains(name)) {
      int position = name.equals("full") ? 2 : 1;
      boolean typed = !name.equals("full") || isFloat(call.arguments().get(1));
      ArrayFact.Element element =
          element(call, position, typed ? ArrayFact.Element.FLOAT64 : ArrayFact.Element.UNKNOWN);
      return Optional.of(shaped(first, element));
    } else if (LIKE.contains(name)) {
      int position = name.equals("full_like") ? 2 : 1;
      Optional<ArrayFact> model = facts.of(first);
      return model.map(m -> like(first, m).withElement(element(call, position, m.element())));
    } else if (FLOAT_FUNCTIONS.contains(name) && call.arguments().size() == 1) {
      return shapeOf(first).map(f -> f.withElement(real(f.element())));
    } else if (SAME_TYPE_FUNCTIONS.contains(name) && call.arguments().size() == 1) {
      return shapeOf(first);
    } else if (name.equals("arange")) {
      return Optional.of(arange(call));
    } else if (name.equals("linspace")) {
      return Optional.of(linspace(call));
    } else if (name.equals("clip") || name.equals("round")) {
      return shapeOf(first).filter(f -> call.arguments().stream().skip(1).allMatch(this::isScalar));
    } else if (name.equals("sort") && call.arguments().size() == 1) {
      return facts.of(first).filter(f -> f.dimensions().isPresent());
    } else if (name.equals("array") || name.equals("asarray") || name.equals("copy")) {
      return copied(first, call);
    } else if (name.startsWith("random.")) {
      return random(name.substring("random.".length()), call);
    }
    return Optional.empty();
  }

  /** The fact with the axes' lengths in terms that outlive the expression. */
  private Optional<ArrayFact> shapeOf(Expression array) {
    return facts.of(array).map(f -> like(array, f));
  }

  private ArrayFact linspace(Expression.Call call) {
    ArrayFact.Element element = element(call, 5, ArrayFact.Element.FLOAT64);
    Optional<Expression> count =
        call.arguments().size() > 2 ? Optional.of(call.arguments().get(2)) : keyword(call, "num");
    boolean plain =
        call.arguments().stream().limit(2).allMatch(a -> program.type(a).isNumber())
            && keyword(call, "retstep").isEmpty();
    if (!plain) {
      return ArrayFact.of(plain ? Optional.of(1) : Optional.empty(), element);
    }
    Optional<Affine> length =
        count.isPresent() ? axis(count.get()) : Optional.of(Affine.constant(50));
    return ArrayFact.shaped(List.of(length), element);
  }

  private static Optional<Expression> keyword(Expression.Call call, String name) {
    return call.keywords().stream()
        .filter(k -> k.name().filter(name::equals).isPresent())
        .map(Keyword::value)
        .findFirst();
  }

  private ArrayFact shaped(Expression shape, ArrayFact.Element element) {
    if (shape instanceof Expression.TupleDisplay tuple) {
      return ArrayFact.shaped(tuple.elements().stream().map(this::axis).toList(), element);
    }
    if (shape instanceof Expression.Attribute a && a.attribute().equals("shape")) {
      Optional<ArrayFact> model = shapeOf(a.value());
      if (model.isPresent()) {
        return model.get().withElement(element);
      }
    }
    boolean number =
        program.type(shape).isInteger()
            || shape instanceof Expression.BinOp
            || shape instanceof Expression.Call
            || facts.integer(shape).isPresent() && !(shape instanceof Expression.Name);
    if (number) {
      return ArrayFact.shaped(List.of(axis(shape)), element);
    }
    // A name may hold a tuple of lengths: unless it is known to be a number, nothing is known.
    boolean counted = shape instanceof Expression.Name && facts.isCount(shape);
    return counted
        ? ArrayFact.shaped(List.of(axis(shape)), element)
        : ArrayFact.of(Optional.empty(), element);
  }

  private Optional<Affine> axis(Expression length) {
    Optional<Affine> form = facts.integer(length);
    form.ifPresent(facts::hasLength);
    return form;
  }

  private ArrayFact like(Expression model, ArrayFact fact) {
    if (!(model instanceof Expression.Name name)
        || fact.dimensions().isEmpty()
        || !facts.isBoundOnce(name)) {
      return fact;
    }
    List<Optional<Affine>> shape = new ArrayList<>();
    for (int axis = 0; axis < fact.dimensions().get(); axis++) {
      shape.add(Optional.of(facts.length(name.id(), fact, axis)));
    }
    return ArrayFact.shaped(shape, fact.element());
  }

  private Optional<ArrayFact> copied(Expression value, Expression.Call call) {
    Optional<ArrayFact> array = facts.of(value);
    if (array.isPresent()) {
      return array.map(a -> like(value, a).withElement(element(call, 1, a.element())));
    }
    if (value instanceof Expression.ListDisplay list) {
      ArrayFact listed = new ListedNumbers(program).of(list);
      return Optional.of(listed.withElement(element(call, 1, listed.element())));
    }
    Type type = program.type(value);
    boolean flat = type.name().equals("list") && type.element().isNumber();
    ArrayFact.Element element =
        element(
            call,
            1,
            flat && type.element().equals(Type.FLOAT)
                ? ArrayFact.Element.FLOAT64
                : ArrayFact.Element.UNKNOWN);
    return Optional.of(ArrayFact.of(flat ? Optional.of(1) : Optional.empty(), element));
  }

  /** Random numbers by a size argument; without one they are single numbers. */
  private Optional<ArrayFact> random(String name, Expression.Call call) {
    if (RANDOM_BY_AXES.contains(name)) {
      return call.arguments().isEmpty()
          ? Optional.empty()
          : Optional.of(
              ArrayFact.shaped(
                  call.arguments().stream().map(this::axis).toList(), ArrayFact.Element.FLOAT64));
    }
    Integer position = SIZE_POSITIONS.get(name);
    if (position == null) {
      return Optional.empty();
    }
    Optional<Expression> size =
        call.arguments().size() > position
            ? Optional.of(call.arguments().get(position))
            : keyword(call, "size");
    boolean typed = keyword(call, "dtype").isPresent() || keyword(call, "out").isPresent();
    boolean scalars =
        call.arguments().stream().limit(position).allMatch(a -> program.type(a).isNumber())
            && call.keywords().stream()
                .allMatch(
                    k -> k.value() == size.orElse(null) || program.type(k.value()).isNumber());
    ArrayFact.Element element =
        typed
            ? ArrayFact.Element.UNKNOWN
            : WHOLE_RANDOM.contains(name) ? ArrayFact.Element.INT64 : ArrayFact.Element.FLOAT64;
    return size.map(
        s -> scalars || typed ? shaped(s, element) : ArrayFact.of(Optional.empty(), element));
  }

  private Optional<ArrayFact> method(String name, ArrayFact receiver, Expression.Call call) {
    return switch (name) {
      case "copy" -> Optional.of(like(((Expression.Attribute) call.function()).value(), receiver));
      case "astype" ->
          Optional.of(
              like(((Expression.Attribute) call.function()).value(), receiver)
                  .withElement(element(call, 0, ArrayFact.Element.UNKNOWN)));
      case "ravel", "flatten" -> Optional.of(ArrayFact.of(Optional.of(1), receiver.element()));
      case "reshape" -> {
        boolean tuple =
            call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expression.TupleDisplay;
        yield tuple
            ? Optional.of(reshaped(shaped(call.arguments().get(0), receiver.element())))
            : Optional.of(
                call.arguments().size() > 1
                    ? reshaped(
                        ArrayFact.shaped(
                            call.arguments().stream().map(this::axis).toList(), receiver.element()))
                    : ArrayFact.of(Optional.empty(), receiver.element()));
      }
      default -> Optional.empty();
    };
  }

  /** An axis of -1 has the length that is left for it. */
  private static ArrayFact reshaped(ArrayFact fact) {
    List<Optional<Affine>> shape =
        fact.shape().stream()
            .map(a -> a.filter(l -> l.constant() >= 0 || !l.isConstant()))
            .toList();
    return new ArrayFact(fact.dimensions(), shape, fact.element());
  }

  private Optional<ArrayFact> binary(Expression.BinOp e) {
    Optional<ArrayFact> left = facts.of(e.left());
    Optional<ArrayFact> right = facts.of(e.right());
    if (left.isEmpty() && right.isEmpty()) {
      return Optional.empty();
    }
    if (e.operator() == Operator.MAT_MULT) {
      return Optional.empty();
    }
    ArrayFact one = left.orElseGet(() -> right.orElseThrow());
    if (left.isPresent() && right.isPresent()) {
      ArrayFact other = right.get();
      Optional<Integer> axes =
          one.dimensions().flatMap(a -> other.dimensions().map(b -> Math.max(a, b)));
      ArrayFact.Element element =
          one.element() == other.element() ? divided(one.element(), e) : ArrayFact.Element.UNKNOWN;
      boolean mixed =
          EnumSet.of(one.element(), other.element())
              .equals(EnumSet.of(ArrayFact.Element.FLOAT64, ArrayFact.Element.INT64));
      ArrayFact.Element both = mixed ? ArrayFact.Element.FLOAT64 : element;
      List<Optional<Affine>> shape = like(e.left(), one).shape();
      Optional<List<Optional<Affine>>> common = broadcast(shape, like(e.right(), other).shape());
      return Optional.of(
          axes.isPresent() && common.isPresent()
              ? new ArrayFact(axes, common.get(), both)
              : ArrayFact.of(axes, both));
    }
    Expression scalar = left.isPresent() ? e.right() : e.left();
    ArrayFact.Element element = withScalar(one, scalar, e);
    return Optional.of(
        isScalar(scalar)
            ? like(left.isPresent() ? e.left() : e.right(), one).withElement(element)
            : ArrayFact.of(Optional.empty(), element));
  }

  /** The shape of what two arrays give together, as far as it is known. */
  private static Optional<List<Optional<Affine>>> broadcast(
      List<Optional<Affine>> a, List<Optional<Affine>> b) {
    if (a.size() != b.size() || a.isEmpty()) {
      return Optional.empty();
    }
    Optional<Affine> one = Optional.of(Affine.constant(1));
    List<Optional<Affine>> shape = new ArrayList<>();
    for (int axis = 0; axis < a.size(); axis++) {
      Optional<Affine> left = a.get(axis);
      Optional<Affine> right = b.get(axis);
      shape.add(
          left.equals(right) || right.equals(one)
              ? left
              : left.equals(one) ? right : Optional.empty());
    }
    return Optional.of(shape);
  }

  private ArrayFact.Element withScalar(ArrayFact array, Expression scalar, Expression.BinOp e) {
    Type type = program.type(scalar);
    if (array.element() == ArrayFact.Element.FLOAT64) {
      boolean real = type.isInteger() || type.equals(Type.FLOAT);
      return real ? ArrayFact.Element.FLOAT64 : ArrayFact.Element.UNKNOWN;
    }
    boolean whole = array.element() == ArrayFact.Element.INT64 && type.isInteger();
    return whole ? divided(array.element(), e) : ArrayFact.Element.UNKNOWN;
  }

  private static ArrayFact.Element divided(ArrayFact.Element element, Expression.BinOp e) {
    if (e.operator() == Operator.DIV && element.isKnown()) {
      return ArrayFact.Element.FLOAT64;
    }
    return element == ArrayFact.Element.BOOL ? ArrayFact.Element.UNKNOWN : element;
  }

  private static ArrayFact.Element real(ArrayFact.Element element) {
    boolean wide = element == ArrayFact.Element.FLOAT64 || element == ArrayFact.Element.INT64;
    return wide ? ArrayFact.Element.FLOAT64 : ArrayFact.Element.UNKNOWN;
  }

  /** {@code a[:, np.newaxis]}, {@code a[1:]}, {@code a[0, :]}: views that keep at least one axis. */
  private Optional<ArrayFact> subscript(Expression.Subscript subscript) {
    Optional<ArrayFact> base = facts.of(subscript.value());
    if (base.isEmpty()) {
      return Optional.empty();
    }
    List<Expression> parts =
        subscript.slice() instanceof Expression.TupleDisplay tuple
            ? tuple.elements()
            : List.of(subscript.slice());
    int kept = 0;
    int used = 0;
    List<Optional<Affine>> shape = new ArrayList<>();
    List<Optional<Affine>> whole = like(subscript.value(), base.get()).shape();
    for (Expression part : parts) {
      boolean slice = part instanceof Expression.Slice;
      boolean axis =
          (part instanceof Expression.Constant c && c.value() == Literal.Singleton.NONE)
              || numpyName(part).filter("newaxis"::equals).isPresent()
              || (part instanceof Expression.Attribute a && a.attribute().equals("newaxis"));
      boolean index = program.type(part).isInteger();
      if (!slice && !axis && !index) {
        return Optional.empty();
      }
      if (axis) {
        shape.add(Optional.of(Affine.constant(1)));
      } else if (slice) {
        boolean all = facts.text(part).equals(":");
        shape.add(all && used < whole.size() ? whole.get(used) : Optional.empty());
      }
      kept += slice || axis ? 1 : 0;
      used += slice || index ? 1 : 0;
    }
    int lost = used;
    int gained = kept;
    ArrayFact.Element element = base.get().element();
    Optional<Integer> axes = base.get().dimensions().map(d -> d - lost + gained);
    boolean array = gained > 0 || axes.filter(a -> a > 0).isPresent();
    if (array && whole.size() >= used && axes.isPresent()) {
      shape.addAll(whole.subList(used, whole.size()));
      return Optional.of(ArrayFact.shaped(shape, element));
    }
    return array ? Optional.of(ArrayFact.of(axes, element)) : Optional.empty();
  }

  private ArrayFact arange(Expression.Call call) {
    boolean whole =
        call.arguments().stream().allMatch(a -> facts.integer(a).isPresent() && facts.isCount(a));
    ArrayFact.Element element =
        element(call, 3, whole ? ArrayFact.Element.INT64 : ArrayFact.Element.UNKNOWN);
    Optional<Affine> length =
        whole && call.arguments().size() == 1 ? axis(call.arguments().get(0)) : Optional.empty();
    if (call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expression.Constant c
        && c.value() instanceof Literal.FloatNumber f
        && f.value() == Math.rint(f.value())
        && Math.abs(f.value()) < 1e9) {
      length = Optional.of(Affine.constant(Math.max(0, (long) f.value())));
      element = element(call, 3, ArrayFact.Element.FLOAT64);
    }
    return ArrayFact.shaped(List.of(length), element);
  }

  /** The element type that the call asks for by its dtype argument, else what it gives by itself. */
  private ArrayFact.Element element(
      Expression.Call call, int position, ArrayFact.Element otherwise) {
    Optional<Expression> given =
        position < call.arguments().size()
            ? Optional.of(call.arguments().get(position))
            : call.keywords().stream()
                .filter(k -> k.name().filter("dtype"::equals).isPresent())
                .map(Keyword::value)
                .findFirst();
    if (given.isEmpty()) {
      boolean spread = call.keywords().stream().anyMatch(k -> k.name().isEmpty());
      return spread ? ArrayFact.Element.UNKNOWN : otherwise;
    }
    String text = facts.text(given.get()).replaceAll("^(\\w+\\.)|['\"]", "").replace("'", "");
    return switch (text) {
      case "float", "float64", "double" -> ArrayFact.Element.FLOAT64;
      case "int", "int64", "int_" -> ArrayFact.Element.INT64;
      case "bool", "bool_" -> ArrayFact.Element.BOOL;
      case "float32", "float16", "single", "half" -> ArrayFact.Element.UNKNOWN;
      case "object", "object_", "complex", "str" -> ArrayFact.Element.OTHER;
      default ->
          given.get() instanceof Expression.Name || text.contains(".")
              ? ArrayFact.Element.UNKNOWN
              : ArrayFact.Element.OTHER;
    };
  }

  private boolean isFloat(Expression e) {
    return program.type(e).equals(Type.FLOAT);
  }

  /** Whether the expression surely is one number. */
  boolean isScalar(Expression e) {
    return program.type(e).isNumber() || facts.isCount(e);
  }
}
