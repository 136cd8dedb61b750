package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.BooleanOperator;
import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.UnaryOperator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes an expression of one iteration as an expression over whole arrays that gives the same value
 * in every element. Refuses what would compute, round or fail differently.
 */
final class ArrayRendering {
  /** What an expression is made of, which decides how its arithmetic rounds, overflows and fails. */
  enum Kind {
    /** Python numbers that no iteration changes. */
    FIXED,
    /** Whole numbers made from loop variables: Python's are unbounded, NumPy's are not. */
    COUNTER,
    /** Elements of arrays: NumPy's arithmetic in the loop already. */
    ELEMENT
  }

  /**
   * @param element what NumPy computes with; for Python numbers what they count as
   */
  record Text(String code, Set<String> axes, Kind kind, ArrayFact.Element element) {
    Text {
      axes = Set.copyOf(axes);
    }

    Text join(Text other) {
      Set<String> all = new HashSet<>(axes);
      all.addAll(other.axes);
      return new Text(
          code,
          all,
          kind.compareTo(other.kind) > 0 ? kind : other.kind,
          element == other.element ? element : ArrayFact.Element.UNKNOWN);
    }
  }

  /** A value that fails, or warns, where the loop would not have computed it. */
  static final class Harmful extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String reason;

    Harmful(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  private static final Set<Operator> ARITHMETIC =
      Set.of(
          Operator.ADD,
          Operator.SUB,
          Operator.MULT,
          Operator.DIV,
          Operator.MOD,
          Operator.FLOOR_DIV,
          Operator.POW);
  private static final Set<Operator> FAILING =
      Set.of(Operator.DIV, Operator.MOD, Operator.FLOOR_DIV, Operator.POW);
  private static final Map<Comparator, String> SYMBOLS =
      Map.of(
          Comparator.LT, "<",
          Comparator.LT_E, "<=",
          Comparator.GT, ">",
          Comparator.GT_E, ">=",
          Comparator.EQ, "==",
          Comparator.NOT_EQ, "!=");
  static final Set<Comparator> ORDERING =
      Set.of(
          Comparator.LT,
          Comparator.LT_E,
          Comparator.GT,
          Comparator.GT_E,
          Comparator.EQ,
          Comparator.NOT_EQ);

  /** What gives floating-point numbers of whole ones, too. */
  private static final Set<String> AVERAGES = Set.of("mean", "std", "var");

  private static final Set<String> PICKED = Set.of("min", "max", "amin", "amax");

  private static final Set<String> ELEMENTWISE =
      Set.of(
          "sin",
          "cos",
          "tan",
          "sqrt",
          "exp",
          "log",
          "log2",
          "log10",
          "log1p",
          "expm1",
          "exp2",
          "sinh",
          "cosh",
          "tanh",
          "arctan",
          "arctan2",
          "hypot",
          "abs",
          "absolute",
          "floor",
          "ceil",
          "sign",
          "maximum",
          "minimum",
          "square");

  /** Those that warn for some numbers. */
  private static final Set<String> PARTIAL =
      Set.of("sqrt", "log", "log2", "log10", "log1p", "exp", "exp2", "expm1", "sinh", "cosh");

  private static final Set<String> KEEPING =
      Set.of("abs", "absolute", "sign", "maximum", "minimum", "square");

  private final Program program;
  private final ArrayFacts facts;
  private final LoopNest nest;
  private final ArrayText arrays;
  private final RunTimeGuards guards;
  private final ArrayExpressions library;
  private final Map<String, Text> locals = new HashMap<>();
  private final Map<String, Text> stored = new HashMap<>();
  private final Set<String> caveats;
  private final Set<String> own = new HashSet<>();
  private final Set<String> single = new HashSet<>();
  private final Set<String> notNegative = new HashSet<>();
  private boolean intoFloats;
  private String mask = "";
  private Predicate<Expression.Name> steady = array -> true;
  private boolean speculative;

  ArrayRendering(
      Program program,
      ArrayFacts facts,
      LoopNest nest,
      ArrayText arrays,
      RunTimeGuards guards,
      Set<String> caveats) {
    this.program = program;
    this.facts = facts;
    this.nest = nest;
    this.arrays = arrays;
    this.guards = guards;
    this.library = new ArrayExpressions(program, facts);
    this.caveats = caveats;
  }

  /** Tells which arrays surely stay as they are while the loop runs. */
  void leaveAlone(Predicate<Expression.Name> arrays) {
    steady = arrays;
  }

  /** From now on the name stands for this value in every iteration. */
  void define(String name, Text value) {
    locals.put(name, new Text(name, value.axes(), value.kind(), value.element()));
    own.remove(name);
  }

  /** Notes whether the name's value surely has no sign. */
  void judgeSign(String name, Expression value, boolean added) {
    boolean holds = isSumOfSquares(value) && (!added || notNegative.contains(name));
    if (holds) {
      notNegative.add(name);
    } else {
      notNegative.remove(name);
    }
  }

  void forgetSign(String name) {
    notNegative.remove(name);
  }

  /** The name stands for this value, without a statement that gives it to the name. */
  void inline(String name, Text value) {
    locals.put(name, value);
    own.remove(name);
    notNegative.remove(name);
  }

  /** The name's array was made for it. */
  void own(String name) {
    own.add(name);
  }

  /** Names whose arrays were made for them. */
  Set<String> owned() {
    return new HashSet<>(own);
  }

  void restoreOwned(Set<String> names) {
    own.clear();
    own.addAll(names);
  }

  /** Whether the name's array is of its own, so that it may be changed in place. */
  boolean isOwn(String name) {
    return own.contains(name);
  }

  /** The name may still hold the one number that it had before a loop that did not run. */
  void mayBeSingle(String name) {
    single.add(name);
  }

  String grouped(Text value) {
    return operand(value);
  }

  /** A value to be stored, where an array of floats may take what has several types. */
  Text renderStored(Expression e, boolean floats) {
    if (floats && e instanceof Expression.IfExp choice) {
      Text condition = condition(choice.test());
      boolean before = speculate(true);
      Text value = choose(condition, render(choice.body()), render(choice.orElse()), true);
      speculate(before);
      return value;
    }
    intoFloats = floats && e instanceof Expression.Call;
    Text value = render(e);
    intoFloats = false;
    return value;
  }

  /** What names stand for now. */
  Map<String, Text> locals() {
    return new HashMap<>(locals);
  }

  void restore(Map<String, Text> names) {
    locals.clear();
    locals.putAll(names);
  }

  /** Elements that have another value than their array holds, by their text. */
  Map<String, Text> stored() {
    return stored;
  }

  /** Computes with the elements that the mask picks; an empty one picks all. */
  void pick(String picked) {
    mask = picked;
  }

  /** Whether values are computed that the loop might not need: then they must do no harm. */
  boolean speculate(boolean now) {
    boolean before = speculative;
    speculative = now;
    return before;
  }

  Text render(Expression e) {
    if (e instanceof Expression.Constant c) {
      return constant(c);
    } else if (e instanceof Expression.Name name) {
      return name(name);
    } else if (isLength(e)) {
      return new Text(facts.text(e), Set.of(), Kind.FIXED, ArrayFact.Element.INT64);
    } else if (e instanceof Expression.Subscript subscript) {
      return element(subscript);
    } else if (e instanceof Expression.BinOp operation) {
      return binary(operation);
    } else if (e instanceof Expression.UnaryOp op && op.operator() != UnaryOperator.NOT) {
      Text operand = render(op.operand());
      if (operand.kind() != Kind.ELEMENT && op.operator() == UnaryOperator.INVERT
          || operand.element() == ArrayFact.Element.BOOL) {
        throw refused(e);
      }
      return spliced(
          e,
          Map.of(op.operand(), operand.code()),
          operand.axes(),
          operand.kind(),
          operand.element());
    } else if (e instanceof Expression.IfExp choice) {
      Text condition = condition(choice.test());
      boolean before = speculate(true);
      Text value = choose(condition, render(choice.body()), render(choice.orElse()), false);
      speculate(before);
      return value;
    } else if (e instanceof Expression.Compare
        || e instanceof Expression.BoolOp
        || e instanceof Expression.UnaryOp) {
      return condition(e);
    } else if (e instanceof Expression.Call call) {
      return call(call);
    } else if (e instanceof Expression.Attribute attribute) {
      return attribute(attribute);
    }
    throw refused(e);
  }

  /** {@code len(a)} and {@code a.shape[k]}. */
  private boolean isLength(Expression e) {
    boolean reads = e instanceof Expression.Call || e instanceof Expression.Subscript;
    return reads
        && LoopNest.names(e).stream().noneMatch(nest.bound()::contains)
        && facts.integer(e).isPresent();
  }

  private NotVectorizable refused(Expression e) {
    return new NotVectorizable(
        "`" + facts.text(e) + "` in line " + line(e) + " has no counterpart over whole arrays");
  }

  private int line(Node node) {
    return program.tree().source().line(node.start());
  }

  private Text constant(Expression.Constant c) {
    boolean number =
        c.value() instanceof Literal.IntegerNumber || c.value() instanceof Literal.FloatNumber;
    if (!number) {
      throw refused(c);
    }
    boolean large = c.value() instanceof Literal.IntegerNumber n && n.value().bitLength() > 31;
    ArrayFact.Element element =
        c.value() instanceof Literal.FloatNumber
            ? ArrayFact.Element.FLOAT64
            : large ? ArrayFact.Element.UNKNOWN : ArrayFact.Element.INT64;
    return new Text(facts.text(c), Set.of(), Kind.FIXED, element);
  }

  private Text name(Expression.Name name) {
    if (nest.axes().containsKey(name.id())) {
      String code = arrays.counter(name.id());
      return new Text(
          picked(code, Set.of(name.id()), name),
          Set.of(name.id()),
          Kind.COUNTER,
          ArrayFact.Element.INT64);
    }
    if (nest.kept().containsKey(name.id())) {
      return new Text(name.id(), Set.of(), Kind.COUNTER, ArrayFact.Element.INT64);
    }
    if (locals.containsKey(name.id())) {
      Text local = locals.get(name.id());
      return new Text(
          picked(local.code(), local.axes(), name), local.axes(), local.kind(), local.element());
    }
    if (nest.items().containsKey(name.id())) {
      LoopNest.Item item = nest.items().get(name.id());
      return element(arrays.item(item), name);
    }
    if (nest.bound().contains(name.id())) {
      throw new NotVectorizable("`" + name.id() + "` is carried from iteration to iteration");
    }
    if (facts.of(name).isPresent()) {
      throw new NotVectorizable("`" + name.id() + "` is used as a whole in every iteration");
    }
    return new Text(name.id(), Set.of(), Kind.FIXED, number(name));
  }

  /** What a Python number counts as, where its type is known. */
  private ArrayFact.Element number(Expression e) {
    Type type = program.type(e);
    if (type.equals(Type.FLOAT)) {
      return ArrayFact.Element.FLOAT64;
    }
    return type.equals(Type.INT) && facts.isCount(e)
        ? ArrayFact.Element.INT64
        : ArrayFact.Element.UNKNOWN;
  }

  /** The part of a value that the mask picks. */
  private String picked(String code, Set<String> axes, Expression e) {
    if (mask.isEmpty() || axes.isEmpty()) {
      return code;
    }
    if (axes.size() != order().size()) {
      throw refused(e);
    }
    return code + "[" + mask + "]";
  }

  /** A constant of a module or a plain field of an object: a number that stays the same. */
  private Text attribute(Expression.Attribute attribute) {
    boolean number = program.type(attribute).isNumber();
    boolean fixed =
        attribute.value() instanceof Expression.Name base && !nest.bound().contains(base.id());
    if (!number || !fixed) {
      throw refused(attribute);
    }
    return new Text(facts.text(attribute), Set.of(), Kind.FIXED, number(attribute));
  }

  private Text element(Expression.Subscript subscript) {
    if (stored.containsKey(facts.text(subscript))) {
      return stored.get(facts.text(subscript));
    }
    ArrayText.Access access = arrays.access(subscript);
    boolean replaced = stored.keySet().stream().anyMatch(s -> s.startsWith(access.array() + "["));
    boolean everywhere = speculative || !mask.isEmpty();
    if (replaced || everywhere && arrays.numbered().contains(access.array())) {
      throw refused(subscript);
    }
    return element(access, subscript);
  }

  /** The elements of an access, as read by the expression. */
  Text element(ArrayText.Access access, Expression e) {
    if (!access.fact().element().isKnown()) {
      caveats.add(
          "The element type of `"
              + access.array()
              + "` is not known; results are equal under"
              + " NumPy 2, whose scalars and arrays follow the same promotion rules.");
    }
    Set<String> axes = Set.copyOf(access.axes());
    return new Text(
        picked(arrays.operand(access), axes, e), axes, Kind.ELEMENT, access.fact().element());
  }

  private Text binary(Expression.BinOp e) {
    return combined(e, render(e.left()), render(e.right()));
  }

  /** The operation on operands that are written already. */
  Text combined(Expression.BinOp e, Text left, Text right) {
    if (!ARITHMETIC.contains(e.operator())) {
      throw refused(e);
    }
    boolean divides = FAILING.contains(e.operator()) && !isNonZero(e.right());
    Kind kind = left.kind().compareTo(right.kind()) > 0 ? left.kind() : right.kind();
    if (kind == Kind.COUNTER) {
      kind = counterArithmetic(e, left, right);
    } else if (kind == Kind.FIXED && divides) {
      if (speculative || !mask.isEmpty()) {
        throw new NotVectorizable(
            "`"
                + facts.text(e)
                + "` in line "
                + line(e)
                + " would be computed, and might fail, even"
                + " when the loop does not compute it");
      }
      guards.requireItems(nest.axes().values());
      guards.requireItems(nest.kept().values());
    } else if (kind == Kind.ELEMENT && e.operator() == Operator.POW) {
      return power(e, left, right);
    }
    if (divides && right.kind() != Kind.ELEMENT && single.contains(left.code())) {
      guards.requireItems(nest.axes().values());
    }
    if (divides && speculative && e.operator() != Operator.POW) {
      throw new Harmful(
          "`"
              + facts.text(e)
              + "` in line "
              + line(e)
              + " would also be computed where the condition does not hold");
    }
    Set<String> axes = new HashSet<>(left.axes());
    axes.addAll(right.axes());
    requireSamePromotion(e, left, right);
    return spliced(
        e,
        inOrder(e.left(), left.code(), e.right(), right.code()),
        axes,
        kind,
        promoted(e.operator(), left, right));
  }

  /** An array of loop variables has a type of its own, which a Python number has not. */
  private void requireSamePromotion(Expression e, Text left, Text right) {
    boolean mixed =
        left.kind() == Kind.COUNTER
                && !left.axes().isEmpty()
                && right.kind() == Kind.ELEMENT
                && !right.element().isKnown()
            || right.kind() == Kind.COUNTER
                && !right.axes().isEmpty()
                && left.kind() == Kind.ELEMENT
                && !left.element().isKnown();
    if (mixed) {
      throw new NotVectorizable(
          "`"
              + facts.text(e)
              + "` in line "
              + line(e)
              + " mixes loop variables with elements whose type is not known");
    }
  }

  private static ArrayFact.Element promoted(Operator operator, Text left, Text right) {
    ArrayFact.Element a = left.element();
    ArrayFact.Element b = right.element();
    if (!a.isKnown() || !b.isKnown()) {
      return ArrayFact.Element.UNKNOWN;
    }
    if (operator == Operator.DIV) {
      return ArrayFact.Element.FLOAT64;
    }
    if (a == b) {
      return a == ArrayFact.Element.BOOL ? ArrayFact.Element.UNKNOWN : a;
    }
    return a == ArrayFact.Element.FLOAT64 || b == ArrayFact.Element.FLOAT64
        ? ArrayFact.Element.FLOAT64
        : ArrayFact.Element.INT64;
  }

  /** Python's whole numbers do not overflow: only what surely stays small is computed by NumPy. */
  private Kind counterArithmetic(Expression.BinOp e, Text left, Text right) {
    boolean bothSmall = isSmall(e.left(), left) && isSmall(e.right(), right);
    boolean floats = isFloat(e.left()) || isFloat(e.right());
    boolean sound =
        switch (e.operator()) {
          case ADD, SUB -> bothSmall || floats;
          case MULT -> floats || (bothSmall && !isProduct(e.left()) && !isProduct(e.right()));
          case DIV -> (bothSmall || floats) && isNonZero(e.right());
          case MOD, FLOOR_DIV -> bothSmall && isNonZero(e.right());
          default -> false;
        };
    if (!sound) {
      throw new NotVectorizable(
          "`"
              + facts.text(e)
              + "` in line "
              + line(e)
              + " computes with loop variables, which NumPy might round or overflow");
    }
    return Kind.COUNTER;
  }

  private boolean isSmall(Expression e, Text text) {
    return text.kind() == Kind.COUNTER
        || ArrayText.wholeNumber(e).filter(n -> n < 1 << 20).isPresent();
  }

  private static boolean isProduct(Expression e) {
    return !(e instanceof Expression.Name) && !(e instanceof Expression.Constant);
  }

  private boolean isFloat(Expression e) {
    return program.type(e).equals(Type.FLOAT);
  }

  private static boolean isNonZero(Expression e) {
    if (e instanceof Expression.Constant c) {
      return (c.value() instanceof Literal.IntegerNumber n && n.value().signum() != 0)
          || (c.value() instanceof Literal.FloatNumber f && f.value() != 0.0);
    }
    return false;
  }

  /**
   * Powers of single floats are computed by the C library; those of arrays take short cuts that round
   * differently, except by {@code float_power}. Powers of whole numbers are exact.
   */
  private Text power(Expression.BinOp e, Text base, Text exponent) {
    Optional<Long> whole = ArrayText.wholeNumber(e.right());
    boolean floats =
        base.element() == ArrayFact.Element.FLOAT64
            && base.kind() == Kind.ELEMENT
            && exponent.element().isKnown()
            && exponent.element() != ArrayFact.Element.BOOL;
    boolean ints =
        base.element() == ArrayFact.Element.INT64
            && base.kind() == Kind.ELEMENT
            && whole.isPresent();
    if (!floats && !ints) {
      throw new NotVectorizable(
          "`" + facts.text(e) + "` in line " + line(e) + " rounds differently over whole arrays");
    }
    boolean square = whole.filter(n -> n >= 1).isPresent();
    if (speculative && !square) {
      throw new Harmful(
          "`" + facts.text(e) + "` would also be computed where the condition does not hold");
    }
    Set<String> axes = new HashSet<>(base.axes());
    axes.addAll(exponent.axes());
    if (ints) {
      return spliced(
          e,
          inOrder(e.left(), base.code(), e.right(), exponent.code()),
          axes,
          Kind.ELEMENT,
          base.element());
    }
    String code =
        VectorizePlan.NUMPY
            + ".float_power("
            + flat(unwrapped(base.code()))
            + ", "
            + flat(exponent.code())
            + ")";
    return new Text(code, axes, Kind.ELEMENT, ArrayFact.Element.FLOAT64);
  }

  /** Without the parentheses around all of it. */
  static String unwrapped(String code) {
    if (!code.startsWith("(") || !code.endsWith(")")) {
      return code;
    }
    int depth = 0;
    for (int i = 0; i < code.length() - 1; i++) {
      depth += code.charAt(i) == '(' ? 1 : code.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return code;
      }
    }
    return code.substring(1, code.length() - 1);
  }

