package dev.parallelize.semantics;

import dev.parallelize.library.Callee;
import dev.parallelize.syntax.Expression;
import java.util.Optional;
import java.util.Set;

/**
 * Calls on so few bytes that the interpreter lock is kept: {@code hashlib} lets go of it from 2,048 bytes
 * on (documentation of {@code hashlib}).
 */
final class ShortData {
  private static final String HASHES = "hashlib.";
  private static final Set<String> SHORT = Set.of("digest", "hexdigest", "to_bytes");
  private static final int DEEPEST = 4;

  private final Program program;

  ShortData(Program program) {
    this.program = program;
  }

  /** Whether the call hashes what the text tells to be short. */
  boolean isHashed(Callee callee, Expression.Call call) {
    return callee.name().startsWith(HASHES)
        && callee.cost() == dev.parallelize.library.Cost.LINEAR
        && !call.arguments().isEmpty()
        && isShort(call.arguments().get(0), DEEPEST);
  }

  private boolean isShort(Expression data, int depth) {
    if (data instanceof Expression.Constant || data instanceof Expression.JoinedStr) {
      return true;
    } else if (depth == 0) {
      return false;
    } else if (data instanceof Expression.Name name) {
      return isShort(name, depth);
    } else if (data instanceof Expression.BinOp sum) {
      return isShort(sum.left(), depth - 1) && isShort(sum.right(), depth - 1);
    } else if (data instanceof Expression.Call call) {
      return isShort(call, depth);
    }
    return program.type(data).isNumber();
  }

  /** One of the values of the name is short: what hashes a hash again and again began with something else. */
  private boolean isShort(Expression.Name name, int depth) {
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    return owner.stream()
        .flatMap(o -> o.bindings(name.id()).stream())
        .flatMap(b -> program.singleValue(b.node()).stream())
        .anyMatch(v -> isShort(v, depth - 1));
  }

  private boolean isShort(Expression.Call call, int depth) {
    if (call.function() instanceof Expression.Attribute method) {
      return SHORT.contains(method.attribute())
          || method.attribute().equals("encode") && isShort(method.value(), depth - 1);
    }
    return call.function() instanceof Expression.Name name
        && Set.of("str", "repr").contains(name.id())
        && call.arguments().stream().allMatch(a -> isShort(a, depth - 1));
  }
}
