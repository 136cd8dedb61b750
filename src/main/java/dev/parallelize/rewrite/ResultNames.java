package dev.parallelize.rewrite;

import dev.parallelize.dependence.Fission;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;

/** What a worker's result is called in the remainder. */
final class ResultNames {
  private ResultNames() {}

  static String of(Fission.Extraction extraction, FreshNames fresh) {
    Statement unit = extraction.unit();
    if (unit instanceof Statement.ExpressionStatement e
        && e.value() instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute a
        && a.value() instanceof Expression.Name container) {
      String singular = singular(container.id());
      if (!singular.isEmpty()) {
        return fresh.fresh(singular, "result");
      }
    }
    return fresh.fresh("result", "value", "result");
  }

  /** {@code score} → {@code scores}, {@code query} → {@code queries}. */
  static String plural(String name) {
    int last = name.length() - 1;
    if (last > 1 && name.charAt(last) == 'y' && "aeiou".indexOf(name.charAt(last - 1)) < 0) {
      return name.substring(0, last) + "ies";
    }
    boolean hissing = name.endsWith("ss") || name.endsWith("x") || name.endsWith("ch");
    return hissing ? name + "es" : name.endsWith("s") ? name + "_list" : name + "s";
  }

  /** {@code scores} → {@code score}; empty where no plain singular is seen. */
  static String singular(String name) {
    if (name.endsWith("ies") && name.length() > 4) {
      return name.substring(0, name.length() - 3) + "y";
    }
    boolean plural = name.endsWith("s") && !name.endsWith("ss") && name.length() > 3;
    return plural ? name.substring(0, name.length() - 1) : "";
  }
}