  private Text call(Expression.Call call) {
    if (!call.keywords().isEmpty()) {
      throw refused(call);
    }
    Optional<ArrayFact> whole = summarized(call);
    if (whole.isPresent()) {
      // Of an array without elements it would warn, or fail, where the loop does not compute it.
      guards.requireItems(nest.axes().values());
      guards.requireItems(nest.kept().values());
      return new Text(facts.text(call), Set.of(), Kind.FIXED, whole.get().element());
    }
    Optional<String> numpy = library.numpyName(call.function());
    if (numpy.filter(ELEMENTWISE::contains).isPresent()) {
      return mapped(call, facts.text(call.function()), PARTIAL);
    }
    String builtin = builtin(call).orElse("");
    if (builtin.equals("abs") && call.arguments().size() == 1) {
      return mapped(call, VectorizePlan.NUMPY + ".abs", PARTIAL);
    } else if ((builtin.equals("min") || builtin.equals("max")) && call.arguments().size() == 2) {
      return extreme(call, builtin.equals("min") ? "<" : ">");
    } else if (isSquareRoot(call) && isSumOfSquares(call.arguments().get(0))) {
      return mapped(call, VectorizePlan.NUMPY + ".sqrt", Set.of());
    }
    throw refused(call);
  }

  /** {@code a.mean()}, {@code np.max(a)}: one number of an array that the loop leaves as it is. */
  private Optional<ArrayFact> summarized(Expression.Call call) {
    Optional<String> numpy = library.numpyName(call.function());
    Optional<Expression> array = Optional.empty();
    String name = "";
    if (numpy.isPresent() && call.arguments().size() == 1) {
      name = numpy.get();
      array = Optional.of(call.arguments().get(0));
    } else if (call.function() instanceof Expression.Attribute method
        && call.arguments().isEmpty()) {
      name = method.attribute();
      array = Optional.of(method.value());
    }
    boolean averages = AVERAGES.contains(name);
    boolean picks = PICKED.contains(name);
    boolean harmless = !speculative && mask.isEmpty();
    return array
        .filter(a -> a instanceof Expression.Name n && !nest.bound().contains(n.id()))
        .filter(a -> harmless && steady.test((Expression.Name) a))
        .flatMap(facts::of)
        .filter(f -> f.element() != ArrayFact.Element.OTHER)
        .filter(f -> f.element() != ArrayFact.Element.BOOL)
        .filter(f -> averages || picks)
        .map(f -> averages && f.element().isKnown() ? f.withElement(ArrayFact.Element.FLOAT64) : f);
  }

