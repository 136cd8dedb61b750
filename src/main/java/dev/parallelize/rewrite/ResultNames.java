package dev.parallelize.rewrite;

import dev.parallelize.dependence.Fission;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** What a worker's result is called in the remainder. */
final class ResultNames {
  /** Plurals of what hisses: {@code losses}, {@code batches}. */
  private static final List<String> HISSING = List.of("sses", "shes", "tches", "rches", "xes");

  /** Endings of one thing: {@code class}, {@code status}, {@code analysis}. */
  private static final List<String> NO_PLURALS = List.of("ss", "us", "is");

  private ResultNames() {}

  static String of(Fission.Extraction extraction, FreshNames fresh) {
    return collected(extraction)
        .map(singular -> fresh.fresh(singular, "result"))
        .orElseGet(() -> fresh.fresh("result", "value", "result"));
  }

  /** {@code row} for what {@code rows} collects; empty where no such name is seen. */
  static Optional<String> collected(Fission.Extraction extraction) {
    Statement unit = extraction.unit();
    Optional<Expression> container = Optional.empty();
    if (unit instanceof Statement.ExpressionStatement e
        && e.value() instanceof Expression.Call call
        && call.arguments().equals(List.of(extraction.expression()))
        && call.function() instanceof Expression.Attribute a) {
      container = Optional.of(a.value());
    } else if (unit instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Subscript slot
        && assign.value() == extraction.expression()) {
      container = Optional.of(slot.value());
    }
    return container
        .filter(Expression.Name.class::isInstance)
        .map(c -> singular(((Expression.Name) c).id()))
        .filter(name -> !name.isEmpty());
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
    if (HISSING.stream().anyMatch(name::endsWith) && name.length() > 5) {
      return name.substring(0, name.length() - 2);
    }
    boolean plural =
        name.endsWith("s") && NO_PLURALS.stream().noneMatch(name::endsWith) && name.length() > 3;
    return plural ? name.substring(0, name.length() - 1) : "";
  }
}
