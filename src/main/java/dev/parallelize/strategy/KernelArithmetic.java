package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.UnaryOperator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What expressions of a kernel give; refuses those that a kernel computes or fails differently. */
final class KernelArithmetic {
  private static final Set<String> EXACT =
      Set.of("sqrt", "abs", "absolute", "fabs", "floor", "ceil", "maximum", "minimum");
  private static final Set<String> LAST_DIGIT =
      Set.of(
          "sin", "cos", "tan", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sinh",
          "cosh", "tanh", "arctan", "arctan2", "hypot");

  private final Program program;
  private final Scope frame;
  private final ArrayFacts facts;
  private final KernelAccess access;
  private final RunTimeGuards guards;
  private final Set<String> bound;
  private final Set<String> caveats;
  private final Map<String, KernelValue> locals = new LinkedHashMap<>();
  private final Set<String> captured = new LinkedHashSet<>();

  KernelArithmetic(
      Program program,
      Scope frame,
      ArrayFacts facts,
      KernelAccess access,
      RunTimeGuards guards,
      Set<String> bound,
      Set<String> caveats) {
    this.program = program;
    this.frame = frame;
    this.facts = facts;
    this.access = access;
    this.guards = guards;
    this.bound = bound;
    this.caveats = caveats;
  }

  /** What variables of the kernel hold. */
  Map<String, KernelValue> locals() {
    return locals;
  }

  /** Names from outside, in the order in which they are met. */
  Set<String> captured() {
    return captured;
  }

  KernelValue of(Expression e) {
    if (e instanceof Expression.Constant c) {
      return constant(c);
    } else if (e instanceof Expression.Name name) {
      return name(name);
    } else if (e instanceof Expression.Subscript subscript) {
      return subscript(subscript);
    } else if (e instanceof Expression.BinOp operation) {
      return bounded(e, binary(operation));
    } else if (e instanceof Expression.UnaryOp op && op.operator() == UnaryOperator.NOT) {
      return truth(op.operand());
    } else if (e instanceof Expression.UnaryOp op && op.operator() != UnaryOperator.INVERT) {
      return number(op.operand());
    } else if (e instanceof Expression.IfExp choice) {
      truth(choice.test());
      return of(choice.body()).join(of(choice.orElse()));
    } else if (e instanceof Expression.Compare compare) {
      if (!ArrayRendering.ORDERING.containsAll(compare.operators())) {
        throw refused(e);
      }
      number(compare.left());
      compare.comparators().forEach(this::number);
      return KernelValue.of(KernelValue.Kind.TRUTH);
    } else if (e instanceof Expression.BoolOp op) {
      op.values().forEach(this::truth);
      return KernelValue.of(KernelValue.Kind.TRUTH);
    } else if (e instanceof Expression.Call call) {
      return call(call);
    }
    throw refused(e);
  }

  NotVectorizable refused(Expression e) {
    return new NotVectorizable("`" + facts.text(e) + "` has no counterpart in a kernel");
  }

  /** A truth value: in a kernel, {@code and} and {@code or} give nothing else. */
  KernelValue truth(Expression e) {
    KernelValue value = of(e);
    if (value.kind() != KernelValue.Kind.TRUTH) {
      throw refused(e);
    }
    return value;
  }

  private KernelValue number(Expression e) {
    KernelValue value = of(e);
    if (!value.isNumber()) {
      throw refused(e);
    }
    return value;
  }

  private KernelValue bounded(Expression e, KernelValue value) {
    if (value.kind() == KernelValue.Kind.WHOLE && value.bits() > KernelValue.MOST_BITS) {
      throw new NotVectorizable(
          "`" + facts.text(e) + "` may grow beyond 64 bits, which a kernel would not notice");
    }
    return value;
  }

  private KernelValue constant(Expression.Constant c) {
    if (c.value() instanceof Literal.IntegerNumber n) {
      return bounded(c, KernelValue.whole(n.value().bitLength()));
    } else if (c.value() instanceof Literal.FloatNumber) {
      return KernelValue.of(KernelValue.Kind.FLOAT);
    } else if (isTruth(c)) {
      return KernelValue.of(KernelValue.Kind.TRUTH);
    }
    throw refused(c);
  }

