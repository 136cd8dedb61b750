package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What the text does not prove of the arrays of a loop, and the program can check before it runs. */
final class RunTimeGuards {
  private static final String LENGTH = "(?:len\\(\\w+\\)|\\w+\\.shape\\[\\d+\\])";
  private static final String CONDITION =
      "(?:[\\w .()\\[\\]+*-]+ <= [^<=]*"
          + LENGTH
          + "[^<=]*|\\w+\\.dtype\\.kind (?:==|in) \"\\w+\"|\\w+\\.dtype == \"float64\"|\\w+ != 0|\\w+\\.ndim"
          + " == \\d|\\w+\\.shape\\[\\d+\\] == \\d+|[\\w .()\\[\\]+*-]+ > [\\w .()\\[\\]+*-]+"
          + "|not \\w+\\.may_share_memory\\(\\w+, \\w+\\)|type\\(\\w+\\) is (?:\\w+\\.)?ndarray"
          + "|\\(\\w+\\.dtypes == .*|\\w+\\.dtypes\\.get\\(.*|not \\(\\w+\\[\\[.*|str\\(\\w+\\.dtypes\\.get\\(.*|\\w+\\[.*\\.abs\\(\\)\\.sum\\(\\) <= .*"
          + "|not \\(\\w+\\.signbit\\(.*|\\w+\\[.*\\.map\\(type\\)\\.eq\\(str\\)\\.all\\(\\)"
          + "|\\w+\\[.*\\.notna\\(\\)\\.a\\w+\\(\\)|len\\(\\w+\\) > 0|list\\(\\w+\\.index\\) == list\\(.*|\\(\\w+\\[.*\\] != 0\\)\\.all\\(\\))";

  private static final String NUMBERS = ".dtype.kind in \"fiu\"";

  private final ArrayFacts facts;
  private final Set<String> kinds = new LinkedHashSet<>();

  /** The conditions, by what they are about. */
  private final Map<Object, String> conditions = new LinkedHashMap<>();

  private final Map<Map<String, Long>, Long> distances = new HashMap<>();
  private final Set<String> nonEmpty = new LinkedHashSet<>();

  RunTimeGuards(ArrayFacts facts) {
    this.facts = facts;
  }

  /** Needs that the one number is not above the other. */
  void requireAtMost(Affine small, Affine large) {
    Affine between = large.minus(small);
    long least = distances.getOrDefault(between.terms(), Long.MAX_VALUE);
    if (facts.holds(between) || least <= between.constant()) {
      // Where the same numbers are compared, the condition that asks for most tells all.
      return;
    }
    distances.put(between.terms(), between.constant());
    Map<String, Long> left = new LinkedHashMap<>();
    Map<String, Long> right = new LinkedHashMap<>();
    Affine difference = large.minus(small);
    difference.terms().forEach((name, c) -> (c > 0 ? right : left).put(name, Math.abs(c)));
    long constant = difference.constant();
    Affine below = new Affine(new TreeMap<>(left), Math.max(0, -constant));
    Affine above = new Affine(new TreeMap<>(right), Math.max(0, constant));
    conditions.put(between.terms(), ArrayText.text(below) + " <= " + ArrayText.text(above));
  }

  /** Needs the variable to hold an array of numbers, with so many axes: what else is asked of it comes later. */
  void requireArray(String variable, int axes) {
    kinds.add("type(" + variable + ") is " + VectorizePlan.NUMPY + ".ndarray");
    kinds.add(variable + ".ndim == " + axes);
    kinds.add(variable + NUMBERS);
  }

  /** Needs another condition. */
  void require(String condition) {
    conditions.put(condition, condition);
  }

  /**
   * Needs that the loops run at all: what is computed once must not fail where none does. What the calls in the file
   * pass is usual, not certain.
   */
  void requireItems(Collection<LoopNest.Axis> axes) {
    for (LoopNest.Axis axis : axes) {
      if (!facts.isNotNegative(axis.high().minus(axis.low()).plus(-1))) {
        nonEmpty.add(axis.highText() + " > " + axis.lowText());
      }
    }
  }

  /** Whether a condition reads as those that this class asks for. */
  static boolean isGuard(String condition) {
    String line = condition.replaceAll("\\s+", " ");
    boolean all = Arrays.stream(line.split(" and ", -1)).allMatch(c -> c.matches(CONDITION));
    return all && line.matches(".*(<=|dtype|ndim|!= 0|==|not |type\\().*");
  }

  /** Whether the condition asks whether a variable holds an array at all. */
  static boolean isOfKind(String condition) {
    return condition.startsWith("type(");
  }

  /** A loop that stands where a guard does not hold is what is left for then. */
  static void requireNotGuarded(ArrayFacts facts, Node code, Statement.For loop) {
    requireNotGuarded(facts::text, code, loop);
  }

  /** The same for any code that is left for then. */
  static void requireNotGuarded(Function<Node, String> texts, Node code, Node loop) {
    Walk.where(
        code,
        node -> {
          boolean guard =
              node instanceof Statement.If choice
                  && choice.orElse().stream()
                      .anyMatch(s -> s.start() <= loop.start() && loop.end() <= s.end())
                  && isGuard(texts.apply(choice.test()));
          if (guard) {
            throw new NotVectorizable("the loop is left for arrays that do not fit together");
          }
          return node.start() <= loop.start() && loop.end() <= node.end();
        });
  }

  /** Whether the loop has to stay for when the conditions do not hold; else it would do nothing. */
  boolean needsLoop() {
    return !conditions.isEmpty() || !kinds.isEmpty();
  }

  /** Whether a narrower question about the same array's elements is asked, too. */
  private boolean isImplied(String kind) {
    String array = kind.substring(0, Math.max(0, kind.indexOf(NUMBERS)));
    return kind.endsWith(NUMBERS)
        && (conditions.containsKey(array + ".dtype.kind == \"f\"")
            || conditions.containsKey(array + ".dtype == \"float64\""));
  }

  List<String> conditions() {
    Set<String> all = new LinkedHashSet<>(kinds);
    all.removeIf(this::isImplied);
    all.addAll(nonEmpty);
    all.addAll(conditions.values());
    return List.copyOf(all);
  }
}