  private Optional<String> builtin(Expression.Call call) {
    return call.function() instanceof Expression.Name name
            && program.scopes().around(name).owner(name.id()).isEmpty()
            && !program.writesNamesByText()
        ? Optional.of(name.id())
        : Optional.empty();
  }

  private boolean isSquareRoot(Expression.Call call) {
    return call.arguments().size() == 1
        && program.value(call.function()).roots().stream()
            .allMatch(
                r ->
                    r instanceof dev.parallelize.semantics.Root.LibraryObject o
                        && o.name().equals("math.sqrt"))
        && !program.value(call.function()).roots().isEmpty();
  }

  /** {@code math.sqrt} raises for negative numbers, NumPy does not: only what has no sign will do. */
  private boolean isSumOfSquares(Expression e) {
    if (e instanceof Expression.BinOp op && op.operator() == Operator.ADD) {
      return isSumOfSquares(op.left()) && isSumOfSquares(op.right());
    }
    boolean square =
        e instanceof Expression.Name name && notNegative.contains(name.id())
            || e instanceof Expression.BinOp op
                && ((op.operator() == Operator.MULT
                        && facts.text(op.left()).equals(facts.text(op.right())))
                    || (op.operator() == Operator.POW
                        && ArrayText.wholeNumber(op.right()).filter(n -> n == 2).isPresent()));
    return square
        || (e instanceof Expression.Constant c
            && c.value() instanceof Literal.FloatNumber f
            && f.value() >= 0);
  }

