package dev.parallelize.dependence;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads expressions as linear forms of loop counters and of values that the loop does not change.
 * Grows while a loop nest is walked: it knows the counters and scalars met so far.
 */
final class AffineForms {
  private final Program program;
  private final Set<String> changing;
  private final Map<String, Affine> known = new HashMap<>();
  private final Set<String> integers = new HashSet<>();
  private final List<Affine> axioms = new ArrayList<>();

  /**
   * @param changing names that the loop binds: only those with a known form are linear
   */
  AffineForms(Program program, Set<String> changing) {
    this.program = program;
    this.changing = Set.copyOf(changing);
  }

  void know(String name, Affine form) {
    known.put(name, form);
  }

  void forget(String name) {
    known.remove(name);
  }

  /** Notes that names in the expression hold integers, since {@code range} accepts it. */
  void isInteger(Expression expression) {
    if (expression instanceof Expression.Name name) {
      integers.add(name.id());
    } else if (expression instanceof Expression.BinOp sum) {
      isInteger(sum.left());
      isInteger(sum.right());
    }
  }

  /** Notes the names that a loop's {@code range} takes. */
  void noteCounts(Statement.For loop) {
    if (loop.iterable() instanceof Expression.Call call && calls(program, call, "builtins.range")) {
      call.arguments().forEach(this::isInteger);
    }
  }

  /** Whether the name surely holds a whole number. */
  boolean isCount(String name) {
    return integers.contains(name);
  }

  /** The form of an integer expression, if it is linear. */
  Optional<Affine> of(Expression e) {
    try {
      return read(e);
    } catch (ArithmeticException tooLarge) {
      return Optional.empty();
    }
  }

  private Optional<Affine> read(Expression e) {
    if (e instanceof Expression.Constant c && c.value() instanceof Literal.IntegerNumber n) {
      return n.value().bitLength() < 40
          ? Optional.of(Affine.constant(n.value().longValue()))
          : Optional.empty();
    } else if (e instanceof Expression.Name name) {
      return name(name);
    } else if (e instanceof Expression.UnaryOp op) {
      Optional<Affine> operand = read(op.operand());
      return switch (op.operator()) {
        case U_ADD -> operand;
        case U_SUB -> operand.map(o -> o.times(-1));
        default -> Optional.empty();
      };
    } else if (e instanceof Expression.BinOp operation) {
      return binary(operation);
    }
    return length(e).map(Affine::of);
  }

  private Optional<Affine> name(Expression.Name name) {
    if (known.containsKey(name.id())) {
      return Optional.of(known.get(name.id()));
    }
    boolean integer = integers.contains(name.id()) || program.type(name).equals(Type.INT);
    return changing.contains(name.id()) || !integer
        ? Optional.empty()
        : Optional.of(Affine.of(name.id()));
  }

  private Optional<Affine> binary(Expression.BinOp e) {
    Optional<Affine> left = read(e.left());
    Optional<Affine> right = read(e.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Affine a = left.get();
    Affine b = right.get();
    return switch (e.operator()) {
      case ADD -> Optional.of(a.plus(b));
      case SUB -> Optional.of(a.minus(b));
      case MULT -> {
        if (a.isConstant()) {
          yield Optional.of(b.times(a.constant()));
        }
        yield b.isConstant() ? Optional.of(a.times(b.constant())) : unchanging(e, a, b);
      }
      case FLOOR_DIV -> unchanging(e, a, b);
      default -> Optional.empty();
    };
  }

  /** An expression over unchanging values alone is a quantity of its own, named by its text. */
  private Optional<Affine> unchanging(Expression.BinOp e, Affine a, Affine b) {
    boolean counters =
        a.names().stream().anyMatch(AffineForms::isCounter)
            || b.names().stream().anyMatch(AffineForms::isCounter);
    if (counters) {
      return Optional.empty();
    }
    Affine quantity = Affine.of("(" + text(e) + ")");
    if (e.operator() == Operator.FLOOR_DIV && b.isConstant() && b.constant() > 0) {
      Affine rest = a.minus(quantity.times(b.constant()));
      axioms.add(rest);
      axioms.add(rest.times(-1).plus(b.constant() - 1));
    }
    return Optional.of(quantity);
  }

  /** Forms that are at least zero whatever the loop does: what division says of its result. */
  List<Affine> axioms() {
    return axioms;
  }

  /** Counters carry the place of their loop in their name; no Python name has an {@code @}. */
  static String counterName(String variable, int loop) {
    return variable + "@" + loop;
  }

  static boolean isCounter(String name) {
    return name.contains("@");
  }

  /** {@code len(x)}, and {@code x.shape[0]} which is the same; other axes by their own text. */
  private Optional<String> length(Expression e) {
    if (e instanceof Expression.Call call
        && calls(program, call, "builtins.len")
        && call.arguments().size() == 1
        && isUnchanging(call.arguments().get(0))) {
      return Optional.of(lengthOf(text(call.arguments().get(0)), 0));
    }
    if (e instanceof Expression.Subscript subscript
        && subscript.value() instanceof Expression.Attribute shape
        && shape.attribute().equals("shape")
        && subscript.slice() instanceof Expression.Constant axis
        && axis.value() instanceof Literal.IntegerNumber n
        && n.value().signum() >= 0
        && isUnchanging(shape.value())) {
      return Optional.of(lengthOf(text(shape.value()), n.value().intValueExact()));
    }
    return Optional.empty();
  }

  /** The quantity that is the length of an array along an axis; never negative. */
  static String lengthOf(String array, int axis) {
    return "len(" + array + ")" + (axis == 0 ? "" : "." + axis);
  }

  static boolean isLength(String name) {
    return name.startsWith("len(");
  }

  /** A name or attribute chain, or an element of one, that the loop does not bind. */
  boolean isUnchanging(Expression e) {
    if (e instanceof Expression.Name name) {
      return !changing.contains(name.id());
    } else if (e instanceof Expression.Attribute attribute) {
      return isUnchanging(attribute.value());
    }
    return e instanceof Expression.Subscript subscript
        && subscript.slice() instanceof Expression.Constant
        && isUnchanging(subscript.value());
  }

  String text(Expression e) {
    return program.tree().source().text(e.span());
  }

  /** Whether the call surely calls the library function. */
  static boolean calls(Program program, Expression.Call call, String function) {
    return call.keywords().isEmpty() && names(program, call, function);
  }

  /** The same for a call that may have keywords. */
  static boolean names(Program program, Expression.Call call, String function) {
    List<CallTarget> targets = program.targets(call);
    return targets.size() == 1
        && targets.get(0) instanceof CallTarget.Known known
        && known.callee().name().equals(function);
  }
}
