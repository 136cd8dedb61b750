package dev.parallelize.rewrite;

import dev.parallelize.dependence.Iteration;
import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A loop over {@code enumerate(xs)} or {@code zip(xs, ys)} of names that may be iterators. What is emitted for lists
 * serves them, too, if it takes each of them once; and a parameter that is named nowhere else can be made a list first.
 */
record LazyView(Judgement judgement, boolean counts, List<Expression.Name> names) {
  static Optional<LazyView> of(Judgement judgement) {
    Optional<Iteration> iteration = judgement.model().iteration();
    boolean lazy =
        iteration
            .filter(i -> i.kind() == Iteration.Kind.PASSED || i.kind() == Iteration.Kind.UNKNOWN)
            .isPresent();
    if (!lazy
        || !(iteration.get().iterable() instanceof Expression.Call call)
        || !(call.function() instanceof Expression.Name view)
        || !List.of("enumerate", "zip").contains(view.id())
        || judgement.program().scopes().around(view).owner(view.id()).isPresent()
        || !call.arguments().stream().allMatch(Expression.Name.class::isInstance)) {
      return Optional.empty();
    }
    List<Expression.Name> names =
        call.arguments().stream().map(Expression.Name.class::cast).toList();
    return Optional.of(new LazyView(judgement, view.id().equals("enumerate"), names));
  }

  /** The judgement as if all that the view looks at were lists. */
  Judgement asIfListed() {
    Iteration lazy = judgement.model().iteration().orElseThrow();
    Iteration listed =
        new Iteration(
            lazy.target(),
            lazy.iterable(),
            Iteration.Kind.REPEATABLE,
            lazy.targets(),
            lazy.progress());
    return judgement.of(judgement.model().over(listed));
  }

  /** Whether the emitted code names each of the view's names just once. */
  boolean isTakenOnce(List<Edit> edits) {
    return names.stream()
        .allMatch(
            name -> {
              Pattern mention = Pattern.compile("\\b" + Pattern.quote(name.id()) + "\\b");
              return edits.stream()
                      .mapToLong(e -> mention.matcher(e.replacement()).results().count())
                      .sum()
                  <= 1;
            });
  }

  /** The assignment that makes a list of the parameter, if nobody can tell the difference. */
  Optional<RewriteResult> listing(Layout layout) {
    Statement statement = judgement.candidate().statement();
    if (!counts || !isOnlyMention(judgement, names.get(0)) || !layout.isAlone(statement)) {
      return Optional.empty();
    }
    String name = names.get(0).id();
    int at = layout.lineStart(statement);
    String line = layout.indentation(statement) + name + " = list(" + name + ")" + layout.newline();
    return Optional.of(
        new RewriteResult.First(
            List.of(PoolRewriter.edit(at, at, line)),
            "`" + name + "` is made a list first, since it is used twice."));
  }

  /**
   * Whether the name is a parameter that nothing else mentions: then a list may take its place before the statement.
   */
  static boolean isOnlyMention(Judgement judgement, Expression.Name name) {
    Program program = judgement.program();
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    if (owner.isEmpty()
        || !(owner.get().node() instanceof Statement.FunctionDef function)
        || !function.body().contains(judgement.candidate().statement())) {
      return false;
    }
    long mentions =
        program.mentions(name.id()).stream()
            .filter(m -> function.start() <= m.start() && m.end() <= function.end())
            .count();
    return mentions == 1
        && owner.get().bindings(name.id()).stream().allMatch(LazyView::isPlainParameter);
  }

  private static boolean isPlainParameter(Binding binding) {
    return binding.kind() == Binding.Kind.PARAMETER
        && binding.node() instanceof Argument argument
        && argument.annotation().isEmpty();
  }
}