  private Text mapped(Expression.Call call, String function, Set<String> partial) {
    StringBuilder code = new StringBuilder(function).append('(');
    Set<String> axes = new HashSet<>();
    boolean element = false;
    boolean whole = true;
    boolean known = true;
    for (int i = 0; i < call.arguments().size(); i++) {
      Text argument = render(call.arguments().get(i));
      element |= argument.kind() == Kind.ELEMENT;
      boolean counter = argument.kind() == Kind.COUNTER && !argument.axes().isEmpty();
      known &= argument.element().isKnown();
      whole &= argument.element() == ArrayFact.Element.INT64;
      if (counter && call.arguments().size() > 1) {
        throw refused(call);
      }
      axes.addAll(argument.axes());
      code.append(i > 0 ? ", " : "").append(argument.code());
    }
    String name = function.substring(function.lastIndexOf('.') + 1);
    if (!element) {
      throw refused(call);
    }
    if (speculative && partial.contains(name)) {
      throw new Harmful(
          "`"
              + facts.text(call)
              + "` in line "
              + line(call)
              + " would also be computed where the condition does not hold");
    }
    ArrayFact.Element result =
        !known
            ? ArrayFact.Element.UNKNOWN
            : whole && KEEPING.contains(name) ? ArrayFact.Element.INT64 : ArrayFact.Element.FLOAT64;
    return new Text(code.append(')').toString(), axes, Kind.ELEMENT, result);
  }