  private static boolean isTruth(Expression.Constant c) {
    return c.value() == Literal.Singleton.TRUE || c.value() == Literal.Singleton.FALSE;
  }

  private KernelValue name(Expression.Name name) {
    if (bound.contains(name.id())) {
      return Optional.ofNullable(locals.get(name.id()))
          .orElseThrow(
              () -> new NotVectorizable("`" + name.id() + "` may have no value when it is read"));
    }
    captured.add(name.id());
    Type type = program.type(name);
    if (type.equals(Type.FLOAT)) {
      return KernelValue.of(KernelValue.Kind.FLOAT);
    }
    if (type.isInteger() || facts.isCount(name)) {
      boolean end = facts.integer(name).isPresent() && facts.isCount(name) && !type.isInteger();
      int bits =
          facts
              .integer(name)
              .filter(f -> f.isConstant())
              .map(f -> Long.SIZE - Long.numberOfLeadingZeros(Math.abs(f.constant())))
              .orElse(end || facts.isRangeEnd(name.id()) ? KernelValue.COUNTER_BITS : Long.SIZE);
      return KernelValue.whole(bits);
    }
    throw new NotVectorizable("`" + name.id() + "` is not known to be a number");
  }

  /** An element, or {@code a.shape[k]}. */
  private KernelValue subscript(Expression.Subscript subscript) {
    if (facts.integer(subscript).isPresent()) {
      capture(subscript);
      return KernelValue.COUNTER;
    }
    capture(subscript);
    return access.element(subscript);
  }

  /** Arrays that an element is taken from come in as arguments; their indices are read here too. */
  void capture(Expression.Subscript subscript) {
    Expression base = subscript;
    while (base instanceof Expression.Subscript level) {
      LoopNest.names(level.slice()).stream().filter(n -> !bound.contains(n)).forEach(captured::add);
      base = level.value();
    }
    LoopNest.names(base).forEach(captured::add);
  }

  private KernelValue binary(Expression.BinOp e) {
    KernelValue left = number(e.left());
    KernelValue right = number(e.right());
    boolean floats = left.isFloat() || right.isFloat();
    boolean element =
        left.kind() == KernelValue.Kind.ELEMENT || right.kind() == KernelValue.Kind.ELEMENT;
    boolean wraps =
        left.kind() == KernelValue.Kind.INTEGER || right.kind() == KernelValue.Kind.INTEGER;
    KernelValue mixed =
        KernelValue.of(
            element || (floats && wraps)
                ? KernelValue.Kind.ELEMENT
                : floats ? KernelValue.Kind.FLOAT : KernelValue.Kind.INTEGER);
    boolean whole = !floats && !wraps;
    return switch (e.operator()) {
      case ADD, SUB -> whole ? KernelValue.whole(Math.max(left.bits(), right.bits()) + 1) : mixed;
      case MULT -> whole ? KernelValue.whole(left.bits() + right.bits()) : mixed;
      case DIV -> divided(e, mixed, element || wraps);
      case MOD, FLOOR_DIV -> {
        if (floats || !isPositive(e.right())) {
          throw refused(e);
        }
        yield whole
            ? KernelValue.whole(e.operator() == Operator.MOD ? right.bits() : left.bits())
            : mixed;
      }
      case POW -> power(e, left);
      default -> throw refused(e);
    };
  }

  private static boolean isPositive(Expression e) {
    return e instanceof Expression.Constant c
        && c.value() instanceof Literal.IntegerNumber n
        && n.value().signum() > 0;
  }

  /** Python raises where NumPy gives infinity, and kernels do as NumPy. */
  private KernelValue divided(Expression.BinOp e, KernelValue mixed, boolean numpy) {
    boolean literal =
        e.right() instanceof Expression.Constant c
            && (c.value() instanceof Literal.FloatNumber f && f.value() != 0
                || c.value() instanceof Literal.IntegerNumber n && n.value().signum() != 0);
    if (!numpy && !literal) {
      boolean fixed = e.right() instanceof Expression.Name n && !bound.contains(n.id());
      if (!fixed) {
        throw new NotVectorizable(
            "`" + facts.text(e) + "` raises ZeroDivisionError where a kernel would not");
      }
      guards.require(facts.text(e.right()) + " != 0");
    }
    boolean python = mixed.kind() == KernelValue.Kind.FLOAT || !numpy;
    return KernelValue.of(python ? KernelValue.Kind.FLOAT : KernelValue.Kind.ELEMENT);
  }

