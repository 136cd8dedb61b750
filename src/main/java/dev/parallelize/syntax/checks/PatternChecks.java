package dev.parallelize.syntax.checks;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Pattern;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Patterns that parse and yet cannot be compiled: section 8.6.4 of the language reference. */
final class PatternChecks {
  private final Problems problems;

  PatternChecks(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks the pattern of one case.
   *
   * @param mayMatchAll true for the last case, and for one with a guard
   */
  void pattern(Pattern pattern, boolean mayMatchAll) {
    check(pattern, mayMatchAll, new LinkedHashSet<>());
  }

  private void check(Pattern pattern, boolean mayMatchAll, Set<String> names) {
    if (pattern instanceof Pattern.MatchAs n) {
      capture(n, mayMatchAll, names);
    } else if (pattern instanceof Pattern.MatchStar n) {
      n.name().ifPresent(name -> bind(name, n, names));
    } else if (pattern instanceof Pattern.MatchSequence n) {
      sequence(n, names);
    } else if (pattern instanceof Pattern.MatchMapping n) {
      keys(n.keys());
      n.patterns().forEach(inner -> check(inner, true, names));
      n.rest().ifPresent(name -> bind(name, n, names));
    } else if (pattern instanceof Pattern.MatchClass n) {
      classPattern(n, names);
    } else if (pattern instanceof Pattern.MatchOr n) {
      alternatives(n, mayMatchAll, names);
    }
  }

  private void capture(Pattern.MatchAs capture, boolean mayMatchAll, Set<String> names) {
    Optional<String> name = capture.name();
    if (capture.pattern().isPresent()) {
      check(capture.pattern().get(), mayMatchAll, names);
    } else if (!mayMatchAll) {
      problems.add(
          capture.start(),
          name.map(n -> "name capture '" + n + "' makes remaining patterns unreachable")
              .orElse("wildcard makes remaining patterns unreachable"),
          name.isPresent()
              ? "to compare with a variable, use a dotted name or a guard; else move this last"
              : "move this pattern to the end");
    }
    name.ifPresent(n -> bind(n, capture, names));
  }

  private void bind(String name, Pattern pattern, Set<String> names) {
    if (name.equals("__debug__")) {
      problems.add(pattern.start(), "cannot assign to __debug__", "use another name");
    }
    if (!names.add(name)) {
      problems.add(
          pattern.start(),
          "multiple assignments to name '" + name + "' in pattern",
          "bind another name, and compare in a guard");
    }
  }

  private void sequence(Pattern.MatchSequence sequence, Set<String> names) {
    int stars = 0;
    for (Pattern inner : sequence.patterns()) {
      stars += inner instanceof Pattern.MatchStar ? 1 : 0;
      if (stars > 1) {
        problems.add(
            sequence.start(),
            "multiple starred names in sequence pattern",
            "only one name can take the rest");
      }
      check(inner, true, names);
    }
  }

  private void keys(List<Expression> keys) {
    Set<Object> seen = new HashSet<>();
    for (Expression key : keys) {
      Optional<Object> value = comparable(key);
      if (value.isPresent() && !seen.add(value.get())) {
        problems.add(
            key.start(), "mapping pattern checks duplicate key", "delete one of the two keys");
      }
    }
  }

  /** The value of a literal key, such that keys equal in Python are equal; none for names. */
  private static Optional<Object> comparable(Expression key) {
    if (key instanceof Expression.UnaryOp negative) {
      return comparable(negative.operand())
          .map(
              value -> {
                if (value instanceof BigInteger integer) {
                  return integer.negate();
                }
                return value instanceof Double number ? number(-number) : List.of("-", value);
              });
    }
    if (key instanceof Expression.BinOp sum) {
      Optional<Object> right = comparable(sum.right());
      return comparable(sum.left())
          .flatMap(left -> right.map(r -> List.of(left, sum.operator(), r)));
    }
    if (!(key instanceof Expression.Constant constant)) {
      return Optional.empty();
    }
    return Optional.of(comparable(constant.value()));
  }

  private static Object comparable(Literal literal) {
    if (literal instanceof Literal.IntegerNumber integer) {
      return integer.value();
    }
    if (literal instanceof Literal.FloatNumber number) {
      return number(number.value());
    }
    if (literal == Literal.Singleton.TRUE) {
      return BigInteger.ONE;
    }
    if (literal == Literal.Singleton.FALSE) {
      return BigInteger.ZERO;
    }
    if (literal instanceof Literal.ImaginaryNumber number && number.value() == 0) {
      return BigInteger.ZERO;
    }
    return literal;
  }

  private static Object number(double value) {
    boolean whole = value == Math.rint(value) && !Double.isInfinite(value);
    return whole ? new java.math.BigDecimal(value).toBigInteger() : (Object) value;
  }

  private void classPattern(Pattern.MatchClass pattern, Set<String> names) {
    Set<String> attributes = new HashSet<>();
    for (int i = 0; i < pattern.keywordNames().size(); i++) {
      String attribute = pattern.keywordNames().get(i);
      if (!attributes.add(attribute)) {
        problems.add(
            pattern.keywordPatterns().get(i).start(),
            "attribute name repeated in class pattern: " + attribute,
            "delete one of the two");
      }
      if (attribute.equals("__debug__")) {
        problems.add(pattern.start(), "cannot assign to __debug__", "use another name");
      }
    }
    pattern.patterns().forEach(inner -> check(inner, true, names));
    pattern.keywordPatterns().forEach(inner -> check(inner, true, names));
  }

  /** All alternatives must bind the same names, and only the last may match everything. */
  private void alternatives(Pattern.MatchOr pattern, boolean mayMatchAll, Set<String> names) {
    Set<String> first = Set.of();
    for (int i = 0; i < pattern.patterns().size(); i++) {
      Pattern alternative = pattern.patterns().get(i);
      boolean last = i + 1 == pattern.patterns().size();
      Set<String> bound = new LinkedHashSet<>();
      check(alternative, last && mayMatchAll, bound);
      if (i == 0) {
        first = bound;
      } else if (!first.equals(bound)) {
        problems.add(
            pattern.start(),
            "alternative patterns bind different names",
            "bind the same names in every alternative");
      }
    }
    first.forEach(name -> bind(name, pattern, names));
  }
}