  /** {@code min(x, y)} is {@code y if y < x else x}, also for NaN. */
  private Text extreme(Expression.Call call, String comparison) {
    boolean floats = intoFloats;
    intoFloats = false;
    Text first = render(call.arguments().get(0));
    Text second = render(call.arguments().get(1));
    if (first.kind() == Kind.COUNTER || second.kind() == Kind.COUNTER) {
      throw refused(call);
    }
    Text condition =
        new Text(
            operand(second) + " " + comparison + " " + operand(first),
            union(first, second),
            Kind.ELEMENT,
            ArrayFact.Element.BOOL);
    return choose(condition, second, first, floats);
  }

  private static String operand(Text text) {
    return text.code().matches("[\\w.\uE000]+(\\[[^\\]]*\\])?")
        ? text.code()
        : "(" + text.code() + ")";
  }

  private static Set<String> union(Text... texts) {
    Set<String> axes = new HashSet<>();
    for (Text text : texts) {
      axes.addAll(text.axes());
    }
    return axes;
  }

  /** One of two values by a condition; both are computed, so both must be harmless. */
  Text choose(Text condition, Text then, Text otherwise, boolean floats) {
    boolean counters = then.kind() == Kind.COUNTER || otherwise.kind() == Kind.COUNTER;
    ArrayFact.Element a = then.element();
    ArrayFact.Element b = otherwise.element();
    boolean weak = then.kind() == Kind.FIXED || otherwise.kind() == Kind.FIXED;
    boolean same = a == b && a.isKnown();
    boolean small =
        weak
            && (a == ArrayFact.Element.FLOAT64 && isWholeConstant(otherwise)
                || b == ArrayFact.Element.FLOAT64 && isWholeConstant(then));
    if (!floats && (counters || !small) && !same) {
      throw new NotVectorizable(
          "a choice between `"
              + flat(then.code()).replace(VectorizePlan.NUMPY, "np")
              + "` and `"
              + flat(otherwise.code()).replace(VectorizePlan.NUMPY, "np")
              + "` would give both the same type, which they are not known to have");
    }
    String code =
        VectorizePlan.NUMPY
            + ".where("
            + flat(unwrapped(condition.code()))
            + ", "
            + flat(unwrapped(then.code()))
            + ", "
            + flat(unwrapped(otherwise.code()))
            + ")";
    return new Text(
        code,
        union(condition, then, otherwise),
        Kind.ELEMENT,
        same ? a : small ? ArrayFact.Element.FLOAT64 : ArrayFact.Element.UNKNOWN);
  }

