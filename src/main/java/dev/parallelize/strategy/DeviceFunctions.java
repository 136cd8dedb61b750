package dev.parallelize.strategy;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The expressions that give the same values on a GPU as NumPy does.
 *
 * <p>Indices have to be slices and whole numbers: where an array of indices leaves the array, the
 * libraries take another element instead of failing.
 *
 * @see <a href="https://docs.jax.dev/en/latest/notebooks/Common_Gotchas_in_JAX.html">JAX, sharp bits</a>
 * @see <a href="https://docs.cupy.dev/en/stable/user_guide/difference.html">CuPy, differences</a>
 */
final class DeviceFunctions {
  /** Functions that give the same value in every library. */
  private static final Set<String> EXACT =
      Set.of("outer", "where", "sqrt", "square", "abs", "absolute", "floor", "ceil", "arange");

  /** Functions that give the same value but for the last digit. */
  private static final Set<String> ROUNDED =
      Set.of(
          "sin", "cos", "tan", "exp", "log", "log2", "log10", "log1p", "expm1", "exp2", "sinh",
          "cosh", "tanh", "arctan", "arctan2", "hypot");

  private static final Set<String> CONSTANTS = Set.of("newaxis", "pi", "e", "inf", "nan");

  /** What the host knows of an array without its elements. */
  private static final Set<String> OF_HOST = Set.of("shape", "size", "ndim");

  private final Set<String> modules;
  private boolean rounds;

  DeviceFunctions(Set<String> modules) {
    this.modules = Set.copyOf(modules);
  }

  boolean rounds() {
    return rounds;
  }

  boolean isModule(Expression.Name name) {
    return modules.contains(name.id());
  }

  /** {@code [:]}. */
  boolean isWhole(Expression index) {
    return index instanceof Expression.Slice s
        && s.lower().isEmpty()
        && s.upper().isEmpty()
        && s.step().isEmpty();
  }

  /** Whether the expression reads elements of something. */
  boolean names(Expression e, Predicate<String> wanted) {
    return operands(e).stream().anyMatch(name -> wanted.test(name.id()));
  }

  /** The names whose values the expression computes with, as modules or numbers. */
  List<Expression.Name> operands(Expression value) {
    List<Expression.Name> found = new ArrayList<>();
    Walk.where(
        value,
        n -> {
          if (n instanceof Expression.Name name) {
            found.add(name);
          }
          boolean host = n instanceof Expression.Attribute a && isOfHost(a);
          boolean length = n instanceof Expression.Call c && isLength(c);
          boolean constant = n instanceof Expression.Attribute a && isConstant(a);
          return !host && !length && !constant;
        });
    return found;
  }

  /** Refuses what gives other values. */
  void check(Expression value, Set<Operator> same, Predicate<String> array) {
    Walk.where(
        value,
        n -> {
          boolean host = n instanceof Expression.Attribute a && (isOfHost(a) || isConstant(a));
          boolean shape = n instanceof Expression.Subscript s && isShape(s);
          if (host || shape || (n instanceof Expression.Call c && isLength(c))) {
            return false;
          }
          if (n instanceof Expression.Subscript part) {
            checkIndex(part, array);
          }
          checkNode(n, same);
          return true;
        });
  }

  private void checkNode(Node n, Set<Operator> same) {
    if (n instanceof Expression.BinOp op && !same.contains(op.operator())) {
      throw DeviceStatements.differs(op.operator().symbol());
    } else if (n instanceof Expression.Attribute a) {
      checkFunction(a);
    } else if (n instanceof Expression.Call call
        && !(call.function() instanceof Expression.Attribute && call.keywords().isEmpty())) {
      throw new NotVectorizable("it calls what the library does not have");
    } else if (n instanceof Expression e && !isPlain(e)) {
      throw new NotVectorizable("a step in between needs the values on the host");
    }
  }

  private void checkFunction(Expression.Attribute a) {
    if (!(a.value() instanceof Expression.Name name) || !isModule(name)) {
      throw new NotVectorizable("`" + a.attribute() + "` belongs to something else than NumPy");
    }
    if (!EXACT.contains(a.attribute()) && !ROUNDED.contains(a.attribute())) {
      throw DeviceStatements.differs("numpy." + a.attribute());
    }
    rounds |= ROUNDED.contains(a.attribute());
  }

  private void checkIndex(Expression.Subscript part, Predicate<String> array) {
    if (!(part.value() instanceof Expression.Name)) {
      throw new NotVectorizable("it takes elements of something that is no array by name");
    }
    if (names(part.slice(), array)) {
      throw new NotVectorizable(
          "an array picks the elements, and a GPU would not notice one that is not there");
    }
  }

  private static boolean isShape(Expression.Subscript s) {
    return s.value() instanceof Expression.Attribute a && isOfHost(a);
  }

  private static boolean isOfHost(Expression.Attribute a) {
    return OF_HOST.contains(a.attribute()) && a.value() instanceof Expression.Name;
  }

  private boolean isConstant(Expression.Attribute a) {
    return CONSTANTS.contains(a.attribute())
        && a.value() instanceof Expression.Name name
        && isModule(name);
  }

  private static boolean isLength(Expression.Call call) {
    return call.function() instanceof Expression.Name name && name.id().equals("len");
  }

  private static boolean isPlain(Expression e) {
    return e instanceof Expression.BinOp
        || e instanceof Expression.UnaryOp
        || e instanceof Expression.Compare
        || e instanceof Expression.Subscript
        || e instanceof Expression.Call
        || e instanceof Expression.Name
        || e instanceof Expression.Constant
        || e instanceof Expression.Slice
        || e instanceof Expression.TupleDisplay;
  }
}
