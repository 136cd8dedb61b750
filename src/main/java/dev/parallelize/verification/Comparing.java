package dev.parallelize.verification;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terms under which two runs are compared.
 *
 * @param tolerance for floating-point values
 * @param lasting variables that must still be there when a program shows nothing else
 * @param unstable variables that differ between two runs of the original, such as {@code globals.token}; not compared
 * @param places which statements of the two versions are the same
 */
record Comparing(Tolerance tolerance, Set<String> lasting, Set<String> unstable, Places places) {
  private static final Pattern VARIABLE = Pattern.compile("\\b(globals|driver)\\.[\\w:/]+");

  Comparing {
    lasting = Set.copyOf(lasting);
    unstable = Set.copyOf(unstable);
  }

  static Comparing with(Tolerance tolerance, List<String> lasting, Places places) {
    return new Comparing(tolerance, Set.copyOf(lasting), Set.of(), places);
  }

  /** How the second run differs from the first. */
  List<Difference> differences(Observation original, Observation transformed) {
    return RunComparison.differences(original, transformed, this);
  }

  boolean same(Observation original, Observation transformed) {
    return differences(original, transformed).isEmpty();
  }

  /** The same with every bit of floating-point values counting. */
  Comparing exactly() {
    return new Comparing(Tolerance.EXACT, lasting, unstable, places);
  }

  Comparing ignoring(Set<String> variables) {
    Set<String> more = new HashSet<>(unstable);
    more.addAll(variables);
    return new Comparing(tolerance, lasting, more, places);
  }

  /** The variables that the differences lie in; empty when one of them lies elsewhere. */
  static Set<String> variables(List<Difference> differences) {
    Set<String> variables = new LinkedHashSet<>();
    for (Difference each : differences) {
      Matcher variable = VARIABLE.matcher(each.path());
      if (!variable.find()) {
        return Set.of();
      }
      variables.add(variable.group());
    }
    return variables;
  }
}