  private static boolean isWholeConstant(Text text) {
    return text.kind() == Kind.FIXED && text.code().matches("-?\\d{1,9}");
  }

  /** The truth of an expression in every iteration. */
  Text condition(Expression test) {
    if (test instanceof Expression.Compare compare) {
      return comparison(compare);
    }
    if (test instanceof Expression.BoolOp op) {
      StringBuilder code = new StringBuilder();
      Set<String> axes = new HashSet<>();
      String joint = op.operator() == BooleanOperator.AND ? " & " : " | ";
      boolean before = speculative;
      boolean element = true;
      for (Expression value : op.values()) {
        Text part = condition(value);
        speculative = true;
        element &= part.kind() == Kind.ELEMENT;
        axes.addAll(part.axes());
        code.append(code.isEmpty() ? "" : joint).append(grouped(part.code()));
      }
      speculative = before;
      if (!element) {
        throw refused(test);
      }
      return new Text(code.toString(), axes, Kind.ELEMENT, ArrayFact.Element.BOOL);
    }
    if (test instanceof Expression.UnaryOp not && not.operator() == UnaryOperator.NOT) {
      Text operand = condition(not.operand());
      if (operand.kind() != Kind.ELEMENT) {
        throw refused(test);
      }
      return new Text(
          "~" + grouped(operand.code()), operand.axes(), Kind.ELEMENT, ArrayFact.Element.BOOL);
    }
    Text value = render(test);
    if (value.kind() != Kind.ELEMENT || value.element() != ArrayFact.Element.BOOL) {
      throw refused(test);
    }
    return value;
  }