  private KernelValue power(Expression.BinOp e, KernelValue base) {
    Optional<Long> exponent = ArrayText.wholeNumber(e.right());
    boolean small = exponent.filter(n -> n == 2 || n == 3).isPresent();
    if (small && base.kind() == KernelValue.Kind.WHOLE) {
      return KernelValue.whole(base.bits() * exponent.orElseThrow().intValue());
    }
    if (!small || base.kind() != KernelValue.Kind.ELEMENT) {
      throw new NotVectorizable(
          "`" + facts.text(e) + "` fails or rounds in another way in a kernel");
    }
    noteLastDigit("**");
    return base;
  }

  private void noteLastDigit(String function) {
    caveats.add(
        "`" + function + "` may differ from NumPy's in the last digit when it is compiled.");
  }

  private KernelValue call(Expression.Call call) {
    boolean plain =
        call.keywords().isEmpty()
            && call.arguments().stream().noneMatch(a -> a instanceof Expression.Starred);
    if (!plain) {
      throw refused(call);
    }
    if (call.function() instanceof Expression.Name name
        && program.scopes().around(name).owner(name.id()).isEmpty()) {
      return builtin(call, name.id());
    }
    Optional<String> function = libraryName(call);
    boolean numpy = function.filter(f -> f.startsWith("numpy.")).isPresent();
    String name = function.map(f -> f.substring(f.indexOf('.') + 1)).orElse("");
    if (numpy && (EXACT.contains(name) || LAST_DIGIT.contains(name))) {
      boolean whole = call.arguments().stream().map(this::number).noneMatch(KernelValue::isFloat);
      if (whole && !name.equals("sqrt")) {
        throw refused(call);
      }
      if (LAST_DIGIT.contains(name)) {
        noteLastDigit(facts.text(call.function()));
      }
      return KernelValue.of(KernelValue.Kind.ELEMENT);
    }
    if (function.filter(f -> f.equals("math.sqrt")).isPresent()
        && number(call.arguments().get(0)).isFloat()
        && hasNoSign(call.arguments().get(0))) {
      return KernelValue.of(KernelValue.Kind.FLOAT);
    }
    throw new NotVectorizable(
        "`"
            + facts.text(call)
            + "` calls what a kernel cannot, or raises where a kernel would not");
  }

  private KernelValue builtin(Expression.Call call, String name) {
    if (name.equals("len") && facts.integer(call).isPresent()) {
      LoopNest.names(call.arguments().get(0)).forEach(captured::add);
      return KernelValue.COUNTER;
    } else if (name.equals("abs") && call.arguments().size() == 1) {
      return number(call.arguments().get(0));
    } else if (name.equals("float") && call.arguments().size() == 1) {
      number(call.arguments().get(0));
      return KernelValue.of(KernelValue.Kind.FLOAT);
    }
    throw refused(call);
  }

  /** {@code np.sin} and the like, by the name of the module that is imported at the top. */
  private Optional<String> libraryName(Expression.Call call) {
    Set<Root> roots = program.value(call.function()).roots();
    boolean top =
        LoopNest.names(call.function()).stream()
            .allMatch(n -> frame.owner(n).filter(o -> o.node() instanceof Module).isPresent());
    if (roots.size() == 1 && roots.iterator().next() instanceof Root.LibraryObject object && top) {
      return Optional.of(object.name());
    }
    return new ArrayExpressions(program, facts)
        .numpyName(call.function())
        .filter(n -> top)
        .map(n -> "numpy." + n);
  }

  /** A sum of squares and of numbers that are not negative. */
  private boolean hasNoSign(Expression e) {
    if (e instanceof Expression.BinOp op && op.operator() == Operator.ADD) {
      return hasNoSign(op.left()) && hasNoSign(op.right());
    }
    return e instanceof Expression.BinOp op
            && op.operator() == Operator.MULT
            && facts.text(op.left()).equals(facts.text(op.right()))
        || e instanceof Expression.Constant c
            && c.value() instanceof Literal.FloatNumber f
            && f.value() >= 0;
  }
}
