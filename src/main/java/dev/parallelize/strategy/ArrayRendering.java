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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  record Text(String code, Set<String> axes, Kind kind) {}

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
  private static final Set<Comparator> ORDERING =
      Set.of(
          Comparator.LT,
          Comparator.LT_E,
          Comparator.GT,
          Comparator.GT_E,
          Comparator.EQ,
          Comparator.NOT_EQ);
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

  private final Program program;
  private final ArrayFacts facts;
  private final LoopNest nest;
  private final ArrayText arrays;
  private final ArrayExpressions library;
  private final Map<String, Text> locals = new HashMap<>();
  private final Set<String> caveats;

  ArrayRendering(
      Program program, ArrayFacts facts, LoopNest nest, ArrayText arrays, Set<String> caveats) {
    this.program = program;
    this.facts = facts;
    this.nest = nest;
    this.arrays = arrays;
    this.library = new ArrayExpressions(program, facts);
    this.caveats = caveats;
  }

  /** From now on the name stands for this value in every iteration. */
  void define(String name, Text value) {
    locals.put(name, new Text(name, value.axes(), value.kind()));
  }

  Text render(Expression e) {
    if (e instanceof Expression.Constant c) {
      return constant(c);
    } else if (e instanceof Expression.Name name) {
      return name(name);
    } else if (e instanceof Expression.Subscript subscript) {
      return element(subscript);
    } else if (e instanceof Expression.BinOp operation) {
      return binary(operation);
    } else if (e instanceof Expression.UnaryOp op && op.operator() != UnaryOperator.NOT) {
      Text operand = render(op.operand());
      if (op.operator() == UnaryOperator.INVERT && operand.kind() != Kind.ELEMENT) {
        throw refused(e);
      }
      return spliced(e, Map.of(op.operand(), operand.code()), operand.axes(), operand.kind());
    } else if (e instanceof Expression.IfExp choice) {
      return choose(choice.test(), choice.body(), render(choice.orElse()), choice.orElse());
    } else if (e instanceof Expression.Call call) {
      return call(call);
    } else if (e instanceof Expression.Attribute attribute) {
      return attribute(attribute);
    }
    throw refused(e);
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
    return new Text(facts.text(c), Set.of(), Kind.FIXED);
  }

  private Text name(Expression.Name name) {
    if (nest.axes().containsKey(name.id())) {
      return new Text(arrays.counter(name.id()), Set.of(name.id()), Kind.COUNTER);
    }
    if (locals.containsKey(name.id())) {
      return locals.get(name.id());
    }
    if (nest.bound().contains(name.id())) {
      throw new NotVectorizable("`" + name.id() + "` is carried from iteration to iteration");
    }
    if (facts.of(name).isPresent()) {
      throw new NotVectorizable("`" + name.id() + "` is used as a whole in every iteration");
    }
    return new Text(name.id(), Set.of(), Kind.FIXED);
  }

  /** A constant of a module or a plain field of an object: a number that stays the same. */
  private Text attribute(Expression.Attribute attribute) {
    boolean number = program.type(attribute).isNumber();
    boolean fixed =
        attribute.value() instanceof Expression.Name base && !nest.bound().contains(base.id());
    if (!number || !fixed) {
      throw refused(attribute);
    }
    return new Text(facts.text(attribute), Set.of(), Kind.FIXED);
  }

  private Text element(Expression.Subscript subscript) {
    ArrayText.Access access = arrays.access(subscript);
    if (access.fact().element() == ArrayFact.Element.UNKNOWN) {
      caveats.add(
          "The element type of `"
              + access.array()
              + "` is not known; results are equal under"
              + " NumPy 2, whose scalars and arrays follow the same promotion rules.");
    }
    return new Text(arrays.operand(access), Set.copyOf(access.axes()), Kind.ELEMENT);
  }

  private Text binary(Expression.BinOp e) {
    Text left = render(e.left());
    Text right = render(e.right());
    if (!ARITHMETIC.contains(e.operator())) {
      throw refused(e);
    }
    Kind kind = left.kind().compareTo(right.kind()) > 0 ? left.kind() : right.kind();
    if (kind == Kind.COUNTER) {
      kind = counterArithmetic(e, left, right);
    } else if (kind == Kind.FIXED && FAILING.contains(e.operator()) && !isNonZero(e.right())) {
      throw new NotVectorizable(
          "`"
              + facts.text(e)
              + "` in line "
              + line(e)
              + " would be computed, and might fail, even"
              + " when the loop does not run");
    } else if (kind == Kind.ELEMENT && e.operator() == Operator.POW) {
      power(e, left);
    }
    Set<String> axes = new HashSet<>(left.axes());
    axes.addAll(right.axes());
    return spliced(e, inOrder(e.left(), left.code(), e.right(), right.code()), axes, kind);
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

  private void power(Expression.BinOp e, Text base) {
    long exponent = ArrayText.wholeNumber(e.right()).orElse(0L);
    if (base.kind() != Kind.ELEMENT || exponent < 2) {
      throw new NotVectorizable(
          "`" + facts.text(e) + "` in line " + line(e) + " rounds differently over whole arrays");
    }
    if (exponent > 2) {
      caveats.add(
          "`"
              + facts.text(e)
              + "`: powers over whole arrays may differ from the loop's in the last"
              + " bit on processors with wide vector units.");
    }
  }

  private Text call(Expression.Call call) {
    if (!call.keywords().isEmpty()) {
      throw refused(call);
    }
    Optional<String> numpy = library.numpyName(call.function());
    if (numpy.filter(ELEMENTWISE::contains).isPresent()) {
      return mapped(call, facts.text(call.function()));
    }
    String builtin = builtin(call).orElse("");
    if (builtin.equals("abs") && call.arguments().size() == 1) {
      return mapped(call, VectorizePlan.NUMPY + ".abs");
    } else if ((builtin.equals("min") || builtin.equals("max")) && call.arguments().size() == 2) {
      return extreme(call, builtin.equals("min") ? "<" : ">");
    } else if (isSquareRoot(call) && isSumOfSquares(call.arguments().get(0))) {
      return mapped(call, VectorizePlan.NUMPY + ".sqrt");
    }
    throw refused(call);
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
        e instanceof Expression.BinOp op
            && ((op.operator() == Operator.MULT
                    && facts.text(op.left()).equals(facts.text(op.right())))
                || (op.operator() == Operator.POW
                    && ArrayText.wholeNumber(op.right()).filter(n -> n == 2).isPresent()));
    return square
        || (e instanceof Expression.Constant c
            && c.value() instanceof Literal.FloatNumber f
            && f.value() >= 0);
  }

  private Text mapped(Expression.Call call, String function) {
    StringBuilder code = new StringBuilder(function).append('(');
    Set<String> axes = new HashSet<>();
    boolean element = false;
    for (int i = 0; i < call.arguments().size(); i++) {
      Text argument = render(call.arguments().get(i));
      element |= argument.kind() == Kind.ELEMENT;
      axes.addAll(argument.axes());
      code.append(i > 0 ? ", " : "").append(argument.code());
    }
    if (!element) {
      throw refused(call);
    }
    return new Text(code.append(')').toString(), axes, Kind.ELEMENT);
  }

  /** {@code min(x, y)} is {@code y if y < x else x}, also for NaN. */
  private Text extreme(Expression.Call call, String comparison) {
    Text first = render(call.arguments().get(0));
    Text second = render(call.arguments().get(1));
    if (first.kind() == Kind.COUNTER || second.kind() == Kind.COUNTER) {
      throw refused(call);
    }
    Set<String> axes = new HashSet<>(first.axes());
    axes.addAll(second.axes());
    String code =
        VectorizePlan.NUMPY
            + ".where("
            + second.code()
            + " "
            + comparison
            + " "
            + first.code()
            + ", "
            + second.code()
            + ", "
            + first.code()
            + ")";
    return new Text(code, axes, Kind.ELEMENT);
  }

  /** One of two values by a condition; both are computed, so both must be harmless. */
  Text choose(Expression test, Expression then, Text otherwise, Expression otherwiseExpression) {
    Text condition = condition(test);
    Text value = render(then);
    requireHarmless(then);
    requireHarmless(otherwiseExpression);
    Set<String> axes = new HashSet<>(condition.axes());
    axes.addAll(value.axes());
    axes.addAll(otherwise.axes());
    String code =
        VectorizePlan.NUMPY
            + ".where("
            + condition.code()
            + ", "
            + value.code()
            + ", "
            + otherwise.code()
            + ")";
    return new Text(code, axes, Kind.ELEMENT);
  }

  private void requireHarmless(Expression e) {
    dev.parallelize.syntax.Walk.each(
        e,
        node -> {
          boolean fails =
              (node instanceof Expression.BinOp op
                      && FAILING.contains(op.operator())
                      && !isNonZero(op.right()))
                  || node instanceof Expression.Call;
          if (fails) {
            throw new NotVectorizable(
                "`"
                    + facts.text((Expression) node)
                    + "` in line "
                    + line(node)
                    + " would also be computed where the condition does not hold");
          }
        });
  }

  private Text condition(Expression test) {
    if (test instanceof Expression.Compare compare
        && compare.operators().size() == 1
        && ORDERING.contains(compare.operators().get(0))) {
      Expression right = compare.comparators().get(0);
      Text a = render(compare.left());
      Text b = render(right);
      boolean element = a.kind() == Kind.ELEMENT || b.kind() == Kind.ELEMENT;
      boolean counters = isSmall(compare.left(), a) && isSmall(right, b);
      if (!element && !counters) {
        throw refused(test);
      }
      Set<String> axes = new HashSet<>(a.axes());
      axes.addAll(b.axes());
      return spliced(
          compare, inOrder(compare.left(), a.code(), right, b.code()), axes, Kind.ELEMENT);
    }
    if (test instanceof Expression.BoolOp op) {
      StringBuilder code = new StringBuilder();
      Set<String> axes = new HashSet<>();
      String joint = op.operator() == BooleanOperator.AND ? " & " : " | ";
      for (Expression value : op.values()) {
        requireHarmless(value);
        Text part = condition(value);
        axes.addAll(part.axes());
        code.append(code.isEmpty() ? "" : joint).append('(').append(part.code()).append(')');
      }
      return new Text(code.toString(), axes, Kind.ELEMENT);
    }
    if (test instanceof Expression.UnaryOp not && not.operator() == UnaryOperator.NOT) {
      Text operand = condition(not.operand());
      return new Text("~(" + operand.code() + ")", operand.axes(), Kind.ELEMENT);
    }
    throw refused(test);
  }

  private static Map<Expression, String> inOrder(
      Expression left, String leftCode, Expression right, String rightCode) {
    Map<Expression, String> parts = new LinkedHashMap<>();
    parts.put(left, leftCode);
    parts.put(right, rightCode);
    return parts;
  }

  /** The expression's own text with its parts replaced, on one line. */
  private Text spliced(Expression e, Map<Expression, String> parts, Set<String> axes, Kind kind) {
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
    return new Text(
        line.replaceAll("\\(\\s*\\R\\s*", "(")
            .replaceAll("\\s*\\R\\s*\\)", ")")
            .replaceAll("\\s*\\\\?\\R\\s*", " "),
        axes,
        kind);
  }

  List<String> order() {
    return arrays.order();
  }
}