  private static String grouped(String code) {
    return code.matches("[\\w.]+(\\[[^\\]]*\\])?|\\([^()]*\\)|~\\([^()]*\\)")
        ? code
        : "(" + code + ")";
  }

  private Text comparison(Expression.Compare compare) {
    List<Expression> operands = new ArrayList<>(List.of(compare.left()));
    operands.addAll(compare.comparators());
    boolean chained = compare.operators().size() > 1;
    StringBuilder code = new StringBuilder();
    Set<String> axes = new HashSet<>();
    boolean running = false;
    for (int i = 0; i < compare.operators().size(); i++) {
      Text a = render(operands.get(i));
      Text b = render(operands.get(i + 1));
      boolean element = a.kind() == Kind.ELEMENT || b.kind() == Kind.ELEMENT;
      boolean counters = isSmall(operands.get(i), a) && isSmall(operands.get(i + 1), b);
      if (!ORDERING.contains(compare.operators().get(i)) || !element && !counters) {
        throw refused(compare);
      }
      requireSamePromotion(compare, a, b);
      axes.addAll(a.axes());
      axes.addAll(b.axes());
      running |= element || !a.axes().isEmpty() || !b.axes().isEmpty();
      if (!chained) {
        Text text =
            spliced(
                compare,
                inOrder(operands.get(0), a.code(), operands.get(1), b.code()),
                axes,
                Kind.ELEMENT,
                ArrayFact.Element.BOOL);
        return running
            ? text
            : new Text(text.code(), axes, Kind.COUNTER, ArrayFact.Element.UNKNOWN);
      }
      code.append(i > 0 ? " & " : "")
          .append('(')
          .append(operand(a))
          .append(' ')
          .append(SYMBOLS.get(compare.operators().get(i)))
          .append(' ')
          .append(operand(b))
          .append(')');
    }
    if (!running) {
      throw refused(compare);
    }
    return new Text(code.toString(), axes, Kind.ELEMENT, ArrayFact.Element.BOOL);
  }

