package dev.parallelize.rewrite;

import dev.parallelize.dependence.Iteration;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.Expression;
import dev.parallelize.workload.Judgement;

/**
 * How emitted code names the items of a loop.
 *
 * @param text an expression that can be evaluated again and again
 * @param line an assignment that has to stand before, without indentation; empty for none
 * @param sized what {@code len} can be asked of; empty for nothing
 */
record Items(String text, String line, String sized) {
  /** Items of an iteration that the emitted code needs more than once, or needs the number of. */
  static Items of(Judgement judgement, PythonSource source, FreshNames fresh) {
    return of(judgement, source, fresh, "");
  }

  /**
   * @param filter {@code  if …} clauses that select items first; empty for none
   */
  static Items of(Judgement judgement, PythonSource source, FreshNames fresh, String filter) {
    Iteration iteration = judgement.model().iteration().orElseThrow();
    Expression iterable = iteration.iterable();
    String text = text(iteration, source);
    if (!filter.isEmpty()) {
      String target = source.text(iteration.target().span());
      String each = TargetText.single(source, iteration.target());
      String name = name(iteration, fresh);
      return new Items(
          name, name + " = [" + each + " for " + target + " in " + text + filter + "]", name);
    }
    boolean once = !(iteration.kind().isRepeatable() && isName(iterable));
    if (once && iterable instanceof Expression.Name own && LazyView.isOnlyMention(judgement, own)) {
      return new Items(text, text + " = list(" + text + ")", text);
    }
    return apart(iteration, source, fresh);
  }

  /** The items under a name of their own, where their own name is not known to serve. */
  static Items apart(Iteration iteration, PythonSource source, FreshNames fresh) {
    Expression iterable = iteration.iterable();
    String text = text(iteration, source);
    if (iteration.kind().isRepeatable() && isName(iterable)) {
      return new Items(text, "", text);
    }
    String name = name(iteration, fresh);
    boolean plain = iteration.kind() == Iteration.Kind.RANGE;
    String value =
        plain || isDisplay(iterable) || (iteration.kind().isRepeatable() && isSorted(iterable))
            ? text
            : "list(" + text + ")";
    return new Items(name, name + " = " + value, name);
  }

  private static String text(Iteration iteration, PythonSource source) {
    return iteration
        .progress()
        .map(p -> new ShownProgress(p, source).items())
        .orElseGet(() -> source.text(iteration.iterable().span()));
  }

  private static boolean isName(Expression e) {
    return e instanceof Expression.Name
        || (e instanceof Expression.Attribute a && isName(a.value()));
  }

  private static boolean isDisplay(Expression e) {
    return e instanceof Expression.ListDisplay
        || e instanceof Expression.TupleDisplay
        || e instanceof Expression.ListComp;
  }

  /** A list that nobody else has. */
  private static boolean isSorted(Expression e) {
    return e instanceof Expression.Call call
        && call.function() instanceof Expression.Name name
        && (name.id().equals("sorted") || name.id().equals("list"));
  }

  private static String name(Iteration iteration, FreshNames fresh) {
    if (iteration.target() instanceof Expression.Name target && target.id().length() > 2) {
      String plural = ResultNames.plural(target.id());
      if (fresh.isFree(plural)) {
        return fresh.fresh(plural);
      }
    }
    return fresh.fresh("items", "all_items", "items");
  }
}
