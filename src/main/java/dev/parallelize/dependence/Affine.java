package dev.parallelize.dependence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A linear form: a constant plus integer multiples of named quantities (loop counters, and values
 * that a loop does not change). Arithmetic that leaves the range of {@code long} throws {@link
 * ArithmeticException}.
 *
 * @param terms coefficients by name, none of them zero
 */
public record Affine(Map<String, Long> terms, long constant) {
  public static final Affine ZERO = constant(0);

  public Affine {
    terms = Map.copyOf(terms);
  }

  public static Affine constant(long value) {
    return new Affine(Map.of(), value);
  }

  public static Affine of(String name) {
    return new Affine(Map.of(name, 1L), 0);
  }

  public Affine plus(Affine other) {
    return plus(other, 1);
  }

  public Affine minus(Affine other) {
    return plus(other, -1);
  }

  public Affine plus(long value) {
    return new Affine(terms, Math.addExact(constant, value));
  }

  public Affine times(long factor) {
    return ZERO.plus(this, factor);
  }

  private Affine plus(Affine other, long factor) {
    Map<String, Long> sum = new LinkedHashMap<>(terms);
    other.terms.forEach(
        (name, coefficient) ->
            sum.merge(name, Math.multiplyExact(coefficient, factor), Math::addExact));
    sum.values().removeIf(c -> c == 0);
    return new Affine(sum, Math.addExact(constant, Math.multiplyExact(other.constant, factor)));
  }

  public long coefficient(String name) {
    return terms.getOrDefault(name, 0L);
  }

  public boolean isConstant() {
    return terms.isEmpty();
  }

  public Set<String> names() {
    return terms.keySet();
  }

  /** The form without one of its terms. */
  public Affine without(String name) {
    Map<String, Long> rest = new LinkedHashMap<>(terms);
    rest.remove(name);
    return new Affine(rest, constant);
  }

  /** The form over other names; the renaming must keep different names apart. */
  public Affine rename(UnaryOperator<String> renaming) {
    Map<String, Long> renamed = new LinkedHashMap<>();
    terms.forEach((name, coefficient) -> renamed.put(renaming.apply(name), coefficient));
    return new Affine(renamed, constant);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(terms)
        .forEach((name, c) -> text.append(c).append('*').append(name).append(" + "));
    return text.append(constant).toString();
  }
}