  private static Map<Expression, String> inOrder(
      Expression left, String leftCode, Expression right, String rightCode) {
    Map<Expression, String> parts = new LinkedHashMap<>();
    parts.put(left, leftCode);
    parts.put(right, rightCode);
    return parts;
  }

  /** The expression's own text with its parts replaced, on one line. */
  private Text spliced(
      Expression e,
      Map<Expression, String> parts,
      Set<String> axes,
      Kind kind,
      ArrayFact.Element element) {
    String text = facts.text(e);
    StringBuilder code = new StringBuilder();
    int position = e.start();
    for (Map.Entry<Expression, String> part : parts.entrySet()) {
      code.append(text, position - e.start(), part.getKey().start() - e.start());
      code.append(part.getValue());
      position = part.getKey().end();
    }
    code.append(text.substring(position - e.start()));
    String line = code.toString();
    if (line.contains("#")) {
      throw new NotVectorizable("a comment stands inside of `" + facts.text(e) + "`");
    }
    return new Text(flat(line), axes, kind, element);
  }

  /** On one line, as it may stand between parentheses. */
  static String flat(String code) {
    return code.replaceAll("\\(\\s*\\R\\s*", "(")
        .replaceAll("\\s*\\R\\s*\\)", ")")
        .replaceAll("\\s*\\\\?\\R\\s*", " ");
  }

  List<String> order() {
    return arrays.order();
  }
}
