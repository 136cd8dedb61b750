package dev.parallelize.dependence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Linear equalities and inequalities over the integers, and a test that shows that nothing satisfies
 * them all. The answer "no solution" is a proof; "maybe" is not.
 *
 * <p>Equalities pass the greatest-common-divisor test and are substituted away; inequalities are
 * eliminated variable by variable (Fourier and Motzkin) with constants tightened to integers, which
 * is at least as sharp as Banerjee's bounds and also follows bounds that depend on outer counters.
 */
final class LinearSystem {
  private static final int MOST_CONSTRAINTS = 400;

  /** Forms that are zero. */
  private final List<Affine> zero = new ArrayList<>();

  /** Forms that are at least zero. */
  private final List<Affine> positive = new ArrayList<>();

  LinearSystem isZero(Affine form) {
    zero.add(form);
    return this;
  }

  LinearSystem isAtLeastZero(Affine form) {
    positive.add(form);
    return this;
  }

  LinearSystem copy() {
    LinearSystem copy = new LinearSystem();
    copy.zero.addAll(zero);
    copy.positive.addAll(positive);
    return copy;
  }

  /** True when no integers satisfy the system. */
  boolean hasNoSolution() {
    try {
      LinearSystem work = copy();
      return work.substituteEqualities() || work.eliminate();
    } catch (ArithmeticException tooLarge) {
      return false;
    }
  }

  private boolean substituteEqualities() {
    while (!zero.isEmpty()) {
      Affine form = zero.remove(zero.size() - 1);
      if (form.isConstant()) {
        if (form.constant() != 0) {
          return true;
        }
        continue;
      }
      long divisor = divisor(form);
      if (form.constant() % divisor != 0) {
        return true;
      }
      Optional<String> unit =
          form.terms().entrySet().stream()
              .filter(e -> Math.abs(e.getValue()) == divisor)
              .map(Map.Entry::getKey)
              .sorted()
              .findFirst();
      if (unit.isPresent()) {
        String name = unit.get();
        Affine solved = divided(form.without(name), -form.coefficient(name));
        zero.replaceAll(f -> substitute(f, name, solved));
        positive.replaceAll(f -> substitute(f, name, solved));
      } else {
        positive.add(form);
        positive.add(form.times(-1));
      }
    }
    return false;
  }

  private static Affine substitute(Affine form, String name, Affine solved) {
    long coefficient = form.coefficient(name);
    return coefficient == 0 ? form : form.without(name).plus(solved.times(coefficient));
  }

  /** Exact division; the caller has seen that the divisor divides all coefficients. */
  private static Affine divided(Affine form, long divisor) {
    Affine result = Affine.constant(form.constant() / divisor);
    for (Map.Entry<String, Long> term : form.terms().entrySet()) {
      result = result.plus(Affine.of(term.getKey()).times(term.getValue() / divisor));
    }
    return result;
  }

  private boolean eliminate() {
    List<Affine> left = new ArrayList<>();
    for (Affine form : positive) {
      left.add(tightened(form));
    }
    while (true) {
      if (left.stream().anyMatch(f -> f.isConstant() && f.constant() < 0)) {
        return true;
      }
      Optional<String> next = cheapest(left);
      if (next.isEmpty()) {
        return false;
      }
      left = without(left, next.get());
      if (left.size() > MOST_CONSTRAINTS) {
        return false;
      }
    }
  }

  private static List<Affine> without(List<Affine> forms, String name) {
    Set<Affine> result = new HashSet<>();
    List<Affine> below = new ArrayList<>();
    List<Affine> above = new ArrayList<>();
    for (Affine form : forms) {
      long c = form.coefficient(name);
      if (c == 0) {
        result.add(form);
      } else {
        (c > 0 ? below : above).add(form);
      }
    }
    for (Affine lower : below) {
      for (Affine upper : above) {
        long c = lower.coefficient(name);
        long d = -upper.coefficient(name);
        result.add(tightened(lower.times(d).plus(upper.times(c))));
      }
    }
    return new ArrayList<>(result);
  }

  /** The variable whose elimination adds the fewest constraints. */
  private static Optional<String> cheapest(List<Affine> forms) {
    Set<String> names = new HashSet<>();
    forms.forEach(f -> names.addAll(f.names()));
    String best = "";
    long least = Long.MAX_VALUE;
    for (String name : names.stream().sorted().toList()) {
      long lower = forms.stream().filter(f -> f.coefficient(name) > 0).count();
      long upper = forms.stream().filter(f -> f.coefficient(name) < 0).count();
      if (lower * upper < least) {
        least = lower * upper;
        best = name;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  private static Affine tightened(Affine form) {
    if (form.isConstant()) {
      return form;
    }
    long divisor = divisor(form);
    if (divisor == 1) {
      return form;
    }
    Affine linear = divided(new Affine(form.terms(), 0), divisor);
    return linear.plus(Math.floorDiv(form.constant(), divisor));
  }

  private static long divisor(Affine form) {
    long divisor = 0;
    for (long c : form.terms().values()) {
      long other = Math.abs(c);
      while (other != 0) {
        long rest = divisor % other;
        divisor = other;
        other = rest;
      }
    }
    return divisor;
  }
}
